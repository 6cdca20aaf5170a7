"""One portal from its address to its report: fetched from the web or replayed from an archive."""

import asyncio
import logging
import secrets
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from canse.domain.audit import Limit, RunMode
from canse.domain.errors import BadInput
from canse.domain.institution import InstitutionKind
from crawler.archive import ArchiveWriter, RecordingGreeter, RecordingSource, RunFacts
from crawler.assemble import Examined, assemble
from crawler.crawl import Budget, Crawl
from crawler.entry import Entry, enter
from crawler.exchange import NotArchived, Source
from crawler.fetch import WebSource
from crawler.frontier import Frontier
from crawler.guard import AddressGuard
from crawler.handshake import Greeter
from crawler.order import Audited, Options, Progress, Silence, Target, portal_address
from crawler.politeness import PoliteGreeter, Politeness, PoliteSource
from crawler.replay import ReplaySource, open_archive
from crawler.report import ARCHIVE_NAME, copy_archive, make_run_folder, write_report
from crawler.robots import Robots
from crawler.sandbox import Sandbox
from crawler.scope import scope_of
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
    archive = await asyncio.to_thread(open_archive, target.replay) if target.replay else None
    run = _plan(target, options, archive)
    watcher.started(run.url, run.options.max_pages)
    folder = make_run_folder(options.out, run.url, run.id)
    with _recorded(run, folder, archive) as writer:
        examined = await _examine(run, archive, writer, watcher)
        if writer is not None:
            ending = {"limit": examined.limit.value if examined.limit else None}
            writer.finish(options.now(), ending)
    report = await asyncio.to_thread(assemble, examined)
    path = write_report(report, folder)
    watcher.finished(run.url, report)
    logger.info("portal_audited", extra={"host": host_of(run.url), "run": run.id})
    return Audited(report=report, path=path)


@dataclass(frozen=True, kw_only=True)
class _Run:
    """One audit about to happen, everything decided."""

    id: str
    url: str
    institution: str | None
    kind: InstitutionKind | None
    started_at: datetime
    options: Options
    aliases: tuple[str, ...]
    ended_by: Limit | None = None


def _plan(target: Target, options: Options, archive: ReplaySource | None) -> _Run:
    started = options.now()
    run_id = f"{started:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    if archive is None:
        url, ended_by = portal_address(target.url), None
        institution, kind = target.institution, target.kind
    else:
        url = portal_address(target.url or archive.portal_url)
        institution = target.institution or archive.info.get("institution") or None
        told = archive.info.get("institution-kind")
        kind = target.kind or (InstitutionKind(told) if told in set(InstitutionKind) else None)
        limit = archive.ending.get("limit")
        ended_by = Limit(limit) if limit in set(Limit) else None
        pages = archive.info.get("max-pages", "")
        if pages.isdigit():
            options = replace(options, max_pages=int(pages))
    return _Run(
        id=run_id,
        url=url,
        institution=institution,
        kind=kind,
        started_at=started,
        options=options,
        aliases=target.aliases,
        ended_by=ended_by,
    )


@contextmanager
def _recorded(
    run: _Run, folder: Path, archive: ReplaySource | None
) -> Iterator[ArchiveWriter | None]:
    """The archive of the run: a new one, or a copy of the one that is replayed."""
    if archive is not None:
        copy_archive(archive.path, folder)
        yield None
        return
    facts = RunFacts(
        portal_url=run.url,
        institution=run.institution,
        kind=run.kind,
        max_pages=run.options.max_pages,
        max_seconds=run.options.max_seconds,
        user_agent=run.options.user_agent,
        tool_version=tool_version(),
    )
    with ArchiveWriter(folder / ARCHIVE_NAME, facts) as writer:
        yield writer


