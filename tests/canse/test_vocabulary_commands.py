"""`vocabulary` at the console: what staff write is said back, and searched after `index follow`."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.errors import BadInput, NotFound
from canse.vocabulary_commands import vocabulary


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database


def spoken(database: Database, *words: str) -> Result:
    return CliRunner().invoke(vocabulary, words, obj=Rooms(database))


def test_synonym_is_added_listed_and_removed(seeded_sqlite: Database) -> None:
    words = ("tarjetuela", "DPI", "--two-way", "--language", "quc", "--note", "por validar")

    added = spoken(seeded_sqlite, "synonyms", "add", *words)
    listed = spoken(seeded_sqlite, "synonyms", "list", "tarjetuela")
    data = spoken(seeded_sqlite, "synonyms", "list", "tarjetuela", "--json")
    removed = spoken(seeded_sqlite, "synonyms", "remove", "tarjetuela")
    nothing = spoken(seeded_sqlite, "synonyms", "list", "tarjetuela")

    line = "tarjetuela ↔ DPI (sinonimo, quc) · por validar\n"
    assert (added.stdout, listed.stdout) == (f"Guardado: {line}", line)
    assert json.loads(data.stdout)[0]["language"] == "quc"
    assert removed.stdout == "Sinónimos quitados: 1.\n"
    assert nothing.stdout == "No hay sinónimos.\n"


def test_file_is_imported(seeded_sqlite: Database, tmp_path: Path) -> None:
    path = tmp_path / "mios.csv"
    path.write_text("expresion,termino,tipo,nota\ntarjetuela,DPI,coloquial,\n", encoding="utf-8")

    result = spoken(seeded_sqlite, "import", str(path))

    assert result.stdout == "Sinónimos: 1 nuevos, 0 cambiados, 0 iguales.\n"


@pytest.mark.parametrize(
    ("words", "refusal", "said"),
    [
        (("synonyms", "add", "¿?", "DPI"), BadInput, "no tiene letras"),
        (("synonyms", "add", "x", "DPI", "--language", "español"), BadInput, "no es un idioma"),
        (("synonyms", "remove", "zutano"), NotFound, "«zutano»"),
        (("import", "no-hay.csv"), BadInput, "no-hay.csv"),
        (("promote", "dpi", "no-existe"), NotFound, "«no-existe»"),
        (("unpromote", "dpi"), NotFound, "«dpi»"),
        (("hide", "dos palabras"), BadInput, "una sola palabra"),
        (("show", "nada"), NotFound, "«nada»"),
    ],
)
def test_wrong_words_are_refused_in_one_sentence(
    seeded_sqlite: Database, words: tuple[str, ...], refusal: type[Exception], said: str
) -> None:
    result = spoken(seeded_sqlite, *words)

    assert isinstance(result.exception, refusal)
    assert said in str(result.exception)
    assert result.stdout == ""


def test_kind_of_synonym_is_one_of_a_list(seeded_sqlite: Database) -> None:
    assert spoken(seeded_sqlite, "synonyms", "add", "x", "DPI", "--kind", "broma").exit_code == 2


def test_choices_of_staff_are_listed_until_taken_back(seeded_sqlite: Database) -> None:
    empty = spoken(seeded_sqlite, "list").stdout
    promoted = spoken(seeded_sqlite, "promote", "Perdí mi DPI", "reposicion-dpi").stdout
    hidden = spoken(seeded_sqlite, "hide", "Grosería").stdout
    listed = spoken(seeded_sqlite, "list").stdout.splitlines()
    data = json.loads(spoken(seeded_sqlite, "list", "--json").stdout)
    spoken(seeded_sqlite, "unpromote", "perdi mi dpi")
    spoken(seeded_sqlite, "show", "groseria")

    assert promoted == "«reposicion-dpi» va primero para «Perdí mi DPI».\n"
    assert hidden == "«Grosería» ya no se sugiere.\n"
    assert listed == [
        "«Perdí mi DPI» → reposicion-dpi (Reponer el DPI perdido, robado o dañado)",
        "No se sugiere: groseria",
    ]
    assert data["hidden"] == ["groseria"]
    assert data["promoted"][0]["slug"] == "reposicion-dpi"
    assert spoken(seeded_sqlite, "list").stdout == empty
    assert Catalogue(seeded_sqlite).search_knowledge().unsuggested == frozenset()
