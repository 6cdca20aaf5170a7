"""The console commands for what citizens report: listed, shown, taken up and closed."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from typing import Protocol

import click

from canse.citizen_reports import CitizenReports
from canse.database.session import Database
from canse.domain.citizen_report import CitizenReport, ReportState

CONSOLE = "consola"
OUTCOMES = [state.value for state in ReportState if not state.is_open]


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Lo que las personas reportan de las fichas."))
def reports() -> None:
    """Gather the commands for reports."""


@reports.command("list", help=_("Muestra los reportes abiertos."))
@click.option("--institution", default="", help=_("Solo los de una institución."))
@click.option("--all", "is_all", is_flag=True, help=_("También los cerrados."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def list_reports(rooms: Rooms, institution: str, is_all: bool, is_json: bool) -> None:
    """Say what is reported, oldest first."""
    found = CitizenReports(rooms.database).listed(institution, is_open=not is_all)
    if is_json:
        click.echo(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(_in_words(one))
    if not found:
        click.echo(_("No hay reportes."))


@reports.command(help=_("Muestra un reporte."))
@click.argument("reference")
@click.pass_obj
def show(rooms: Rooms, reference: str) -> None:
    """Say all of one report."""
    click.echo(_in_words(CitizenReports(rooms.database).report(reference)))


@reports.command(help=_("Dice que alguien ya revisa un reporte."))
@click.argument("reference")
@click.option("--by", default=CONSOLE, help=_("Quién lo revisa."))
@click.pass_obj
def take(rooms: Rooms, reference: str, by: str) -> None:
    """Take up one report."""
    CitizenReports(rooms.database).take(reference, at=datetime.now(UTC), by=by)
    click.echo(_("El reporte {reference} está en revisión.").format(reference=reference))


@reports.command(help=_("Cierra un reporte con una respuesta corta."))
@click.argument("reference")
@click.argument("outcome", type=click.Choice(OUTCOMES))
@click.option("--answer", required=True, help=_("Lo que leerá quien lo envió."))
@click.option("--by", default=CONSOLE, help=_("Quién lo cierra."))
@click.pass_obj
def close(rooms: Rooms, reference: str, outcome: str, answer: str, by: str) -> None:
    """End one report."""
    state = ReportState(outcome)
    now = datetime.now(UTC)
    CitizenReports(rooms.database).close(reference, state, answer=answer, at=now, by=by)
    click.echo(_("El reporte {reference} quedó cerrado.").format(reference=reference))


@reports.command(help=_("Borra las opiniones de hace más de 400 días."))
@click.pass_obj
def prune(rooms: Rooms) -> None:
    """Erase old opinions."""
    count = CitizenReports(rooms.database).prune(datetime.now(UTC).date())
    click.echo(_("Opiniones borradas: {count}.").format(count=count))


def _in_words(report: CitizenReport) -> str:
    head = (
        f"{report.reference} [{report.state}] {report.received_at:%Y-%m-%d}"
        f" {report.institution or '-'} {report.service} · {report.kind}"
    )
    told = [f"    {line}" for line in report.text.splitlines()]
    answer = [f"    → {report.answer}"] if report.answer else []
    return "\n".join((head, *told, *answer))


def _plain(report: CitizenReport) -> dict[str, object]:
    return {
        **asdict(report),
        "received_at": report.received_at.isoformat(),
        "changed_at": report.changed_at.isoformat(),
    }


COMMANDS: tuple[click.Command, ...] = (reports,)
