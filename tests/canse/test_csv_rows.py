"""A CSV from outside is read whole or refused with its file, line and column."""

from pathlib import Path

import pytest

from canse.csv_rows import read_csv
from canse.domain.errors import BadInput


def write(folder: Path, content: bytes) -> Path:
    path = folder / "lista.csv"
    path.write_bytes(content)
    return path


def test_rows_come_with_their_line_and_without_outer_spaces(tmp_path: Path) -> None:
    path = write(tmp_path, '\ufeffslug,nombre\n  uno ,"Uno, dos"\n\n,\ntres,Tres\n'.encode())

    rows = list(read_csv(path, ["slug", "nombre"]))

    assert [(row.line, row["slug"]) for row in rows] == [(2, "uno"), (5, "tres")]


def test_column_that_is_not_asked_for_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, b"otra,slug\nx,uno\n")

    assert next(iter(read_csv(path, ["slug"]))).values == {"otra": "x", "slug": "uno"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "«slug»"),
        (b"nombre\nUno\n", "«slug»"),
        (b"slug,nombre\nuno\n", "línea 2.*1 celdas.*2"),
        (b"slug,nombre\nuno,dos,tres\n", "línea 2.*3 celdas.*2"),
        (b'slug,nombre\nuno,"Uno\n', "roto"),
        (b"slug,nombre\nuno,\xe1\n", "UTF-8"),
    ],
)
def test_fault_is_said_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        list(read_csv(write(tmp_path, content), ["slug", "nombre"]))


def test_missing_file_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"nada\.csv"):
        list(read_csv(tmp_path / "nada.csv", ["slug"]))
