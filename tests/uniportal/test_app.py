"""The site as a whole: every address of the contract answers, and in its own form."""

import pytest
from flask import Flask
from jinja2 import UndefinedError

from tests.page_client import PageClient

PAGES = (
    "/",
    "/buscar",
    "/buscar?q=pasaporte",
    "/instituciones",
    "/etapas",
    "/datos",
    "/operadores",
    "/l/",
    "/l/buscar?q=pasaporte",
    "/l/s/1",
)
MACHINE_ADDRESSES = {
    "/salud": "application/json",
    "/api/v1/servicios": "application/json",
    "/api/v1/instituciones": "application/json",
    "/api/v1/categorias": "application/json",
    "/.well-known/uniportal-operadores.json": "application/json",
    "/sitemap.xml": "application/xml",
    "/robots.txt": "text/plain",
    "/opensearch.xml": "application/opensearchdescription+xml",
}


@pytest.mark.parametrize("address", PAGES)
def test_page_is_sound_when_asked_for(pages: PageClient, address: str) -> None:
    assert pages.get(address).status == 200


@pytest.mark.parametrize("address", PAGES)
def test_page_is_sound_when_asked_for_in_english(pages: PageClient, address: str) -> None:
    page = pages.get(f"/en{address}")

    assert page.soup.html is not None
    assert page.soup.html["lang"] == "en"


@pytest.mark.parametrize(("address", "media_type"), MACHINE_ADDRESSES.items())
def test_machine_address_answers_in_its_media_type(
    app: Flask, address: str, media_type: str
) -> None:
    response = app.test_client().get(address)

    assert response.status_code == 200
    assert response.mimetype == media_type


def test_json_is_written_for_people_too(app: Flask) -> None:
    text = app.test_client().get("/api/v1/categorias").get_data(as_text=True)

    assert "\\u" not in text
    assert text.index('"total"') < text.index('"categories"')


def test_templates_fail_on_a_name_that_nobody_gave(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(UndefinedError):
        app.jinja_env.from_string("{{ nada }}").render()
