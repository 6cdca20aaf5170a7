"""`reports` at the console: what citizens say is listed, taken up and answered."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from click.testing import CliRunner, Result

from canse.citizen_report_commands import reports
from canse.citizen_reports import CitizenReports
from canse.database.session import Database
from canse.domain.citizen_report import NewReport, ReportKind, reference_of

NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database


def spoken(database: Database, *words: str) -> Result:
    return CliRunner().invoke(reports, words, obj=Rooms(database), catch_exceptions=False)


def test_report_is_listed_taken_up_and_closed(seeded_sqlite: Database) -> None:
    new = NewReport(kind=ReportKind.COST, text="Cobran\nmás.", form_key="a", sender="b")
    reference = CitizenReports(seeded_sqlite).receive(
        "reposicion-dpi", new, NOW, lambda: reference_of(7)
    )

    listed = spoken(seeded_sqlite, "list", "--institution", "renap").stdout
    data = json.loads(spoken(seeded_sqlite, "list", "--json").stdout)
    taken = spoken(seeded_sqlite, "take", reference).stdout
    closed = spoken(seeded_sqlite, "close", reference, "corregido", "--answer", "Ya está.").stdout

    assert listed == (
        f"{reference} [recibido] 2026-12-01 renap reposicion-dpi · costo\n    Cobran\n    más.\n"
    )
    assert data[0]["reference"] == reference
    assert taken == f"El reporte {reference} está en revisión.\n"
    assert closed == f"El reporte {reference} quedó cerrado.\n"
    assert "→ Ya está." in spoken(seeded_sqlite, "show", reference.lower()).stdout
    assert spoken(seeded_sqlite, "list").stdout == "No hay reportes.\n"
    assert spoken(seeded_sqlite, "list", "--all").stdout.startswith(reference)
    assert spoken(seeded_sqlite, "prune").stdout == "Opiniones borradas: 0.\n"
