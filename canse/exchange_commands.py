"""The console commands of exchange: `import catalogo` and `export`."""

import json
import sys
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any, Protocol

import click

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.exchange.catalogue_file import read_catalogue
from canse.exchange.exporting import FORMATS, write_file, write_stream
from canse.exchange.importing import import_rows, plan_import
from canse.exchange.plan import ImportPlan, Outcome, PlannedRow

FAILED = 1
DONE_IN_PART = 3


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...

    @property
    def catalogue(self) -> Catalogue:
        """The reading use-cases."""
        ...


@click.group(name="import", help=_("Trae servicios de otras fuentes al catálogo."))
def import_group() -> None:
    """Bring services of other sources into the catalogue."""


@import_group.command(help=_("Importa el archivo CSV del catálogo nacional de trámites."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Muestra qué haría, sin guardar nada."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def catalogo(rooms: Rooms, file: Path, dry_run: bool, is_json: bool) -> None:
    """Import the official catalogue; exit 3 when some rows were refused, 1 when all were."""
    rows = read_catalogue(file)
    if dry_run:
        plan = plan_import(rooms.database, rows)
    else:
        plan = import_rows(rooms.database, rows, datetime.now(UTC), file_name=file.name)
    if is_json:
        click.echo(json.dumps(plan_values(plan), ensure_ascii=False))
    else:
        _say(plan, with_rows=dry_run)
    refused = plan.of(Outcome.REFUSED)
    for row in refused:
        click.echo(_row_in_words(row), err=True)
    if refused:
        raise click.exceptions.Exit(FAILED if len(refused) == len(plan.rows) else DONE_IN_PART)


@click.command(help=_("Escribe los servicios publicados como datos abiertos."))
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), required=True, help=_("Formato.")
)
@click.option("--out", type=click.Path(path_type=Path), help=_("Archivo; si no, la salida."))
@click.pass_obj
def export(rooms: Rooms, form: str, out: Path | None) -> None:
    """Write all published services to a file, whole or not at all, or to standard output."""
    sheets, write = rooms.catalogue.published_sheets(), FORMATS[form]
    if out is None:
        write_stream(sys.stdout.buffer, sheets, write)
        return
    try:
        write_file(out, sheets, write)
    except OSError as error:
        click.echo(
            _("No se puede escribir {name}: {reason}").format(
                name=out.name, reason=error.strerror or error
            ),
            err=True,
        )
        raise click.exceptions.Exit(FAILED) from error


def plan_values(plan: ImportPlan) -> dict[str, Any]:
    """An import in plain values: the counts, which add up to `rows`, and each row."""
    return {
        "rows": len(plan.rows),
        **{outcome.value: count for outcome, count in plan.counts.items()},
        "rows_detail": [
            {
                "line": row.line,
                "outcome": row.outcome.value,
                "name": row.name,
                "fields": list(row.changed_fields),
                "reasons": [reason.said_in(_) for reason in row.reasons],
            }
            for row in plan.rows
        ],
    }


def _say(plan: ImportPlan, *, with_rows: bool) -> None:
    if with_rows:
        for row in plan.rows:
            if row.outcome not in (Outcome.EQUAL, Outcome.REFUSED):
                click.echo(_row_in_words(row))
    counts = {outcome.value: count for outcome, count in plan.counts.items()}
    click.echo(
        _(
            "{rows} filas: {new} nuevas, {changed} cambiadas, {equal} iguales, "
            "{doubtful} dudosas, {refused} rechazadas."
        ).format(rows=len(plan.rows), **counts)
    )


def _row_in_words(row: PlannedRow) -> str:
    words = {
        Outcome.NEW: _("nueva"),
        Outcome.CHANGED: _("cambiada"),
        Outcome.EQUAL: _("igual"),
        Outcome.DOUBTFUL: _("dudosa"),
        Outcome.REFUSED: _("rechazada"),
    }
    said = _("Línea {line}, {outcome}: {name}").format(
        line=row.line, outcome=words[row.outcome], name=row.name
    )
    return " ".join([said.rstrip(), *(reason.said_in(_) for reason in row.reasons)])


COMMANDS: tuple[click.Command, ...] = (import_group, export)
