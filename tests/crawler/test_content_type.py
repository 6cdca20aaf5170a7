"""What a body is, is decided by its header and first bytes."""

import pytest

from crawler.content_type import declared_charset, sniff

PAGE = b"<!doctype html><html><body><p>Hola"


@pytest.mark.parametrize(
    ("header", "start", "kind"),
    [
        ("text/html; charset=utf-8", PAGE, "text/html"),
        ("", PAGE, "text/html"),
        ("text/plain", b"\xef\xbb\xbf\r\n" + PAGE, "text/html"),
        ("application/octet-stream", PAGE, "text/html"),
        ("TEXT/HTML", b"Hola", "text/html"),
        ("text/html", b"%PDF-1.4", "application/pdf"),
        ("text/html", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("text/html", b"a\x00b", "application/octet-stream"),
        ("application/pdf", PAGE, "application/pdf"),
        ("application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        ("text/html", b"PK\x03\x04", "application/zip"),
        ("application/vnd.oasis.opendocument.text", b"PK\x03\x04",
         "application/vnd.oasis.opendocument.text"),
        ("application/xml", b'<?xml version="1.0"?><rss><title>a', "application/xml"),
        ("text/xml", b'<?xml version="1.0"?><html xmlns="x"><head>', "text/html"),
        ("", b"solo texto", "text/plain"),
        ("", b"\x00\x01", "application/octet-stream"),
        ("no es un tipo", b"texto", "text/plain"),
        ("application/json", b'{"a": 1}', "application/json"),
    ],
)  # fmt: skip
def test_kind_is_told_by_header_and_first_bytes(header: str, start: bytes, kind: str) -> None:
    assert sniff(header, start) == kind


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=ISO-8859-1", "ISO-8859-1"),
        ("text/html;Charset = 'utf-8'", "utf-8"),
        ("text/html", ""),
        ('text/html; filename="\xf1.html"; charset="cp1252"', "cp1252"),
    ],
)
def test_charset_is_read_from_the_header(header: str, charset: str) -> None:
    assert declared_charset(header) == charset
