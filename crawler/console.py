"""What a person sees of an audit: a progress display on a terminal, and one line a portal."""

from gettext import gettext as _
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from canse.domain.audit import AuditReport
from crawler.order import Audited
from crawler.urls import host_of
from crawler.visit import Visit

HOST_WIDTH = 40
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


class ConsoleProgress:
    """A bar a portal on standard error; nothing at all when that is no terminal."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}
        self._most: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def started(self, url: str, max_pages: int) -> None:
        """Show a bar for the portal."""
        name = escape(host_of(url)[:HOST_WIDTH])
        self._most[url] = max_pages
        self._tasks[url] = self._bars.add_task(name, total=max_pages)

    def resumed(self, url: str) -> None:
        """Say that nothing is begun anew, on a terminal or not."""
        words = _("Se retoma la auditoría interrumpida de {host}.")
        self._bars.console.print(words.format(host=host_of(url)), markup=False, highlight=False)

    def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
        """Move the bar to the pages read of those known, within the budget."""
        total = max(pages, min(known, self._most[url]))
        self._bars.update(self._tasks[url], completed=pages, total=total)

    def finished(self, url: str, report: AuditReport) -> None:
        """Fill the bar."""
        pages = max(report.coverage.pages_fetched, 1)
        self._bars.update(self._tasks[url], completed=pages, total=pages)


def result_line(audited: Audited) -> str:
    """One line on one portal for standard output."""
    report = audited.report
    if not report.coverage.evaluable:
        words = _("{host}: no evaluable, {pages} páginas leídas; informe: {path}")
    else:
        words = _(
            "{host}: etapa confirmada {confirmed}, declarada {declared}; {pages} páginas leídas, "
            "{services} servicios; informe: {path}"
        )
    return words.format(
        host=report.portal.host.translate(_CONTROLS),
        confirmed=int(report.stage.confirmed),
        declared=int(report.stage.declared),
        pages=report.coverage.pages_fetched,
        services=len(report.services),
        path=audited.path,
    )


def result_values(audited: Audited) -> dict[str, Any]:
    """The same as data."""
    report = audited.report
    return {
        "url": report.portal.url,
        "report": str(audited.path),
        "evaluable": report.coverage.evaluable,
        "limit": report.coverage.limit.value if report.coverage.limit else None,
        "reasons": list(report.coverage.reasons),
        "pages_fetched": report.coverage.pages_fetched,
        "pages_known": report.coverage.pages_known,
        "services": len(report.services),
        "stage": {
            "confirmed": int(report.stage.confirmed),
            "declared": int(report.stage.declared),
        },
    }
