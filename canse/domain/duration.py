"""How long an institution takes to answer: a number, a unit, and working or calendar days."""

import re
from dataclasses import dataclass
from enum import StrEnum

from canse.domain.naming import fold

HOURS_A_DAY = 24


class TimeUnit(StrEnum):
    """The unit in which an institution states its term."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, kw_only=True)
class ResponseTime:
    """A stated term: `least` to `most` units; `text` keeps the institution's own words.

    `working` is None where the source does not say which days it counts. `most` is None where only
    words are known ("pocos días"); zero means at once.
    """

    text: str
    least: int | None = None
    most: int | None = None
    unit: TimeUnit | None = None
    working: bool | None = None


_UNITS = {
    "minuto": TimeUnit.MINUTE,
    "hora": TimeUnit.HOUR,
    "dia": TimeUnit.DAY,
    "semana": TimeUnit.WEEK,
    "mes": TimeUnit.MONTH,
}
_SPAN = re.compile(
    r"^(?:unos?|unas?|hasta|menos de|plazo de|de|maximo)?\s*(\d{1,3})(?:\s*(?:a|-|y)\s*(\d{1,3}))?"
    r"\s+(minuto|hora|dia|semana|mes)(?:s|es)?\b(?:\s+(habiles?|calendario))?"
)
_AT_ONCE = re.compile(r"^(?:es )?(inmediat[oa]|al momento|en el momento)\b")
_SAME_DAY = re.compile(r"^(?:el )?mismo dia\b")


def parse_response_time(text: str) -> ResponseTime | None:
    """Read a term such as "3 a 5 días hábiles"; keeps only the words where no number is stated.

    Returns None for an empty text. Never guesses: "1 día para adherirse" begins with a term and is
    read, "la audiencia se fija en 30 días" does not and is kept as words.
    """
    text = " ".join(text.split())
    if not text:
        return None
    folded = fold(text)
    if _AT_ONCE.match(folded):
        return ResponseTime(text=text, least=0, most=0, unit=TimeUnit.DAY)
    if _SAME_DAY.match(folded):
        return ResponseTime(text=text, least=0, most=HOURS_A_DAY, unit=TimeUnit.HOUR)
    span = _SPAN.match(folded)
    if not span:
        return ResponseTime(text=text)
    first, second, unit, days = span.groups()
    upper_only = folded.startswith(("hasta", "menos de", "plazo de", "maximo"))
    return ResponseTime(
        text=text,
        least=None if upper_only else int(first),
        most=int(second or first),
        unit=_UNITS[unit],
        working=None if days is None else days.startswith("habil"),
    )
