"""Searches counted by day: what is kept, what is learned, what is forgotten."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from canse.catalogue import Catalogue
from canse.database import search_records
from canse.database.session import Database
from canse.database.tables import ClickDayRow, MissingRequestRow, SearchDayRow
from canse.domain.errors import CatalogueUnavailable
from canse.domain.search_log import (
    KEPT_DAYS,
    LEARNED_DAYS,
    Clicked,
    DayCounts,
    Happening,
    Missed,
    SearchCount,
    Searched,
)
from canse.search_log import SearchLog

NOW = datetime(2026, 12, 1, 23, 30, tzinfo=UTC)
TODAY = date(2026, 12, 1)


@pytest.fixture
def log(seeded: Database) -> SearchLog:
    return SearchLog(seeded)


def rows(database: Database) -> dict[tuple[str, str], tuple[int, int, int, int]]:
    """What is kept of searches: times, results, clicked and sum of ranks by text and filters."""
    with database.reading() as session:
        return {
            (row.text, row.filters): (row.times, row.results, row.clicked, row.rank_sum)
            for row in session.scalars(select(SearchDayRow))
        }


def searched(text: str, results: int = 4) -> Searched:
    """A search without filters."""
    return Searched(text=text, results=results)


def test_searches_of_a_day_are_added_up_over_several_writings(
    seeded: Database, log: SearchLog
) -> None:
    service = Catalogue(seeded).service("primer-dpi").id
    gratis = (("gratis", "si"), ("institucion", "renap"), ("tema", "juana-ejemplo"))

    log.keep([searched("Pasaporte"), searched("sacar DPI"), Missed(text="Licencia de moto")], NOW)
    log.keep([searched("pasaporte ", 9), Missed(text="licencia de moto")], NOW)
    log.keep([Clicked(text="sacar dpi", filters=gratis, service_id=service, rank=2)], NOW)

    assert rows(seeded) == {
        ("pasaporte", ""): (2, 9, 0, 0),
        ("sacar dpi", ""): (1, 4, 0, 0),
        ("sacar dpi", "gratis=si&institucion=renap"): (0, 0, 1, 2),
    }
    assert Catalogue(seeded).search_knowledge().clicks == {service: 1}
    with seeded.reading() as session:
        (missing,) = session.scalars(select(MissingRequestRow)).all()
        assert (missing.day, missing.text, missing.times) == (TODAY, "licencia de moto", 2)


def test_names_of_people_are_counted_without_their_words(seeded: Database, log: SearchLog) -> None:
    log.keep([searched("Zutanita Fulanez dpi"), searched("dpi 1234567890101", 0)], NOW)

    assert rows(seeded) == {("", ""): (2, 0, 0, 0)}


def test_click_on_a_service_that_is_none_does_no_harm(seeded: Database, log: SearchLog) -> None:
    log.keep([Clicked(text="dpi", service_id=10**6, rank=1), searched("dpi")], NOW)

    assert rows(seeded) == {("dpi", ""): (1, 4, 1, 1)}
    with seeded.reading() as session:
        assert session.scalars(select(ClickDayRow)).all() == []


def test_day_begins_at_midnight_of_utc(seeded: Database, log: SearchLog) -> None:
    log.keep([searched("dpi")], NOW)
    log.keep([searched("dpi")], NOW + timedelta(hours=1))

    with seeded.reading() as session:
        days = session.scalars(select(SearchDayRow.day).order_by(SearchDayRow.day)).all()
        assert days == [TODAY, TODAY + timedelta(days=1)]


def test_day_keeps_so_many_texts_and_counts_the_others_together(
    seeded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_records, "MOST_TEXTS_A_DAY", 3)
    one = SearchCount(times=1, results=1)
    first = DayCounts(searches={("a", ""): one, ("b", ""): one}, missed={"a": 1, "b": 1})
    second = DayCounts(
        searches={("c", ""): one, ("d", ""): one, ("e", ""): one, ("a", ""): one},
        missed={"c": 1, "d": 1, "e": 1, "a": 1},
    )

    for counts in (first, second):
        with seeded.transaction() as session:
            search_records.add_counts(session, TODAY, counts)

    with seeded.reading() as session:
        missed = {row.text: row.times for row in session.scalars(select(MissingRequestRow))}
    times = {text: row[0] for (text, _), row in rows(seeded).items()}
    assert times == missed == {"a": 2, "b": 1, "c": 1, "": 2}


def test_frequent_searches_that_found_something_are_learned(
    seeded: Database, log: SearchLog
) -> None:
    early = NOW - timedelta(days=LEARNED_DAYS)
    log.keep([searched("beca")] * 5, early)
    log.keep([searched("pasaporte")] * 2, early + timedelta(days=1))
    log.keep([searched("pasaporte"), searched("empleo"), searched("empleo")], NOW)
    log.keep([searched("licencia", 0)] * 5 + [searched("zutano fulanez")] * 5, NOW)

    assert Catalogue(seeded).search_knowledge().queries == {"pasaporte": 3}


def test_clicks_are_learned_for_a_season(seeded: Database, log: SearchLog) -> None:
    first, second = (
        Catalogue(seeded).service(slug).id for slug in ("primer-dpi", "reposicion-dpi")
    )
    log.keep([Clicked(text="dpi", service_id=first, rank=1)], NOW - timedelta(days=LEARNED_DAYS))
    for back in (0, 1):
        log.keep([Clicked(text="dpi", service_id=second, rank=1)] * 2, NOW - timedelta(days=back))

    assert Catalogue(seeded).search_knowledge().clicks == {second: 4}


def test_report_compares_with_the_days_before(seeded: Database, log: SearchLog) -> None:
    log.keep([searched("beca")] * 9 + [Missed(text="carro")], NOW - timedelta(days=30))
    log.keep([searched("beca")] * 5 + [searched("empleo", 0)] * 6, NOW - timedelta(days=29))
    log.keep([searched("pasaporte")] * 6 + [Missed(text="moto")], NOW)
    log.keep([Clicked(text="pasaporte", service_id=1, rank=3), searched("dpi 123")], NOW)

    report = log.report(NOW, 30)

    assert (report.first, report.last) == (date(2026, 11, 2), TODAY)
    assert (report.searches, report.in_vain, report.unkept) == (18, 6, 1)
    assert (report.clicks, report.mean_rank) == (1, 3.0)
    assert [(one.text, one.in_vain) for one in report.without_result] == [("empleo", 6)]
    assert [one.text for one in report.without_click] == ["beca"]
    assert [(one.text, one.before) for one in report.rising] == [("empleo", 0), ("pasaporte", 0)]
    assert [one.text for one in report.missing] == ["moto"]


def test_old_counts_are_forgotten(seeded: Database, log: SearchLog) -> None:
    service = Catalogue(seeded).service("primer-dpi").id
    all_kinds: list[Happening] = [
        searched("dpi"),
        Missed(text="moto"),
        Clicked(text="dpi", service_id=service, rank=1),
    ]
    for back in (KEPT_DAYS + 1, KEPT_DAYS, 0):
        log.keep(all_kinds, NOW - timedelta(days=back))

    assert log.prune(NOW) == 3
    assert log.prune(NOW) == 0
    assert len(rows(seeded)) == 1
    assert log.report(NOW - timedelta(days=KEPT_DAYS), 1).searches == 1


def test_nothing_happened_writes_nothing() -> None:
    SearchLog(Database("sqlite:///no/folder/x.db")).keep([], NOW)

    with pytest.raises(CatalogueUnavailable):
        SearchLog(Database("sqlite:///no/folder/x.db")).keep([searched("dpi")], NOW)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(max_size=80) | st.text(alphabet="dpi 0123456789@áñ²Ⅷ", max_size=30),
    value=st.text(max_size=20),
)
def test_no_digit_and_no_address_is_ever_stored(
    seeded_sqlite: Database, text: str, value: str
) -> None:
    filters = (("tema", value), (value, "si"), ("publico", value))

    SearchLog(seeded_sqlite).keep(
        [
            Searched(text=text, filters=filters, results=1),
            Clicked(text=text, filters=filters, service_id=1, rank=1),
            Missed(text=text),
        ],
        NOW,
    )

    with seeded_sqlite.reading() as session:
        kept = list(rows(seeded_sqlite))
        said = [one for pair in kept for one in pair]
        said += session.scalars(select(MissingRequestRow.text)).all()
    assert not any(letter.isnumeric() or letter == "@" for one in said for letter in one)
