"""The list of pages that WordPress keeps is read, and only where there is one."""

import json
from pathlib import Path

import pytest

from crawler.wordpress import LISTINGS, PAGES, following, links_in, listing_of
from tests.crawler.auditing import audit, outcomes
from tests.crawler.pages import PORTAL, page_of
from tests.crawler.small_site import Pages, Reply, page

WORDPRESS = '<meta name="generator" content="WordPress 6.8"><p>Hola</p>'
LISTING = "/wp-json/wp/v2/pages?_fields=link&page={}&per_page=100"


@pytest.mark.parametrize(
    "html",
    [WORDPRESS, '<script src="/wp-content/themes/muni/a.js"></script><p>Hola</p>'],
)
def test_portal_made_with_wordpress_is_known(html: str) -> None:
    assert listing_of(page_of(html), PORTAL) == PORTAL.rstrip("/") + LISTING.format(1)


def test_other_portals_have_no_such_list() -> None:
    other = page_of('<meta name="generator" content="Joomla! 5"><p>Como WordPress</p>')

    assert listing_of(other, PORTAL) == ""
    assert listing_of(None, PORTAL) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[" * 100_000,
        "{}",
        '{"code": "rest_no_route"}',
        '["http://a.gt/"]',
        '[{"link": 7}, {"other": "http://a.gt/"}, null]',
        json.dumps([{"link": "http://a.gt/" + "x" * 5000}]),
    ],
)
def test_what_is_no_list_holds_no_address(text: str) -> None:
    assert links_in(text) == ()


def test_list_is_bounded() -> None:
    entries = [{"link": f"http://a.gt/{n}"} for n in range(1000)]

    assert len(links_in(json.dumps(entries))) == PAGES


def test_next_list_is_asked_for_only_after_a_full_one() -> None:
    address = "http://a.gt" + LISTING.format(1)

    assert following(address, PAGES) == "http://a.gt" + LISTING.format(2)
    assert following(address, PAGES - 1) == ""
    assert following("http://a.gt" + LISTING.format(LISTINGS), PAGES) == ""
    assert following("http://a.gt/sitemap.xml", PAGES) == ""


def test_page_that_no_link_leads_to_is_found(tmp_path: Path) -> None:
    pages: Pages = {
        "/": Reply(body=f"<html lang=es><head>{WORDPRESS}</html>".encode()),
        LISTING.format(1): Reply(
            body=b'[{"link": "/huerfana"}, {"link": "http://otro.example/"}]',
            kind="application/json",
        ),
        "/huerfana": page("Huérfana"),
    }

    audited, site = audit(pages, tmp_path)

    assert outcomes(audited)["/huerfana"] == "ok"
    assert [path for path in site.asked if "wp-json" in path] == [LISTING.format(1)]


def test_robots_may_close_the_list(tmp_path: Path) -> None:
    pages: Pages = {
        "/": Reply(body=f"<html lang=es><head>{WORDPRESS}</html>".encode()),
        "/robots.txt": Reply(body=b"User-agent: *\nDisallow: /wp-json/\n", kind="text/plain"),
    }

    _, site = audit(pages, tmp_path)

    assert not [path for path in site.asked if path.startswith("/wp-json/")]
