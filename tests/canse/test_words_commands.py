"""`words check` at the console says how easy a text is to read and what to change in it."""

from dataclasses import dataclass

from click.testing import CliRunner, Result

from canse.database.session import Database
from canse.domain.readability import measure
from canse.words_commands import words

HEAVY = "El interesado deberá apersonarse\na la brevedad posible."


@dataclass
class Rooms:
    """The part of the house that this command uses."""

    database: Database


def spoken(database: Database, text: str) -> Result:
    return CliRunner().invoke(words, ["check", "-"], input=text, obj=Rooms(database))


def test_plain_text_is_praised_by_its_figures_only(seeded_sqlite: Database) -> None:
    text = "Lleve su recibo de pago. Ahí le dan el carné."

    said = spoken(seeded_sqlite, text)

    reading = measure(text)
    assert reading is not None
    assert said.exit_code == 0
    assert said.stdout.splitlines() == [
        f"Facilidad de lectura: {reading.score} (muy fácil).",
        "Palabras por oración: 5.0; la más larga tiene 5.",
    ]


def test_heavy_words_are_named_with_what_to_say(seeded_sqlite: Database) -> None:
    said = spoken(seeded_sqlite, HEAVY)

    assert said.exit_code == 1
    assert "«apersonarse»: mejor diga «ir, presentarse»." in said.stdout
    assert "«a la brevedad posible»: mejor diga «en cuántos días»." in said.stdout


def test_hard_text_shows_its_worst_sentences(seeded_sqlite: Database) -> None:
    hard = "Inmediatamente solicite certificaciones notariales personalísimas, individualmente, ya."

    said = spoken(seeded_sqlite, f"Vaya hoy. {hard} Y ya.")

    assert said.exit_code == 1
    assert said.stdout.splitlines()[2] == "Las oraciones más difíciles:"
    assert said.stdout.splitlines()[3].endswith(f": {hard}")


def test_names_of_the_catalogue_are_left_out(seeded_sqlite: Database) -> None:
    said = spoken(seeded_sqlite, "Vaya al Ministerio de Ambiente y Recursos Naturales hoy.")

    assert "la más larga tiene 3." in said.stdout


def test_nothing_to_read_is_said(seeded_sqlite: Database) -> None:
    said = spoken(seeded_sqlite, "123")

    assert (said.exit_code, said.stdout) == (0, "No hay palabras que leer.\n")
