"""What is said of the offices of an institution, and of the notices that hold at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from canse.domain.notice import Notice, NoticePhase
from canse.domain.office import Office
from canse.domain.opening_hours import OpenState, state_at

MOST_ON_A_SHEET = 5
MAP = "https://www.openstreetmap.org/?mlat={lat:.5f}&mlon={lon:.5f}#map=17/{lat:.5f}/{lon:.5f}"


@dataclass(frozen=True, kw_only=True)
class OfficeView:
    """An office; `state` None where its hours are not understood, `days_ahead` to its next opening.

    `map_address` is empty where nobody gave its coordinates.
    """

    office: Office
    state: OpenState | None
    days_ahead: int
    map_address: str


@dataclass(frozen=True, kw_only=True)
class NoticeView:
    """A notice that holds or is near; its times are those of Guatemala's clocks."""

    text: str
    is_running: bool
    starts_at: datetime
    ends_at: datetime


def office_views(offices: Iterable[Office], now: datetime) -> tuple[OfficeView, ...]:
    """The offices as they are at a moment of Guatemala's clock."""
    return tuple(_office_view(office, now) for office in offices)


def notice_views(notices: Iterable[Notice], now: datetime) -> tuple[NoticeView, ...]:
    """The notices to be shown at a moment of Guatemala's clock: running, or three days before."""
    shown = (NoticePhase.RUNNING, NoticePhase.ANNOUNCED)
    return tuple(
        NoticeView(
            text=notice.text,
            is_running=phase is NoticePhase.RUNNING,
            starts_at=notice.starts_at.astimezone(now.tzinfo),
            ends_at=notice.ends_at.astimezone(now.tzinfo),
        )
        for notice in notices
        if (phase := notice.phase_at(now)) in shown
    )


def _office_view(office: Office, now: datetime) -> OfficeView:
    hours = office.opening_hours
    state = state_at(hours, now) if hours else None
    return OfficeView(
        office=office,
        state=state,
        days_ahead=_days_until(state, now.date()),
        map_address=_map_address(office),
    )


def _days_until(state: OpenState | None, today: date) -> int:
    return (state.next_at.date() - today).days if state and state.next_at else 0


def _map_address(office: Office) -> str:
    if office.latitude is None or office.longitude is None:
        return ""
    return quote(MAP.format(lat=office.latitude, lon=office.longitude), safe=":/?&=#.-")
