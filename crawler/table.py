"""What became of many portals, as a table of plain text for standard output."""

from collections.abc import Sequence
from gettext import gettext as _

from canse.domain.audit import Limit
from crawler.batch import Ended
from crawler.console import without_controls
from crawler.result import Result
from crawler.urls import host_of

GAP = "  "
PORTAL_WIDTH = 40


def table_of(ended: Sequence[Ended]) -> str:
    """One line a portal under a line of titles, columns aligned."""
    titles = (
        _("Portal"),
        _("Etapa"),
        _("Declarada"),
        _("Servicios"),
        _("Páginas"),
        _("Cobertura"),
        _("Tiempo"),
        _("Estado"),
        _("Informe"),
    )
    rows = [titles, *map(_row, ended)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(ended: Ended) -> tuple[str, ...]:
    result = ended.result
    if result is None:
        state = _("detenida") if ended.is_stopped else _("falló")
        name = host_of(ended.target.url) or ended.target.url or str(ended.target.replay)
        return (_name(name), *(["–"] * 6), state, "–")
    return (
        _name(result.host),
        str(result.confirmed) if result.is_evaluable else "–",
        str(result.declared) if result.is_evaluable else "–",
        str(result.services),
        str(result.pages_fetched),
        f"{result.coverage} %",
        f"{result.seconds:.0f} s",
        _state(result),
        str(result.path),
    )


def _name(name: str) -> str:
    return without_controls(name)[:PORTAL_WIDTH]


def _state(result: Result) -> str:
    if not result.is_evaluable:
        return _("no evaluable")
    if result.limit is None:
        return _("completa")
    return {
        Limit.PAGES: _("hasta el máximo de páginas"),
        Limit.SECONDS: _("se acabó el tiempo"),
        Limit.BYTES: _("hasta el máximo de contenido"),
    }[result.limit]
