"""Writes the published services as open data: CSV for spreadsheets, JSON for programs."""

import csv
import json
import os
import secrets
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from canse.domain.service import ServiceSheet
from canse.exchange.formulas import guarded
from canse.exchange.published import KEYS, facts_of

SCHEMA = "uniportal-catalogo/1"

Write = Callable[[Iterable[ServiceSheet], TextIO], None]


def write_csv(sheets: Iterable[ServiceSheet], out: TextIO) -> None:
    """One row a service, as RFC 4180, no cell of which a spreadsheet takes for a formula."""
    writer = csv.writer(out)
    writer.writerow(KEYS)
    for sheet in sheets:
        writer.writerow([guarded(_cell(value)) for value in facts_of(sheet).values()])


def write_json(sheets: Iterable[ServiceSheet], out: TextIO) -> None:
    """One object with the schema's name and the services, one a line."""
    out.write(f'{{"esquema": "{SCHEMA}", "servicios": [')
    separator = "\n"
    for sheet in sheets:
        out.write(separator + json.dumps(facts_of(sheet), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}\n")


FORMATS: dict[str, Write] = {"csv": write_csv, "json": write_json}


def write_file(path: Path, sheets: Iterable[ServiceSheet], write: Write) -> None:
    """Write a whole file or none: what was there stays until the new one is complete."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        with beside.open("x", encoding="utf-8", newline="") as out:
            write(sheets, out)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_stream(stream: BinaryIO, sheets: Iterable[ServiceSheet], write: Write) -> None:
    """Write to an open stream, in UTF-8 whatever the terminal's own encoding.

    The first service is read before a byte is written: a catalogue that does not answer leaves
    nothing behind.
    """
    remaining = iter(sheets)
    first = list(islice(remaining, 1))
    out = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        write(chain(first, remaining), out)
    finally:
        out.detach()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, list):
        return "\n".join(_cell(item).replace("\n", " ") for item in value)
    if isinstance(value, dict):
        return _line(value)
    return str(value)


def _line(value: dict[str, Any]) -> str:
    """What a person needs of one thing of a list: the words of its facts that say something."""
    said = [_cell(fact) for fact in value.values() if not isinstance(fact, bool)]
    return " · ".join(word for word in said if word)
