"""The table for programs: empty where nobody could look, and harmless in a spreadsheet."""

import csv
from io import StringIO

from canse.domain.overview import PortalResult
from tests.uniportal.presenters.results import result, unseen
from uniportal.presenters.portal_table import COLUMNS, as_csv


def rows(*results: PortalResult) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(results, (7, 24, 30, 39)))))


def test_portal_that_was_seen_has_its_figures() -> None:
    (row,) = rows(result(services_online=2))

    assert tuple(row) == COLUMNS
    assert (row["etapa_comprobada"], row["servicios"], row["servicios_en_linea"]) == ("2", "3", "2")


def test_what_nobody_saw_is_empty_and_no_zero() -> None:
    (row,) = rows(unseen())

    assert (row["etapa_comprobada"], row["servicios"], row["transparencia_porcentaje"]) == ("",) * 3
    assert (row["evaluable"], row["motivos"]) == ("no", "No respondió en 30 s.")


def test_text_of_a_portal_is_no_formula() -> None:
    (row,) = rows(unseen(reasons=("=cmd|' /C calc'!A0",)))

    assert row["motivos"].startswith("'=")
