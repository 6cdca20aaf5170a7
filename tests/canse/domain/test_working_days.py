"""Working days are counted past weekends and holidays, and terms become dates only when known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.duration import ResponseTime, TimeUnit, parse_response_time
from canse.domain.working_days import (
    MOST_DAYS,
    after_working_days,
    deadline,
    is_working_day,
    next_working_day,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 11, 30), 1, date(2026, 12, 1)),
        (date(2026, 12, 4), 1, date(2026, 12, 7)),  # Friday to Monday
        (date(2026, 12, 23), 2, date(2026, 12, 28)),  # Christmas Eve counts, Christmas does not
        (date(2026, 4, 1), 1, date(2026, 4, 6)),  # the whole of Easter lies between
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 6, 26), 1, date(2026, 6, 30)),  # the Day of the Army moved to Monday 29
    ],
)
def test_days_are_counted_past_those_without_work(start: date, days: int, due: date) -> None:
    assert after_working_days(start, days) == due


@given(start=DAYS, first=st.integers(0, 40), second=st.integers(0, 40))
def test_counting_in_two_parts_is_counting_at_once(start: date, first: int, second: int) -> None:
    assert after_working_days(after_working_days(start, first), second) == after_working_days(
        start, first + second
    )


@given(day=DAYS)
def test_between_a_day_and_the_next_working_day_nobody_works(day: date) -> None:
    following = next_working_day(day)

    assert is_working_day(following)
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]
    assert not any(map(is_working_day, between))


@pytest.mark.parametrize(
    ("text", "due", "is_working", "is_assumed"),
    [
        ("3 a 5 días hábiles", date(2026, 12, 7), True, False),
        ("10 días calendario", date(2026, 12, 10), False, False),
        ("2 días", date(2026, 12, 2), True, True),
        ("1 semana", date(2026, 12, 7), False, True),
        ("2 meses", date(2027, 1, 29), False, True),
    ],
)
def test_term_becomes_a_date(text: str, due: date, is_working: bool, is_assumed: bool) -> None:
    found = deadline(date(2026, 11, 30), parse_response_time(text))

    assert found is not None
    assert (found.due, found.is_working, found.is_assumed) == (due, is_working, is_assumed)


@pytest.mark.parametrize(
    "time",
    [
        None,
        parse_response_time("inmediato"),
        parse_response_time("20 minutos"),
        parse_response_time("pocos días"),
        ResponseTime(text="", most=MOST_DAYS, unit=TimeUnit.WEEK),
    ],
)
def test_no_date_where_no_term_in_days_is_known(time: ResponseTime | None) -> None:
    assert deadline(date(2026, 11, 30), time) is None
