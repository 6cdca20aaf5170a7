"""Bytes become the words that were meant, whatever header and meta say."""

import pytest

from crawler.encoding import decode, known_charset

WORDS = "Trámite del niño: señal, año"


def page(charset: str, meta: str) -> bytes:
    return f"<html><head>{meta}</head><p>{WORDS}</p>".encode(charset)


META_1252 = '<meta charset="windows-1252">'
META_UTF8 = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'


@pytest.mark.parametrize(
    ("body", "header", "encoding"),
    [
        (page("utf-8", ""), "", "utf-8"),
        (page("cp1252", ""), "", "cp1252"),
        (page("cp1252", META_1252), "utf-8", "cp1252"),
        (page("utf-8", META_1252), "utf-8", "utf-8"),
        (page("cp1252", META_UTF8), "", "cp1252"),
        (page("cp1252", '<meta httpequiv="ContentType" content="a; charset=iso-8859-1">'), "",
         "cp1252"),
        (page("cp1252", ""), "ISO-8859-1", "cp1252"),
        (page("iso8859-15", '<meta charset="iso-8859-15">'), "", "iso8859-15"),
        (b"\xef\xbb\xbf" + page("utf-8", META_1252), "", "utf-8"),
        (b"\xff\xfe" + page("utf-16-le", ""), "", "utf-16-le"),
        (page("utf-8", ""), "utf-7", "utf-8"),
        (page("utf-8", '<meta charset="utf-16">'), "", "utf-8"),
    ],
)  # fmt: skip
def test_words_are_right_when_declared_or_not(body: bytes, header: str, encoding: str) -> None:
    decoded = decode(body, header)

    assert WORDS in decoded.text
    assert decoded.encoding == encoding


def test_conflict_is_told_when_header_and_meta_differ() -> None:
    assert decode(page("cp1252", META_1252), "utf-8").problems == ("charset_en_conflicto",)
    assert decode(page("utf-8", META_UTF8), "UTF8").problems == ()


def test_latin1_is_read_as_cp1252_when_it_holds_its_quotes() -> None:
    assert decode(b"\x93Hola\x94 \x96", "iso-8859-1").text == "“Hola” –"


def test_one_bad_byte_does_not_spoil_a_page_of_utf8() -> None:
    decoded = decode(WORDS.encode() * 30 + b"\xe1 " + WORDS.encode() * 30)

    assert decoded.text.count("Trámite") == 60
    assert decoded.problems == ("caracteres_danados",)


def test_one_bad_byte_does_not_make_the_meta_right() -> None:
    decoded = decode(META_1252.encode() + WORDS.encode() * 30 + b"\xe1", "utf-8")

    assert decoded.text.count("Trámite") == 30
    assert decoded.encoding == "utf-8"


def test_character_cut_at_the_end_is_dropped_when_the_rest_is_right() -> None:
    assert decode("año ñ".encode()[:-1]).text == "año "


def test_bytes_without_a_character_are_kept_when_cp1252_has_holes() -> None:
    assert decode(b"a\x81b\xe1").text == "a\x81bá"


@pytest.mark.parametrize("body", [b"", b"\xff", b"\x00\x00", b"\xe1"])
def test_text_comes_back_when_the_body_is_next_to_nothing(body: bytes) -> None:
    assert isinstance(decode(body).text, str)


@pytest.mark.parametrize("label", ["utf-7", "zip", "rot13", "idna", "unicode_escape", "x" * 999])
def test_charset_is_unknown_when_no_page_may_ask_for_it(label: str) -> None:
    assert known_charset(label) == ""
