"""A page sent a moment ago is sent again, to the same question only, and noted each time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask, Response

from canse.database.session import Database
from canse.editing import Author, Editing
from canse.search_log import SearchLog
from indices.memory_engine import MemoryIndex
from indices.rebuild import rebuild
from tests.builders import NOON
from tests.conftest import DatabaseShop
from tests.page_client import PageClient
from uniportal import page_cache
from uniportal.app import create_app
from uniportal.page_cache import SentPages
from uniportal.settings import settings_for
from uniportal.wiring import EXTENSION, Rooms

SHEET = "/servicio/reposicion-dpi"
NEW_NAME = "Otro nombre del servicio"


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def answer(body: str) -> Response:
    return Response(body, content_type="text/html")


def test_page_is_good_for_its_seconds() -> None:
    clock = Clock()
    pages = SentPages(30, clock)
    pages.keep(("a",), answer("uno"), ())

    clock.now = 29.9
    kept = pages.get(("a",))
    clock.now = 30.0

    assert kept is not None
    assert kept.body == b"uno"
    assert pages.get(("a",)) is None


def test_pages_sent_longest_ago_go_when_they_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "MOST_BYTES", 10)
    pages = SentPages(30, Clock())
    for name in ("a", "b"):
        pages.keep((name,), answer("12345"), ())
    pages.get(("a",))

    pages.keep(("c",), answer("12345"), ())

    assert [bool(pages.get((name,))) for name in ("a", "b", "c")] == [True, False, True]


def test_page_kept_again_takes_the_place_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "MOST_BYTES", 10)
    pages = SentPages(30, Clock())
    for body in ("12345", "54321", "12345"):
        pages.keep(("a",), answer(body), ())

    pages.keep(("b",), answer("12345"), ())

    assert pages.get(("a",)) is not None


@pytest.fixture
def database(sqlite_shop: DatabaseShop) -> Database:
    return sqlite_shop.new(seeded=True)


@pytest.fixture
def site(tmp_path: Path, database: Database) -> Flask:
    """A site that sends pages again, as in production."""
    rooms = Rooms(settings_for(tmp_path, page_seconds=30), database=database, index=MemoryIndex())
    rebuild(rooms.index, rooms.catalogue)
    return create_app(rooms=rooms)


def rename(database: Database) -> None:
    """Change what the sheet says."""
    author = Author(name="Ana Ejemplo", at=NOON, reason="Prueba")
    Editing(database).update("reposicion-dpi", {"name": NEW_NAME}, author)


def test_page_is_sent_again_as_it_was(site: Flask, database: Database) -> None:
    client = site.test_client()
    first = client.get(SHEET)
    rename(database)

    again = client.get(SHEET)

    assert again.data == first.data
    for name in ("ETag", "Cache-Control", "Content-Type", "Content-Security-Policy"):
        assert again.headers[name] == first.headers[name]
    assert again.headers["X-Request-Id"] != first.headers["X-Request-Id"]
    assert client.get(SHEET, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "url", [f"{SHEET}?x=1", f"/en{SHEET}", "https://localhost/servicio/reposicion-dpi"]
)
def test_another_question_has_an_answer_of_its_own(
    site: Flask, database: Database, url: str
) -> None:
    PageClient(site).get(SHEET)
    rename(database)

    assert NEW_NAME in PageClient(site).get(url).text


def test_packed_and_plain_pages_are_not_mixed_up(site: Flask) -> None:
    client = site.test_client()
    packed = client.get(SHEET, headers={"Accept-Encoding": "gzip"})
    plain = client.get(SHEET, headers={"Accept-Encoding": "identity"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert plain.data.startswith(b"<!doctype html>")
    assert client.get(SHEET, headers={"Accept-Encoding": "gzip"}).data == packed.data


@pytest.mark.parametrize("path", [f"{SHEET}/reportar", "/salud", "/no-existe", "/api/v1/servicios"])
def test_what_is_of_one_visitor_or_moment_is_made_each_time(site: Flask, path: str) -> None:
    client = site.test_client()

    first, again = client.get(path), client.get(path)

    assert first.status_code == again.status_code
    if path.endswith("reportar"):
        assert first.data != again.data


def test_search_is_counted_each_time_that_its_page_is_seen(site: Flask, database: Database) -> None:
    rooms: Rooms = site.extensions[EXTENSION]
    client = site.test_client()
    person = {"User-Agent": "Mozilla/5.0"}
    for _ in range(3):
        client.get("/buscar?q=pasaporte", headers=person)
    client.get("/buscar?q=pasaporte", headers={"User-Agent": "Googlebot"})
    rooms.watch.close()

    report = SearchLog(database).report(datetime.now(UTC), 1)
    assert report.searches == 3


def test_who_develops_sees_each_change_at_once(tmp_path: Path, database: Database) -> None:
    rooms = Rooms(settings_for(tmp_path), database=database, index=MemoryIndex())
    client = PageClient(create_app(rooms=rooms))
    client.get(SHEET)
    rename(database)

    assert NEW_NAME in client.get(SHEET).text
