"""What others read of our pages: one address each, other languages, words of their own."""

import json
from collections import Counter

import pytest
from flask import Flask

from canse.catalogue import Catalogue
from canse.domain.publication import PublicationState
from canse.editing import Author, Editing
from tests.builders import NOON
from tests.conftest import DatabaseShop
from tests.page_client import FetchedPage, PageClient
from uniportal.app import create_app
from uniportal.settings import Settings
from uniportal.wiring import EXTENSION, Rooms

KINDS = (
    "/", "/buscar", "/buscar?q=pasaporte", "/servicio/reposicion-dpi", "/institucion/renap",
    "/instituciones", "/categoria/identidad", "/evento/documentos", "/a-z", "/caminos",
    "/camino/perdi-mis-documentos", "/etapas", "/datos", "/operadores", "/idiomas",
)  # fmt: skip
LEAST_WORDS, MOST_LETTERS = 4, 320


@pytest.fixture(scope="module")
def client(app: Flask) -> PageClient:
    return PageClient(app)


def said(page: FetchedPage, selector: str, attribute: str = "content") -> str:
    """What a tag of the head says; fails when there is none."""
    found = page.soup.select_one(selector)
    assert found is not None, selector
    return str(found[attribute])


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_page_tells_its_address_and_its_other_languages(
    client: PageClient, path: str, prefix: str
) -> None:
    page = client.get(prefix + path)
    plain = path.partition("?")[0]

    address = said(page, "link[rel=canonical]", "href").partition("?")[0]
    others = {
        str(one["hreflang"]): str(one["href"]).partition("?")[0]
        for one in page.soup.select("link[rel=alternate][hreflang]")
    }
    english = f"http://localhost/en{plain}"
    assert address == f"http://localhost{prefix}{plain}"
    assert others == {
        "es": f"http://localhost{plain}", "en": english, "x-default": f"http://localhost{plain}",
    }  # fmt: skip
    assert said(page, "meta[property='og:url']").partition("?")[0] == address


@pytest.mark.parametrize("path", KINDS)
def test_page_can_be_shared(client: PageClient, path: str) -> None:
    page = client.get(path)

    picture = said(page, "meta[property='og:image']").removeprefix("http://localhost")
    with client.app.test_client().get(picture) as response:
        assert response.mimetype == "image/png"
    assert said(page, "meta[property='og:title']") in page.soup.title.get_text()
    assert said(page, "meta[property='og:description']") == said(page, "meta[name=description]")


def test_descriptions_say_something_and_no_two_the_same(client: PageClient) -> None:
    described = {path: said(client.get(path), "meta[name=description]") for path in KINDS[3:]}

    assert {text: n for text, n in Counter(described.values()).items() if n > 1} == {}
    for path, text in described.items():
        assert len(text.split()) >= LEAST_WORDS, path
        assert len(text) <= MOST_LETTERS, path


def test_every_sheet_has_data_that_machines_can_read(client: PageClient) -> None:
    catalogue: Catalogue = client.app.extensions[EXTENSION].catalogue
    for sheet in list(catalogue.published_sheets())[::30]:
        page = client.get(f"/servicio/{sheet.slug}")
        blocks = page.soup.select("script[type='application/ld+json']")
        kinds = [json.loads(block.get_text())["@type"] for block in blocks]
        assert kinds == ["GovernmentService", "BreadcrumbList"]


@pytest.mark.parametrize("path", ["/buscar?q=zzzzqqqq", "/buscar?q=pasaporte&gratis=si"])
def test_narrowed_and_empty_results_are_kept_out_of_indexes(client: PageClient, path: str) -> None:
    assert said(client.get(path), "meta[name=robots]") == "noindex, follow"


@pytest.fixture
def changed(settings: Settings, sqlite_shop: DatabaseShop) -> Rooms:
    """The rooms of a site with a catalogue of its own."""
    return Rooms(settings, database=sqlite_shop.new(seeded=True))


def test_markup_in_a_name_stays_inside_the_data(changed: Rooms) -> None:
    name = "</script><script>alert(1)</script>"
    author = Author(name="Ana Ejemplo", at=NOON, reason="Prueba")
    Editing(changed.database).update("reposicion-dpi", {"name": name}, author)

    page = PageClient(create_app(rooms=changed)).get("/servicio/reposicion-dpi")

    block = page.soup.select("script[type='application/ld+json']")[0]
    assert json.loads(block.get_text())["name"] == name
    assert "<script>alert" not in page.html


def test_service_that_is_offered_no_more_is_gone_and_says_so(changed: Rooms) -> None:
    author = Author(name="Ana Ejemplo", at=NOON, reason="Ya no existe")
    Editing(changed.database).move("reposicion-dpi", PublicationState.ARCHIVED, author)

    page = PageClient(create_app(rooms=changed)).get("/servicio/reposicion-dpi", status=410)

    assert "Este servicio ya no se ofrece" in page.text
