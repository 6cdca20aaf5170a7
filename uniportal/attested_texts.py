"""The texts of the draft languages with their proof: who said each term, and who reviewed it."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from uniportal.language_registry import TRANSLATIONS

ATTESTED = TRANSLATIONS / "attested.csv"


@dataclass(frozen=True, kw_only=True)
class AttestedText:
    """A term that a published program uses for a text of ours; the saltillo is always U+02BC.

    `source` says project, version, file and key; `note` what other sources say, in Spanish.
    """

    language: str
    text: str
    term: str
    source: str
    licence: str
    review: str
    note: str


@cache
def attested_texts(code: str, path: Path = ATTESTED) -> tuple[AttestedText, ...]:
    """What is attested in a language, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [AttestedText(**row) for row in csv.DictReader(file)]
    return tuple(row for row in rows if row.language == code)
