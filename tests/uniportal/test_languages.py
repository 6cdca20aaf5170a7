"""The language is in the address, links keep it, and nothing a visitor sends breaks it."""

from datetime import date
from decimal import Decimal

import flask_babel  # type: ignore[import-untyped]
import pytest
from flask import Flask, render_template_string, url_for

from uniportal.languages import (
    ENGLISH,
    LANGUAGE_KEY,
    SPANISH,
    gettext,
    interface_language,
    mount,
    page_in,
)


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/", "es"),
        ("/en/", "en"),
        ("/en", "en"),
        ("/en/l/", "en"),
        ("/english", "es"),
        ("//en/", "es"),
        ("/EN/", "es"),
        ("/quc/", "quc"),
        ("/kek/", "es"),
        ("/agu-x-chalchit/", "es"),
        ("/quc-GT/", "es"),
        ("/cak", "cak"),
        ("/%00/", "es"),
    ],
)
def test_language_is_the_first_part_of_the_address(app: Flask, address: str, language: str) -> None:
    with app.test_client() as client:
        response = client.get(address)

        assert interface_language() == language
        assert response.status_code in (200, 404)


@pytest.mark.parametrize("query", ["?lang=", "?lang=xx", "?l=%FF", "?lang=cak&lang=en"])
def test_query_does_not_choose_the_language(app: Flask, query: str) -> None:
    response = app.test_client().get(f"/{query}", headers={"Accept-Language": "zz-!!, en;q=x"})

    assert response.status_code == 200
    assert b'lang="es' in response.data


def test_links_keep_the_language_when_it_is_not_spanish(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/en/l/")

        assert url_for("lite.home") == "/en/l/"


def test_texts_are_english_under_the_english_address(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/en/l/")
        english = gettext("Instituciones")
        client.get("/l/")
        spanish = gettext("Instituciones")

    assert (english, spanish) == ("Institutions", "Instituciones")


@pytest.mark.parametrize("address", ["/l/", "/en/l/"])
def test_formats_are_guatemalan_in_every_language(app: Flask, address: str) -> None:
    with app.test_client() as client:
        client.get(address)

        assert flask_babel.format_currency(Decimal("1250"), "GTQ") == "Q1,250.00"
        assert flask_babel.format_decimal(1234.5) == "1,234.5"
        assert flask_babel.format_date(date(2026, 7, 3), "long") == "3 de julio de 2026"


def test_unknown_language_in_the_environment_of_a_request_speaks_spanish(app: Flask) -> None:
    with app.test_request_context("/", environ_overrides={LANGUAGE_KEY: "kek"}):
        assert gettext("Instituciones") == "Instituciones"
        assert flask_babel.format_decimal(1234.5) == "1,234.5"


def test_same_page_is_offered_in_each_language_with_its_query(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/en/buscar?q=partida%20de%20%C3%B1u&tema=a%26b")

        assert page_in(SPANISH) == "/buscar?q=partida%20de%20%C3%B1u&tema=a%26b"
        assert page_in(ENGLISH) == "/en/buscar?q=partida%20de%20%C3%B1u&tema=a%26b"


def test_address_in_another_language_cannot_leave_the_site(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/en//otro.example/")

        assert not page_in(SPANISH).startswith("//")


def test_site_under_a_mount_point_keeps_it_before_the_language(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/en/l/", environ_overrides={"SCRIPT_NAME": "/sitio"})

        assert mount() == "/sitio"
        assert url_for("lite.home") == "/sitio/en/l/"
        assert page_in(SPANISH) == "/sitio/l/"


def test_outside_a_request_the_site_speaks_spanish() -> None:
    assert interface_language() == "es"
    assert mount() == ""


def test_template_rendered_outside_a_request_is_spanish(app: Flask) -> None:
    with app.app_context():
        text = render_template_string("{{ interface_language }} {{ interface_languages }}")

    assert text == "es ()"
