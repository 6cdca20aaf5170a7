"""Reads the dates that a page shows: in words, in numbers and as standards write them.

A telephone, the number of a decree and a lone year ("© 2014") are no dates. "Now" is the moment of
the visit: what is dated later has not happened and dates nothing.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import islice

from crawler.lexicon import folded
from crawler.page import Block, Heading, Page, Region
from crawler.visit import Visit

DATES_OF_A_TEXT = 60
DATED_TEXTS_OF_A_PAGE = 300
FIRST_YEAR = 1990
LAST_YEAR = 2100
CLOCK_TOLERANCE = timedelta(hours=1)
_MONTHS = (
    "ene jan gen", "feb fev", "mar", "abr apr", "may mai mag", "jun giu", "jul lug", "ago aug",
    "sep set", "oct out ott", "nov", "dic dec dez",
)  # fmt: skip
_NUMBER_OF = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = (
    r"(ene(?:ro)?|jan(?:eiro|uary)?|gen(?:naio)?|feb(?:rero|ruary|braio)?|fev(?:ereiro)?"
    r"|mar(?:zo|co|ch)?|abr(?:il)?|apr(?:il|ile)?|may(?:o)?|mai(?:o)?|mag(?:gio)?"
    r"|jun(?:io|ho|e)?|giu(?:gno)?|jul(?:io|ho|y)?|lug(?:lio)?|ago(?:sto)?|aug(?:ust)?"
    r"|sep(?:t|tiembre|tember)?|set(?:iembre|embro|tembre)?|oct(?:ubre|ober)?|out(?:ubro)?"
    r"|ott(?:obre)?|nov(?:iembre|embro|embre|ember)?|dic(?:iembre|embre)?|dec(?:ember)?"
    r"|dez(?:embro)?)\.?"
)
_YEAR = r"((?:19|20)\d{2})"
_JOINT = r"(?: |, ?| de | del | de ?l ano |/|-)"
_IN_WORDS = re.compile(rf"\b(\d{{1,2}})(?:o|ª|º|°)?{_JOINT}{_MONTH}{_JOINT}{_YEAR}(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (\d{{1,2}}),? (?:de )?{_YEAR}(?!\d)")
_ISO = re.compile(rf"(?<![\w/.-]){_YEAR}([-/.])(\d{{1,2}})\2(\d{{1,2}})(?![\d/.-]*\d|/\w)")
_NUMERIC = re.compile(rf"(?<![\w/.-])(\d{{1,2}})([-/.])(\d{{1,2}})\2{_YEAR}(?![\d/.-]*\d)")
# What a number that looks like a date is the number of.
_NUMBERED = re.compile(
    r"(?:\b(?:tel(?:efonos?|s)?|pbx|fax|cel(?:ular)?|whatsapp|movil|extension|ext"
    r"|decretos?|acuerdos?|gubernativ[oa]|ministerial(?:es)?|municipal|ley|reglamento|resolucion"
    r"|oficio|expediente|contrato|nog|nit|dpi|cui|cuenta|numeros?|nro|no|num|sentencia|licitacion"
    r"|circular)\b|n[º°])[ .:#º°]{0,4}$"
)
_YEARS = re.compile(r"(?<!\d)(?<!\d[.,])(?:19|20)\d{2}(?!\d|[.,]\d)")
_HAS_YEAR = re.compile(r"(?:19|20)\d{2}")
_AGO = re.compile(r"\bhace (\d{1,2}|una?) (minuto|hora|dia|semana|mes)(?:e?s)?\b")
_DAYS = {"minuto": 0, "hora": 0, "dia": 1, "semana": 7, "mes": 30}
_TODAY = re.compile(r"\bhoy\b|\bfecha actual\b|\boggi\b|\btoday\b")


def dates_in(text: str) -> tuple[date, ...]:
    """The full dates of a text, each once, in the order of their forms; none raises an error."""
    if not _HAS_YEAR.search(text):
        return ()
    return tuple(dict.fromkeys(islice(_dates(folded(text)), DATES_OF_A_TEXT)))


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, each once, in its order."""
    return tuple(dict.fromkeys(int(m.group()) for m in islice(_YEARS.finditer(text), 100)))


