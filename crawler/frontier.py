"""The queue of addresses still to see, nearest first, with the limits that end every trap."""

import re
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.promise import Promise, promise_of
from crawler.scope import Scope
from crawler.traps import Skip, Traps
from crawler.urls import page_key

DEPTH = 8
LINKS_A_PAGE = 300
TEXTS_A_LINK = 3
NOTICES_A_PAGE = 8
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
_DANGER = re.compile(
    r"(?:/|[?&][\w-]+=)(?:log-?out|sign-?out|cerrar-?sesion|logoff)(?:[/.?&]|\Z)"
    r"|[?&](?:action|accion|do|op|task)=(?:delete|eliminar|borrar|remove)(?:&|\Z)"
    r"|/(?:delete|destroy|remove|eliminar|borrar|excluir|elimina)(?:\.\w{1,5})?(?:[/?]|\Z)",
    re.I,
)


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


@dataclass(frozen=True, kw_only=True)
class Found:
    """A link on a page: where it leads, its words, and whether it is one of the services there."""

    url: str | None
    words: str = ""
    is_offered: bool = False


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
        self._traps = Traps()
        self._notices: Counter[str] = Counter()
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
        is_offered: bool = False,
    ) -> None:
        """Take an address in, or count why not; `is_listed` when the portal's sitemap names it.

        `words` are those of the link that leads there; `is_offered` says that it stands among what
        a page of services offers.
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
            promise = self._promise(seat, words, is_offered)
            plain = _LISTED if is_listed else _LINKED
            self._queues[plain if promise is Promise.PLAIN else promise].append(seat)

    def add_links(self, links: Sequence[Found], *, depth: int, found_on: str) -> None:
        """Take in the links of one page, up to the limit a page may bring."""
        by_url: dict[str | None, list[Found]] = {}
        for link in links:
            by_url.setdefault(link.url, []).append(link)
        for url, same in list(by_url.items())[:LINKS_A_PAGE]:
            self.add(
                url,
                depth=depth,
                found_on=found_on,
                words=" · ".join(link.words for link in same[:TEXTS_A_LINK]),
                is_offered=any(link.is_offered for link in same),
            )
        self.skipped[Skip.TOO_MANY_LINKS] += max(len(by_url) - LINKS_A_PAGE, 0)

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

    def _promise(self, seat: Seat, words: str, is_offered: bool) -> Promise:
        promise = promise_of(seat.url, words, is_offered=is_offered)
        if promise is Promise.INSTITUTION:
            # The first few tell what there is to tell; a page of fifty notices is no hurry.
            self._notices[seat.found_on] += 1
            if self._notices[seat.found_on] > NOTICES_A_PAGE:
                return Promise.PLAIN
        return promise

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
        return self._traps.objection(seat.url) or (
            None if self._may_fetch(seat.url) else Skip.ROBOTS
        )
