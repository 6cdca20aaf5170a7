"""Hours are read from the words staff write, and asked of moments before, within and after."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.opening_hours import (
    MIDNIGHT,
    OpeningHours,
    OpenState,
    parse_opening_hours,
    state_at,
)

WEEK = "lunes a viernes de 8:00 a 16:00"


def spans(text: str) -> list[tuple[int, time, time]]:
    """What was read, as plain values."""
    hours = parse_opening_hours(text)
    assert hours is not None
    return [(span.weekday, span.opens, span.closes) for span in hours.spans]


@pytest.mark.parametrize(
    "text",
    [
        WEEK,
        "Lunes a Viernes de 8:00 a 16:00 horas.",
        "lunes-viernes 8:00-16:00",
        "L-V 8-16",
        "lun a vie 08:00 a 16:00",
        "lunes a viernes: 8:00 a.m. a 4:00 p.m.",
        "lunes a viernes 8 am a 4 pm",
        "De lunes a viernes, de 8.00 a 16.00 hrs",
    ],
)
def test_a_week_is_read_however_it_is_written(text: str) -> None:
    assert spans(text) == [(day, time(8), time(16)) for day in range(5)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("sábado de 8:00 a 12:00", [(5, time(8), time(12))]),
        ("sábado y domingo 9-13", [(5, time(9), time(13)), (6, time(9), time(13))]),
        ("domingo 18:00 a 24:00", [(6, time(18), MIDNIGHT)]),
        (
            "lunes 8-12, lunes 13-17; sábado 8:30-11:00",
            [(0, time(8), time(12)), (0, time(13), time(17)), (5, time(8, 30), time(11))],
        ),
        ("martes de 12 pm a 1 pm", [(1, time(12), time(13))]),
    ],
)
def test_days_apart_are_read(text: str, read: list[tuple[int, time, time]]) -> None:
    assert spans(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "", "horario hábil", "8 a 16", "lunes a viernes", "lunes a viernes de 16 a 8",
        "lunes a viernes de 8 a 25", "viernes a lunes de 8 a 16", "lunes 8-12, lunes 11-17",
        "lunes a viernes de 8 a 16 previa cita", "lunes de 13 pm a 14 pm", "lunes 8:75 a 9:00",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_not_guessed(text: str) -> None:
    assert parse_opening_hours(text) is None


@given(text=st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    parse_opening_hours(text)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (
            datetime(2026, 12, 1, 7, 59),
            OpenState(is_open=False, next_at=datetime(2026, 12, 1, 8)),
        ),
        (datetime(2026, 12, 1, 8, 0), OpenState(is_open=True, until=time(16))),
        (datetime(2026, 12, 1, 15, 59), OpenState(is_open=True, until=time(16))),
        (datetime(2026, 12, 1, 16, 0), OpenState(is_open=False, next_at=datetime(2026, 12, 2, 8))),
        (datetime(2026, 12, 4, 17, 0), OpenState(is_open=False, next_at=datetime(2026, 12, 7, 8))),
        (datetime(2026, 12, 24, 11, 0), OpenState(is_open=True, until=time(12))),
        (
            datetime(2026, 12, 24, 12, 0),
            OpenState(is_open=False, next_at=datetime(2026, 12, 28, 8), holiday="Nochebuena"),
        ),
        (
            datetime(2026, 12, 25, 10, 0),
            OpenState(is_open=False, next_at=datetime(2026, 12, 28, 8), holiday="Navidad"),
        ),
    ],
)
def test_office_is_open_or_says_when_next(moment: datetime, state: OpenState) -> None:
    hours = parse_opening_hours(WEEK)

    assert hours is not None
    assert state_at(hours, moment) == state


def test_office_that_never_closes_is_open_at_christmas() -> None:
    hours = parse_opening_hours("24 horas")

    assert hours == OpeningHours(is_always=True)
    assert state_at(hours, datetime(2026, 12, 25, 3)) == OpenState(is_open=True)


def test_office_open_until_midnight_is_open_at_its_last_minute() -> None:
    hours = parse_opening_hours("domingo 18:00 a 24:00")

    assert hours is not None
    assert state_at(hours, datetime(2026, 12, 6, 23, 59)).until == MIDNIGHT
