"""When an office attends: read from the words staff write, and asked of any moment.

What cannot be read for sure is not read at all: the words themselves are then shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from canse.domain.holidays import holiday_on
from canse.domain.naming import fold

NOON = time(12)
MIDNIGHT = time(0)
DAYS_AHEAD = 14
"""Longer than any row of holidays."""
_DAYS = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
    "sabados": 5, "domingos": 6, "lun": 0, "mar": 1, "mie": 2, "jue": 3, "vie": 4, "sab": 5,
    "dom": 6, "l": 0, "v": 4, "s": 5, "d": 6,
}  # fmt: skip
_DAY = "(" + "|".join(sorted(_DAYS, key=len, reverse=True)) + ")"
_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:hrs?|horas)?\s*(am|pm)?"
_PART = re.compile(
    rf"(?:de )?{_DAY}(?:\s*(a|-|y)\s*{_DAY})?[\s:,]*(?:de )?{_CLOCK}\s*(?:a|-)\s*{_CLOCK}$"
)
_ALWAYS = re.compile(r"(?:las )?24 horas(?: del dia)?(?:,? (?:los 7 dias|todos los dias))?|24/7")
_BETWEEN = re.compile(rf"\s*[;,]\s*(?=(?:de )?{_DAY}\b)|(?<=[\dm])\s+y\s+(?=[a-z])")
_HALF = re.compile(r"\b([ap])\.?\s?m\b\.?")


@dataclass(frozen=True, kw_only=True)
class Span:
    """From an hour to another of a day of the week, Monday 0; closing at midnight ends the day."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, kw_only=True)
class OpeningHours:
    """The spans of a week, in order; `is_always` needs none and knows no holiday."""

    spans: tuple[Span, ...] = ()
    is_always: bool = False

    def on(self, day: date) -> tuple[Span, ...]:
        """The spans of a day: none on a holiday, none after noon on half a one."""
        spans = tuple(span for span in self.spans if span.weekday == day.weekday())
        holiday = holiday_on(day)
        if holiday is None:
            return spans
        return tuple(_until_noon(spans)) if holiday.is_half_day else ()


@dataclass(frozen=True, kw_only=True)
class OpenState:
    """Whether an office attends; `until` while it does, else `next_at` where one comes soon.

    `holiday` names today's, where there is one.
    """

    is_open: bool
    until: time | None = None
    next_at: datetime | None = None
    holiday: str = ""


def parse_opening_hours(text: str) -> OpeningHours | None:
    """Read "lunes a viernes de 8:00 a 16:00, sábado 8-12"; None where a part is not understood."""
    folded = _HALF.sub(r"\1m", " ".join(fold(text).split())).strip(" .;,")
    if _ALWAYS.fullmatch(folded):
        return OpeningHours(is_always=True)
    spans: list[Span] = []
    for part in _parts(folded):
        match = _PART.match(part)
        found = _spans(match) if match else ()
        if not found:
            return None
        spans += found
    ordered = sorted(spans, key=lambda span: (span.weekday, span.opens))
    return OpeningHours(spans=tuple(ordered)) if _are_apart(ordered) else None


def _parts(folded: str) -> Iterator[str]:
    start = 0
    for between in _BETWEEN.finditer(folded):
        yield folded[start : between.start()]
        start = between.end()
    yield folded[start:]


def state_at(hours: OpeningHours, moment: datetime) -> OpenState:
    """Whether it is open at a moment of Guatemala's clock."""
    if hours.is_always:
        return OpenState(is_open=True)
    today, now = moment.date(), moment.time()
    for span in hours.on(today):
        if span.opens <= now and (span.closes == MIDNIGHT or now < span.closes):
            return OpenState(is_open=True, until=span.closes)
    holiday = holiday_on(today)
    return OpenState(
        is_open=False,
        next_at=_next_opening(hours, moment),
        holiday=holiday.name if holiday else "",
    )


def _next_opening(hours: OpeningHours, moment: datetime) -> datetime | None:
    for ahead in range(DAYS_AHEAD):
        day = moment.date() + timedelta(days=ahead)
        for span in hours.on(day):
            opening = datetime.combine(day, span.opens, moment.tzinfo)
            if opening > moment:
                return opening
    return None


def _until_noon(spans: tuple[Span, ...]) -> Iterator[Span]:
    for span in spans:
        if span.opens < NOON:
            ends_late = span.closes > NOON or span.closes == MIDNIGHT
            closes = NOON if ends_late else span.closes
            yield Span(weekday=span.weekday, opens=span.opens, closes=closes)


def _spans(match: re.Match[str]) -> tuple[Span, ...]:
    first, joint, last, *clock = match.groups()
    days = _days(_DAYS[first], joint, _DAYS[last] if last else _DAYS[first])
    opens, closes = _time(*clock[:3]), _time(*clock[3:])
    if opens is None or closes is None or not (opens < closes or closes == MIDNIGHT):
        return ()
    return tuple(Span(weekday=day, opens=opens, closes=closes) for day in days)


def _days(first: int, joint: str | None, last: int) -> tuple[int, ...]:
    if joint == "y":
        return (first, last)
    return tuple(range(first, last + 1))


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    if (hours, minutes) == (24, 0):
        return MIDNIGHT
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _are_apart(spans: list[Span]) -> bool:
    """Whether no span begins before the last of its day has ended."""
    return all(
        one.weekday != other.weekday or (one.closes != MIDNIGHT and one.closes <= other.opens)
        for one, other in pairwise(spans)
    )
