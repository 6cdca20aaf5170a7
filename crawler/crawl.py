"""The crawl of one portal: from its home page and sitemaps outwards until a budget ends it."""

import math
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from canse.domain.audit import Limit
from crawler.copies import Copies
from crawler.exchange import MIB, NotArchived
from crawler.frontier import Found, Frontier, Seat
from crawler.page import Page, Region
from crawler.politeness import TOO_LATE
from crawler.promise import offers_services
from crawler.seeds import Seeds
from crawler.soft404 import Probe, probe_addresses, read_probe
from crawler.traps import Skip
from crawler.urls import normalise
from crawler.visit import Outcome, Visit
from crawler.visitor import ALREADY_READ, Visitor
from crawler.wordpress import listing_of

TRIES = 3
DOCUMENTS = 120
# What pages weigh as JSON; hostile ones weigh up to twice as much in memory, and so in the judge.
WEIGHT_BYTES = 24 * MIB
FAILURES_IN_A_ROW = 10
REFRESH_SECONDS = 10.0
ATTEMPTS_A_PAGE = 3
LONGEST_HOLD_SECONDS = 3600.0


@dataclass(kw_only=True)
class Budget:
    """What a crawl may spend; `deadline` is None in a replay, which has no clock."""

    max_pages: int
    deadline: float | None
    monotonic: Callable[[], float] = time.monotonic
    max_weight: int = WEIGHT_BYTES
    pages: int = 0
    attempts: int = 0

    def spent(self, weight: int) -> Limit | None:
        """Which limit is reached, if any."""
        if self.pages >= self.max_pages or self.attempts >= ATTEMPTS_A_PAGE * self.max_pages:
            return Limit.PAGES
        if weight >= self.max_weight:
            return Limit.BYTES
        return Limit.SECONDS if self.is_late else None

    @property
    def is_late(self) -> bool:
        """Whether the time is up."""
        return self.time_left <= 0

    @property
    def time_left(self) -> float:
        """How many seconds are left; endless without a deadline."""
        return math.inf if self.deadline is None else self.deadline - self.monotonic()

    def allows_wait(self, seconds: float) -> bool:
        """Whether waiting this long still leaves time."""
        if seconds > LONGEST_HOLD_SECONDS or self.deadline is None:
            return seconds <= LONGEST_HOLD_SECONDS
        return self.monotonic() + seconds < self.deadline


async def _hurry() -> None:
    """Nobody else is waiting."""


