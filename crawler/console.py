"""What a person sees of an audit: a progress display on a terminal, and one line a portal."""

from gettext import gettext as _
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from canse.domain.audit import AuditReport
from crawler.result import Result
from crawler.urls import host_of
from crawler.visit import Visit

HOST_WIDTH = 40
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


class ConsoleProgress:
    """A bar a portal on standard error, and one for all when there are many; nothing at all when
    that is no terminal. A portal that has ended makes room for the next."""

    def __init__(self, portals: int = 1) -> None:
        console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._portals = portals
        self._all: TaskID | None = None
        self._tasks: dict[str, TaskID] = {}
        self._most: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        if self._portals > 1:
            self._all = self._bars.add_task(_("Portales"), total=self._portals)
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
        self._bars.console.print(
            words.format(host=host_of(url)), markup=False, highlight=False, soft_wrap=True
        )

    def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
        """Move the bar to the pages read of those known, within the budget."""
        total = max(pages, min(known, self._most[url]))
        self._bars.update(self._tasks[url], completed=pages, total=total)

    def finished(self, url: str, report: AuditReport) -> None:
        """Fill the bar, or take it away and move that of all portals."""
        if self._all is not None:
            self._bars.update(self._tasks[url], visible=False)
            self._bars.advance(self._all)
            return
        pages = max(report.coverage.pages_fetched, 1)
        self._bars.update(self._tasks[url], completed=pages, total=pages)


def result_line(result: Result) -> str:
    """One line on one portal for standard output."""
    if not result.is_evaluable:
        words = _("{host}: no evaluable, {pages} páginas leídas; informe: {path}")
    else:
        words = _(
            "{host}: etapa confirmada {confirmed}, declarada {declared}; {pages} páginas leídas, "
            "{services} servicios; informe: {path}"
        )
    return words.format(
        host=without_controls(result.host),
        confirmed=result.confirmed,
        declared=result.declared,
        pages=result.pages_fetched,
        services=result.services,
        path=result.path,
    )


def without_controls(text: str) -> str:
    """A text of a portal that can do nothing to a terminal."""
    return text.translate(_CONTROLS)
