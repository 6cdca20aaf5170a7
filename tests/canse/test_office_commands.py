"""`offices` and `notices` at the console: what is kept is said back in plain words."""

import json
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from canse.database.session import Database
from canse.office_commands import notices, offices
from canse.offices import COLUMNS


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database


def spoken(group: click.Group, database: Database, *words: str) -> Result:
    return CliRunner().invoke(group, words, obj=Rooms(database), catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "oficinas.csv"
    rows = (",".join(COLUMNS), "renap,Central,Zona 7,0101,,,1516,cuando se pueda,")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_offices_are_imported_listed_and_removed(seeded_sqlite: Database, file: Path) -> None:
    imported = spoken(offices, seeded_sqlite, "import", str(file))
    listed = spoken(offices, seeded_sqlite, "list", "renap")
    data = spoken(offices, seeded_sqlite, "list", "renap", "--json")
    removed = spoken(offices, seeded_sqlite, "remove", "renap", "Central")
    nothing = spoken(offices, seeded_sqlite, "list", "renap")

    assert imported.stdout == "Oficinas: 1 nuevas, 0 cambiadas, 0 iguales.\n"
    assert listed.stdout == (
        "Central: Zona 7 · Guatemala, Guatemala · 1516 · cuando se pueda"
        " (el horario se muestra como está escrito)\n"
    )
    assert json.loads(data.stdout)[0]["name"] == "Central"
    assert removed.stdout == "Oficina quitada: Central.\n"
    assert nothing.stdout == "No hay oficinas.\n"


def test_notice_is_added_in_local_time_listed_and_removed(seeded_sqlite: Database) -> None:
    when = ("--from", "2098-01-02 08:00", "--to", "2098-01-03")

    added = spoken(notices, seeded_sqlite, "add", "Cerrado.", *when, "--institution", "renap")
    listed = spoken(notices, seeded_sqlite, "list")
    data = json.loads(spoken(notices, seeded_sqlite, "list", "--json").stdout)
    removed = spoken(notices, seeded_sqlite, "remove", str(data[0]["id"]))

    assert added.stdout.endswith("guardado.\n")
    assert "[later] 2098-01-02 08:00 – 2098-01-03 00:00 renap: Cerrado." in listed.stdout
    assert data[0]["starts_at"] == "2098-01-02T14:00:00+00:00"
    assert removed.stdout.endswith("retirado.\n")
    assert spoken(notices, seeded_sqlite, "list").stdout == "No hay avisos.\n"
