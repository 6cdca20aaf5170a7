"""Searches are counted aside: no page waits, and a database that rests loses counts only."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import SearchDayRow
from canse.search_log import SearchLog
from indices.memory_engine import MemoryIndex
from indices.port import Facet, Query
from indices.rebuild import rebuild
from uniportal.search_watch import MOST_WAITING, SOON, SearchWatch

NOW = datetime(2026, 12, 1, tzinfo=UTC)
LONG = 3_600.0
PASSPORT = Query(text="pasaporte", filters={Facet.FREE: ("si", "no")})


def watching(database: Database, pause: float = LONG) -> SearchWatch:
    """A watch over a catalogue and its index."""
    index = MemoryIndex()
    rebuild(index, Catalogue(database))
    return SearchWatch(SearchLog(database), lambda: index, pause=pause, clock=lambda: NOW)


def kept(database: Database) -> dict[str, tuple[int, int, int]]:
    """Times, clicks and sum of ranks of each text."""
    with database.reading() as session:
        return {
            row.text: (row.times, row.clicked, row.rank_sum)
            for row in session.scalars(select(SearchDayRow))
        }


def writers() -> list[threading.Thread]:
    """The threads that write."""
    return [one for one in threading.enumerate() if one.name == "search-watch"]


def until_none_writes() -> None:
    """Wait for the writing threads to end."""
    for one in writers():
        one.join(60)


def test_nothing_is_written_before_its_time(seeded_sqlite: Database) -> None:
    watch = watching(seeded_sqlite)

    watch.searched(PASSPORT, 3)
    before = kept(seeded_sqlite)
    watch.close()

    assert before == {}
    assert kept(seeded_sqlite) == {"pasaporte": (1, 0, 0)}


def test_what_waits_is_written_after_a_pause_by_a_thread_that_ends(
    seeded_sqlite: Database,
) -> None:
    watch = watching(seeded_sqlite, pause=0.01)

    watch.searched(PASSPORT, 3)
    until_none_writes()
    watch.searched(PASSPORT, 3)
    until_none_writes()

    assert kept(seeded_sqlite) == {"pasaporte": (2, 0, 0)}


def test_much_is_written_at_once(seeded_sqlite: Database) -> None:
    watch = watching(seeded_sqlite)

    for _ in range(SOON):
        watch.searched(PASSPORT, 3)
    until_none_writes()

    assert kept(seeded_sqlite) == {"pasaporte": (SOON, 0, 0)}


def test_many_visitors_at_once_are_all_counted(seeded_sqlite: Database) -> None:
    watch = watching(seeded_sqlite, pause=0.01)

    def visit() -> None:
        for _ in range(100):
            watch.searched(PASSPORT, 3)

    visitors = [threading.Thread(target=visit) for _ in range(8)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    watch.close()
    until_none_writes()

    assert kept(seeded_sqlite) == {"pasaporte": (800, 0, 0)}


def test_rank_is_the_place_on_the_page_it_was_opened_from(seeded_sqlite: Database) -> None:
    watch = watching(seeded_sqlite)
    index = MemoryIndex()
    rebuild(index, Catalogue(seeded_sqlite))
    query = Query(text="dpi", page=2, page_size=5)
    third = index.search(query).hits[2].id

    watch.clicked(query, third)
    watch.clicked(replace(query, page=1), third)
    watch.clicked(query, 10**6)
    watch.close()

    assert kept(seeded_sqlite) == {"dpi": (0, 1, 8)}


def test_search_without_words_is_not_counted(seeded_sqlite: Database) -> None:
    watch = watching(seeded_sqlite)

    watch.searched(Query(), 300)
    watch.clicked(Query(), 1)
    watch.close()

    assert kept(seeded_sqlite) == {}


def test_too_much_waiting_is_lost_and_not_kept_in_memory(seeded_sqlite: Database) -> None:
    started, go_on = threading.Event(), threading.Event()

    def clock() -> datetime:
        started.set()
        go_on.wait(60)
        return NOW

    watch = SearchWatch(SearchLog(seeded_sqlite), MemoryIndex, pause=0.0, clock=clock)
    watch.searched(PASSPORT, 3)
    started.wait(60)

    for _ in range(MOST_WAITING + 100):
        watch.searched(PASSPORT, 3)
    alone = len(writers())
    go_on.set()
    until_none_writes()

    assert alone == 1
    assert kept(seeded_sqlite) == {"pasaporte": (1 + MOST_WAITING, 0, 0)}


@pytest.mark.parametrize("fault", [None, ValueError("raro")], ids=["no database", "unforeseen"])
def test_fault_of_the_database_loses_counts_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, fault: Exception | None
) -> None:
    def clock() -> datetime:
        if fault:
            raise fault
        return NOW

    log = SearchLog(Database(f"sqlite:///{tmp_path / 'no folder' / 'x.db'}"))
    watch = SearchWatch(log, MemoryIndex, pause=LONG, clock=clock)

    watch.missed("carro")
    watch.close()

    (said,) = [one for one in caplog.records if one.getMessage() == "search_counts_lost"]
    assert said.lost == 1  # type: ignore[attr-defined]
    assert said.levelno == (logging.ERROR if fault else logging.WARNING)
    assert "carro" not in str(vars(said))


def test_watch_that_saw_nothing_makes_no_index(seeded_sqlite: Database) -> None:
    def refuse() -> MemoryIndex:
        raise AssertionError("nobody searched")

    made: Callable[[], MemoryIndex] = refuse
    SearchWatch(SearchLog(seeded_sqlite), made).close()

    assert kept(seeded_sqlite) == {}
