"""Reads a file of searches for which people have judged what answers them."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from canse.domain.errors import BadInput

COLUMNS = ("consulta", "relevancia", "tipo")
GRADES = ("0", "1", "2", "3")


@dataclass(frozen=True, kw_only=True)
class JudgedQuery:
    """A search as typed, and the services that answer it.

    `grades` maps slugs to 3 (the answer), 2 (right too) or 1 (related), and is empty where nothing
    in the catalogue answers. `kind` is how it is typed: "frase", "typo"...
    """

    text: str
    grades: Mapping[str, int]
    kind: str


def read_judged_queries(path: Path) -> tuple[JudgedQuery, ...]:
    """Read a CSV file with the columns consulta, relevancia ("slug:3;slug:1") and tipo.

    BadInput where it cannot be understood, or has no search with an answer; OSError where it
    cannot be opened.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("El archivo {name} no está en UTF-8.", name=path.name) from error
    judged = tuple(_rows(text, path.name))
    if not any(one.grades for one in judged):
        raise BadInput("El archivo {name} no tiene ninguna consulta con respuesta.", name=path.name)
    return judged


def _rows(text: str, name: str) -> Iterator[JudgedQuery]:
    reader = csv.DictReader(StringIO(text, newline=""), restval="", strict=True)
    try:
        missing = [one for one in COLUMNS if one not in (reader.fieldnames or ())]
        if missing:
            raise BadInput(
                "Al archivo {name} le falta la columna «{column}».", name=name, column=missing[0]
            )
        for row in reader:
            yield _judged(row, reader.line_num)
    except csv.Error as error:
        raise BadInput(
            "El archivo {name} está roto en la línea {line}.",
            name=name,
            line=max(reader.reader.line_num, 1),
        ) from error


def _judged(row: Mapping[str, str], line: int) -> JudgedQuery:
    text = row["consulta"]
    if not text.strip():
        raise BadInput("Línea {line}: no tiene consulta.", line=line)
    parts = [part.strip() for part in row["relevancia"].split(";")]
    grades = dict(_grade(part, line) for part in parts if part)
    return JudgedQuery(
        text=text,
        grades={slug: grade for slug, grade in grades.items() if grade},
        kind=row["tipo"].strip(),
    )


def _grade(part: str, line: int) -> tuple[str, int]:
    slug, _, grade = (piece.strip() for piece in part.rpartition(":"))
    if not slug or grade not in GRADES:
        raise BadInput(
            "Línea {line}: «{part}» no es un servicio con su nota de 0 a 3, como «pasaporte:3».",
            line=line,
            part=part,
        )
    return slug, int(grade)
