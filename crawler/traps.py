"""Addresses that are left out by their writing alone, each with its reason: every trap has an end.

Counts are kept by the shape of an address, so that a calendar or a list may be read, and not for
ever. The same addresses in the same order are left out in every run.
"""

import re
from collections import Counter
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

PATH_SEGMENTS = 15
SEGMENT_REPEATS = 2
QUERIES_A_PATH = 64
PARAMETERS = 12
PARAMETER_REPEATS = 3
DATES_A_SHAPE = 31
PAGES_A_LIST = 40
FILTERS_A_PATH = 8

_DATE = re.compile(r"(?:19|20)\d\d[-/_.]?(?:0?[1-9]|1[0-2])(?!\d{3})|(?:year|anio|a%C3%B1o|ano)=\d")
_CALENDAR = re.compile(r"calend|event|agenda|fecha|date|month|mes=|tribe|dia=|day=", re.I)
_LIFE_EVENTS = re.compile(r"event\w{0,3}-(?:de-vida|vitales)|life-event", re.I)
_BARE_NUMBER = re.compile(r"/\d{1,4}(?:/|\Z)|=\d{1,4}(?:&|\Z)")
_PAGER = re.compile(
    r"([?&](?:page|paged|pagina|pag|pg|start|offset|limitstart|desde)=|/(?:page|pagina)/)\d+", re.I
)
_FILTER = re.compile(
    r"(?:f|filter|filtros?|facets?|refine)(?:\[|%5B|_|\Z)|(?:order|sort)(?:_?by|_?dir)?\Z"
    r"|orden\w{0,8}\Z|(?:dir|sentido|filter_order\w{0,4})\Z",
    re.I,
)
_PRINTED = re.compile(
    r"(?<=.)/(?:print|printable|imprimir|stampa|versao-impressa)(?:\.\w{1,5})?/?\Z", re.I
)


class Skip(StrEnum):
    """Why a known address was not visited; the words stand in the report."""

    OTHER_PORTAL = "otro_portal"
    BAD_ADDRESS = "direccion_invalida"
    TOO_DEEP = "profundidad"
    LONG_PATH = "ruta_larga"
    REPEATED_PATH = "ruta_repetida"
    TOO_MANY_LINKS = "demasiados_enlaces"
    TOO_MANY_QUERIES = "demasiadas_consultas"
    CALENDAR = "calendario"
    ENDLESS_LIST = "lista_sin_fin"
    FILTERS = "filtros"
    PRINTED = "version_impresa"
    NOT_A_PAGE = "no_es_pagina"
    DANGEROUS = "accion_peligrosa"
    ROBOTS = "robots"
    TOO_MANY_ADDRESSES = "demasiadas_direcciones"
    BUDGET = "presupuesto"
    NOT_ARCHIVED = "no_archivada"


class Traps:
    """What was seen of each shape so far."""

    def __init__(self) -> None:
        self._queries: Counter[str] = Counter()
        self._dates: Counter[str] = Counter()
        self._lists: Counter[str] = Counter()
        self._filters: Counter[str] = Counter()

    def objection(self, url: str) -> Skip | None:
        """Why a normalised address is one too many, if it is; it counts as seen."""
        parts = urlsplit(url)
        return (
            _by_path(parts)
            or self._by_date(url, parts)
            or self._by_list(url)
            or (self._by_query(parts) if parts.query else None)
        )

    def _by_date(self, url: str, parts: SplitResult) -> Skip | None:
        is_event = bool(_CALENDAR.search(url)) and not _LIFE_EVENTS.search(url)
        is_dated = bool(_DATE.search(url)) and (is_event or bool(parts.query))
        if not is_dated and not (is_event and _BARE_NUMBER.search(url)):
            return None
        shape = re.sub(r"\d+", "#", f"{parts.path}?{parts.query}")
        self._dates[shape] += 1
        return Skip.CALENDAR if self._dates[shape] > DATES_A_SHAPE else None

    def _by_list(self, url: str) -> Skip | None:
        shape = _PAGER.sub(r"\1#", url)
        if shape == url:
            return None
        self._lists[shape] += 1
        return Skip.ENDLESS_LIST if self._lists[shape] > PAGES_A_LIST else None

    def _by_query(self, parts: SplitResult) -> Skip | None:
        names = [pair.partition("=")[0] for pair in parts.query.split("&")]
        if any(map(_FILTER.match, names)):
            self._filters[parts.path] += 1
            if self._filters[parts.path] > FILTERS_A_PATH:
                return Skip.FILTERS
        self._queries[parts.path] += 1
        is_too_many = self._queries[parts.path] > QUERIES_A_PATH or len(names) > PARAMETERS
        if is_too_many or max(Counter(names).values()) > PARAMETER_REPEATS:
            return Skip.TOO_MANY_QUERIES
        return None


def _by_path(parts: SplitResult) -> Skip | None:
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) > PATH_SEGMENTS:
        return Skip.LONG_PATH
    if segments and max(Counter(segments).values()) > SEGMENT_REPEATS:
        return Skip.REPEATED_PATH
    return Skip.PRINTED if _PRINTED.search(parts.path) else None
