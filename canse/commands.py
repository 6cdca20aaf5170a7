"""The console commands of the catalogue: `init` prepares it and `intake` lets reports in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Protocol

import click

from canse.database.migrating import migrate
from canse.database.session import Database
from canse.domain.errors import BadInput, CatalogueError, Conflict, NotFound
from canse.domain.overview import Registration
from canse.intake import IntakeResult, take_in
from canse.report_schema import read_report
from canse.seeding import SeedResult, seed

FAILED = 1
DONE_IN_PART = 3


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...

    def keep_index_in_step(self) -> None:
        """Bring the index to what the catalogue says now."""
        ...


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of one report file: a result, or why it was refused."""

    path: Path
    result: IntakeResult | None
    refusal: CatalogueError | None


def prepare(database: Database, at: datetime) -> SeedResult:
    """Bring the database to this version's schema and load the product's data."""
    migrate(database)
    return seed(database, at)


def take_in_files(database: Database, paths: Iterable[Path], at: datetime) -> list[Taken]:
    """Take in each file on its own: one bad report does not keep the others out.

    Raises CatalogueUnavailable, because then no other file would fare better.
    """
    taken = []
    for path in paths:
        try:
            result = take_in(database, read_report(path), at)
            taken.append(Taken(path=path, result=result, refusal=None))
        except (BadInput, Conflict, NotFound) as error:
            taken.append(Taken(path=path, result=None, refusal=error))
    return taken


@click.command(help=_("Prepara el catálogo: esquema, datos del producto e índice."))
@click.pass_obj
def init(rooms: Rooms) -> None:
    """Migrate, load product data and build the index; safe to repeat."""
    result = prepare(rooms.database, datetime.now(UTC))
    rooms.keep_index_in_step()
    click.echo(
        _("Catálogo listo: {new} datos nuevos, {changed} cambiados, {equal} iguales.").format(
            new=result.new, changed=result.changed, equal=result.equal
        )
    )


@click.command(help=_("Registra en el catálogo los informes de auditoría."))
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def intake(rooms: Rooms, reports: tuple[Path, ...], is_json: bool) -> None:
    """Take reports in; exit 3 when some were refused, 1 when all were."""
    taken = take_in_files(rooms.database, reports, datetime.now(UTC))
    for one in taken:
        if one.refusal is not None:
            click.echo(one.refusal.said_in(_), err=True)
        elif one.result is not None:
            click.echo(_as_json(one.result) if is_json else in_words(one.result))
    refused = sum(one.refusal is not None for one in taken)
    if refused:
        raise click.exceptions.Exit(FAILED if refused == len(taken) else DONE_IN_PART)


def in_words(result: IntakeResult) -> str:
    """One line on what became of a report."""
    if result.is_repeated:
        return _("{host}: el informe ya estaba registrado; nada cambió.").format(host=result.host)
    return _(
        "{host}: {registered} servicios registrados, {joined} ya conocidos, "
        "{review} por revisar, {kept} que no califican."
    ).format(host=result.host, **{kind.value: result.counts.get(kind, 0) for kind in Registration})


def _as_json(result: IntakeResult) -> str:
    return json.dumps(
        {
            "host": result.host,
            "run": result.run_id,
            "repeated": result.is_repeated,
            **{kind.value: result.counts.get(kind, 0) for kind in Registration},
        },
        ensure_ascii=False,
    )


COMMANDS: tuple[click.Command, ...] = (init, intake)
