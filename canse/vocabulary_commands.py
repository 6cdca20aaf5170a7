"""The console commands of the group `vocabulary`: synonyms, promotions and words kept back."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Protocol

import click

from canse.database.session import Database
from canse.domain.vocabulary import SPANISH, SynonymEntry, SynonymKind
from canse.editing import Author
from canse.search_vocabulary import Vocabulary

CONSOLE = "consola"
KINDS = [kind.value for kind in SynonymKind]


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def database(self) -> Database:
        """The database in use."""
        ...


@click.group(help=_("Las palabras con que la gente busca."))
def vocabulary() -> None:
    """Gather the commands for the words of search."""


@vocabulary.group(help=_("Sinónimos: cómo lo dice la gente y qué quiere decir."))
def synonyms() -> None:
    """Gather the commands for synonyms."""


@synonyms.command("add", help=_("Agrega un sinónimo: quien escribe EXPRESSION busca TERM."))
@click.argument("expression")
@click.argument("term")
@click.option("--two-way", is_flag=True, help=_("También al revés."))
@click.option("--language", default=SPANISH, show_default=True, help=_("Idioma, como es o quc."))
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default=SynonymKind.SYNONYM.value,
    show_default=True,
    help=_("Por qué se dice así."),
)
@click.option("--note", default="", help=_("Una nota para el equipo."))
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def add_synonym(
    rooms: Rooms,
    expression: str,
    term: str,
    two_way: bool,
    language: str,
    kind: str,
    note: str,
    by: str,
) -> None:
    """Keep one synonym."""
    entry = SynonymEntry(
        expression=expression,
        term=term,
        kind=SynonymKind(kind),
        note=note,
        is_two_way=two_way,
        language=language,
    )
    Vocabulary(rooms.database).add_synonym(entry, _author(by))
    click.echo(_("Guardado: {line}").format(line=_in_words(entry)))


@synonyms.command("list", help=_("Muestra los sinónimos, o los que tienen una palabra."))
@click.argument("word", default="")
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def list_synonyms(rooms: Rooms, word: str, is_json: bool) -> None:
    """Say what stands for what."""
    found = Vocabulary(rooms.database).synonyms(word)
    if is_json:
        click.echo(_as_json([asdict(one) for one in found]))
        return
    for one in found:
        click.echo(_in_words(one))
    if not found:
        click.echo(_("No hay sinónimos."))


@synonyms.command("remove", help=_("Quita un sinónimo, de TERM o de todo lo que quería decir."))
@click.argument("expression")
@click.argument("term", default="")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def remove_synonym(rooms: Rooms, expression: str, term: str, by: str) -> None:
    """Take a synonym out."""
    count = Vocabulary(rooms.database).remove_synonym(expression, term, _author(by))
    click.echo(_("Sinónimos quitados: {count}.").format(count=count))


@vocabulary.command("import", help=_("Trae sinónimos de un archivo CSV: todos o ninguno."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def import_file(rooms: Rooms, file: Path, by: str) -> None:
    """Take in a file with the columns of the seed's list."""
    done = Vocabulary(rooms.database).import_synonyms(file, _author(by))
    click.echo(
        _("Sinónimos: {new} nuevos, {changed} cambiados, {equal} iguales.").format(**asdict(done))
    )


@vocabulary.command("list", help=_("Muestra qué va primero para qué frase, y qué no se sugiere."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def list_chosen(rooms: Rooms, is_json: bool) -> None:
    """Say what staff chose: promotions, and words kept back."""
    chosen = Vocabulary(rooms.database)
    promoted, hidden = chosen.promoted(), chosen.hidden()
    if is_json:
        values = {"promoted": [asdict(one) for one in promoted], "hidden": hidden}
        click.echo(_as_json(values))
        return
    for one in promoted:
        click.echo(f"«{one.phrase}» → {one.slug} ({one.service})")
    for word in hidden:
        click.echo(_("No se sugiere: {word}").format(word=word))
    if not (promoted or hidden):
        click.echo(_("No hay frases con primer resultado ni palabras ocultas."))


@vocabulary.command(help=_("Pone un servicio de primero para una frase."))
@click.argument("phrase")
@click.argument("slug")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def promote(rooms: Rooms, phrase: str, slug: str, by: str) -> None:
    """Let a service go first for a phrase."""
    Vocabulary(rooms.database).promote(phrase, slug, _author(by))
    click.echo(_("«{slug}» va primero para «{phrase}».").format(slug=slug, phrase=phrase))


@vocabulary.command(help=_("Deja que una frase vuelva a su orden natural."))
@click.argument("phrase")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def unpromote(rooms: Rooms, phrase: str, by: str) -> None:
    """Promote nothing for a phrase any more."""
    Vocabulary(rooms.database).unpromote(phrase, _author(by))
    click.echo(_("Ya nada va primero para «{phrase}».").format(phrase=phrase))


@vocabulary.command(help=_("Hace que una palabra no se sugiera nunca; se sigue encontrando."))
@click.argument("word")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def hide(rooms: Rooms, word: str, by: str) -> None:
    """Keep a word from being suggested."""
    Vocabulary(rooms.database).hide(word, _author(by))
    click.echo(_("«{word}» ya no se sugiere.").format(word=word))


@vocabulary.command(help=_("Deja que una palabra vuelva a sugerirse."))
@click.argument("word")
@click.option("--by", default=CONSOLE, help=_("Quién lo decide."))
@click.pass_obj
def show(rooms: Rooms, word: str, by: str) -> None:
    """Let a word be suggested again."""
    Vocabulary(rooms.database).show(word, _author(by))
    click.echo(_("«{word}» vuelve a sugerirse.").format(word=word))


def _author(by: str) -> Author:
    return Author(name=by, at=datetime.now(UTC))


def _in_words(entry: SynonymEntry) -> str:
    arrow = "↔" if entry.is_two_way else "→"
    language = "" if entry.language == SPANISH else f", {entry.language}"
    note = f" · {entry.note}" if entry.note else ""
    return f"{entry.expression} {arrow} {entry.term} ({entry.kind}{language}){note}"


def _as_json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1)


COMMANDS: tuple[click.Command, ...] = (vocabulary,)
