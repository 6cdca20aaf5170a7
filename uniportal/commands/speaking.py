"""How the console speaks: its language, its refusals in one sentence, and its exit codes."""

import errno
import gettext as translations
from copy import copy
from gettext import gettext as _
from typing import Any, TypeVar

import click

from canse.domain.errors import CatalogueError
from indices.port import IndexUnavailable
from uniportal.languages import LANGUAGES, SPANISH, TRANSLATIONS
from uniportal.settings import speak

DOMAIN = "messages"
FAILED = 1
DONE_IN_PART = 3

Described = TypeVar("Described", bound=click.Command)


class Console(click.Group):
    """A group of commands that answers expected faults with one sentence and no traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run in the language of whoever asks."""
        speak({language.code for language in LANGUAGES}, SPANISH.code)
        translations.bindtextdomain(DOMAIN, TRANSLATIONS)
        translations.textdomain(DOMAIN)
        return click.Group.main(translated(self), *args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command named."""
        try:
            return super().invoke(ctx)
        except (CatalogueError, IndexUnavailable, OSError) as error:
            raise Refusal(sentence(error)) from error
        except KeyboardInterrupt:
            ctx.exit(FAILED)


class Refusal(click.ClickException):
    """A fault that was to be expected: its sentence goes to standard error, the exit code is 1."""

    exit_code = FAILED

    def show(self, file: Any = None) -> None:
        """Say the sentence and nothing more."""
        click.echo(self.format_message(), file=file, err=file is None)


def sentence(error: Exception) -> str:
    """What an expected fault means, in the language of the console."""
    if isinstance(error, CatalogueError):
        return error.said_in(_)
    if isinstance(error, OSError):
        return _("No se pudo usar {file}: {reason}.").format(
            file=error.filename or _("el disco o la red"), reason=_reason(error)
        )
    return _(str(error))


def _reason(error: OSError) -> str:
    """The reasons a person can do something about in words, any other as the system says it."""
    words = {
        errno.EACCES: _("no hay permiso"),
        errno.EPERM: _("no hay permiso"),
        errno.EROFS: _("el disco es solo de lectura"),
        errno.ENOENT: _("no existe"),
        errno.ENOTDIR: _("no es una carpeta"),
        errno.EISDIR: _("es una carpeta"),
        errno.EEXIST: _("ya existe"),
        errno.ENOSPC: _("no queda espacio en el disco"),
        errno.EADDRINUSE: _("ese puerto ya está ocupado"),
        errno.EADDRNOTAVAIL: _("esa dirección no es de esta máquina"),
    }
    return words.get(error.errno or 0, error.strerror or str(error))


def translated(command: Described) -> Described:
    """The same command, and all below it, with its help in the language now bound.

    Help is written when modules are imported, before anybody has said which language.
    """
    command = copy(command)
    command.help = _(command.help) if command.help else command.help
    command.short_help = _(command.short_help) if command.short_help else command.short_help
    command.params = [_explained(parameter) for parameter in command.params]
    if isinstance(command, click.Group):
        command.commands = {name: translated(one) for name, one in command.commands.items()}
    return command


def _explained(parameter: click.Parameter) -> click.Parameter:
    parameter = copy(parameter)
    if isinstance(parameter, click.Option) and parameter.help:
        parameter.help = _(parameter.help)
    return parameter
