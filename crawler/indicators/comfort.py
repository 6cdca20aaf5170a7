"""Comfort of reading and finding: telephone, feedback, few clicks, clear dates, plain words."""

import re
from statistics import median

from canse.domain.audit import Evidence
from crawler.indicators.accessible_pages import view_of
from crawler.indicators.bands import Tally, fresh_read_pages, quoted, read_pages
from crawler.indicators.page_languages import SPANISH, language_of
from crawler.indicators.portal import (
    Answer,
    PortalView,
    found,
    missing,
    not_applicable,
    not_evaluable,
    on,
    partly,
)
from crawler.page import Form, Page, Region
from crawler.reading_ease import NORMAL, RATHER_HARD, Reading, read_ease
from crawler.sightings import Sighting
from crawler.visit import Visit
from crawler.words_of_participation import USEFUL

CLICKS = 3
WIDEST_FIXED = 480
DATES_A_PAGE = 20
QUESTION_WORDS = 20
SHEET_WORDS = 60
_DEVICE = re.compile(r"width\s*=\s*device-width", re.I)
_FIXED = re.compile(r"(?:^|[\s,;])width\s*=\s*(\d{2,5})", re.I)
_WRITTEN = re.compile(
    r"\b\d{1,2}(?:o|º)? de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)\w*"
    r"(?:,? de(?:l)? \d{4})?|\b(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*\.?"
    r" \d{1,2},? \d{4}|\b\d{1,2} (?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*\.?,?"
    r" \d{4}",
    re.I,
)
_NUMERIC = re.compile(r"(?<![\d/-])(?<!\d\.)(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\d/-]|\.\d)")
_SIGN = re.compile(r"[/.-]")


def check_mobile(portal: PortalView) -> Answer:
    """U-06: the page fits the width of a telephone: its view follows the device.

    Whether something still sticks out shows only in a drawn page.
    """
    tally = Tally(subject="páginas que se ajustan al teléfono", rule="viewport")
    for visit, page in read_pages(portal):
        view = view_of(page)
        words = f"viewport {quoted(view)}"
        tally.add(fits_telephone(view), visit, "meta[name=viewport]", words)
    return tally.answer() if tally.total else not_evaluable("ninguna página se pudo leer")


def fits_telephone(view: str) -> bool:
    """Whether a view asks for the width of the device, or for none wider than a telephone."""
    fixed = _FIXED.search(view)
    is_narrow = fixed is not None and int(fixed[1]) <= WIDEST_FIXED
    return bool(_DEVICE.search(view)) or is_narrow


def check_feedback(portal: PortalView) -> Answer:
    """U-09: a page asks whether it was useful, or takes notice of its errors.

    The question alone, with nothing to press, counts in part.
    """
    asked: list[Evidence] = []
    named: list[Evidence] = []
    for visit, page in fresh_read_pages(portal):
        asked += _controls_of_feedback(visit, page)
        named += [
            on(visit, block.selector, block.text, "utilidad")
            for block in page.blocks
            if _asks(block.text)
        ]
    if asked:
        return found(asked)
    return partly(named) if named else missing()


def _controls_of_feedback(visit: Visit, page: Page) -> list[Evidence]:
    forms = [(form, _words(form)) for form in page.forms]
    pieces = [
        on(visit, form.selector, f"formulario {quoted(words)}", "utilidad")
        for form, words in forms
        if USEFUL.find(words)
    ]
    return pieces + [
        on(visit, link.selector, f"control {quoted(link.text)}", "utilidad")
        for link in page.links
        if _asks(link.text) and (link.url or link.has_script)
    ]


def _asks(text: str) -> bool:
    """Whether a short text asks for the opinion on the page; a long one only mentions it."""
    return text.count(" ") < QUESTION_WORDS and bool(USEFUL.find(text))


def _words(form: Form) -> str:
    return " · ".join(filter(None, (form.heading, form.text, *form.submit_texts)))


