"""Gathers the commands of every room under `uniportal`."""

from gettext import gettext as _

import click

from canse import commands as canse_commands
from canse.citizen_report_commands import COMMANDS as REPORT_COMMANDS
from canse.commands import COMMANDS as CATALOGUE_COMMANDS
from canse.exchange_commands import COMMANDS as EXCHANGE_COMMANDS
from canse.journey_commands import COMMANDS as JOURNEY_COMMANDS
from canse.office_commands import COMMANDS as OFFICE_COMMANDS
from canse.quality_commands import COMMANDS as QUALITY_COMMANDS
from canse.reply_commands import COMMANDS as REPLY_COMMANDS
from canse.search_commands import COMMANDS as SEARCH_COMMANDS
from canse.vocabulary_commands import COMMANDS as VOCABULARY_COMMANDS
from canse.words_commands import COMMANDS as WORDS_COMMANDS
from crawler.commands import audit
from indices.commands import index, search_command
from uniportal.commands.doctor import doctor
from uniportal.commands.refresh import demo, refresh
from uniportal.commands.serve import serve
from uniportal.commands.speaking import Console
from uniportal.wiring import Rooms

COMMANDS: tuple[click.Command, ...] = (
    *canse_commands.COMMANDS,
    *CATALOGUE_COMMANDS,
    audit,
    refresh,
    index,
    search_command,
    *EXCHANGE_COMMANDS,
    *REPLY_COMMANDS,
    *QUALITY_COMMANDS,
    *REPORT_COMMANDS,
    *OFFICE_COMMANDS,
    *JOURNEY_COMMANDS,
    *VOCABULARY_COMMANDS,
    *SEARCH_COMMANDS,
    *WORDS_COMMANDS,
    demo,
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
