"""Gathers the commands of every room under `uniportal`."""

from gettext import gettext as _

import click

from canse import commands as canse_commands
from indices import commands as index_commands
from uniportal.commands.doctor import doctor
from uniportal.commands.serve import serve
from uniportal.commands.speaking import Console
from uniportal.wiring import Rooms

COMMANDS: tuple[click.Command, ...] = (
    *canse_commands.COMMANDS,
    index_commands.index,
    index_commands.search_command,
    serve,
    doctor,
)


@click.group(cls=Console, help=_("CANSE y UNIPORTAL: los servicios del Estado de Guatemala."))
@click.pass_context
def main(context: click.Context) -> None:
    """Make the rooms ready; each is opened only by a command that needs it."""
    rooms = context.obj if isinstance(context.obj, Rooms) else Rooms()
    context.obj = rooms
    context.call_on_close(rooms.close)


for command in COMMANDS:
    main.add_command(command)