def check_depth(portal: PortalView) -> Answer:
    """U-10: each service is at most three clicks from the home page; its nearest page counts."""
    nearest: dict[str, Sighting] = {}
    for sighting in portal.sightings:
        name = sighting.offer.name.lower()
        if name not in nearest or sighting.visit.depth < nearest[name].visit.depth:
            nearest[name] = sighting
    tally = Tally(subject=f"servicios a {CLICKS} clics o menos", rule="clics")
    for sighting in nearest.values():
        visit = sighting.visit
        words = f"{quoted(sighting.offer.name)} está a {visit.depth} clics de la portada"
        tally.add(visit.depth <= CLICKS, visit, sighting.offer.selector, words)
    return tally.answer() if tally.total else not_applicable("no se encontraron servicios")


def check_dates(portal: PortalView) -> Answer:
    """U-13: dates name the month, or stand as day, month and year of four digits."""
    tally = Tally(subject="fechas que se leen sin duda", rule="fecha-legible")
    for visit, page in read_pages(portal):
        for selector, written, is_clear in _dates(page)[:DATES_A_PAGE]:
            tally.add(is_clear, visit, selector, quoted(written))
    return tally.answer() if tally.total else not_applicable("no se vieron fechas")


def _dates(page: Page) -> list[tuple[str, str, bool]]:
    found_dates = []
    for block in page.blocks:
        if block.region is not Region.MAIN or not any(map(str.isdigit, block.text)):
            continue
        for match in _WRITTEN.finditer(block.text):
            found_dates.append((block.selector, match.group(), True))
        for match in _NUMERIC.finditer(block.text):
            clear = is_clear_date(match.group())
            if clear is not None:
                found_dates.append((block.selector, match.group(), clear))
    return found_dates


def is_clear_date(written: str) -> bool | None:
    """Whether a date in figures is clear; None for what is no date.

    Clear is day, month and a year of four digits, or the year first; 12/31/2026 and 1/2/26 are not.
    The number of a section ("8.2.10") is no date.
    """
    first, middle, last = _SIGN.split(written)
    if len(first) == 4 and len(last) <= 2:
        return True if _is_day(last, middle) and _is_year(first) else None
    if len(first) > 2 or not (_is_day(first, middle) or _is_day(middle, first)):
        return None
    if len(last) == 2:
        return False if "/" in written else None
    return _is_day(first, middle) if _is_year(last) else None


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def _is_year(year: str) -> bool:
    return len(year) == 4 and 1900 <= int(year) <= 2100


def check_plain_words(portal: PortalView) -> Answer:
    """U-14: the middle sheet of a service is normal to read for an adult, by Fernández Huerta.

    Only sheets in Spanish with words enough are measured.
    """
    if not portal.sightings:
        return not_applicable("no se encontraron servicios")
    measured = _measured(portal)
    if not measured:
        return not_evaluable("no se encontró una ficha en español con texto bastante")
    ease = round(median(reading.ease for _, reading in measured), 1)
    detail = f"la ficha del medio, de {len(measured)}, alcanza {ease} de 100"
    hardest = sorted(measured, key=lambda entry: entry[1].ease)
    pieces = [
        on(
            sighting.visit,
            sighting.offer.selector,
            f"{detail}. Ficha {quoted(sighting.offer.name)}: facilidad {reading.ease}, "
            f"{reading.words} palabras en {reading.sentences} frases",
            "fernandez-huerta",
        )
        for sighting, reading in hardest
    ]
    if ease >= NORMAL:
        return found(pieces, detail)
    return partly(pieces, detail) if ease >= RATHER_HARD else missing(detail, pieces)


def _measured(portal: PortalView) -> list[tuple[Sighting, Reading]]:
    """The sheets that can be measured, one for each service name."""
    entries: dict[str, tuple[Sighting, Reading]] = {}
    spanish: dict[str, bool] = {}
    for sighting in portal.sightings:
        name = sighting.offer.name.lower()
        if name in entries or not sighting.offer.is_sheet:
            continue
        if _is_spanish(sighting.visit, spanish):
            reading = read_ease(block.text for block in sighting.offer.section.blocks)
            if reading is not None and reading.words >= SHEET_WORDS:
                entries[name] = (sighting, reading)
    return list(entries.values())


def _is_spanish(visit: Visit, known: dict[str, bool]) -> bool:
    if visit.page is None:
        return False
    if visit.url not in known:
        known[visit.url] = language_of(visit.page) == SPANISH
    return known[visit.url]
