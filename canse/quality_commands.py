"""The console command `quality`: what is wrong with texts, in numbers, and how to mend it."""

import json
from dataclasses import asdict
from gettext import gettext as _
from pathlib import Path
from typing import Protocol

import click

from canse.catalogue import Catalogue
from canse.domain.errors import BadInput
from canse.domain.quality import FaultKind
from canse.quality import QualityReport, quality_of_catalogue, quality_of_file, write_faults

SHOWN = 20


class Rooms(Protocol):
    """What the command needs of the house."""

    @property
    def catalogue(self) -> Catalogue:
        """The reading use-cases."""
        ...


@click.command(help=_("Dice qué está mal en los textos del catálogo, o de un archivo oficial."))
@click.option("--file", type=click.Path(path_type=Path), help=_("Un CSV del catálogo oficial."))
@click.option("--institution", default="", help=_("Solo lo de una institución."))
@click.option("--out", type=click.Path(path_type=Path), help=_("Escribe cada falta en un CSV."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def quality(
    rooms: Rooms, file: Path | None, institution: str, out: Path | None, is_json: bool
) -> None:
    """Look at everything, tell the numbers, and write each fault where that is asked."""
    report = quality_of_file(file) if file else quality_of_catalogue(rooms.catalogue)
    if institution:
        report = report.of(institution)
    if out:
        _write(report, out)
    click.echo(_as_json(report) if is_json else _in_words(report))


def advice() -> dict[FaultKind, str]:
    """What to do about each kind of fault, in plain words."""
    return {
        FaultKind.NO_ADDRESS: _("Escriba la dirección completa de la página, con https://."),
        FaultKind.LAW_AS_ADDRESS: _("Pase la ley al campo de base legal y ponga la dirección."),
        FaultKind.SHARED_ADDRESS: _("Ponga la página propia de cada servicio."),
        FaultKind.FRONT_PAGE: _("Ponga la página del servicio, no la portada del sitio."),
        FaultKind.INSECURE_ADDRESS: _("Use la dirección con https://."),
        FaultKind.NUMBERED_TITLE: _("Quite el número del comienzo del nombre."),
        FaultKind.SHOUTED_TITLE: _("Escriba el nombre en minúsculas, con mayúscula inicial."),
        FaultKind.LONG_TITLE: _("Acorte el nombre a 80 letras; lo demás va en la descripción."),
        FaultKind.FILLED_DOWN: _("La hoja de cálculo sumó uno en cada fila: ponga el número real."),
        FaultKind.COPIED_DESCRIPTION: _("Escriba lo que hace este servicio y no otro."),
        FaultKind.HARD_TO_READ: _("Parta las frases y use palabras de todos los días."),
        FaultKind.HEAVY_WORDS: _("Cambie esas palabras: «uniportal words check» dice por cuáles."),
        FaultKind.REPEATED_SERVICE: _(
            "Deje una sola ficha, o diga en el nombre qué las distingue."
        ),
        FaultKind.CONTRADICTION: _("Póngase de acuerdo con la otra institución y corrija el dato."),
    }


def _in_words(report: QualityReport) -> str:
    lines = [_("{count} servicios revisados.").format(count=report.services)]
    told = advice()
    for kind, count in report.by_kind().items():
        lines.append(f"{count:>6}  {kind.value}: {told[kind]}")
    most = list(report.by_institution().items())[:SHOWN]
    if most:
        lines.append(_("Instituciones con más faltas:"))
        lines += [f"{count:>6}  {name or _('sin institución')}" for name, count in most]
    else:
        lines.append(_("No encontramos faltas."))
    return "\n".join(lines)


def _as_json(report: QualityReport) -> str:
    values = {
        "services": report.services,
        "by_kind": {kind.value: count for kind, count in report.by_kind().items()},
        "by_institution": report.by_institution(),
        "faults": [asdict(fault) for fault in report.faults],
    }
    return json.dumps(values, ensure_ascii=False)


def _write(report: QualityReport, path: Path) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            write_faults(report.faults, advice(), file)
    except OSError as error:
        raise BadInput("No se puede escribir el archivo {name}.", name=path.name) from error


COMMANDS: tuple[click.Command, ...] = (quality,)
