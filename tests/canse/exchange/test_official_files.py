"""The official catalogue itself, where it is at hand: each row accounted for, twice the same."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from canse.database.session import Database
from canse.exchange.catalogue_file import read_catalogue
from canse.exchange.importing import import_rows
from canse.exchange.plan import Outcome

NOW = datetime(2026, 12, 1, tzinfo=UTC)
FOLDER = Path(__file__).parents[4] / "shared" / "content"
NUMBERED = 234
"""Rows of each edition whose name begins with a number."""


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("name", "count"),
    [("catalogo_tramites_gt_2023.csv", 1303), ("catalogo_tramites_gt_2024_enlaces.csv", 1576)],
)
def test_official_file_adds_up_and_repeats(seeded: Database, name: str, count: int) -> None:
    if not (FOLDER / name).is_file():
        pytest.skip(f"falta el archivo oficial {name} en ../shared/content")
    rows = read_catalogue(FOLDER / name)

    first = import_rows(seeded, rows, NOW, file_name=name)
    again = import_rows(seeded, rows, NOW, file_name=name)

    doubts = [str(reason) for row in first.rows for reason in row.reasons]
    assert sum(first.counts.values()) == len(rows) == count
    assert first.counts[Outcome.REFUSED] == 0
    assert doubts.count("El nombre empieza con un número.") == NUMBERED
    assert again.counts[Outcome.EQUAL] == count
