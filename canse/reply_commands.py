"""The console commands for replies: `replies list`, `publish`, `reject` and `forget`."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from typing import Protocol

import click

from canse.database.session import Database
from canse.domain.reply import Reply, ReplyState
from canse.replies import Replies

CONSOLE = "consola"


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Respuestas de las instituciones a sus revisiones."))
def replies() -> None:
    """Gather the commands for replies."""


@replies.command("list", help=_("Muestra las respuestas que esperan una decisión."))
@click.option("--all", "is_all", is_flag=True, help=_("También las ya decididas."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def list_replies(rooms: Rooms, is_all: bool, is_json: bool) -> None:
    """Say what waits, oldest first; it holds personal data."""
    found = Replies(rooms.database).listed(None if is_all else ReplyState.PENDING)
    if is_json:
        click.echo(json.dumps([_plain(reply) for reply in found], ensure_ascii=False, indent=1))
        return
    for reply in found:
        click.echo(_in_words(reply))
    if not found:
        click.echo(_("No hay respuestas."))


@replies.command(help=_("Publica una respuesta junto al resultado que comenta."))
@click.argument("number", type=int)
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def publish(rooms: Rooms, number: int, by: str) -> None:
    """Let everybody read one reply."""
    Replies(rooms.database).publish(number, at=datetime.now(UTC), by=by)
    click.echo(_("Respuesta {number} publicada.").format(number=number))


@replies.command(help=_("Rechaza una respuesta: queda guardada y nadie la lee."))
@click.argument("number", type=int)
@click.option("--reason", required=True, help=_("Por qué."))
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def reject(rooms: Rooms, number: int, reason: str, by: str) -> None:
    """Keep one reply from being read, with the reason."""
    Replies(rooms.database).reject(number, at=datetime.now(UTC), by=by, reason=reason)
    click.echo(_("Respuesta {number} rechazada.").format(number=number))


@replies.command(help=_("Borra el nombre y el correo de quien envió una respuesta."))
@click.argument("number", type=int)
@click.pass_obj
def forget(rooms: Rooms, number: int) -> None:
    """Erase the personal data of one reply, and keep what it says."""
    Replies(rooms.database).forget_sender(number)
    click.echo(_("Se borró quién envió la respuesta {number}.").format(number=number))


def _in_words(reply: Reply) -> str:
    about = reply.indicator or reply.service or _("toda la revisión")
    head = (
        f"{reply.id} [{reply.state}] {reply.received_at:%Y-%m-%d} {reply.institution.slug}"
        f" {reply.host} · {reply.kind} · {about}"
    )
    who = f"{reply.name} ({reply.post}) <{reply.email}>" if reply.name else reply.post
    return "\n".join((head, f"    {who}", *(f"    {line}" for line in reply.text.splitlines())))


def _plain(reply: Reply) -> dict[str, object]:
    return {
        **asdict(reply),
        "institution": reply.institution.slug,
        "received_at": reply.received_at.isoformat(),
    }


COMMANDS: tuple[click.Command, ...] = (replies,)