@dataclass(kw_only=True)
class Crawl:
    """The state of one crawl. `ended_by` is what a replay's archive says stopped the run, and
    `give_way` lets the audits of other portals go on during long work."""

    visitor: Visitor
    frontier: Frontier
    budget: Budget
    hold: Callable[[float], None] = lambda _: None
    give_way: Callable[[], Awaitable[None]] = _hurry
    on_visit: Callable[[Visit, int, int], None] = lambda *_: None
    ended_by: Limit | None = None
    limit: Limit | None = None
    has_gone_silent: bool = False
    extra: list[Visit] = field(default_factory=list)
    _visits: dict[str, Visit] = field(default_factory=dict)
    _failures: int = 0
    _probes: list[Probe] = field(default_factory=list)
    _copies: Copies = field(default_factory=Copies)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Every address tried, in the order first tried, then robots, probe and sitemaps."""
        return (*self._visits.values(), *self.extra)

    @property
    def skipped(self) -> Counter[Skip]:
        """Every known address not visited, by reason, those left in the queue included."""
        return self.frontier.skipped + Counter({Skip.BUDGET: self.frontier.waiting})

    async def run(self, home: Visit, sitemaps: tuple[str, ...], *, is_open: bool = True) -> None:
        """Crawl from a home page; when the portal is not open, only the home counts."""
        self.frontier.mark_seen(home.url)
        self.frontier.mark_seen(home.final_url)
        if not is_open:
            self._visits[home.url] = home
            self.on_visit(home, int(home.page is not None), self.frontier.known)
            return
        self._keep(self._without_copies(home))
        await self._try_probes(home)
        await self._sow(home, sitemaps)
        await self._visit_pages()
        await self._visit_documents()
        if any(visit.detail == TOO_LATE for visit in self.visits):
            self.limit = self.limit or Limit.SECONDS
        if self.ended_by is not None:
            self.limit = self.ended_by

    async def _sow(self, home: Visit, sitemaps: tuple[str, ...]) -> None:
        """Take in what the portal lists itself."""
        seeds = Seeds(
            visitor=self.visitor,
            frontier=self.frontier,
            is_late=lambda: self.budget.is_late,
            give_way=self.give_way,
        )
        await seeds.sow(home.url, sitemaps, listing_of(home.page, home.final_url))
        self.extra += seeds.visits

    async def _try_probes(self, home: Visit) -> None:
        """See what the portal answers for what it cannot have."""
        for address in probe_addresses(home):
            if not self.visitor.may_fetch(address):
                continue
            try:
                seat = Seat(url=address, depth=1, found_on="")
                visit = await self.visitor.page(seat, is_probe=True)
            except NotArchived:
                continue
            probe = read_probe(visit)
            self._probes.append(probe)
            if probe.final_url or visit.outcome is Outcome.OK:
                visit = replace(visit, outcome=Outcome.SOFT_NOT_FOUND, page=None)
            self.extra.append(visit)

    async def _visit_pages(self) -> None:
        while (seat := self.frontier.next()) is not None:
            if seat.tries == 0 and self.visitor.has_read(seat.url):
                continue
            self.limit = self.budget.spent(self.visitor.weight)
            if self.limit is not None or self.has_gone_silent:
                self.frontier.put_back(seat)
                return
            try:
                visit = await self.visitor.page(seat)
            except NotArchived:
                if self._ends_replay(seat):
                    return
                continue
            if visit.detail == TOO_LATE:
                self.frontier.put_back(seat)
                self.limit = Limit.SECONDS
                return
            self._keep(self._without_copies(self._judge_soft404(visit)), seat)

    def _ends_replay(self, seat: Seat) -> bool:
        """What an address that the archive lacks means: the end, a try not made, or a gap."""
        if seat.tries:
            return False
        if self.ended_by is Limit.SECONDS:
            self.frontier.put_back(seat)
            return True
        self.frontier.skipped[Skip.NOT_ARCHIVED] += 1
        return False

    async def _visit_documents(self) -> None:
        documents = self.frontier.documents
        for number, seat in enumerate(documents):
            if number >= DOCUMENTS or self.budget.is_late or self.has_gone_silent:
                self.frontier.skipped[Skip.BUDGET] += len(documents) - number
                if self.budget.is_late:
                    self.limit = self.limit or Limit.SECONDS
                return
            try:
                visit = await self.visitor.document(seat)
            except NotArchived:
                if self.ended_by is not None:
                    self.frontier.skipped[Skip.BUDGET] += len(documents) - number
                    return
                self.frontier.skipped[Skip.NOT_ARCHIVED] += 1
                continue
            self._keep_document(visit)

    def _keep(self, visit: Visit, seat: Seat | None = None) -> None:
        self._visits[visit.url] = visit
        self.budget.attempts += 1
        self._count_failure(visit)
        if visit.page is not None:
            self.budget.pages += 1
            self._take_links(visit, visit.page)
        elif seat is not None and visit.outcome.is_worth_retrying:
            self._plan_retry(seat)
        self.on_visit(visit, self.budget.pages, self.frontier.known)

    def _keep_document(self, visit: Visit) -> None:
        self._visits[visit.url] = visit
        self._count_failure(visit)
        self.on_visit(visit, self.budget.pages, self.frontier.known)

    def _count_failure(self, visit: Visit) -> None:
        has_failed = visit.outcome.is_worth_retrying and not visit.status
        self._failures = self._failures + 1 if has_failed else 0
        self.has_gone_silent = self._failures >= FAILURES_IN_A_ROW

    def _plan_retry(self, seat: Seat) -> None:
        pause = self.visitor.retry_after or 0.0
        if seat.tries + 1 < TRIES and self.budget.allows_wait(pause):
            if pause:
                self.hold(pause)
            self.frontier.retry(seat)

    def _judge_soft404(self, visit: Visit) -> Visit:
        if visit.outcome not in (Outcome.OK, Outcome.NEEDS_SCRIPT):
            return visit
        if not any(probe.is_like(visit) for probe in self._probes):
            return visit
        return replace(visit, outcome=Outcome.SOFT_NOT_FOUND, page=None)

    def _without_copies(self, visit: Visit) -> Visit:
        if not self._copies.is_copy(visit):
            return visit
        return replace(visit, page=None, detail=ALREADY_READ)

    def _take_links(self, visit: Visit, page: Page) -> None:
        offers = offers_services(page)
        found: list[Found] = []
        has_refresh = page.refresh_seconds is not None and page.refresh_seconds <= REFRESH_SECONDS
        if page.refresh_url and has_refresh:
            self.frontier.add(
                normalise(page.refresh_url), depth=visit.depth + 1, found_on=visit.url
            )
        for frame in page.frames:
            found.append(Found(url=normalise(frame), is_offered=offers))
        for link in page.links:
            if link.url.startswith(("http://", "https://")):
                found.append(
                    Found(
                        url=normalise(link.url),
                        words=link.text or link.title,
                        is_offered=offers and link.region is Region.MAIN,
                    )
                )
            elif link.raw.strip()[:4].lower() == "http":
                found.append(Found(url=None))
        self.frontier.add_links(found, depth=visit.depth + 1, found_on=visit.url)
