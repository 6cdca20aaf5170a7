"""security.txt (RFC 9116): whom to tell of a hole, in the one place where it is looked for."""

import re
from urllib.parse import urljoin

from crawler.exchange import Exchange, Want
from crawler.unpack import unpack

PATH = "/.well-known/security.txt"
CONTACT_LENGTH = 200
_CONTACT = re.compile(r"^Contact:[ \t]*((?:mailto:|https://|tel:)\S{3,})", re.I | re.M)


def security_txt_address(root: str) -> str:
    """Where the file of a host lies."""
    return urljoin(root, PATH)


def read_contact(exchange: Exchange) -> str | None:
    """The first contact; empty when the file holds none, None when the answer tells nothing."""
    if exchange.failure is not None or exchange.status >= 500 or exchange.status in (0, 403, 429):
        return None
    if exchange.status != 200:
        return ""
    codings = exchange.header("content-encoding")
    body = unpack(exchange.body, codings, Want.ROBOTS.cap).body
    found = _CONTACT.search(body[: Want.ROBOTS.cap].decode("utf-8-sig", "replace"))
    return found.group(1)[:CONTACT_LENGTH] if found else ""
