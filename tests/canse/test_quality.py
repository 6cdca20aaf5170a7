"""The quality of the catalogue and of the official files, in numbers that are true of them."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.errors import BadInput
from canse.domain.quality import FaultKind
from canse.editing import Author, Editing
from canse.quality import COLUMNS, quality_of_catalogue, quality_of_file
from canse.quality_commands import advice, quality
from tests.builders import NOON
from tests.house.tree import ROOT

OFFICIAL = ROOT.parent / "shared" / "content" / "catalogo_tramites_gt_2024_enlaces.csv"


@dataclass
class Rooms:
    """The part of the house that the command uses."""

    catalogue: Catalogue


def spoken(database: Database, *words: str) -> Result:
    rooms = Rooms(Catalogue(database))
    return CliRunner().invoke(quality, words, obj=rooms, catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small list of links with three faults."""
    path = tmp_path / "enlaces.csv"
    rows = (
        "ID,Institución,Trámite,URL,URL Catálogo",
        "1,MAGA,1. Constancia,Pendiente,https://ejemplo.gob.gt/1",
        "2,MAGA,=LICENCIA,https://maga.gob.gt/licencia,https://ejemplo.gob.gt/2",
        "3,MARN,Permiso,https://marn.gob.gt/permiso,https://ejemplo.gob.gt/3",
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


@pytest.mark.skipif(not OFFICIAL.exists(), reason="needs the official file of 2024")
def test_known_faults_of_the_official_list_are_found_in_their_numbers() -> None:
    report = quality_of_file(OFFICIAL)

    assert report.services == 1_576
    assert report.by_kind() == {
        FaultKind.SHARED_ADDRESS: 905,
        FaultKind.LONG_TITLE: 450,
        FaultKind.FRONT_PAGE: 259,
        FaultKind.NUMBERED_TITLE: 234,
        FaultKind.NO_ADDRESS: 162,
        FaultKind.INSECURE_ADDRESS: 111,
        FaultKind.SHOUTED_TITLE: 95,
        FaultKind.LAW_AS_ADDRESS: 68,
        FaultKind.FILLED_DOWN: 9,
        FaultKind.REPEATED_SERVICE: 5,
    }


def test_every_kind_has_its_advice() -> None:
    assert set(advice()) == set(FaultKind)


def test_our_own_catalogue_is_looked_at(seeded_sqlite: Database) -> None:
    author = Author(name="Ana Ejemplo", at=NOON, reason="Prueba")
    Editing(seeded_sqlite).update("apostilla", {"name": "APOSTILLA DE DOCUMENTOS"}, author)

    report = quality_of_catalogue(Catalogue(seeded_sqlite))

    shouted = [fault for fault in report.faults if fault.kind is FaultKind.SHOUTED_TITLE]
    assert report.services == 319
    assert [(fault.key, fault.institution) for fault in shouted] == [("apostilla", "minex")]
    assert report.by_kind().get(FaultKind.HARD_TO_READ, 0) == 0


def test_file_is_told_in_words_and_written_fault_by_fault(
    seeded_sqlite: Database, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "faltas.csv"

    said = spoken(seeded_sqlite, "--file", str(file), "--out", str(out)).stdout

    assert said.startswith("3 servicios revisados.\n")
    assert "titulo_numerado: Quite el número del comienzo del nombre." in said
    assert "Instituciones con más faltas:\n     3  MAGA" in said
    with out.open(encoding="utf-8", newline="") as written:
        rows = list(csv.DictReader(written))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["tipo"], row["clave"]) for row in rows] == [
        ("sin_direccion", "1"),
        ("titulo_numerado", "1"),
        ("titulo_en_mayusculas", "2"),
    ]
    assert rows[2]["servicio"] == "'=LICENCIA"


def test_one_institution_is_told_alone_and_as_data(seeded_sqlite: Database, file: Path) -> None:
    words = ("--file", str(file), "--institution", "MARN")

    data = json.loads(spoken(seeded_sqlite, *words, "--json").stdout)

    assert data == {"services": 3, "by_kind": {}, "by_institution": {}, "faults": []}
    assert spoken(seeded_sqlite, *words).stdout.endswith("No encontramos faltas.\n")


def test_what_cannot_be_read_or_written_is_said(
    seeded_sqlite: Database, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=r"no-hay\.csv"):
        spoken(seeded_sqlite, "--file", str(tmp_path / "no-hay.csv"))
    with pytest.raises(BadInput, match="No se puede escribir"):
        spoken(seeded_sqlite, "--file", str(file), "--out", str(tmp_path / "x" / "y.csv"))