def newest_date(visit: Visit) -> tuple[date, str] | None:
    """The latest date by which a page dates itself up to its visit, with where it stands.

    Looked for in what its markup dates, in its texts and in its last-modified header; a clock
    that shows today, or a header of this very moment, dates nothing.
    """
    today = visit.fetched_at.date()
    found = [(day, words) for day, words in _all_dates(visit) if day <= today]
    return max(found, default=None, key=lambda pair: pair[0])


def dated_texts(visit: Visit) -> Iterator[tuple[date, Block | Heading]]:
    """The texts of a page that hold a date, with the first date of each, future ones too."""
    page = visit.page
    if page is not None:
        yield from islice(_dated(page, visit.fetched_at.date()), DATED_TEXTS_OF_A_PAGE)


def _dated(page: Page, today: date) -> Iterator[tuple[date, Block | Heading]]:
    entries: tuple[Block | Heading, ...] = (*page.headings, *page.blocks)
    for entry in entries:
        days = dates_in(entry.text) or _relative(entry.text, today)
        if days and not _is_clock(entry, days[0], today):
            yield days[0], entry


def _all_dates(visit: Visit) -> Iterator[tuple[date, str]]:
    if visit.page is not None:
        for value in visit.page.markup.dates:
            for day in dates_in(value):
                yield day, f"fecha del código: {value}"
        for _, entry in dated_texts(visit):
            for day in dates_in(entry.text) or _relative(entry.text, visit.fetched_at.date()):
                yield day, entry.text
    changed = _changed(visit)
    if changed is not None:
        yield changed, f"last-modified: {visit.header('last-modified')}"


def _changed(visit: Visit) -> date | None:
    """The day of the last-modified header, unless the server just writes "now"."""
    value = visit.header("last-modified")
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return None if _is_now(moment, visit.fetched_at) else moment.date()


def _is_now(moment: datetime, fetched_at: datetime) -> bool:
    return abs(fetched_at - moment) < CLOCK_TOLERANCE


def _relative(text: str, today: date) -> tuple[date, ...]:
    """The day that "hace 2 días" means."""
    match = _AGO.search(folded(text)) if "ace" in text else None
    if match is None:
        return ()
    count = 1 if match[1].startswith("u") else int(match[1])
    return (today - timedelta(days=count * _DAYS[match[2]]),)


def _is_clock(entry: Block | Heading, day: date, today: date) -> bool:
    """Whether a text shows today's date to whoever comes, whatever the day."""
    if abs((day - today).days) > 1:
        return False
    return entry.region is not Region.MAIN or bool(_TODAY.search(folded(entry.text)))


def _dates(text: str) -> Iterator[date]:
    for match in _IN_WORDS.finditer(text):
        yield from _day(match[3], _NUMBER_OF[match[2][:3]], match[1])
    for match in _MONTH_FIRST.finditer(text):
        yield from _day(match[3], _NUMBER_OF[match[1][:3]], match[2])
    for match in _ISO.finditer(text):
        if not _is_numbered(text, match.start()):
            yield from _day(match[1], match[3], match[4])
    for match in _NUMERIC.finditer(text):
        if not _is_numbered(text, match.start()):
            yield from _day_and_month(match[4], match[3], match[1])


def _is_numbered(text: str, start: int) -> bool:
    return bool(_NUMBERED.search(text[max(0, start - 30) : start]))


def _day_and_month(year: str, month: str, day: str) -> Iterator[date]:
    """A date with the day first; month first where no month has that number."""
    is_month_first = int(month) > 12 >= int(day)
    yield from _day(year, day, month) if is_month_first else _day(year, month, day)


def _day(year: str, month: str | int, day: str) -> Iterator[date]:
    """The date, or nothing where the calendar has none."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        yield found
