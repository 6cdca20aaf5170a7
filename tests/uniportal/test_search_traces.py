"""What a visit tells of a search: only what people do, only from our own pages, nothing of them."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import ClickDayRow, MissingRequestRow, SearchDayRow
from indices.memory_engine import MemoryIndex
from indices.port import Query
from uniportal.app import create_app
from uniportal.settings import Settings
from uniportal.wiring import Rooms

RESULTS = "http://localhost/buscar?q=primer+dpi"
SHEET = "/servicio/primer-dpi"
BROWSER = {"User-Agent": "Mozilla/5.0 (Android 9; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"}
ROBOTS = ["Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.5", "python-requests/2", ""]


@pytest.fixture
def rooms(seeded_sqlite: Database, settings: Settings, site_index: MemoryIndex) -> Iterator[Rooms]:
    """A house of its own, whose counts nobody else adds to."""
    made = Rooms(settings, database=seeded_sqlite, index=site_index)
    yield made
    made.watch.close()


@pytest.fixture
def site(rooms: Rooms) -> Flask:
    return create_app(rooms=rooms)


def visit(site: Flask, address: str, **headers: str) -> None:
    """Ask for a page as a person does; `Sec_Purpose` stands for the header Sec-Purpose."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    assert site.test_client().get(address, headers={**BROWSER, **sent}).status_code == 200


def searches(rooms: Rooms) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Times, clicks and sum of ranks by text and filters, once all is written."""
    rooms.watch.flush()
    with rooms.database.reading() as session:
        return {
            (row.text, row.filters): (row.times, row.clicked, row.rank_sum)
            for row in session.scalars(select(SearchDayRow))
        }


def test_search_is_counted_once_however_many_pages_are_turned(site: Flask, rooms: Rooms) -> None:
    visit(site, "/buscar?q=DPI&gratis=si&tema=no-existe")
    visit(site, "/buscar?q=DPI&gratis=si&pagina=2")
    visit(site, "/buscar?institucion=renap")

    assert searches(rooms) == {("dpi", "gratis=si"): (1, 0, 0)}


def test_sheet_opened_from_results_is_counted_with_its_place(site: Flask, rooms: Rooms) -> None:
    visit(site, SHEET, Referer=RESULTS)

    ((key, count),) = searches(rooms).items()
    knowledge = Catalogue(rooms.database).search_knowledge()
    assert (key, count) == (("primer dpi", ""), (0, 1, 1))
    assert knowledge.clicks == {rooms.catalogue.service("primer-dpi").id: 1}


def test_place_on_a_later_page_counts_those_before(site: Flask, rooms: Rooms) -> None:
    eleventh = rooms.index.search(Query(text="dpi", page=2)).hits[0].slug

    visit(site, f"/servicio/{eleventh}", Referer="http://localhost/buscar?q=dpi&pagina=2")

    assert searches(rooms) == {("dpi", ""): (0, 1, 11)}


@pytest.mark.parametrize(
    "referer",
    [
        "https://localhost/buscar?q=primer+dpi",
        "http://otro.example/buscar?q=primer+dpi",
        "http://localhost:81/buscar?q=primer+dpi",
        "http://localhost/otra?q=primer+dpi",
        "http://localhost/buscar?q=zxqwv",
        "http://localhost/buscar",
        "http://[malo/buscar?q=dpi",
        "",
    ],
)
def test_address_that_did_not_lead_there_counts_nothing(
    site: Flask, rooms: Rooms, referer: str
) -> None:
    visit(site, SHEET, Referer=referer)

    assert searches(rooms) == {}


@pytest.mark.parametrize(
    "query", ["q=%FF%00dpi", "q=dpi&gratis=%27%22", "q=d%C3%AD&q=" + "a" * 9999]
)
def test_hostile_address_breaks_no_sheet(site: Flask, rooms: Rooms, query: str) -> None:
    visit(site, SHEET, Referer=f"http://localhost/buscar?{query}")

    assert all(text in ("", "dpi", "di", "y dpi") for text, _ in searches(rooms))


@pytest.mark.parametrize("agent", ROBOTS)
def test_robots_are_not_people(site: Flask, rooms: Rooms, agent: str) -> None:
    visit(site, "/buscar?q=dpi", User_Agent=agent)
    visit(site, SHEET, Referer=RESULTS, User_Agent=agent)

    assert searches(rooms) == {}


def test_telephone_of_a_maker_called_cubot_is_a_person(site: Flask, rooms: Rooms) -> None:
    visit(site, "/buscar?q=dpi", User_Agent="Mozilla/5.0 (Linux; Android 9; CUBOT X19) Chrome/99")

    assert searches(rooms) == {("dpi", ""): (1, 0, 0)}


def test_page_fetched_in_case_it_is_wanted_is_not_counted(site: Flask, rooms: Rooms) -> None:
    visit(site, "/buscar?q=dpi", Sec_Purpose="prefetch;prerender")
    visit(site, "/buscar?q=dpi", Purpose="prefetch")
    site.test_client().head("/buscar?q=dpi", headers=BROWSER)

    assert searches(rooms) == {}


def test_what_is_missing_is_noted_without_who_asked(site: Flask, rooms: Rooms) -> None:
    client = site.test_client()
    for text in ("Licencia de Moto", "dpi 1234567890101", ""):
        client.post("/buscar/falta", data={"q": text}, headers=BROWSER)

    rooms.watch.flush()

    with rooms.database.reading() as session:
        noted = {row.text: row.times for row in session.scalars(select(MissingRequestRow))}
    assert noted == {"licencia de moto": 1, "": 1}


def test_closing_the_house_writes_what_waits(site: Flask, rooms: Rooms) -> None:
    visit(site, SHEET, Referer=RESULTS)

    rooms.close()

    with rooms.database.reading() as session:
        assert session.scalar(select(func.sum(ClickDayRow.times))) == 1


def test_page_is_whole_while_the_database_takes_no_counts(
    settings: Settings, site_index: MemoryIndex
) -> None:
    resting = Database("sqlite:///no/folder/x.db")
    rooms = Rooms(settings, database=resting, index=site_index)

    visit(create_app(rooms=rooms), "/buscar?q=dpi")

    rooms.close()
