"""Offices say whether they attend now; notices are shown while they hold and shortly before."""

from datetime import datetime, timedelta

import pytest

from canse.domain.notice import Notice
from canse.domain.office import Office
from uniportal.clock import ZONE
from uniportal.presenters.places import notice_views, office_views

TUESDAY = datetime(2026, 12, 1, 9, tzinfo=ZONE)
WEEK = "lunes a viernes de 8:00 a 16:00"


@pytest.mark.parametrize(
    ("hours", "now", "is_open", "days_ahead"),
    [
        (WEEK, TUESDAY, True, 0),
        (WEEK, TUESDAY.replace(hour=7), False, 0),
        (WEEK, TUESDAY.replace(hour=17), False, 1),
        (WEEK, TUESDAY.replace(day=4, hour=17), False, 3),
        ("24 horas", TUESDAY, True, 0),
    ],
)
def test_office_says_whether_it_attends(
    hours: str, now: datetime, is_open: bool, days_ahead: int
) -> None:
    (view,) = office_views([Office(name="Central", hours=hours)], now)

    assert view.state is not None
    assert (view.state.is_open, view.days_ahead) == (is_open, days_ahead)


def test_office_whose_hours_are_not_understood_says_nothing_of_now() -> None:
    (view,) = office_views([Office(name="Central", hours="con cita")], TUESDAY)

    assert (view.state, view.days_ahead) == (None, 0)


def test_office_with_coordinates_has_a_map() -> None:
    known, unknown = office_views(
        [Office(name="A", latitude=14.62, longitude=-90.55), Office(name="B")], TUESDAY
    )

    assert known.map_address == (
        "https://www.openstreetmap.org/?mlat=14.62000&mlon=-90.55000#map=17/14.62000/-90.55000"
    )
    assert unknown.map_address == ""


def test_notices_are_those_that_run_or_are_near() -> None:
    day = timedelta(days=1)
    running = Notice(text="Ya", starts_at=TUESDAY - day, ends_at=TUESDAY + day)
    near = Notice(text="Pronto", starts_at=TUESDAY + 2 * day, ends_at=TUESDAY + 3 * day)
    far = Notice(text="Lejos", starts_at=TUESDAY + 9 * day, ends_at=TUESDAY + 10 * day)

    views = notice_views([running, near, far], TUESDAY)

    assert [(view.text, view.is_running) for view in views] == [("Ya", True), ("Pronto", False)]
