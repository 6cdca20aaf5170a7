"""The way into a portal: robots.txt and the home page, by another door when the first is shut.

A bad certificate or an old cipher shuts no portal: its twins are tried, and then it is read all the
same, unverified, which the report says.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from crawler.exchange import NotArchived, Want
from crawler.frontier import Seat
from crawler.reading import read
from crawler.redirects import Fetched, follow
from crawler.robots import Robots, read_robots
from crawler.scope import twins_of
from crawler.unverified import UnverifiedSource
from crawler.visit import Outcome, Visit
from crawler.visitor import Visitor, retry_after_of

TRIES = 3
UNNAMED_FAULT = "TLS"
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
    """Where the portal was entered, its rules, and the visits made on the way.

    `tls_fault` keeps the technical words of the fault of the address that was given, empty when
    there was none; `is_unverified` says that the portal was read in spite of it.
    """

    url: str
    robots: Robots
    home: Visit
    robots_visit: Visit | None = None
    tls_fault: str = ""
    is_unverified: bool = False


async def enter(
    visitor: Visitor,
    url: str,
    on_robots: Callable[[Robots], None],
    is_late: Callable[[], bool] = lambda: False,
    plan_pause: Callable[[float], bool] = lambda _: True,
) -> Entry:
    """Enter by the address given, else by its twins, else without testing the certificate.

    `plan_pause` takes the seconds for which the portal wants to be left alone, and says whether
    there is time for them.
    """
    door = _Door(visitor=visitor, on_robots=on_robots, is_late=is_late, plan_pause=plan_pause)
    first = await door.enter(url)
    if first.home.outcome not in _UNREACHABLE:
        return first
    has_tls_fault = first.home.outcome is Outcome.TLS_FAILED
    tls_fault = (first.home.detail or UNNAMED_FAULT) if has_tls_fault else ""
    for twin in twins_of(url):
        entry = None if is_late() else await door.try_to_enter(twin)
        if entry is None:
            break
        if entry.home.outcome not in _UNREACHABLE:
            return replace(entry, tls_fault=tls_fault)
    if not has_tls_fault or is_late():
        return first
    verified = visitor.source
    visitor.source = UnverifiedSource(source=verified)
    entry = await door.try_to_enter(url)
    if entry is None or entry.home.outcome in _UNREACHABLE:
        visitor.source = verified
        return first
    return replace(entry, tls_fault=tls_fault, is_unverified=True)


@dataclass(frozen=True, kw_only=True)
class _Door:
    """One way of trying to enter, with its patience."""

    visitor: Visitor
    on_robots: Callable[[Robots], None]
    is_late: Callable[[], bool]
    plan_pause: Callable[[float], bool]

    async def try_to_enter(self, url: str) -> Entry | None:
        """The same as `enter`; None where the archive of a replay ends."""
        try:
            return await self.enter(url)
        except NotArchived:
            return None

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
            if not self._may_try_again(outcome, retry_after_of(fetched)):
                return fetched
        return fetched

    async def _visit_home(self, url: str) -> Visit:
        seat = Seat(url=url, depth=0, found_on="")
        visit = await self.visitor.page(seat)
        for _ in range(TRIES - 1):
            if not self._may_try_again(visit.outcome, self.visitor.retry_after):
                break
            try:
                visit = await self.visitor.page(seat)
            except NotArchived:
                break
        return visit

    def _may_try_again(self, outcome: Outcome, pause: float | None) -> bool:
        if not outcome.is_worth_retrying or self.is_late():
            return False
        return self.plan_pause(pause) if pause else True


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
        headers=(),
        hops=(),
        document=None,
    )
