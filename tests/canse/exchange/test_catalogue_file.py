"""The official file is read in both forms; its faults are said in one sentence."""

from pathlib import Path

import pytest

from canse.domain.errors import BadInput
from canse.exchange.catalogue_file import COLUMNS, CatalogueForm, read_catalogue
from tests.canse.exchange.conftest import WriteFile


def test_forms_are_told_apart_by_their_columns(full_file: WriteFile, links_file: WriteFile) -> None:
    full, links = read_catalogue(full_file({})), read_catalogue(links_file({}))

    assert [row.form for row in (*full, *links)] == [CatalogueForm.FULL, CatalogueForm.LINKS]
    assert full[0]["institución"] == links[0]["Institución"]


@pytest.mark.parametrize(
    ("form", "column"),
    [(form, column) for form, columns in COLUMNS.items() for column in columns],
)
def test_missing_column_is_named(tmp_path: Path, form: CatalogueForm, column: str) -> None:
    path = tmp_path / "corto.csv"
    path.write_text(",".join(one for one in COLUMNS[form] if one != column), encoding="utf-8")

    with pytest.raises(BadInput, match=f"corto.csv le falta la columna «{column}»"):
        read_catalogue(path)


def test_first_of_several_missing_columns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "otro.csv"
    path.write_text("a,b,c\n1,2,3\n", encoding="utf-8")

    with pytest.raises(BadInput, match="«id»"):
        read_catalogue(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "«id»"),
        ("ID,Institución".encode("latin-1"), "UTF-8"),
        ('ID,Institución,Trámite,URL,URL Catálogo\n1,"a'.encode(), "roto en la línea"),
    ],
)
def test_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "malo.csv"
    path.write_bytes(content)

    with pytest.raises(BadInput, match=said):
        read_catalogue(path)


def test_file_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"No se puede leer el archivo nada\.csv"):
        read_catalogue(tmp_path / "nada.csv")


def test_semicolons_blank_lines_and_a_mark_of_order_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    text = "\ufeffID;Institución;Trámite;URL;URL Catálogo\r\n;;;;\r\n1;MINECO;Uno, dos;;\r\n"
    path.write_bytes(text.encode())

    rows = read_catalogue(path)

    assert [(row.line, row["Trámite"]) for row in rows] == [(3, "Uno, dos")]


def test_row_with_too_few_cells_has_a_fault_and_the_others_none(tmp_path: Path) -> None:
    path = tmp_path / "corta.csv"
    path.write_text("ID,Institución,Trámite,URL,URL Catálogo\n1,a\n2,a,b,,\n", encoding="utf-8")

    rows = read_catalogue(path)

    assert [str(row.fault) for row in rows] == ["Hay 2 celdas y deben ser 5.", "None"]
