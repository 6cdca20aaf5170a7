"""Audits of a raw portal with the real inspector, and what it saw of each path."""

import re
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from canse.domain.audit import AuditReport
from crawler.audit import Audited, Target, audit_portal
from crawler.order import Silence
from crawler.page import Page
from crawler.visit import Visit
from tests.crawler.auditing import options
from tests.crawler.hostile.raw_server import Answer, Answers, RawSite, page, serve_raw


@dataclass(kw_only=True)
class Watcher(Silence):
    """Keeps the last visit to each path."""

    visits: dict[str, Visit] = field(default_factory=dict)

    def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
        """Keep a visit."""
        self.visits[path_of(visit.url)] = visit


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One audit: its report, its visits by path, and what the server was asked."""

    audited: Audited
    visits: dict[str, Visit]
    site: RawSite

    @property
    def report(self) -> AuditReport:
        """The report."""
        return self.audited.report

    @property
    def archive(self) -> Path:
        """The file with everything that went over the wire."""
        return self.audited.path.parent / "pages.warc.gz"

    def page(self, path: str) -> Page:
        """What was read of a path."""
        found = self.visits[path].page
        assert found is not None, f"{path}: {self.visits[path].outcome}"
        return found

    def words(self, path: str) -> str:
        """The visible words of a path."""
        found = self.page(path)
        return " ".join([*(one.text for one in found.headings), *(b.text for b in found.blocks)])

    def outcome(self, path: str) -> str:
        """The word of the report for a path."""
        return outcomes(self.report)[path]


def outcomes(report: AuditReport) -> dict[str, str]:
    """The word of the report for each path."""
    return {path_of(one.url): one.outcome for one in report.pages}


def path_of(url: str) -> str:
    """An address without scheme, host and port."""
    return re.sub(r"^https?://[^/]+", "", url)


def look(answers: Answers, folder: Path, **changes: Any) -> Seen:
    """Serve a portal and audit it."""
    with ExitStack() as stack:
        site = stack.enter_context(serve_raw(answers))
        watcher = Watcher()
        audited = audit_portal(Target(url=site.url()), options(folder, **changes), watcher)
        return Seen(audited=audited, visits=watcher.visits, site=site)


def linked(answers: Iterable[tuple[str, Answer]]) -> dict[str, Answer]:
    """A portal whose home page links every path."""
    pages = dict(answers)
    return {"/": page("Inicio", *pages), **pages}
