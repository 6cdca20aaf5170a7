"""Sitemaps read leniently as text: no XML parser, hence no entities, no bombs, no outside files."""

import html
import re
from dataclasses import dataclass

from crawler.exchange import Want
from crawler.unpack import is_gzip, unpack
from crawler.wordpress import links_in

ADDRESSES = 50_000
ADDRESS_LENGTH = 2048
FILES = 20

_LOC = re.compile(
    r"<(?:(?!image|video|news)[A-Za-z][\w-]{0,20}:)?loc\b[^<>]{0,200}>\s{0,50}"
    r"(?:<!\[CDATA\[([^\]<>]{1,2048})\]\]>|([^<>]{1,2100}))",
    re.I,
)
_INDEX = re.compile(r"<(?:[A-Za-z][\w-]{0,20}:)?sitemapindex\b", re.I)
_LINE = re.compile(r"^[ \t]*(https?://\S{1,2048})[ \t\r]*$", re.M)


@dataclass(frozen=True, kw_only=True)
class Sitemap:
    """The addresses of one file: of pages, or of further sitemaps when it is an index."""

    is_index: bool
    addresses: tuple[str, ...]
    is_cut: bool = False


def parse_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap whatever its name and type say: XML, packed XML, plain lines, or the list
    that WordPress keeps."""
    is_cut = False
    if is_gzip(body):
        unpacked = unpack(body, "gzip", Want.SITEMAP.cap)
        body, is_cut = unpacked.body, unpacked.is_cut
    text = _text(body[: Want.SITEMAP.cap])
    is_cut = is_cut or len(body) > Want.SITEMAP.cap
    if text.lstrip().startswith("["):
        found = list(links_in(text))
    elif "<" not in text:
        found = [match.group(1) for match in _LINE.finditer(text)]
    else:
        text = _without_comments(text)
        found = [_address(match) for match in _LOC.finditer(text)]
    addresses = dict.fromkeys(url for url in found if 0 < len(url) <= ADDRESS_LENGTH)
    return Sitemap(
        is_index=bool(_INDEX.search(text[:4096])),
        addresses=tuple(addresses)[:ADDRESSES],
        is_cut=is_cut or len(addresses) > ADDRESSES,
    )


def _address(match: re.Match[str]) -> str:
    cdata, plain = match.groups()
    return (cdata or html.unescape(plain)).strip()


def _without_comments(text: str) -> str:
    """The text without its comments, in one pass; one that never ends is none."""
    parts, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[place:start])
        place = end + 3
    return "".join((*parts, text[place:]))


def _text(body: bytes) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    return body.decode("utf-8-sig", "replace")
