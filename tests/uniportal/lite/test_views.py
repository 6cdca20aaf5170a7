"""The lite view: one small request a page, nothing of others, nothing kept of the visitor."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from canse.catalogue import Catalogue
from tests.page_client import FetchedPage, PageClient
from uniportal.app import create_app
from uniportal.lite.sheet import lite_sheet
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

HARD_LIMIT = 14_000
USUAL_LIMIT = 8_000
STYLE_LIMIT = 2_500
ADDRESSES = (
    "/l/",
    "/l/buscar",
    "/l/buscar?q=pasaporte",
    "/l/buscar?q=zzzzzzz",
    "/l/por/categoria",
    "/l/por/tema",
    "/l/por/institucion",
    "/l/por/ministerio",
    "/l/por/secretaria",
    "/l/s/1",
    "/l/salir/1",
    "/l/nada",
    "/en/l/",
    "/en/l/s/1",
)


def weight(page: FetchedPage) -> int:
    """What a page costs on the wire, headers included."""
    headers = sum(len(f"{name}: {value}\r\n".encode()) for name, value in page.headers)
    return len(gzip.compress(page.html.encode(), 6)) + headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_light_and_asks_for_nothing_else(pages: PageClient, address: str) -> None:
    page = pages.get(address, status=None)

    assert weight(page) <= USUAL_LIMIT
    assert page.soup.find_all(["script", "img", "iframe", "video", "audio", "object"]) == []
    assert [str(link["href"]) for link in page.soup.find_all("link")] == ["data:,"]
    assert not re.search(r"@import|url\(", page.html)
    assert len(page.soup.style.get_text()) <= STYLE_LIMIT if page.soup.style else False


@pytest.mark.parametrize("address", ADDRESSES)
def test_style_uses_nothing_that_old_browsers_lack(pages: PageClient, address: str) -> None:
    style = pages.get(address, status=None).soup.style

    assert style is not None
    for word in ("grid", "flex", "var(", "calc(", "vw", "fixed", "sticky"):
        assert word not in style.get_text()


def test_longest_services_fit_their_weight(app: Flask, rooms: Rooms) -> None:
    client = PageClient(app)
    sheets = sorted(
        rooms.catalogue.published_sheets(),
        key=lambda sheet: len(sheet.description) + sum(len(r.text) for r in sheet.requirements),
    )

    assert all(weight(client.get(f"/l/s/{sheet.number}")) <= HARD_LIMIT for sheet in sheets[-20:])


def test_every_link_inside_leads_to_a_page_without_redirect(pages: PageClient) -> None:
    seen, waiting = set[str](), ["/l/"]
    while waiting and len(seen) < 60:
        address = waiting.pop(0)
        if address in seen or not address.startswith(("/l/", "/en/l/")):
            continue
        seen.add(address)
        waiting += pages.get(address).links()

    assert len(seen) == 60


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "/salir/" not in one])
def test_no_page_links_outside_but_the_door(pages: PageClient, address: str) -> None:
    links = pages.get(address, status=None).links()

    assert [link for link in links if re.match(r"[a-z]+://|//", link)] == []


def test_door_warns_of_the_cost_and_names_the_host(app: Flask, rooms: Rooms) -> None:
    sheet = next(one for one in rooms.catalogue.published_sheets() if one.action_url)

    page = PageClient(app).get(f"/l/salir/{sheet.number}")

    assert "saldo" in page.text
    assert sheet.action_url in page.links()
    assert f"/l/s/{sheet.number}" in page.links()
    outside = page.soup.find("a", href=sheet.action_url)
    assert outside is not None
    assert set(outside.get("rel") or ()) >= {"nofollow", "noreferrer"}


@pytest.mark.parametrize("typed", ["certificaci%F3n", "certificaci%C3%B3n", "certificacion"])
def test_search_finds_the_same_whatever_became_of_the_accents(
    pages: PageClient, typed: str
) -> None:
    found = pages.get(f"/l/buscar?q={typed}").soup.select("main ul a")

    assert found
    assert found == pages.get("/l/buscar?q=CERTIFICACI%C3%93N").soup.select("main ul a")


def test_words_are_kept_in_the_box_and_in_the_following_page(pages: PageClient) -> None:
    page = pages.get("/l/buscar?q=certificaci%F3n")

    box = page.soup.select_one("input[name=q]")
    assert box is not None
    assert box["value"] == "certificación"
    following = [link for link in page.links() if "pagina=2" in link]
    assert len(following) == 1
    assert pages.get(following[0]).soup.select("main ul a")


def test_filter_of_each_way_narrows_the_search(app: Flask, rooms: Rooms) -> None:
    client = PageClient(app)
    every = client.get("/l/buscar").text

    for way in ("categoria", "tema", "institucion", "ministerio", "secretaria"):
        entry = next(link for link in client.get(f"/l/por/{way}").links() if f"{way}=" in link)
        assert client.get(entry).text != every


@pytest.mark.parametrize(
    "address", ["/l/s/0", "/l/s/999999", "/l/s/x", "/l/por/nada", "/l/salir/999999"]
)
def test_what_does_not_exist_is_a_lite_page(pages: PageClient, address: str) -> None:
    page = pages.get(address, status=404)

    assert page.soup.style is not None
    assert weight(page) <= USUAL_LIMIT


def test_lite_host_serves_the_lite_view_at_its_root_and_never_leaves_it(
    tmp_path: Path, rooms: Rooms
) -> None:
    settings = settings_for(
        tmp_path, lite_host="ligero.example", base_url="https://servicios.example"
    )
    app = create_app(rooms=Rooms(settings, database=rooms.database, index=rooms.index))
    client = PageClient(app)
    host: dict[str, Any] = {"base_url": "http://ligero.example:8080"}

    home, service = client.get("/", **host), client.get("/s/1", **host)

    assert "¿Qué trámite necesita?" in home.text
    assert all(link.startswith(("/l/", "/en/l/", "#", "tel:")) for link in home.links())
    assert all(link.startswith(("/l/", "/en/l/", "#", "tel:")) for link in service.links())
    assert client.get("/l/s/1", **host).html == service.html
    assert client.get("/buscar?q=dpi", **host).status == 200
    assert client.get("/servicio/x", status=404, **host).soup.style is not None


def test_other_hosts_keep_the_full_view_at_their_root(tmp_path: Path, rooms: Rooms) -> None:
    settings = settings_for(tmp_path, lite_host="ligero.example")
    app = create_app(rooms=Rooms(settings, database=rooms.database, index=rooms.index))

    assert PageClient(app).get("/", base_url="http://servicios.example").soup.style is None


def test_page_works_over_plain_http_and_https_alike(app: Flask) -> None:
    client = app.test_client()

    plain = client.get("/l/s/1", base_url="http://localhost").data
    secure = client.get("/l/s/1", base_url="https://localhost").data

    assert plain == secure


def test_numbers_of_published_services_answer(app: Flask, rooms: Rooms) -> None:
    catalogue: Catalogue = rooms.catalogue
    client = app.test_client()

    numbers = [sheet.number for sheet in catalogue.published_sheets()][::6]

    assert {client.get(f"/l/s/{number}").status_code for number in numbers} == {200}


def test_words_of_the_catalogue_are_marked_spanish_on_an_english_page(pages: PageClient) -> None:
    english, spanish = pages.get("/en/l/s/1"), pages.get("/l/s/1")

    heading = english.soup.h1
    assert heading is not None
    assert heading.get("lang") == "es"
    assert "Service number 1." in english.text
    assert spanish.soup.find_all(lang="es") == [spanish.soup.html]


def test_door_of_a_service_without_links_does_not_exist(app: Flask, rooms: Rooms) -> None:
    numbers = [
        sheet.number for sheet in rooms.catalogue.published_sheets() if not lite_sheet(sheet).links
    ]
    client = PageClient(app)

    for number in numbers[:3]:
        assert client.get(f"/l/salir/{number}", status=404)
        assert f"/l/salir/{number}" not in client.get(f"/l/s/{number}").links()
    assert numbers
