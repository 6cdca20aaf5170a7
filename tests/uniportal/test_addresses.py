"""Queries arrive in clean UTF-8 whatever the browser sent, and no address gives a 500."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder

from uniportal.addresses import LARGEST_NUMBER, LONGEST_QUERY, clean_query

HOSTILE_VALUES = (
    "abc",
    "-1",
    "0",
    "1" + "0" * 30,
    "12.7",
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%FF%FE",
    "%E9",
    "a" * 10_000,
    "%F0%9F%98%80" * 500,
    "%E2%80%AE%E2%80%8B",
    "*",
    "%28" * 500,
    "q:(" * 50,
    "%3Cscript%3E",
    "{{7*7}}",
    "%2e%2e%2f",
    "%252e%252e",
    "' OR 1=1 --",
)
QUERY_NAMES = ("q", "tema", "etapa", "orden", "pagina", "en_linea", "por_pagina")
OFTEN_READ_ALONE = ("q", "pagina")
SEARCHES = ("/buscar", "/l/buscar", "/l/por/institucion", "/api/v1/servicios", "/instituciones")
PATHS = (
    "/servicio/{}",
    "/institucion/{}",
    "/categoria/{}",
    "/tema/{}",
    "/evento/{}",
    "/etapas/{}",
    "/l/s/{}",
    "/l/salir/{}",
    "/l/por/{}",
    "/api/v1/servicios/{}",
    "/static/{}",
    "/{}",
)


def decoded(query: str) -> dict[str, str]:
    """The query as an application reads it."""
    return EnvironBuilder(query_string=query).get_request().args.to_dict()


@pytest.mark.parametrize("sent", ["q=d%E9bito", "q=d%C3%A9bito", "q=d\xe9bito"])
def test_accents_survive_in_both_encodings(sent: str) -> None:
    assert decoded(clean_query(sent)) == {"q": "débito"}


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("q=a%00b", {"q": "a b"}),
        ("q=a%0D%0Ab", {"q": "a b"}),
        ("q=a+b%2Bc", {"q": "a b+c"}),
        ("q=%26x%3D1", {"q": "&x=1"}),
        ("q=%252e", {"q": "%2e"}),
        ("q=%zz", {"q": "%zz"}),
        ("&&q=1&", {"q": "1"}),
        ("q", {"q": ""}),
    ],
)
def test_query_is_cleaned_without_changing_what_it_means(sent: str, read: dict[str, str]) -> None:
    assert decoded(clean_query(sent)) == read


def test_query_is_cut_when_it_has_no_end() -> None:
    assert len(clean_query("q=" + "a" * 100_000)) <= LONGEST_QUERY


@given(st.binary(max_size=60))
def test_any_bytes_become_readable_text(raw: bytes) -> None:
    query = clean_query("q=" + raw.decode("latin-1"))

    value = decoded(query).get("q", "")
    assert value.isprintable() or not any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in value)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=40))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_query(EnvironBuilder(query_string={"q": text}).query_string)

    assert clean_query(once) == once


@pytest.mark.parametrize("address", SEARCHES)
@pytest.mark.parametrize("value", HOSTILE_VALUES)
def test_hostile_query_never_breaks_a_search(app: Flask, address: str, value: str) -> None:
    client = app.test_client()

    for name in OFTEN_READ_ALONE:
        assert client.get(f"{address}?{name}={value}").status_code < 500
    assert (
        client.get(f"{address}?{'&'.join(f'{n}={value}' * 3 for n in QUERY_NAMES)}").status_code
        < 500
    )


@pytest.mark.parametrize("pattern", PATHS)
@pytest.mark.parametrize("value", HOSTILE_VALUES)
def test_hostile_path_is_not_found(app: Flask, pattern: str, value: str) -> None:
    with app.test_client().get(pattern.format(value)) as response:
        assert response.status_code in (200, 308, 404)


@pytest.mark.parametrize("number", [LARGEST_NUMBER + 1, 10**30])
def test_number_larger_than_any_database_keeps_is_not_found(app: Flask, number: int) -> None:
    assert app.test_client().get(f"/l/s/{number}").status_code == 404
