"""`init` and `intake` at the console: what they say and how they end."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.catalogue import Catalogue
from canse.commands import init, intake
from canse.database.session import Database
from tests.builders import found_service, report


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database
    steps: int = 0

    def keep_index_in_step(self) -> None:
        self.steps += 1


def written(folder: Path, name: str, run_id: str) -> str:
    path = folder / name
    path.write_text(json.dumps(report(found_service(), run_id=run_id).as_json()), encoding="utf-8")
    return str(path)


def spoken(rooms: Rooms, *words: str) -> Result:
    return CliRunner().invoke(intake, words, obj=rooms)


def test_init_fills_an_empty_database_and_the_index(tmp_path: Path) -> None:
    rooms = Rooms(Database(f"sqlite:///{tmp_path / 'instance' / 'x.db'}"))

    result = CliRunner().invoke(init, obj=rooms)

    assert result.exit_code == 0, result.output
    assert Catalogue(rooms.database).figures().services == 319
    assert rooms.steps == 1
    rooms.database.dispose()


def test_intake_says_what_became_of_each_report(database: Database, tmp_path: Path) -> None:
    result = spoken(Rooms(database), written(tmp_path, "a.json", "corrida-1"))

    assert result.exit_code == 0
    assert result.stdout.startswith("muni.example: 1 servicios registrados")


def test_intake_again_says_that_nothing_changed(database: Database, tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", "corrida-1")
    spoken(Rooms(database), path)

    result = spoken(Rooms(database), path)

    assert (result.exit_code, "nada cambió" in result.stdout) == (0, True)


def test_intake_gives_data_when_asked(database: Database, tmp_path: Path) -> None:
    result = spoken(Rooms(database), "--json", written(tmp_path, "a.json", "corrida-1"))

    assert json.loads(result.stdout) == {
        "host": "muni.example",
        "run": "corrida-1",
        "repeated": False,
        "registered": 1,
        "joined": 0,
        "review": 0,
        "kept": 0,
    }


@pytest.mark.parametrize(("good", "code"), [(True, 3), (False, 1)])
def test_bad_report_does_not_keep_the_good_one_out(
    database: Database, tmp_path: Path, good: bool, code: int
) -> None:
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    reports = [str(tmp_path / "b.json")]
    reports += [written(tmp_path, "a.json", "corrida-1")] if good else []

    result = spoken(Rooms(database), *reports)

    assert result.exit_code == code
    assert "b.json" in result.stderr
    assert Catalogue(database).figures().services == int(good)


def test_intake_of_nothing_is_wrong_usage(database: Database) -> None:
    assert spoken(Rooms(database)).exit_code == 2
