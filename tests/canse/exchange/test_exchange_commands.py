"""The commands `import catalogo` and `export`: what they say and with which code they end."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.errors import BadInput
from canse.exchange_commands import COMMANDS
from tests.canse.exchange.conftest import WriteFile

IMPORT, EXPORT = COMMANDS


@dataclass(frozen=True, kw_only=True)
class House:
    """The little of the house that the commands ask for."""

    database: Database
    catalogue: Catalogue


@pytest.fixture
def house(seeded_sqlite: Database) -> House:
    return House(database=seeded_sqlite, catalogue=Catalogue(seeded_sqlite))


def import_file(house: House, *arguments: str) -> Result:
    return CliRunner().invoke(IMPORT, ["catalogo", *arguments], obj=house)


def test_import_says_the_counts(house: House, full_file: WriteFile) -> None:
    result = import_file(house, str(full_file({})))

    assert result.exit_code == 0
    assert result.stdout == (
        "1 filas: 1 nuevas, 0 cambiadas, 0 iguales, 0 dudosas, 0 rechazadas.\n"
    )


def test_dry_run_shows_each_row_and_stores_nothing(house: House, full_file: WriteFile) -> None:
    path = str(full_file({"nombre": "9. Balanzas"}))

    shown = import_file(house, path, "--dry-run")
    after = import_file(house, path, "--json")

    assert "dudosa: 9. Balanzas El nombre empieza con un número." in shown.stdout
    assert json.loads(after.stdout)["doubtful"] == 1


def test_json_counts_add_up_and_refused_rows_are_said(house: House, full_file: WriteFile) -> None:
    result = import_file(house, str(full_file({}, {"id": "2", "nombre": ""})), "--json")

    said = json.loads(result.stdout)
    kinds = ("new", "changed", "equal", "doubtful", "refused")
    assert result.exit_code == 3
    assert said["rows"] == sum(said[kind] for kind in kinds) == 2
    assert [row["outcome"] for row in said["rows_detail"]] == ["new", "refused"]
    assert "No tiene nombre." in result.stderr


def test_import_in_which_all_is_refused_failed(house: House, full_file: WriteFile) -> None:
    assert import_file(house, str(full_file({"nombre": ""}))).exit_code == 1


def test_missing_column_is_left_to_the_console(house: House, tmp_path: Path) -> None:
    path = tmp_path / "otro.csv"
    path.write_text("ID,Institución,Trámite,URL\n", encoding="utf-8")

    result = import_file(house, str(path))

    assert isinstance(result.exception, BadInput)
    assert str(result.exception) == "Al archivo otro.csv le falta la columna «URL Catálogo»."
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["csv", "json"])
def test_export_to_a_file_is_what_goes_to_the_output(
    house: House, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "datos"

    shown = CliRunner().invoke(EXPORT, ["--format", form], obj=house)
    written = CliRunner().invoke(EXPORT, ["--format", form, "--out", str(out)], obj=house)

    assert (shown.exit_code, written.exit_code) == (0, 0)
    assert shown.stdout_bytes == out.read_bytes()


def test_export_to_a_folder_that_is_not_there_is_said(house: House, tmp_path: Path) -> None:
    out = tmp_path / "nada" / "datos.csv"

    result = CliRunner().invoke(EXPORT, ["--format", "csv", "--out", str(out)], obj=house)

    assert result.exit_code == 1
    assert "No se puede escribir datos.csv" in result.stderr


def test_export_in_another_form_is_wrong_usage(house: House) -> None:
    assert CliRunner().invoke(EXPORT, ["--format", "pdf"], obj=house).exit_code == 2
