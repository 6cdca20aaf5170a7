"""Addresses as a page writes them: cleaned, resolved against its base, refused when none."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

ADDRESS_LENGTH = 2000
LONGEST_HREF = 2 * ADDRESS_LENGTH  # with the blanks around it
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
    if not href or len(href) > LONGEST_HREF:
        return ""
    leading, is_rooted = _leading(href)
    if not leading or leading[:7].lower().startswith(("mailto:", "tel:")):
        return leading
    return _absolute(_root(base) if is_rooted else base, leading)


@lru_cache(maxsize=ADDRESSES)
def _leading(href: str) -> tuple[str, bool]:
    """The href cleaned, empty when it leads nowhere; and whether it is alike on every page.

    Menus repeat on every page: what does not depend on the page is worked out once.
    """
    cleaned = clean_href(href)
    lowered = cleaned.lower()
    if not cleaned or cleaned.startswith("#") or len(cleaned) > ADDRESS_LENGTH:
        return "", False
    if lowered.startswith(("mailto:", "tel:")):
        return cleaned, False
    if re.search(r"[<>]", cleaned) or re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", lowered):
        return "", False
    is_rooted = cleaned.startswith(("/", "http://", "https://")) and not cleaned.startswith("//")
    return cleaned, is_rooted


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
