"""Addresses have one form, and what is no address stays out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.urls import ADDRESS_LENGTH, normalise, page_key, percent_encode, resolve


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("HTTP://Muni.Gob.GT.:80/a/../b?z=1&a=2#arriba", "http://muni.gob.gt/b?a=2&z=1"),
        ("https://a.gt:443", "https://a.gt/"),
        ("http://a.gt/x?utm_source=f&id=3&fbclid=9", "http://a.gt/x?id=3"),
        ("http://a.gt/x;jsessionid=AB12?PHPSESSID=9", "http://a.gt/x"),
        ("http://a.gt/x?sid=0123456789abcdef01", "http://a.gt/x"),
        ("http://a.gt/x?sid=7", "http://a.gt/x?sid=7"),
        ("http://a.gt/(S(abcdefghijklmnopqrstuvwx))/p.aspx", "http://a.gt/p.aspx"),
        ("http://a.gt/(X(1)S(abc-def_1))/p.aspx", "http://a.gt/p.aspx"),
        ("http://a.gt/x?ASPSESSIONIDQABCDEFG=HIJK", "http://a.gt/x"),
        ("http://a.gt/x?token=0123456789abcdef01", "http://a.gt/x"),
        ("http://a.gt/x?s=licencia", "http://a.gt/x?s=licencia"),
        ("http://a.gt/x?id=3&print=1&tmpl=component", "http://a.gt/x?id=3"),
        ("http://a.gt/x?print=8", "http://a.gt/x?print=8"),
        ("http://a.gt/x?replytocom=7&share=twitter", "http://a.gt/x"),
        ("http://a.gt/tra\n\tmites", "http://a.gt/tramites"),
        ("http://a.gt/100%", "http://a.gt/100%25"),
        ("http://a.gt/%252F", "http://a.gt/%252F"),
        ("http://a.gt/ñ", "http://a.gt/%C3%B1"),
        ("http://ñandú.gt/", "http://xn--and-6ma2c.gt/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/"),
        ("http://127.0.0.1\\@a.gt/", "http://127.0.0.1/@a.gt/"),
        ("http://[::0:1]/", "http://[::1]/"),
    ],
)
def test_normalise_gives_one_form_when_written_in_many(written: str, expected: str) -> None:
    assert normalise(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hola mundo",
        "javascript:alert(1)",
        "mailto:a@a.gt",
        "ftp://a.gt/",
        "file:///etc/passwd",
        "http://usuario:clave@a.gt/",
        "http://[x",
        "http://a.gt:99999/",
        "http://a.gt:0/",
        "http://127.1/",
        "http://0x7f.0.0.1/",
        "http://2130706433/",
        "http://a..gt/",
        "http://a b.gt/",
        "http://a.gt/" + "x" * ADDRESS_LENGTH,
    ],
)
def test_normalise_gives_none_when_it_is_no_address(written: str) -> None:
    assert normalise(written) is None


def test_normalise_joins_with_the_base_when_relative() -> None:
    assert normalise("../b?x=1", "http://a.gt/uno/dos/tres") == "http://a.gt/uno/b?x=1"


def test_resolve_keeps_the_session_when_a_redirect_needs_it() -> None:
    assert resolve("/x;jsessionid=A1", "http://a.gt/") == "http://a.gt/x;jsessionid=A1"


def test_page_key_is_one_when_scheme_and_www_differ() -> None:
    assert page_key("http://www.a.gt/x?y=1") == page_key("https://a.gt/x?y=1")
    assert page_key("http://a.gt:8080/x") != page_key("http://a.gt/x")


def test_percent_encode_keeps_raw_bytes_when_a_server_sends_latin1() -> None:
    assert percent_encode("/tr\xe1mites?a b") == "/tr%E1mites?a%20b"


_PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["http://", "https://", "a.gt", "/", "..", "?", "&", "=", "#", ";jsessionid=1", "%", "%2f",
         "%41", ":80", "@", "[::1]", "\\", "utm_x=1", "sid=", "+", "ñ", "//", ".", "\t"]
    ),
)  # fmt: skip


@settings(max_examples=1000, deadline=None)
@given(st.lists(_PIECES, max_size=10).map("".join), st.booleans())
def test_normalise_changes_nothing_when_done_twice(tail: str, has_host: bool) -> None:
    url = normalise(f"http://a.gt/{tail}" if has_host else tail)

    assert url is None or normalise(url) == url
    assert url is None or url.isascii()
