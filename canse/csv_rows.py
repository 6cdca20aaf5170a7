"""Reading a CSV file that comes from outside: every fault said with its file, line and column."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from canse.domain.errors import BadInput

FIELD_LENGTH = 131_072


@dataclass(frozen=True, kw_only=True)
class CsvRow:
    """One row: `line` is where it ends in the file, `values` its cells without outer spaces."""

    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]


def read_csv(path: Path, columns: Sequence[str]) -> Iterator[CsvRow]:
    """Yield the rows of a UTF-8 file that has at least the columns named; BadInput otherwise."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from _rows(lines, path.name, columns)
    except OSError as error:
        raise BadInput("No se puede leer el archivo {name}.", name=path.name) from error
    except UnicodeDecodeError as error:
        raise BadInput("El archivo {name} no está en UTF-8.", name=path.name) from error


def _rows(lines: TextIO, name: str, columns: Sequence[str]) -> Iterator[CsvRow]:
    reader = csv.reader(lines, strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        missing = [column for column in columns if column not in header]
        if missing:
            raise BadInput(
                "Al archivo {name} le falta la columna «{column}».", name=name, column=missing[0]
            )
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise BadInput(
                    "En {name}, línea {line}, hay {count} celdas y deben ser {wanted}.",
                    name=name,
                    line=reader.line_num,
                    count=len(cells),
                    wanted=len(header),
                )
            values = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            yield CsvRow(line=reader.line_num, values=values)
    except csv.Error as error:
        raise BadInput(
            "El archivo {name} está roto en la línea {line}.", name=name, line=reader.line_num
        ) from error
