"""Addresses as a page writes them: cleaned, resolved against its base, refused when none."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

ADDRESS_LENGTH = 2000
ADDRESSES = 4_096
_BLANKS = re.compile(r"[\t\r\n]")


def clean_href(href: str) -> str:
    """The href without the blanks that browsers ignore."""
    cleaned = href.strip(" \t\r\n\x00\x0c\ufeff")
    return cleaned if cleaned.isprintable() else _BLANKS.sub("", cleaned)


def resolve(base: str, href: str) -> str:
    """The absolute http or https address of an href; empty when it leads nowhere.

    "#", "#top", javascript: and an empty href lead nowhere. A quote forgotten in the source leaves
    "<" or ">" in the href: such an address was never meant. mailto: and tel: are kept as they are.
    """
    cleaned = clean_href(href)
    lowered = cleaned.lower()
    if not cleaned or cleaned.startswith("#") or len(cleaned) > ADDRESS_LENGTH:
        return ""
    if lowered.startswith(("mailto:", "tel:")):
        return cleaned
    if re.search(r"[<>]", cleaned) or re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", lowered):
        return ""
    if cleaned.startswith(("/", "http://", "https://")) and not cleaned.startswith("//"):
        # Menus repeat on every page: what does not depend on the page is worked out once.
        return _absolute(_root(base), cleaned)
    return _absolute(base, cleaned)


@lru_cache(maxsize=ADDRESSES)
def _absolute(base: str, href: str) -> str:
    try:
        absolute = urljoin(base, href)
        parts = urlsplit(absolute)
        _ = parts.port
    except ValueError:
        return ""
    return absolute if parts.scheme in ("http", "https") and parts.hostname else ""


@lru_cache(maxsize=16)
def _root(base: str) -> str:
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}/"
