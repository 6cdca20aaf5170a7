"""What search engines and browsers read is well formed and leads to pages that exist."""

from pathlib import Path

from flask import Flask
from lxml import etree

from uniportal.app import create_app
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def locations(app: Flask) -> list[str]:
    """The addresses of the sitemap, without the host."""
    tree = etree.fromstring(app.test_client().get("/sitemap.xml").data)
    return [str(one.text).removeprefix("http://localhost") for one in tree.iter(f"{SITEMAP}loc")]


def test_sitemap_lists_every_published_service_once(app: Flask, rooms: Rooms) -> None:
    listed = locations(app)

    services = {one for one in listed if one.startswith("/servicio/")}
    assert services == {f"/servicio/{sheet.slug}" for sheet in rooms.catalogue.published_sheets()}
    assert len(listed) == len(set(listed))


def test_sitemap_leads_only_to_pages_that_exist(app: Flask) -> None:
    client = app.test_client()
    others = [one for one in locations(app) if not one.startswith("/servicio/")]
    some = others[::7] + [one for one in locations(app) if one.startswith("/servicio/")][::40]

    assert {client.get(one).status_code for one in some} == {200}


def test_robots_point_to_the_sitemap_of_the_public_address(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, base_url="https://servicios.example"))

    text = app.test_client().get("/robots.txt").get_data(as_text=True)

    assert "Sitemap: https://servicios.example/sitemap.xml" in text
    assert "Disallow: /gestion/" in text


def test_browser_learns_where_to_search(app: Flask) -> None:
    tree = etree.fromstring(app.test_client().get("/en/opensearch.xml").data)

    url = tree.find(f"{OPENSEARCH}Url")
    assert url is not None
    assert url.get("template") == "http://localhost/en/buscar?q={searchTerms}"
    assert tree.findtext(f"{OPENSEARCH}Language") == "en"
