"""The console commands of the group `searches`: `report` tells what they teach, `prune` forgets."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from typing import Any, Protocol

import click

from canse.database.session import Database
from canse.domain.search_log import KEPT_DAYS
from canse.domain.search_report import SearchReport, TextCount
from canse.search_log import SearchLog

LONGEST_PERIOD = KEPT_DAYS // 2


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Lo que enseñan las búsquedas, sin decir quién buscó."))
def searches() -> None:
    """Gather the commands for what searches teach."""


@searches.command(help=_("Dice qué se busca sin hallarlo, sin abrirlo, o cada vez más."))
@click.option(
    "--days",
    type=click.IntRange(1, LONGEST_PERIOD),
    default=30,
    show_default=True,
    help=_("Cuántos días, hasta hoy."),
)
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def report(rooms: Rooms, days: int, is_json: bool) -> None:
    """Tell what the last days teach."""
    found = SearchLog(rooms.database).report(datetime.now(UTC), days)
    if is_json:
        click.echo(json.dumps(report_values(found), ensure_ascii=False, indent=1))
        return
    for line in _in_words(found):
        click.echo(line)


@searches.command(help=_("Borra las cuentas de hace más de un año."))
@click.pass_obj
def prune(rooms: Rooms) -> None:
    """Erase what is too old to keep."""
    count = SearchLog(rooms.database).prune(datetime.now(UTC))
    click.echo(_("Cuentas borradas: {count}.").format(count=count))


def report_values(found: SearchReport) -> dict[str, Any]:
    """A report in plain values."""
    lists = ("without_result", "without_click", "rising", "missing")
    return {
        **asdict(found),
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        **{name: [_line_values(one) for one in getattr(found, name)] for name in lists},
    }


def _line_values(one: TextCount) -> dict[str, Any]:
    values = asdict(one)
    del values["rank_sum"]
    return values


def _in_words(found: SearchReport) -> Iterator[str]:
    yield _(
        "Del {first} al {last}: {searches} búsquedas, {in_vain} sin resultado, "
        "{unkept} sin guardar sus palabras, {clicks} servicios abiertos."
    ).format(**asdict(found))
    if found.mean_rank is not None:
        yield _("Lugar medio de lo que se abrió: {rank}.").format(rank=found.mean_rank)
    yield from _table(_("Sin resultado"), [(o.in_vain, o.text) for o in found.without_result])
    yield from _table(_("Nadie abrió nada"), [(o.times, o.text) for o in found.without_click])
    yield from _table(
        _("Cada vez más"),
        [
            (o.times, _("{text} (antes {before})").format(text=o.text, before=o.before))
            for o in found.rising
        ],
    )
    without_words = _("(sin guardar sus palabras)")
    yield from _table(
        _("Pedido porque falta"), [(o.times, o.text or without_words) for o in found.missing]
    )


def _table(title: str, rows: list[tuple[int, str]]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    for count, text in rows:
        yield f"{count:>7}  {text}"


COMMANDS: tuple[click.Command, ...] = (searches,)
