"""The queue of addresses still to see, nearest first, with the limits that end every trap."""

import re
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from crawler.promise import Promise, promise_of
from crawler.scope import Scope
from crawler.urls import page_key

DEPTH = 8
PATH_SEGMENTS = 15
SEGMENT_REPEATS = 2
LINKS_A_PAGE = 300
TEXTS_A_LINK = 3
QUERIES_A_PATH = 64
PARAMETERS = 12
PARAMETER_REPEATS = 3
DATES_A_SHAPE = 31
KNOWN_ADDRESSES = 50_000

_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|avif|ico|bmp|tiff?|css|js|mjs|map|woff2?|ttf|eot|otf|mp[34]|"
    r"avi|mov|wmv|webm|og[gv]|wav|flv|exe|msi|apk|iso|dmg|gz|tgz|tar|7z|jar|swf|ics|rss|atom)\Z"
    r"|(?:sitemap|feed|rss|atom)[\w-]{0,40}\.xml\Z",
    re.I,
)
_DOCUMENTS = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|tsv|json|geojson|xml|txt|zip|rar|docm|xlsm)\Z",
    re.I,
)
_DATE = re.compile(r"(?:19|20)\d\d[-/_.]?(?:0?[1-9]|1[0-2])(?!\d{3})|(?:year|anio|a%C3%B1o|ano)=\d")
_CALENDAR = re.compile(r"calend|event|agenda|fecha|date|month|mes=|tribe|dia=|day=", re.I)
_DANGER = re.compile(
    r"(?:/|[?&][\w-]+=)(?:log-?out|sign-?out|cerrar-?sesion|logoff)(?:[/.?&]|\Z)"
    r"|[?&](?:action|accion|do|op|task)=(?:delete|eliminar|borrar|remove)(?:&|\Z)"
    r"|/(?:delete|destroy|remove|eliminar|borrar|excluir|elimina)(?:\.\w{1,5})?(?:[/?]|\Z)",
    re.I,
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
    NOT_A_PAGE = "no_es_pagina"
    DANGEROUS = "accion_peligrosa"
    ROBOTS = "robots"
    TOO_MANY_ADDRESSES = "demasiadas_direcciones"
    BUDGET = "presupuesto"
    NOT_ARCHIVED = "no_archivada"


_LINKED, _LISTED = "linked", "listed"
# Services get every other turn; no queue waits longer than one round.
_TURNS = (Promise.SERVICES, _LISTED, Promise.SERVICES, _LINKED, Promise.INSTITUTION)
_LAST = Promise.ARCHIVE


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One address in the queue, with how it was found."""

    url: str
    depth: int
    found_on: str
    tries: int = 0


class Frontier:
    """What promises services comes sooner, archives of news last, else breadth first.

    Every address comes once; every exclusion is counted once with its reason. The order depends on
    what was taken in and on nothing else, so that a replay sees the same pages.
    """

    def __init__(self, scope: Scope, may_fetch: Callable[[str], bool] = lambda _: True) -> None:
        self._scope = scope
        self._may_fetch = may_fetch
        self._queues: dict[str, deque[Seat]] = {name: deque() for name in (*_TURNS, _LAST)}
        self._turn = 0
        self._retries: deque[Seat] = deque()
        self._documents: dict[str, Seat] = {}
        self._seen: set[str] = set()
        self._queries: Counter[str] = Counter()
        self._shapes: Counter[str] = Counter()
        self.skipped: Counter[Skip] = Counter()
        self.known = 0

    def add(
        self,
        url: str | None,
        *,
        depth: int,
        found_on: str,
        words: str = "",
        is_listed: bool = False,
    ) -> None:
        """Take an address in, or count why not; `is_listed` when the portal's sitemap names it.

        `words` are those of the link that leads there.
        """
        if url is None:
            self.skipped[Skip.BAD_ADDRESS] += 1
            return
        key = page_key(url) if self._scope.holds(url) else url
        if key in self._seen:
            return
        if self.is_full:
            self.skipped[Skip.TOO_MANY_ADDRESSES] += 1
            return
        self._seen.add(key)
        seat = Seat(url=url, depth=depth, found_on=found_on)
        reason = self._objection(seat)
        if reason is not None:
            self.skipped[reason] += 1
        elif _DOCUMENTS.search(urlsplit(url).path):
            self._documents[url] = seat
        else:
            self.known += 1
            promise = promise_of(url, words)
            plain = _LISTED if is_listed else _LINKED
            self._queues[plain if promise is Promise.PLAIN else promise].append(seat)

    def add_links(self, links: list[tuple[str | None, str]], *, depth: int, found_on: str) -> None:
        """Take in the links of one page, address and words, up to the limit a page may bring."""
        words: dict[str | None, list[str]] = {}
        for url, text in links:
            words.setdefault(url, []).append(text)
        for url in list(words)[:LINKS_A_PAGE]:
            said = " · ".join(words[url][:TEXTS_A_LINK])
            self.add(url, depth=depth, found_on=found_on, words=said)
        self.skipped[Skip.TOO_MANY_LINKS] += max(len(words) - LINKS_A_PAGE, 0)

    @property
    def is_full(self) -> bool:
        """Whether no further address is taken in."""
        return len(self._seen) >= KNOWN_ADDRESSES

    def mark_seen(self, url: str) -> None:
        """Remember an address that was reached by another way, such as a redirect."""
        self._seen.add(page_key(url) if self._scope.holds(url) else url)

    def retry(self, seat: Seat) -> None:
        """Put an address at the very end, to be asked for once more."""
        self._retries.append(
            Seat(url=seat.url, depth=seat.depth, found_on=seat.found_on, tries=seat.tries + 1)
        )

    def put_back(self, seat: Seat) -> None:
        """Return an address that was taken but not asked for, so that it counts as left over."""
        if seat.tries == 0:
            self._queues[_LINKED].appendleft(seat)

    def next(self) -> Seat | None:
        """The next address: by turns from each queue, then archives, then what failed before."""
        for ahead in range(len(_TURNS)):
            queue = self._queues[_TURNS[(self._turn + ahead) % len(_TURNS)]]
            if queue:
                self._turn = (self._turn + ahead + 1) % len(_TURNS)
                return queue.popleft()
        for queue in (self._queues[_LAST], self._retries):
            if queue:
                return queue.popleft()
        return None

    @property
    def waiting(self) -> int:
        """How many addresses never yet asked for are in the queue."""
        return sum(map(len, self._queues.values()))

    @property
    def documents(self) -> tuple[Seat, ...]:
        """The documents that own pages link, in the order found."""
        return tuple(self._documents.values())

    def _objection(self, seat: Seat) -> Skip | None:
        path = urlsplit(seat.url).path
        if not self._scope.holds(seat.url):
            return Skip.OTHER_PORTAL
        if seat.depth > DEPTH:
            return Skip.TOO_DEEP
        if _FILES.search(path):
            return Skip.NOT_A_PAGE
        if _DANGER.search(seat.url):
            return Skip.DANGEROUS
        return self._trap(seat.url) or (None if self._may_fetch(seat.url) else Skip.ROBOTS)

    def _trap(self, url: str) -> Skip | None:
        parts = urlsplit(url)
        segments = [segment for segment in parts.path.split("/") if segment]
        if len(segments) > PATH_SEGMENTS:
            return Skip.LONG_PATH
        if segments and max(Counter(segments).values()) > SEGMENT_REPEATS:
            return Skip.REPEATED_PATH
        if _DATE.search(url) and (_CALENDAR.search(url) or parts.query):
            shape = re.sub(r"\d+", "#", f"{parts.path}?{parts.query}")
            self._shapes[shape] += 1
            if self._shapes[shape] > DATES_A_SHAPE:
                return Skip.CALENDAR
        if parts.query:
            names = [pair.partition("=")[0] for pair in parts.query.split("&")]
            self._queries[parts.path] += 1
            if (
                self._queries[parts.path] > QUERIES_A_PATH
                or len(names) > PARAMETERS
                or max(Counter(names).values()) > PARAMETER_REPEATS
            ):
                return Skip.TOO_MANY_QUERIES
        return None
