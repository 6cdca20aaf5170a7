"""The way into a portal: robots.txt and the home page, by another door when the first is shut."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from crawler.exchange import NotArchived, Want
from crawler.frontier import Seat
from crawler.reading import read
from crawler.redirects import Fetched, follow
from crawler.robots import Robots, read_robots
from crawler.scope import twins_of
from crawler.visit import Outcome, Visit
from crawler.visitor import Visitor

TRIES = 3
_UNREACHABLE = frozenset(
    {
        Outcome.DNS_FAILED,
        Outcome.CONNECTION_REFUSED,
        Outcome.CONNECTION_RESET,
        Outcome.TLS_FAILED,
        Outcome.TIMED_OUT,
    }
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Where the portal was entered, its rules, and the visits made on the way."""

    url: str
    robots: Robots
    home: Visit
    robots_visit: Visit | None = None


async def enter(
    visitor: Visitor,
    url: str,
    on_robots: Callable[[Robots], None],
    is_late: Callable[[], bool] = lambda: False,
) -> Entry:
    """Enter by the address given, else by its twins; a bad certificate lets the home be read."""
    door = _Door(visitor=visitor, on_robots=on_robots, is_late=is_late)
    first = await door.enter(url)
    if first.home.outcome not in _UNREACHABLE:
        return first
    for twin in twins_of(url):
        if is_late():
            return first
        try:
            entry = await door.enter(twin)
        except NotArchived:
            break
        if entry.home.outcome not in _UNREACHABLE:
            return entry
    if first.home.outcome is Outcome.TLS_FAILED:
        return replace(first, home=await _read_unverified(visitor, first.home))
    return first


@dataclass(frozen=True, kw_only=True)
class _Door:
    """One way of trying to enter, with its patience."""

    visitor: Visitor
    on_robots: Callable[[Robots], None]
    is_late: Callable[[], bool]

    async def enter(self, url: str) -> Entry:
        address = urljoin(url, "/robots.txt")
        fetched = await self._fetch_robots(address)
        if fetched is None:
            self.on_robots(Robots(note="no_archivado"))
            home = await self._visit_home(url)
            return Entry(url=url, robots=Robots(note="no_archivado"), home=home)
        robots = read_robots(fetched)
        seat = Seat(url=address, depth=1, found_on="")
        visit = self.visitor.describe(seat, fetched, Want.ROBOTS)
        visit = replace(visit, detail=visit.detail or robots.note)
        if fetched.failure in _UNREACHABLE:
            home = replace(visit, url=url, final_url=url, depth=0)
            return Entry(url=url, robots=robots, home=home)
        self.on_robots(robots)
        if not robots.may_fetch(url):
            return Entry(url=url, robots=robots, home=_disallowed(url, visit), robots_visit=visit)
        home = await self._visit_home(url)
        return Entry(url=url, robots=robots, home=home, robots_visit=visit)

    async def _fetch_robots(self, address: str) -> Fetched | None:
        """The answer to robots.txt, asked again while that may help; None when not archived."""
        fetched: Fetched | None = None
        for _ in range(TRIES):
            try:
                fetched = await follow(self.visitor.source, address, want=Want.ROBOTS)
            except NotArchived:
                return fetched
            outcome = read(fetched, Want.ROBOTS).outcome
            if not outcome.is_worth_retrying or self.is_late():
                return fetched
        return fetched

    async def _visit_home(self, url: str) -> Visit:
        seat = Seat(url=url, depth=0, found_on="")
        visit = await self.visitor.page(seat)
        for _ in range(TRIES - 1):
            if not visit.outcome.is_worth_retrying or self.is_late():
                break
            try:
                visit = await self.visitor.page(seat)
            except NotArchived:
                break
        return visit


async def _read_unverified(visitor: Visitor, failed: Visit) -> Visit:
    """Read the home page of a portal whose certificate is bad; the outcome stays that it is."""
    seat = Seat(url=failed.url, depth=0, found_on="")
    try:
        visit = await visitor.page(seat, verify_tls=False)
    except NotArchived:
        return failed
    return replace(visit, outcome=Outcome.TLS_FAILED, detail=failed.detail)


def _disallowed(url: str, robots_visit: Visit) -> Visit:
    return replace(
        robots_visit,
        url=url,
        final_url=url,
        status=0,
        outcome=Outcome.DISALLOWED,
        content_type="",
        size=0,
        sha256="",
        depth=0,
    )
