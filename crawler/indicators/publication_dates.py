"""Reads of which period a published document is: a day, a month, a quarter or only a year."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from crawler.dates import dates_in
from crawler.lexicon import folded

TEXT_LENGTH = 400
HEADING_LENGTH = 60
_MONTHS = (
    "ene(?:ro)?", "feb(?:rero)?", "mar(?:zo)?", "abr(?:il)?", "may(?:o)?", "jun(?:io)?",
    "jul(?:io)?", "ago(?:sto)?", "sep(?:t|tiembre)?|set(?:iembre)?", "oct(?:ubre)?",
    "nov(?:iembre)?", "dic(?:iembre)?",
)  # fmt: skip
_MONTH = re.compile(r"(?<![a-z])(?:" + "|".join(f"({m})" for m in _MONTHS) + r")(?![a-z])")
_PART = re.compile(
    r"(?<![a-z0-9])(1|2|3|4|primer|segundo|tercer|cuarto|i|ii|iii|iv)(?:er|ro|do|to|°|º|\.)?o? "
    r"(bi|tri|cuatri|se)mestre"
)
_MONTHS_OF_PART = {"bi": 2, "tri": 3, "cuatri": 4, "se": 6}
_ORDINALS = {
    "primer": 1, "i": 1, "segundo": 2, "ii": 2, "tercer": 3, "iii": 3, "cuarto": 4, "iv": 4,
}  # fmt: skip
_YEAR = re.compile(r"(?<![\d])(?<!\d[.,])((?:19|20)\d{2})(?!\d|[.,]\d)")
# "Decreto 36-2024" is the number of a law, not a date.
_NUMBER_OF_A_LAW = re.compile(
    r"(?:decretos?|acuerdos?|gubernativo|ministerial|municipal|ley|reglamento|resolucion|contrato"
    r"|acta|circular|numero|no|num|nog)[\s.:°º]{1,4}(?:numero |no[. ]{1,2})?[a-z]{0,6}[-.]?"
    r"\d{1,6}[-/](?:19|20)\d{2}"
)
_YEAR_AND_MONTH = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])(?:/|$)")


class PeriodReader:
    """Reads texts in their order, so that "Enero" under the heading "2026" is January of 2026."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._year: int | None = None

    def read(self, text: str) -> date | None:
        """The last day of the newest period that a text names, not later than today.

        A month without a year is of the last year that stood alone before it.
        """
        words = _NUMBER_OF_A_LAW.sub(" ", folded(text[:TEXT_LENGTH]))
        years = [int(year) for year in _YEAR.findall(words)]
        sensible = [year for year in years if year <= self._today.year + 1]
        months = _months(words)
        if not sensible:
            return self._end(self._year, max(months)) if months and self._year else None
        if not months and len(words) <= HEADING_LENGTH:
            self._year = sensible[-1]
        ends = [self._end(year, max(months, default=12)) for year in sensible]
        days = [day for day in dates_in(text[:TEXT_LENGTH]) if day <= self._today]
        return max(days) if days else max(ends)

    def around(self) -> date | None:
        """The end of the year that stood alone last, as a heading over what follows."""
        return self._end(self._year, 12) if self._year else None

    def read_address(self, url: str) -> date | None:
        """The newest period in the path of an address: "/2026/03/" or years in its words."""
        path = unquote(urlsplit(url).path)
        match = _YEAR_AND_MONTH.search(path)
        if match:
            return self._end(int(match[1]), int(match[2]))
        words = re.sub(r"[_+./-]+", " ", path)
        return PeriodReader(self._today).read(words)

    def _end(self, year: int, month: int) -> date:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return min(last, self._today)


def _months(words: str) -> list[int]:
    named = [match.lastindex or 12 for match in _MONTH.finditer(words)]
    return [*named, *_part_ends(words)]


def _part_ends(words: str) -> Iterator[int]:
    """The last month of each part of a year: "segundo trimestre" ends in June."""
    for match in _PART.finditer(words):
        number = _ORDINALS.get(match[1]) or int(match[1])
        yield min(12, number * _MONTHS_OF_PART[match[2]])


def said(day: date, today: date) -> str:
    """A period in words: the month and year, or the year alone when only the year is known."""
    if day == today or (day.month, day.day) == (12, 31):
        return str(day.year)
    return f"{_NAMES[day.month - 1]} de {day.year}"


_NAMES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
