"""`journeys` at the console: exported, edited and taken in again."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.database.session import Database
from canse.domain.errors import BadInput
from canse.journey_commands import journeys


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database


def spoken(database: Database, *words: str) -> Result:
    return CliRunner().invoke(journeys, words, obj=Rooms(database), catch_exceptions=False)


def test_journeys_are_listed_exported_edited_and_removed(
    seeded_sqlite: Database, tmp_path: Path
) -> None:
    path = tmp_path / "caminos.csv"

    listed = spoken(seeded_sqlite, "list").stdout
    spoken(seeded_sqlite, "export", "--out", str(path))
    printed = spoken(seeded_sqlite, "export").stdout
    path.write_text(path.read_text("utf-8").replace("Cumplí 18 años", "Ya tengo 18"), "utf-8")
    tried = spoken(seeded_sqlite, "import", str(path), "--dry-run").stdout
    taken = spoken(seeded_sqlite, "import", str(path)).stdout
    removed = spoken(seeded_sqlite, "remove", "cumpli-18").stdout

    assert "cumpli-18: Cumplí 18 años (4 pasos)\n" in listed
    assert printed.startswith("camino,titulo,")
    assert tried == taken
    assert taken.startswith("Caminos: 0 nuevos, 1 cambiados, ")
    assert removed == "Camino quitado: cumpli-18.\n"


def test_place_that_cannot_be_written_is_said(seeded_sqlite: Database, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No se puede escribir"):
        spoken(seeded_sqlite, "export", "--out", str(tmp_path / "no-hay" / "caminos.csv"))
