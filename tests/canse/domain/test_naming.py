"""Names and addresses that mean the same are known as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.naming import (
    SLUG_LENGTH,
    fold,
    host_of,
    is_web_address,
    same_address_key,
    same_name_key,
    slugify,
)


@pytest.mark.parametrize("saltillo", "'’ʼꞌꞋ´`‘")
def test_fold_drops_every_saltillo(saltillo: str) -> None:
    assert fold(f"K{saltillo}iche{saltillo}") == "kiche"


def test_fold_drops_accents_and_case() -> None:
    assert fold("ACCIÓN Pingüino Ñandú") == "accion pinguino nandu"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("¿Reponer el DPI?", "reponer-el-dpi"),
        ("Año nuevo", "ano-nuevo"),
        ("日本", "sin-nombre"),
        ("", "sin-nombre"),
        ("x" * 200, "x" * SLUG_LENGTH),
    ],
)
def test_slug_is_readable(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_slug_of_any_text_is_an_address(text: str) -> None:
    slug = slugify(text)

    assert 0 < len(slug) <= SLUG_LENGTH
    assert slug == slugify(slug)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. Constancia zoosanitaria", "CONSTANCIA ZOOSANITARIA"),
        ("Reponer el DPI", "Reponer  el dpi."),
        ("230. Torneo", "Torneo"),
    ],
)
def test_same_name_in_two_forms(one: str, other: str) -> None:
    assert same_name_key(one) == same_name_key(other)


def test_name_that_is_only_a_number_stays() -> None:
    assert same_name_key("1530") == "1530"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.renap.gob.gt/dpi",
        "https://renap.gob.gt/dpi/",
        "https://renap.gob.gt:443/dpi/index.php",
        "https://RENAP.gob.gt./dpi?utm_source=x&fbclid=1#arriba",
        "https://renap.gob.gt/dpi?PHPSESSID=abc",
    ],
)
def test_same_address_in_many_forms(address: str) -> None:
    assert same_address_key(address) == "renap.gob.gt/dpi"


def test_query_is_part_of_an_address_in_any_order() -> None:
    assert same_address_key("http://a.gt/?b=2&a=1") == same_address_key("http://a.gt?a=1&b=2")
    assert same_address_key("http://a.gt/?id=1") != same_address_key("http://a.gt/?id=2")


@pytest.mark.parametrize(
    "text", ["", "Pendiente", "renap.gob.gt", "mailto:x@y.gt", "http://", "http://[x", "http://a:b"]
)
def test_what_is_no_address_has_no_key(text: str) -> None:
    assert same_address_key(text) == ""


def test_host_keeps_an_unusual_port() -> None:
    assert host_of("http://127.0.0.1:8701/x") == "127.0.0.1:8701"
    assert host_of("https://www.renap.gob.gt?x=1") == "renap.gob.gt"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "https://a.gt/\nX",
        "https://a.gt/ x",
        'https://a.gt/"onclick',
        "https://ana:clave@a.gt/",
        "http://127.0.0.1\\@a.gt/",
        "//a.gt/",
        "ftp://a.gt/",
    ],
)
def test_address_that_deceives_is_refused(address: str) -> None:
    assert not is_web_address(address)


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert is_web_address(text) in (True, False)
    assert isinstance(same_address_key("http://" + text), str)
