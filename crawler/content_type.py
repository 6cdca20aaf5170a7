"""What a body is, by its header and its first bytes, never by the end of its address."""

import re

HTML = "text/html"
_HTML_TYPES = frozenset({HTML, "application/xhtml+xml"})
_VAGUE = frozenset({"", "text/plain", "application/octet-stream", "text/xml", "application/xml"})
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!", "application/vnd.rar"),
)
_OFFICE = ("application/vnd.", "application/msword", "application/x-zip", "application/epub")
_CONTAINERS = frozenset({"application/zip", "application/x-ole-storage"})
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|a|h[1-6]|form|script|!--)", re.I
)
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}\Z")


def sniff(header: str, start: bytes) -> str:
    """The media type of a body from its Content-Type and its beginning."""
    declared = declared_type(header)
    trimmed = start.lstrip(b"\xef\xbb\xbf \t\r\n\x0c")
    for magic, kind in _MAGIC:
        if trimmed.startswith(magic):
            return declared if kind in _CONTAINERS and declared.startswith(_OFFICE) else kind
    # Old editors leave a NUL among the words of a page; browsers look past it.
    looks = trimmed[:1] == b"<" and bool(_TAG.search(trimmed[:1024].replace(b"\x00", b"")))
    is_utf16 = start[:2] in (b"\xff\xfe", b"\xfe\xff") or "utf-16" in header.lower()
    if declared in _VAGUE and looks and not _is_feed(trimmed):
        return HTML
    if declared in _HTML_TYPES and b"\x00" in start[:512] and not (looks or is_utf16):
        return "application/octet-stream"
    return declared or ("text/plain" if _is_text(start) else "application/octet-stream")


def declared_type(header: str) -> str:
    """The media type a header names, in small letters; empty when it names none."""
    kind = header.partition(";")[0].strip().lower()
    return kind if _TYPE.match(kind) else ""


def declared_charset(header: str) -> str:
    """The charset a Content-Type header names; empty when it names none."""
    found = re.search(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", header, re.I)
    return found.group(1) if found else ""


def is_html(kind: str) -> bool:
    """Whether a media type is read as a page."""
    return kind in _HTML_TYPES


def _is_feed(start: bytes) -> bool:
    head = start[:512].lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<urlset", b"<sitemapindex"))


def _is_text(start: bytes) -> bool:
    return b"\x00" not in start[:512]
