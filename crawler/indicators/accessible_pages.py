"""Accessibility of whole pages: language, title, order of headings, zoom and zones."""

import re
from collections import defaultdict
from itertools import pairwise

from canse.domain.naming import same_address_key
from crawler.indicators.bands import Tally, listed, quoted, read_pages
from crawler.indicators.page_languages import speech_of
from crawler.indicators.portal import Answer, PortalView, not_applicable, not_evaluable
from crawler.page import Heading, Page, Region
from crawler.words_of_languages import FUNCTION_WORDS, MAYA_FAMILY, NATIONAL_LANGUAGES

LEAST_ZOOM = 2.0  # WCAG 2.2, 1.4.4: text can be enlarged to 200 %
LAST_HEADING = 6
NOTHING_READ = "ninguna página se pudo leer como página terminada"
_KNOWN_LANGUAGES = frozenset(FUNCTION_WORDS) | frozenset(NATIONAL_LANGUAGES) | {MAYA_FAMILY}
_MAXIMUM = re.compile(r"maximum-scale\s*=\s*(\d{1,3}(?:\.\d{1,4})?)")
_NO_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)(?![.\d])")


def check_language(portal: PortalView) -> Answer:
    """A-01: the page declares the language it is written in."""
    tally = Tally(subject="páginas que declaran bien su idioma", rule="lang")
    for visit, page in read_pages(portal):
        declared = page.language.partition("-")[0]
        written = speech_of(page).alone
        is_right = declared == written if written else declared in _KNOWN_LANGUAGES
        seen = f"lang={quoted(page.language)}; el texto está en {quoted(written or 'no se sabe')}"
        tally.add(is_right, visit, "html", seen)
    return _judged(tally)


def check_titles(portal: PortalView) -> Answer:
    """A-02: each page has a title, and no other page has the same.

    Addresses with one canonical address are one page.
    """
    homes: dict[str, set[str]] = defaultdict(set)
    for _, page in read_pages(portal):
        homes[page.title.lower()].add(_identity(page))
    tally = Tally(subject="páginas con título propio", rule="titulo-unico")
    for visit, page in read_pages(portal):
        shared = len(homes[page.title.lower()])
        is_own = bool(page.title) and shared == 1
        more = f", título de {shared} páginas" if page.title and shared > 1 else ""
        tally.add(is_own, visit, "title", f"{quoted(page.title)}{more}")
    return _judged(tally)


def _identity(page: Page) -> str:
    """What page it is: its canonical address only where that is one of its own."""
    own = same_address_key(page.url)
    canonical = same_address_key(page.canonical) if page.canonical else ""
    return canonical if canonical.partition("?")[0] == own.partition("?")[0] else own


def check_headings(portal: PortalView) -> Answer:
    """A-05: a main heading, and no level left out on the way down."""
    tally = Tally(subject="páginas con título principal y niveles en orden", rule="encabezados")
    for visit, page in read_pages(portal):
        headings = [h for h in page.headings if h.level <= LAST_HEADING]
        own = [h for h in headings if h.region is Region.MAIN]
        jump = _jump(own)
        has_main = any(h.level == 1 for h in headings)
        if jump is not None:
            selector, words = jump[1].selector, _jump_words(*jump)
        else:
            first = next((h for h in headings if h.level == 1), None)
            selector = first.selector if first else "body"
            words = f"h1 {quoted(first.text)}" if first else "la página no tiene h1 con texto"
        tally.add(has_main and jump is None, visit, selector, words)
    return _judged(tally)


def _jump(headings: list[Heading]) -> tuple[Heading, Heading] | None:
    pairs = pairwise(headings)
    return next(((one, two) for one, two in pairs if two.level > one.level + 1), None)


def _jump_words(one: Heading, two: Heading) -> str:
    return f"de h{one.level} {quoted(one.text)} salta a h{two.level} {quoted(two.text)}"


def check_zoom(portal: PortalView) -> Answer:
    """A-06: nobody is kept from enlarging the page. Pages that set no view keep nobody."""
    tally = Tally(subject="páginas que permiten ampliar", rule="viewport")
    for visit, page in read_pages(portal):
        view = view_of(page)
        if view:
            tally.add(may_zoom(view), visit, "meta[name=viewport]", quoted(view))
    if not tally.total:
        return not_applicable("ninguna página fija su vista (viewport), así que ninguna lo impide")
    return tally.answer()


def view_of(page: Page) -> str:
    return next((value for name, value in reversed(page.metas) if name == "viewport"), "")


def may_zoom(view: str) -> bool:
    """Whether a view lets people enlarge the page to twice its size."""
    plain = view.lower()
    limit = _MAXIMUM.search(plain)
    return not _NO_ZOOM.search(plain) and (limit is None or float(limit[1]) >= LEAST_ZOOM)


def check_zones(portal: PortalView) -> Answer:
    """A-07: main and nav are marked, or a link leads past the menu."""
    tally = Tally(subject="páginas con zonas marcadas o enlace para saltar el menú", rule="zonas")
    for visit, page in read_pages(portal):
        marks = page.markup.landmarks
        is_marked = "skip" in marks or ("main" in marks and "nav" in marks)
        tally.add(is_marked, visit, "body", f"zonas que marca: {listed(marks, 'ninguna')}")
    return _judged(tally)


def _judged(tally: Tally) -> Answer:
    return tally.answer() if tally.total else not_evaluable(NOTHING_READ)
