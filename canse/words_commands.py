"""The console command `words check`: whether a Spanish text is plain, and what to change in it."""

from collections.abc import Iterator
from gettext import gettext as _
from typing import Protocol, TextIO

import click

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.plain_words import HeavyWord, find_heavy_words
from canse.domain.readability import Readability, measure, names_to_leave_out

NOT_PLAIN = 1


class Rooms(Protocol):
    """What the command needs of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Palabras sencillas: mide textos para la gente."))
def words() -> None:
    """Gather the commands for plain words."""


@words.command(help=_("Dice qué tan fácil se lee un texto de FILE y qué cambiarle; «-» lee aquí."))
@click.argument("file", type=click.File(encoding="utf-8"))
@click.pass_context
def check(context: click.Context, file: TextIO) -> None:
    """Measure a text; leaves with NOT_PLAIN where it should be rewritten."""
    text = file.read()
    institutions = Catalogue(context.obj.database).institutions()
    reading = measure(text, names_to_leave_out(one.institution.name for one in institutions))
    if reading is None:
        click.echo(_("No hay palabras que leer."))
        return
    heavy = find_heavy_words(text)
    for line in _in_words(reading, heavy):
        click.echo(line)
    if heavy or not reading.is_plain:
        context.exit(NOT_PLAIN)


def _in_words(reading: Readability, heavy: tuple[HeavyWord, ...]) -> Iterator[str]:
    yield _("Facilidad de lectura: {score} ({band}).").format(
        score=reading.score, band=reading.band
    )
    yield _("Palabras por oración: {average}; la más larga tiene {most}.").format(
        average=reading.words_a_sentence, most=max(one.words for one in reading.sentences)
    )
    if not reading.is_plain:
        yield _("Las oraciones más difíciles:")
        yield from (f"  {one.score}: {one.text}" for one in reading.worst())
    for word in heavy:
        yield _("«{found}»: mejor diga «{instead}».").format(
            found=" ".join(word.found.split()), instead=word.instead
        )


COMMANDS: tuple[click.Command, ...] = (words,)
