"""A linked file by its bytes: what it truly is and what can be done with it; nothing is trusted.

Kind comes from the bytes; the declared type and the address only tell one sort of text, or of old
Office file, from another. Nothing is unpacked without a cap and nothing outside is ever read.
"""

import re
from urllib.parse import unquote, urlsplit

from crawler.archives import OFFICE_KINDS, read_zip
from crawler.content_type import declared_type, is_html, sniff
from crawler.data_files import parses_as_csv, parses_as_json, read_xml
from crawler.document import Document
from crawler.pdf import read_pdf

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
# The names of the streams of an OLE file, as its directory writes them.
_OLE_STREAMS = (
    ("WordDocument".encode("utf-16-le"), "doc"),
    ("Workbook".encode("utf-16-le"), "xls"),
    ("PowerPoint Document".encode("utf-16-le"), "ppt"),
    ("Book".encode("utf-16-le") + b"\x00\x00", "xls"),
)
_OLE_TYPES = {
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
}
_DATA_TYPES = {
    "text/csv": "csv",
    "application/csv": "csv",
    "text/comma-separated-values": "csv",
    "application/json": "json",
    "application/geo+json": "json",
    "application/ld+json": "json",
}
_ENDING = re.compile(r"\.([a-z0-9]{2,8})\Z")
_BLANKS = b"\xef\xbb\xbf \t\r\n\x0c"


def read_document(body: bytes, *, declared: str, url: str, is_cut: bool) -> Document:
    """The facts of a file; `declared` is its Content-Type, `is_cut` says that more was sent."""
    start = body[:1024].lstrip(_BLANKS)
    if start.startswith(b"%PDF-"):
        return read_pdf(body, is_cut=is_cut)
    if start.startswith(b"PK\x03\x04"):
        return read_zip(body, is_cut=is_cut)
    if start.startswith(_OLE):
        return Document(kind=_ole_kind(body, declared, url), has_text=True)
    if start.startswith(b"{\\rtf"):
        return Document(kind="rtf", has_text=True)
    if start.startswith(_IMAGES) or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return Document(kind="image", has_text=False)
    if is_html(sniff("", body[:4096])):
        return Document(kind="html", has_text=True)
    return _read_text(body, declared, url, is_cut=is_cut)


def ending_of(url: str) -> str:
    """The ending of an address's last segment, in small letters, without its dot."""
    found = _ENDING.search(unquote(urlsplit(url).path).strip().lower())
    return found.group(1) if found else ""


def _ole_kind(body: bytes, declared: str, url: str) -> str:
    for name, kind in _OLE_STREAMS:
        if name in body:
            return kind
    ending = ending_of(url)
    return _OLE_TYPES.get(declared_type(declared), ending if ending in OFFICE_KINDS else "unknown")


def _read_text(body: bytes, declared: str, url: str, *, is_cut: bool) -> Document:
    start = body[:1024].lstrip(_BLANKS)
    is_wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not start or (b"\x00" in start and not is_wide):
        return Document(kind="unknown")
    claimed = _DATA_TYPES.get(declared_type(declared)) or ending_of(url)
    if start.startswith(b"<"):
        kind, is_parsed = read_xml(body, is_cut=is_cut)
        return Document(kind=kind, has_text=True, is_parsed=is_parsed)
    if claimed in ("json", "geojson") or start[:1] in (b"{", b"["):
        is_parsed = parses_as_json(body, is_cut=is_cut)
        if is_parsed or claimed in ("json", "geojson"):
            return Document(kind="json", has_text=True, is_parsed=is_parsed)
    if claimed in ("csv", "tsv"):
        return Document(kind="csv", has_text=True, is_parsed=parses_as_csv(body, is_cut=is_cut))
    return Document(kind="text", has_text=True)
