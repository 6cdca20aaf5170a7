"""What one audit is going to be: a new run, the rest of one that was cut short, or a replay."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from canse.domain.audit import Limit, RunMode
from canse.domain.institution import InstitutionKind
from crawler.archive import ArchiveWriter, RunFacts
from crawler.journal import Interrupted, find_interrupted
from crawler.order import Options, Target, portal_address
from crawler.replay import ReplaySource, open_archive
from crawler.report import ARCHIVE_NAME, copy_archive, make_run_folder, portal_folder


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One audit about to happen, everything decided.

    `archive` is what is read back first, `writer` what is written to: a new run has only the
    second, a replay only the first, a resumed run both. `took` is how long the last answer of a
    resumed run may have taken, in seconds.
    """

    id: str
    url: str
    institution: str | None
    kind: InstitutionKind | None
    started_at: datetime
    options: Options
    aliases: tuple[str, ...]
    folder: Path
    archive: ReplaySource | None = None
    writer: ArchiveWriter | None = None
    took: float = 0.0

    @property
    def mode(self) -> RunMode:
        """Whether pages come from the web, be it that some came before."""
        return RunMode.REPLAY if self.writer is None else RunMode.HTTP

    @property
    def is_resumed(self) -> bool:
        """Whether the run goes on with one that was cut short."""
        return self.archive is not None and self.writer is not None

    @property
    def is_told_to_the_end(self) -> bool:
        """Whether the archive holds the whole run, so that nothing is asked of the web."""
        if self.archive is None:
            return False
        return self.writer is None or bool(self.archive.ending)

    @property
    def ended_by(self) -> Limit | None:
        """What stopped the run that the archive holds to its end."""
        if self.archive is None or not self.is_told_to_the_end:
            return None
        limit = self.archive.ending.get("limit")
        return Limit(limit) if limit in set(Limit) else None


def make_plan(target: Target, options: Options) -> Plan:
    """Decide on one audit and open its files."""
    if target.replay is not None:
        return _replay(target, options, open_archive(target.replay))
    facts = _facts(target, options)
    found = None
    if not options.fresh:
        found = find_interrupted(
            portal_folder(options.out, facts.portal_url), facts, facts.started_at
        )
    return _new(target, options, facts) if found is None else _resumed(target, options, found)


def _facts(target: Target, options: Options) -> RunFacts:
    started_at = options.now()
    return RunFacts(
        run_id=f"{started_at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}",
        started_at=started_at,
        portal_url=portal_address(target.url),
        aliases=target.aliases,
        institution=target.institution,
        kind=target.kind,
        max_pages=options.max_pages,
        max_seconds=options.max_seconds,
        user_agent=options.user_agent,
        tool_version=tool_version(),
        has_browser=options.browser,
    )


def _new(target: Target, options: Options, facts: RunFacts) -> Plan:
    folder = make_run_folder(options.out, facts.portal_url, facts.run_id)
    return Plan(
        id=facts.run_id,
        url=facts.portal_url,
        institution=target.institution,
        kind=target.kind,
        started_at=facts.started_at,
        options=options,
        aliases=target.aliases,
        folder=folder,
        writer=ArchiveWriter.begin(folder / ARCHIVE_NAME, facts),
    )


def _resumed(target: Target, options: Options, found: Interrupted) -> Plan:
    return Plan(
        id=found.run_id,
        url=portal_address(target.url),
        institution=target.institution,
        kind=target.kind,
        started_at=found.started_at,
        options=options,
        aliases=target.aliases,
        folder=found.folder,
        archive=found.archive,
        writer=ArchiveWriter.go_on(found.file, options.now()),
        took=found.took,
    )


def _replay(target: Target, options: Options, archive: ReplaySource) -> Plan:
    info = archive.info
    pages, kind = info.get("max-pages", ""), info.get("institution-kind")
    facts = _facts(replace(target, url=target.url or archive.portal_url), options)
    folder = make_run_folder(options.out, facts.portal_url, facts.run_id)
    copy_archive(archive.path, folder)
    return Plan(
        id=facts.run_id,
        url=facts.portal_url,
        institution=target.institution or info.get("institution") or None,
        kind=target.kind or (InstitutionKind(kind) if kind in set(InstitutionKind) else None),
        started_at=facts.started_at,
        options=replace(options, max_pages=int(pages)) if pages.isdigit() else options,
        aliases=target.aliases or tuple(info.get("aliases", "").split()),
        folder=folder,
        archive=archive,
    )


def tool_version() -> str:
    """The installed version of this program."""
    try:
        return version("uniportal")
    except PackageNotFoundError:
        return "0"
