"""One portal from its address to its report: fetched from the web or replayed from an archive."""

import asyncio
import logging
from contextlib import AsyncExitStack, nullcontext

from canse.domain.audit import AuditReport
from canse.domain.errors import BadInput
from crawler.assemble import Examined
from crawler.crawl import Budget, Crawl
from crawler.entry import Entry, enter
from crawler.exchange import NotArchived, Source
from crawler.frontier import Frontier
from crawler.judging import JudgementFailed, judge_apart, unjudged
from crawler.order import Audited, Options, Progress, Silence, Target
from crawler.plan import Plan, make_plan, tool_version
from crawler.politeness import Politeness
from crawler.report import write_report
from crawler.robots import Robots
from crawler.sandbox import Sandbox
from crawler.scope import scope_of
from crawler.sources import ParseLog, open_answers, open_renderings
from crawler.transport import Transport
from crawler.transport_probe import TransportProbe
from crawler.urls import host_of
from crawler.visit import Outcome, Visit
from crawler.visitor import Visitor

__all__ = ["Audited", "Options", "Progress", "Target", "audit_portal", "run_audit"]

REPLAY_PATIENCE = 3.0
_NO_CRAWL = frozenset(
    {Outcome.DISALLOWED, Outcome.LEAVES_PORTAL, Outcome.TLS_FAILED, Outcome.ADDRESS_REFUSED}
)

logger = logging.getLogger(__name__)


def audit_portal(target: Target, options: Options, progress: Progress | None = None) -> Audited:
    """Audit one portal; a portal that does not answer still gives a report that says so."""
    return asyncio.run(run_audit(target, options, progress))


async def run_audit(target: Target, options: Options, progress: Progress | None = None) -> Audited:
    """The same as `audit_portal`, for callers that audit several portals at once."""
    watcher = progress or Silence()
    plan = await asyncio.to_thread(make_plan, target, options)
    # The archive stays locked until the report is there: nobody else goes on with this run.
    with plan.writer or nullcontext():
        watcher.started(plan.url, plan.options.max_pages)
        if plan.is_resumed:
            watcher.resumed(plan.url)
        examined = await _examine(plan, watcher)
        if plan.writer is not None and not plan.is_told_to_the_end:
            ending = {"limit": examined.limit.value if examined.limit else None}
            plan.writer.finish(options.now(), ending)
        report = await _judged(plan, examined)
        path = write_report(report, plan.folder)
    watcher.finished(plan.url, report)
    logger.info("portal_audited", extra={"host": host_of(plan.url), "run": plan.id})
    return Audited(report=report, path=path)


async def _judged(plan: Plan, examined: Examined) -> AuditReport:
    """The verdict; where the run already failed to reach one, a replay fails in the same way."""
    known = plan.archive.ending.get("judge_failure") if plan.archive else None
    if known:
        return unjudged(examined, str(known))
    options = plan.options
    patience = REPLAY_PATIENCE if plan.archive else 1.0
    try:
        return await judge_apart(
            examined, seconds=options.judge_seconds * patience, judge=options.judge
        )
    except JudgementFailed as failure:
        if plan.writer is not None:
            plan.writer.finish(options.now(), {"judge_failure": str(failure)})
        return unjudged(examined, str(failure))


async def _examine(plan: Plan, watcher: Progress) -> Examined:
    options, host = plan.options, host_of(plan.url)
    budget = Budget(max_pages=options.max_pages, deadline=None, monotonic=options.monotonic)
    politeness = options.politeness or Politeness(spares_loopback=options.allow_private)
    async with AsyncExitStack() as stack:
        answers = await open_answers(stack, plan, politeness, budget)
        visitor = await _open_visitor(stack, plan, answers.source)

        def obey(robots: Robots) -> None:
            visitor.may_fetch = robots.may_fetch
            politeness.set_delay(host, robots.delay)

        def plan_pause(seconds: float) -> bool:
            has_time = budget.allows_wait(seconds)
            if has_time:
                answers.hold(host, seconds)
            return has_time

        try:
            entry = await enter(visitor, plan.url, obey, lambda: budget.is_late, plan_pause)
        except NotArchived:
            raise BadInput("El archivo no contiene la portada de «{url}».", url=plan.url) from None
        probe = TransportProbe(greeter=answers.greeter, source=visitor.source, scope=visitor.scope)
        transport = await probe.look(entry)
        crawl = Crawl(
            visitor=visitor,
            frontier=Frontier(visitor.scope, visitor.may_fetch),
            budget=budget,
            hold=lambda seconds: answers.hold(host, seconds),
            give_way=lambda: asyncio.sleep(0),
            on_visit=lambda visit, pages, known: watcher.visited(plan.url, visit, pages, known),
            ended_by=plan.ended_by,
            extra=[entry.robots_visit] if entry.robots_visit else [],
        )
        await crawl.run(entry.home, entry.robots.sitemaps, is_open=_may_crawl(entry.home))
        return _examined(plan, entry, transport, crawl)


def _examined(plan: Plan, entry: Entry, transport: Transport, crawl: Crawl) -> Examined:
    return Examined(
        run_id=plan.id,
        url=plan.url,
        institution=plan.institution,
        kind=plan.kind,
        started_at=plan.started_at,
        finished_at=plan.options.now(),
        mode=plan.mode,
        tool_version=tool_version(),
        entry=entry,
        transport=transport,
        visits=crawl.visits,
        known=crawl.frontier.known + 1,
        skipped=crawl.skipped,
        limit=crawl.limit,
        has_gone_silent=crawl.has_gone_silent,
    )


async def _open_visitor(stack: AsyncExitStack, plan: Plan, source: Source) -> Visitor:
    # A page that was read once gets more time than it may need on a busy machine.
    patience = REPLAY_PATIENCE if plan.archive else 1.0
    options = plan.options
    sandbox = Sandbox(seconds=options.parse_seconds * patience, parser=options.parser)
    await stack.enter_async_context(sandbox)
    return Visitor(
        source=source,
        sandbox=sandbox,
        scope=scope_of(plan.url, plan.aliases),
        log=ParseLog(archive=plan.archive, writer=plan.writer),
        renderings=await open_renderings(stack, plan),
    )


def _may_crawl(home: Visit) -> bool:
    """Whether there is a portal to crawl behind its home page."""
    return home.status > 0 and home.outcome not in _NO_CRAWL
