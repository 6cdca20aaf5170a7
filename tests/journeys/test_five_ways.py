"""Searching by topic, institution, category, ministry and secretariat: each answer against SQL."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from canse.catalogue import Catalogue
from canse.database.session import Database
from indices.whoosh_engine import WhooshIndex
from tests.conftest import DatabaseShop
from tests.page_client import PageClient
from uniportal.app import create_app
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

PUBLISHED = "s.state = 'published'"
BELOW = """
    WITH RECURSIVE below(id) AS (
        SELECT id FROM institution WHERE slug = :slug
        UNION SELECT i.id FROM institution i JOIN below b ON i.parent_id = b.id
    )
    SELECT count(*) FROM service s JOIN below b ON s.institution_id = b.id WHERE
"""
COUNTS = {
    "tema": "SELECT count(*) FROM service s JOIN service_topic l ON l.service_id = s.id "
    "JOIN topic t ON t.id = l.topic_id WHERE t.slug = :slug AND ",
    "institucion": "SELECT count(*) FROM service s JOIN institution i "
    "ON i.id = s.institution_id WHERE i.slug = :slug AND ",
    "categoria": "SELECT count(*) FROM service s JOIN category c "
    "ON c.id = s.category_id WHERE c.slug = :slug AND ",
    "ministerio": BELOW,
    "secretaria": BELOW,
}
VALUES = {
    "tema": "SELECT slug FROM topic ORDER BY slug LIMIT 60",
    "institucion": "SELECT slug FROM institution ORDER BY slug",
    "categoria": "SELECT slug FROM category ORDER BY slug",
    "ministerio": "SELECT slug FROM institution WHERE kind = 'ministry' ORDER BY slug",
    "secretaria": "SELECT slug FROM institution WHERE kind = 'secretariat' ORDER BY slug",
}


@pytest.fixture(scope="module")
def whole(sqlite_shop: DatabaseShop) -> Iterator[Database]:
    database = sqlite_shop.new(seeded=True)
    yield database
    database.dispose()


@pytest.fixture(scope="module")
def pages(whole: Database, tmp_path_factory: pytest.TempPathFactory) -> PageClient:
    """The site with its real engine, Whoosh."""
    folder: Path = tmp_path_factory.mktemp("instance")
    rooms = Rooms(
        settings_for(folder),
        database=whole,
        catalogue=Catalogue(whole),
        index=WhooshIndex(folder / "index"),
    )
    rooms.keep_index_in_step()
    return PageClient(create_app(rooms=rooms))


def shown(pages: PageClient, address: str) -> int:
    """How many services the page says it found."""
    heading = pages.get(address).soup.find("h1")
    assert heading is not None
    number = re.match(r"([\d,]+) servicios?", heading.get_text(strip=True))
    return int(number[1].replace(",", "")) if number else 0


def stored(database: Database, way: str, slug: str) -> int:
    with database.reading() as session:
        return int(session.execute(text(COUNTS[way] + PUBLISHED), {"slug": slug}).scalar_one())


def values(database: Database, way: str) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(text(VALUES[way])))


@pytest.mark.parametrize("way", COUNTS)
def test_way_alone_finds_what_sql_counts(pages: PageClient, whole: Database, way: str) -> None:
    slugs = values(whole, way)

    found = {slug: shown(pages, f"/buscar?{way}={slug}") for slug in slugs}

    assert found == {slug: stored(whole, way, slug) for slug in slugs}
    assert sum(found.values()) > 0


def test_ways_combined_with_words_find_what_sql_counts(pages: PageClient, whole: Database) -> None:
    found = shown(pages, "/buscar?q=pasaporte&institucion=igm&categoria=migracion")

    with whole.reading() as session:
        expected = session.execute(
            text(
                "SELECT count(DISTINCT s.id) FROM service s "
                "JOIN institution i ON i.id = s.institution_id AND i.slug = 'igm' "
                "JOIN category c ON c.id = s.category_id AND c.slug = 'migracion' "
                "WHERE s.name_key LIKE '%pasaporte%'"
            )
        ).scalar_one()
    assert 1 <= expected <= found


def test_counts_beside_the_results_are_what_their_links_find(pages: PageClient) -> None:
    page = pages.get("/buscar?categoria=migracion")
    links = [
        (link.get_text(" ", strip=True), str(link["href"]))
        for link in page.soup.find_all("a", href=True)
        if "institucion=" in str(link["href"]) and re.search(r"\d+$", link.get_text(strip=True))
    ]

    assert links
    for words, address in links:
        number = re.search(r"(\d+)$", words)
        assert number is not None
        assert shown(pages, address) == int(number[1]), words
