"""The console commands for offices and for notices: what is kept, taken out and listed."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import click

from canse.database.revision_records import Author
from canse.database.session import Database
from canse.domain.notice import Notice
from canse.domain.office import Office
from canse.offices import Offices

CONSOLE = "consola"
CLOCK = ZoneInfo("America/Guatemala")
WHEN = click.DateTime(formats=["%Y-%m-%d %H:%M", "%Y-%m-%d"])


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Oficinas donde atienden las instituciones."))
def offices() -> None:
    """Gather the commands for offices."""


@offices.command("import", help=_("Trae oficinas de un archivo CSV: todas o ninguna."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def import_file(rooms: Rooms, file: Path, by: str) -> None:
    """Take in a file of offices."""
    done = Offices(rooms.database).import_file(file, _author(by))
    click.echo(
        _("Oficinas: {new} nuevas, {changed} cambiadas, {equal} iguales.").format(**asdict(done))
    )


@offices.command("list", help=_("Muestra las oficinas de una institución."))
@click.argument("institution")
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def list_offices(rooms: Rooms, institution: str, is_json: bool) -> None:
    """Say where an institution attends, and which hours are not understood."""
    found = Offices(rooms.database).of_institution(institution)
    if is_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(_in_words(one))
    if not found:
        click.echo(_("No hay oficinas."))


@offices.command("remove", help=_("Quita una oficina."))
@click.argument("institution")
@click.argument("name")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def remove_office(rooms: Rooms, institution: str, name: str, by: str) -> None:
    """Take an office out."""
    Offices(rooms.database).remove(institution, name, _author(by))
    click.echo(_("Oficina quitada: {name}.").format(name=name))


@click.group(help=_("Avisos que duran un tiempo: cierres, cambios, fallas anunciadas."))
def notices() -> None:
    """Gather the commands for notices."""


@notices.command("add", help=_("Pone un aviso en un servicio o en toda una institución."))
@click.argument("text")
@click.option("--from", "starts", type=WHEN, required=True, help=_("Desde cuándo (hora local)."))
@click.option("--to", "ends", type=WHEN, required=True, help=_("Hasta cuándo (hora local)."))
@click.option("--service", default="", help=_("El servicio al que toca."))
@click.option("--institution", default="", help=_("La institución a la que toca."))
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def add_notice(
    rooms: Rooms,
    text: str,
    starts: datetime,
    ends: datetime,
    service: str,
    institution: str,
    by: str,
) -> None:
    """Keep a notice; times are those of Guatemala's clocks."""
    notice = Notice(
        text=text,
        starts_at=starts.replace(tzinfo=CLOCK),
        ends_at=ends.replace(tzinfo=CLOCK),
        service=service,
        institution=institution,
    )
    number = Offices(rooms.database).add_notice(notice, _author(by))
    click.echo(_("Aviso {number} guardado.").format(number=number))


@notices.command("list", help=_("Muestra los avisos que no han terminado."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def list_notices(rooms: Rooms, is_json: bool) -> None:
    """Say what is announced."""
    now = datetime.now(UTC)
    found = Offices(rooms.database).notices(now)
    if is_json:
        values = [
            {
                **asdict(one),
                "starts_at": one.starts_at.isoformat(),
                "ends_at": one.ends_at.isoformat(),
            }
            for one in found
        ]
        click.echo(json.dumps(values, ensure_ascii=False, indent=1))
        return
    for one in found:
        starts, ends = one.starts_at.astimezone(CLOCK), one.ends_at.astimezone(CLOCK)
        when = f"{starts:%Y-%m-%d %H:%M} – {ends:%Y-%m-%d %H:%M}"
        click.echo(
            f"{one.id} [{one.phase_at(now)}] {when} {one.service or one.institution}: {one.text}"
        )
    if not found:
        click.echo(_("No hay avisos."))


@notices.command("remove", help=_("Retira un aviso."))
@click.argument("number", type=int)
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def remove_notice(rooms: Rooms, number: int, by: str) -> None:
    """Take a notice back."""
    Offices(rooms.database).remove_notice(number, _author(by))
    click.echo(_("Aviso {number} retirado.").format(number=number))


def _in_words(office: Office) -> str:
    parts = (office.address, office.place, office.telephone, office.hours)
    line = f"{office.name}: {' · '.join(part for part in parts if part)}"
    if office.hours and office.opening_hours is None:
        line += _(" (el horario se muestra como está escrito)")
    return line


def _author(by: str) -> Author:
    return Author(name=by, at=datetime.now(UTC))


COMMANDS: tuple[click.Command, ...] = (offices, notices)
