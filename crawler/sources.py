"""Where the answers of one audit come from: an archive, the web, or first one then the other."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime

from crawler.archive import ArchiveWriter, RecordingGreeter, RecordingSource
from crawler.browser import open_browser
from crawler.crawl import Budget
from crawler.exchange import Exchange, NotArchived, Request, Source
from crawler.fetch import WebSource
from crawler.guard import AddressGuard
from crawler.handshake import Greeter, Handshake, Manner
from crawler.order import Options
from crawler.plan import Plan
from crawler.politeness import PoliteGreeter, Politeness, PoliteSource
from crawler.rendering import Renderings
from crawler.replay import ReplaySource
from crawler.urls import host_of


@dataclass(frozen=True, kw_only=True)
class Answers:
    """Who answers questions and greetings of one audit, and who keeps the rest a host asks for."""

    source: Source
    greeter: Greeter
    hold: Callable[[str, float], None] = lambda *_: None


@dataclass(kw_only=True)
class Resumption:
    """The moment at which a resumed run leaves its archive and goes on with the web."""

    archive: ReplaySource
    politeness: Politeness
    go_live: Callable[[], None]
    is_live: bool = False
    _held: list[tuple[str, float]] = field(default_factory=list)

    def look(self, *, is_missing: bool = False) -> None:
        """Go live once the archive is spent, or lacks what is asked for."""
        if self.is_live or (self.archive.left and not is_missing):
            return
        self.is_live = True
        self.go_live()
        for host, seconds in self._held:
            self.politeness.hold(host, seconds)

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of the host for a while, and less often from then on."""
        if self.is_live:
            self.politeness.hold(host, seconds)
        else:
            self._held.append((host, seconds))

    def went_on(self, host: str) -> None:
        """The host was asked again before the run was cut short: what it had asked for was kept."""
        if not self.is_live:
            self._held = [(one, 0.0 if one == host else left) for one, left in self._held]


@dataclass(frozen=True, kw_only=True)
class ResumingSource:
    """Answers from the archive of the run as far as it goes, then from the web."""

    resumption: Resumption
    web: Source

    async def get(self, request: Request) -> Exchange:
        """What the run was answered before it was cut short, else a new answer."""
        try:
            exchange = await self.resumption.archive.get(request)
        except NotArchived:
            self.resumption.look(is_missing=True)
            return await self.web.get(request)
        self.resumption.went_on(host_of(request.url))
        self.resumption.look()
        return exchange


@dataclass(frozen=True, kw_only=True)
class ResumingGreeter:
    """The same for greetings over TLS."""

    resumption: Resumption
    web: Greeter

    async def shake(self, url: str, manner: Manner) -> Handshake:
        """What came of the greeting before the run was cut short, else a new one."""
        try:
            return await self.resumption.archive.shake(url, manner)
        except NotArchived:
            self.resumption.look(is_missing=True)
            return await self.web.shake(url, manner)


@dataclass(frozen=True, kw_only=True)
class ParseLog:
    """What is known of pages that could not be parsed: read back from one archive, kept in one."""

    archive: ReplaySource | None
    writer: ArchiveWriter | None

    def known_failure(self, url: str) -> str:
        """Why a page could not be parsed before; empty when it could."""
        return self.archive.parse_failure(url) if self.archive else ""

    def note_failure(self, url: str, at: datetime, failure: str) -> None:
        """Keep that a page could not be parsed."""
        if self.writer is not None:
            self.writer.write_parse_failure(url, at, failure)


@dataclass(kw_only=True)
class Clock:
    """The time of one audit: it runs while the web is asked, not while an archive is read."""

    plan: Plan
    budget: Budget
    politeness: Politeness
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.politeness.monotonic()

    def start(self) -> None:
        """Let the time run; what a resumed run had spent is spent, and its last pause is kept."""
        options, archive = self.plan.options, self.plan.archive
        spent = archive.spent.seconds if archive else 0.0
        now = options.monotonic()
        self.budget.deadline = now + max(options.max_seconds - spent, 0.0)
        for host in archive.hosts if archive else ():
            self.politeness.rest(host, self.plan.took, since=self.began)


async def open_answers(
    stack: AsyncExitStack, plan: Plan, politeness: Politeness, budget: Budget
) -> Answers:
    """Open what the plan asks for; `budget` gets its deadline when the web is first asked."""
    archive, writer = plan.archive, plan.writer
    if archive is not None and (writer is None or plan.is_told_to_the_end):
        return Answers(source=archive, greeter=archive)
    assert writer is not None
    web = await _open_web(stack, plan, politeness, budget, writer)
    clock = Clock(plan=plan, budget=budget, politeness=politeness)
    if archive is None:
        clock.start()
        return web
    resumption = Resumption(archive=archive, politeness=politeness, go_live=clock.start)
    resumption.look()
    return Answers(
        source=ResumingSource(resumption=resumption, web=web.source),
        greeter=ResumingGreeter(resumption=resumption, web=web.greeter),
        hold=resumption.hold,
    )


async def open_renderings(stack: AsyncExitStack, plan: Plan) -> Renderings:
    """The renderings the archive holds and, where a browser is asked for, those of a new one."""
    renderer = None
    if plan.options.browser and plan.writer is not None and not plan.is_told_to_the_end:
        # The parts of a page are asked for as any visitor's are, one at a time, and not kept.
        web = await stack.enter_async_context(_web_source(plan.options, _guard(plan.options)))
        renderer = await stack.enter_async_context(open_browser(web))
    return Renderings(
        archive=plan.archive, writer=plan.writer, renderer=renderer, now=plan.options.now
    )


async def _open_web(
    stack: AsyncExitStack,
    plan: Plan,
    politeness: Politeness,
    budget: Budget,
    writer: ArchiveWriter,
) -> Answers:
    options = plan.options
    guard = _guard(options)
    web = await stack.enter_async_context(_web_source(options, guard))
    source = PoliteSource(
        source=web,
        politeness=politeness,
        time_left=lambda: budget.time_left,
        now=options.now,
        led_to=lambda: next(iter(guard.led_to), ""),
    )
    greeter = PoliteGreeter(greeter=web, politeness=politeness, time_left=lambda: budget.time_left)
    return Answers(
        source=RecordingSource(source=source, archive=writer),
        greeter=RecordingGreeter(greeter=greeter, archive=writer, now=options.now),
        hold=politeness.hold,
    )


def _guard(options: Options) -> AddressGuard:
    return AddressGuard(allow_private=options.allow_private, trusted=options.trusted)


def _web_source(options: Options, guard: AddressGuard) -> WebSource:
    return WebSource(
        guard=guard,
        user_agent=options.user_agent,
        patience=options.patience,
        resolver=options.resolver,
        now=options.now,
    )
