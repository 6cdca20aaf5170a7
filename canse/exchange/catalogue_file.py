"""Reads the official catalogue's CSV file in either of its forms, told apart by their columns."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from io import StringIO
from pathlib import Path

from canse.domain.errors import BadInput
from canse.domain.naming import fold

LARGEST_FILE_BYTES = 50_000_000


class CatalogueForm(StrEnum):
    """The forms in which the official catalogue has been published."""

    FULL = "completo"
    LINKS = "enlaces"


COLUMNS: dict[CatalogueForm, tuple[str, ...]] = {
    CatalogueForm.FULL: (
        "id", "institución", "nombre", "categoria", "subcategoria", "descripcion", "instrucciones",
        "requisitos", "costo", "codigo_moneda", "tiempo_de_respuesta", "documento_obtenible",
        "enlace", "respaldo_legal", "fecha_actualizado",
    ),
    CatalogueForm.LINKS: ("ID", "Institución", "Trámite", "URL", "URL Catálogo"),
}  # fmt: skip
"""The columns of each form as published: open data of 2023, and the list of links of 2024."""


@dataclass(frozen=True, kw_only=True)
class OfficialRow:
    """One row: `line` is where it ends in the file, `values` its cells by folded column.

    `fault` says why the row cannot be read; its values are then empty.
    """

    line: int
    form: CatalogueForm
    values: dict[str, str] = field(default_factory=dict)
    fault: BadInput | None = None

    def __getitem__(self, column: str) -> str:
        return self.values.get(fold(column), "")


def read_catalogue(path: Path) -> tuple[OfficialRow, ...]:
    """Read every row; BadInput when the file as a whole cannot be read or lacks a column."""
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise BadInput("El archivo {name} es demasiado grande.", name=path.name)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInput("No se puede leer el archivo {name}.", name=path.name) from error
    except UnicodeDecodeError as error:
        raise BadInput("El archivo {name} no está en UTF-8.", name=path.name) from error
    return tuple(_rows(text, path.name))


def _rows(text: str, name: str) -> Iterator[OfficialRow]:
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), strict=True, delimiter=separator)
    try:
        header = [fold(cell.strip()) for cell in next(reader, [])]
        form = _form_of(header, name)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(reader.line_num, form, header, cells)
    except csv.Error as error:
        raise BadInput(
            "El archivo {name} está roto en la línea {line}.",
            name=name,
            line=max(reader.line_num, 1),
        ) from error


def _row(line: int, form: CatalogueForm, header: list[str], cells: list[str]) -> OfficialRow:
    if len(cells) != len(header):
        fault = BadInput(
            "Hay {count} celdas y deben ser {wanted}.", count=len(cells), wanted=len(header)
        )
        return OfficialRow(line=line, form=form, fault=fault)
    values = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    return OfficialRow(line=line, form=form, values=values)


def _form_of(header: list[str], name: str) -> CatalogueForm:
    """The form with most of its columns here; BadInput names the first column it lacks."""
    missing = {
        form: [column for column in columns if fold(column) not in header]
        for form, columns in COLUMNS.items()
    }
    form = max(missing, key=lambda one: 1 - len(missing[one]) / len(COLUMNS[one]))
    if missing[form]:
        raise BadInput(
            "Al archivo {name} le falta la columna «{column}».",
            name=name,
            column=missing[form][0],
        )
    return form