async def _examine(
    run: _Run, archive: ReplaySource | None, writer: ArchiveWriter | None, watcher: Progress
) -> Examined:
    options = run.options
    budget = Budget(
        max_pages=options.max_pages,
        deadline=None if archive else options.monotonic() + options.max_seconds,
        monotonic=options.monotonic,
    )
    politeness = options.politeness or Politeness(spares_loopback=options.allow_private)
    async with AsyncExitStack() as stack:
        source, greeter = await _open_wire(stack, options, archive, writer, politeness, budget)
        visitor = await _open_visitor(stack, run, source, _ParseLog(archive, writer))

        def obey(robots: Robots) -> None:
            visitor.may_fetch = robots.may_fetch
            politeness.set_delay(host_of(run.url), robots.delay)

        def plan_pause(seconds: float) -> bool:
            has_time = budget.allows_wait(seconds)
            if has_time:
                politeness.hold(host_of(run.url), seconds)
            return has_time

        try:
            entry = await enter(visitor, run.url, obey, lambda: budget.is_late, plan_pause)
        except NotArchived:
            raise BadInput("El archivo no contiene la portada de «{url}».", url=run.url) from None
        probe = TransportProbe(greeter=greeter, source=visitor.source, scope=visitor.scope)
        transport = await probe.look(entry)
        crawl = Crawl(
            visitor=visitor,
            frontier=Frontier(visitor.scope, visitor.may_fetch),
            budget=budget,
            hold=lambda seconds: politeness.hold(host_of(run.url), seconds),
            on_visit=lambda visit, pages, known: watcher.visited(run.url, visit, pages, known),
            ended_by=run.ended_by,
            extra=[entry.robots_visit] if entry.robots_visit else [],
        )
        await crawl.run(entry.home, entry.robots.sitemaps, is_open=_may_crawl(entry.home))
        mode = RunMode.REPLAY if archive else RunMode.HTTP
        return _examined(run, entry, transport, crawl, mode)


def _examined(
    run: _Run, entry: Entry, transport: Transport, crawl: Crawl, mode: RunMode
) -> Examined:
    return Examined(
        run_id=run.id,
        url=run.url,
        institution=run.institution,
        kind=run.kind,
        started_at=run.started_at,
        finished_at=run.options.now(),
        mode=mode,
        tool_version=tool_version(),
        entry=entry,
        transport=transport,
        visits=crawl.visits,
        known=crawl.frontier.known + 1,
        skipped=crawl.skipped,
        limit=crawl.limit,
        has_gone_silent=crawl.has_gone_silent,
    )


async def _open_visitor(
    stack: AsyncExitStack, run: _Run, source: Source, log: "_ParseLog"
) -> Visitor:
    # A replay gives a page that was read once more time than it may need on a busy machine.
    patience = REPLAY_PATIENCE if log.archive else 1.0
    sandbox = Sandbox(seconds=run.options.parse_seconds * patience, parser=run.options.parser)
    await stack.enter_async_context(sandbox)
    return Visitor(source=source, sandbox=sandbox, scope=scope_of(run.url, run.aliases), log=log)


def _may_crawl(home: Visit) -> bool:
    """Whether there is a portal to crawl behind its home page."""
    return home.status > 0 and home.outcome not in _NO_CRAWL


async def _open_wire(
    stack: AsyncExitStack,
    options: Options,
    archive: ReplaySource | None,
    writer: ArchiveWriter | None,
    politeness: Politeness,
    budget: Budget,
) -> tuple[Source, Greeter]:
    if archive is not None or writer is None:
        assert archive is not None
        return archive, archive
    web = await stack.enter_async_context(
        WebSource(
            guard=AddressGuard(allow_private=options.allow_private),
            user_agent=options.user_agent,
            patience=options.patience,
            resolver=options.resolver,
            now=options.now,
        )
    )
    source = PoliteSource(
        source=web, politeness=politeness, is_late=lambda: budget.is_late, now=options.now
    )
    greeter = PoliteGreeter(greeter=web, politeness=politeness, is_late=lambda: budget.is_late)
    return (
        RecordingSource(source=source, archive=writer),
        RecordingGreeter(greeter=greeter, archive=writer, now=options.now),
    )


@dataclass(frozen=True)
class _ParseLog:
    archive: ReplaySource | None
    writer: ArchiveWriter | None

    def known_failure(self, url: str) -> str:
        return self.archive.parse_failure(url) if self.archive else ""

    def note_failure(self, url: str, at: datetime, failure: str) -> None:
        if self.writer is not None:
            self.writer.write_parse_failure(url, at, failure)


def tool_version() -> str:
    """The installed version of this program."""
    try:
        return version("uniportal")
    except PackageNotFoundError:
        return "0"
