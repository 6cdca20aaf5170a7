"""The command `doctor`: tells whether settings, database, index and disk are in order."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from gettext import gettext as _
from typing import Any

import click

from canse.database.migrating import current_revision, newest_revision
from canse.database.session import explained
from canse.domain.errors import CatalogueError
from uniportal.commands.speaking import FAILED, sentence
from uniportal.health import health_of
from uniportal.wiring import Rooms


@dataclass(frozen=True, kw_only=True)
class Check:
    """What was looked at, whether it is in order, and what was seen."""

    name: str
    ok: bool
    seen: str


@click.command(help=_("Revisa los ajustes, la base de datos, el índice y el disco."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def doctor(rooms: Rooms, is_json: bool) -> None:
    """Look at everything; exit 0 when all is in order, 1 otherwise."""
    checks = examine(rooms)
    if is_json:
        click.echo(json.dumps([asdict(check) for check in checks], ensure_ascii=False))
    else:
        for check in checks:
            mark = _("bien") if check.ok else _("MAL")
            click.echo(f"{mark:5} {check.name}: {check.seen}")
    if not all(check.ok for check in checks):
        raise click.exceptions.Exit(FAILED)


def examine(rooms: Rooms) -> tuple[Check, ...]:
    """Look at every part; one that is down does not keep the others from being seen."""
    settings = _guarded(_("ajustes"), lambda: _settings(rooms))
    if not settings.ok:
        return (settings,)
    health = health_of(rooms)
    return (
        settings,
        _guarded(_("base de datos"), lambda: _database(rooms)),
        _index(health["index"]),
        Check(
            name=_("disco"),
            ok=health["disk"]["ok"],
            seen=_("{megabytes} MB libres").format(
                megabytes=health["disk"]["free_bytes"] // 1_000_000
            ),
        ),
    )


def _guarded(name: str, look: Callable[[], Check]) -> Check:
    try:
        return look()
    except (CatalogueError, OSError) as error:
        return Check(name=name, ok=False, seen=sentence(error))


def _settings(rooms: Rooms) -> Check:
    settings = rooms.settings
    return Check(
        name=_("ajustes"),
        ok=True,
        seen=_("entorno {environment}, carpeta {folder}").format(
            environment=settings.environment, folder=settings.instance
        ),
    )


def _database(rooms: Rooms) -> Check:
    with explained(), rooms.database.engine.connect() as connection:
        current, newest = current_revision(connection), newest_revision()
    seen = _("esquema {revision}").format(revision=current or _("vacío"))
    if current != newest:
        seen = _("{seen}; el de esta versión es {newest}: corra «uniportal init»").format(
            seen=seen, newest=newest
        )
    return Check(name=_("base de datos"), ok=current == newest, seen=seen)


def _index(state: dict[str, Any]) -> Check:
    if state["problem"]:
        return Check(name=_("índice"), ok=False, seen=_(state["problem"]))
    seen = _("{documents} servicios, {lag} cambios por aplicar").format(
        documents=state["documents"],
        lag=_("no se sabe cuántos") if state["lag"] is None else state["lag"],
    )
    return Check(name=_("índice"), ok=state["ok"], seen=seen)
