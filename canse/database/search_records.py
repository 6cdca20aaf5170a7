"""Everything asked of the tables that count searches."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import case, delete, func, select
from sqlalchemy.orm import Session

from canse.database.tables import ClickDayRow, MissingRequestRow, SearchDayRow, ServiceRow
from canse.domain.search_log import (
    FEWEST_TIMES_LEARNED,
    LEARNED_DAYS,
    MOST_QUERIES_LEARNED,
    MOST_TEXTS_A_DAY,
    UNKEPT,
    DayCounts,
    SearchCount,
)
from canse.domain.search_report import TextCount

TABLES: tuple[type[Any], ...] = (SearchDayRow, ClickDayRow, MissingRequestRow)


def add_counts(session: Session, day: date, counts: DayCounts) -> None:
    """Add to what a day has counted; new texts beyond MOST_TEXTS_A_DAY go under UNKEPT."""
    _add_searches(session, day, counts.searches)
    _add_missed(session, day, counts.missed)
    _add_clicks(session, day, counts.clicks)


def _add_searches(
    session: Session, day: date, searches: Mapping[tuple[str, str], SearchCount]
) -> None:
    texts = {UNKEPT, *(text for text, _ in searches)}
    query = select(SearchDayRow).where(SearchDayRow.day == day, SearchDayRow.text.in_(texts))
    rows = {(row.text, row.filters): row for row in session.scalars(query)}
    room = MOST_TEXTS_A_DAY - _count(session, SearchDayRow, day)
    for key, count in searches.items():
        if key not in rows and room <= 0:
            key = UNKEPT, ""
        if key not in rows:
            rows[key] = _new_search(session, day, key)
            room -= 1
        row = rows[key]
        row.times += count.times
        row.clicked += count.clicked
        row.rank_sum += count.rank_sum
        if count.times and row.text:
            row.results = count.results


def _new_search(session: Session, day: date, key: tuple[str, str]) -> SearchDayRow:
    text, filters = key
    row = SearchDayRow(
        day=day, text=text, filters=filters, times=0, results=0, clicked=0, rank_sum=0
    )
    session.add(row)
    return row


def _add_missed(session: Session, day: date, missed: Mapping[str, int]) -> None:
    query = select(MissingRequestRow).where(
        MissingRequestRow.day == day, MissingRequestRow.text.in_({UNKEPT, *missed})
    )
    rows = {row.text: row for row in session.scalars(query)}
    room = MOST_TEXTS_A_DAY - _count(session, MissingRequestRow, day)
    for text, times in missed.items():
        kept = text if text in rows or room > 0 else UNKEPT
        if kept not in rows:
            rows[kept] = MissingRequestRow(day=day, text=kept, times=0)
            session.add(rows[kept])
            room -= 1
        rows[kept].times += times


def _add_clicks(session: Session, day: date, clicks: Mapping[int, int]) -> None:
    known = set(session.scalars(select(ServiceRow.id).where(ServiceRow.id.in_(set(clicks)))))
    for service_id in known:
        row = session.get(ClickDayRow, (day, service_id))
        if row is None:
            row = ClickDayRow(day=day, service_id=service_id, times=0)
            session.add(row)
        row.times += clicks[service_id]


def _count(session: Session, table: type[Any], day: date) -> int:
    return session.scalar(select(func.count()).select_from(table).where(table.day == day)) or 0


def queries_found(session: Session) -> dict[str, int]:
    """What found something often enough in the last LEARNED_DAYS, and how often.

    Days go back from the newest of the log, so that a look at the catalogue needs no clock.
    """
    times = func.sum(SearchDayRow.times)
    query = (
        select(SearchDayRow.text, times)
        .where(SearchDayRow.text != UNKEPT, SearchDayRow.results > 0)
        .where(SearchDayRow.day > _since(session, SearchDayRow))
        .group_by(SearchDayRow.text)
        .having(times >= FEWEST_TIMES_LEARNED)
        .order_by(times.desc(), SearchDayRow.text)
        .limit(MOST_QUERIES_LEARNED)
    )
    return {text: int(count) for text, count in session.execute(query)}


def clicks(session: Session) -> dict[int, int]:
    """How often each service was opened from results in the last LEARNED_DAYS of the log."""
    query = (
        select(ClickDayRow.service_id, func.sum(ClickDayRow.times))
        .where(ClickDayRow.day > _since(session, ClickDayRow))
        .group_by(ClickDayRow.service_id)
        .order_by(ClickDayRow.service_id)
    )
    return {service_id: int(count) for service_id, count in session.execute(query)}


def _since(session: Session, table: type[Any]) -> date:
    """LEARNED_DAYS before the newest day of a table."""
    newest: date | None = session.scalar(select(func.max(table.day)))
    return newest - timedelta(days=LEARNED_DAYS) if newest else date.min


def text_counts(session: Session, first: date, last: date) -> tuple[TextCount, ...]:
    """Each text searched in the days [first, last], filters or not."""
    in_vain = case((SearchDayRow.results == 0, SearchDayRow.times), else_=0)
    query = (
        select(
            SearchDayRow.text,
            func.sum(SearchDayRow.times),
            func.sum(in_vain),
            func.sum(SearchDayRow.clicked),
            func.sum(SearchDayRow.rank_sum),
        )
        .where(SearchDayRow.day.between(first, last))
        .group_by(SearchDayRow.text)
    )
    return tuple(
        TextCount(
            text=text,
            times=int(times),
            in_vain=int(vain) if text else 0,
            clicked=int(clicked),
            rank_sum=int(ranks),
        )
        for text, times, vain, clicked, ranks in session.execute(query)
    )


def missing_counts(session: Session, first: date, last: date) -> tuple[TextCount, ...]:
    """Each text asked for as missing in the days [first, last]."""
    query = (
        select(MissingRequestRow.text, func.sum(MissingRequestRow.times))
        .where(MissingRequestRow.day.between(first, last))
        .group_by(MissingRequestRow.text)
    )
    return tuple(TextCount(text=text, times=int(times)) for text, times in session.execute(query))


def delete_before(session: Session, day: date) -> int:
    """Erase all counts of days before one; returns how many rows went."""
    gone: Iterable[Any] = (
        session.execute(delete(table).where(table.day < day)) for table in TABLES
    )
    return sum(result.rowcount for result in gone)
