"""Journeys as a file that people edit in a spreadsheet: a row a step, in order.

What is of the whole journey stands in its first row; the others may leave it empty.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TextIO

from canse.csv_rows import CsvRow, read_csv
from canse.domain.errors import BadInput
from canse.domain.journey import Journey, JourneyStep, checked_journey

COLUMNS = (
    "camino", "titulo", "resumen", "frases", "paso", "nota", "condicion", "servicios", "a_la_vez",
)  # fmt: skip
YES_OR_NO = {"": False, "no": False, "si": True, "sí": True}
LIST_SIGN = ";"


def read_journeys(path: Path) -> Iterator[Journey]:
    """Yield every journey of a file; BadInput names the file, the line and what is wrong."""
    seen: set[str] = set()
    for slug, group in groupby(read_csv(path, COLUMNS), key=lambda row: row["camino"]):
        rows = list(group)
        try:
            if slug in seen:
                raise BadInput("El camino «{slug}» está en dos partes del archivo.", slug=slug)
            seen.add(slug)
            yield checked_journey(_journey(slug, rows))
        except BadInput as error:
            raise BadInput(
                "En {name}, línea {line}: {fault}", name=path.name, line=rows[0].line, fault=error
            ) from error


def write_journeys(journeys: Iterable[Journey], file: TextIO) -> None:
    """Write journeys as they are read."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for journey in journeys:
        first = (journey.title, journey.summary, f"{LIST_SIGN} ".join(journey.phrases))
        for place, step in enumerate(journey.steps):
            whole = first if place == 0 else ("", "", "")
            services = f"{LIST_SIGN} ".join(step.services)
            parallel = "si" if step.is_parallel else ""
            told = (step.title, step.note, step.condition, services, parallel)
            writer.writerow((journey.slug, *whole, *told))


def _journey(slug: str, rows: list[CsvRow]) -> Journey:
    first = rows[0]
    return Journey(
        slug=slug,
        title=first["titulo"],
        summary=first["resumen"],
        phrases=_parts(first["frases"]),
        steps=tuple(_step(row) for row in rows),
    )


def _step(row: CsvRow) -> JourneyStep:
    word = row["a_la_vez"].lower()
    if word not in YES_OR_NO:
        raise BadInput("«{word}» no es sí ni no.", word=row["a_la_vez"])
    return JourneyStep(
        title=row["paso"],
        note=row["nota"],
        condition=row["condicion"],
        services=_parts(row["servicios"]),
        is_parallel=YES_OR_NO[word],
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split(LIST_SIGN) if piece.strip())
