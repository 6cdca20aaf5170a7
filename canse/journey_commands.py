"""The console commands for journeys: `journeys list`, `export`, `import` and `remove`."""

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Protocol

import click

from canse.database.revision_records import Author
from canse.database.session import Database
from canse.domain.errors import BadInput
from canse.journey_files import write_journeys
from canse.journeys import Journeys

CONSOLE = "consola"


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Caminos: los trámites que pide un propósito, en orden."))
def journeys() -> None:
    """Gather the commands for journeys."""


@journeys.command("list", help=_("Muestra los caminos."))
@click.pass_obj
def list_journeys(rooms: Rooms) -> None:
    """Say which there are, with how many steps."""
    found = Journeys(rooms.database).listed()
    for one in found:
        count = ngettext("{count} paso", "{count} pasos", len(one.steps))
        click.echo(f"{one.slug}: {one.title} ({count.format(count=len(one.steps))})")
    if not found:
        click.echo(_("No hay caminos."))


@journeys.command("export", help=_("Escribe los caminos como un CSV para editar."))
@click.option("--out", "path", type=click.Path(path_type=Path), help=_("Archivo a escribir."))
@click.pass_obj
def export_file(rooms: Rooms, path: Path | None) -> None:
    """Write what `import` reads."""
    found = Journeys(rooms.database).listed()
    if path is None:
        write_journeys(found, sys.stdout)
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            write_journeys(found, file)
    except OSError as error:
        raise BadInput("No se puede escribir el archivo {name}.", name=path.name) from error


@journeys.command("import", help=_("Trae caminos de un archivo CSV: todos o ninguno."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Dice qué haría y no cambia nada."))
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def import_file(rooms: Rooms, file: Path, dry_run: bool, by: str) -> None:
    """Take in a file of journeys."""
    done = Journeys(rooms.database).import_file(file, _author(by), is_trial=dry_run)
    click.echo(
        _("Caminos: {new} nuevos, {changed} cambiados, {equal} iguales.").format(**asdict(done))
    )


@journeys.command("remove", help=_("Quita un camino."))
@click.argument("slug")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def remove_journey(rooms: Rooms, slug: str, by: str) -> None:
    """Take a journey out."""
    Journeys(rooms.database).remove(slug, _author(by))
    click.echo(_("Camino quitado: {slug}.").format(slug=slug))


def _author(by: str) -> Author:
    return Author(name=by, at=datetime.now(UTC))


COMMANDS: tuple[click.Command, ...] = (journeys,)
