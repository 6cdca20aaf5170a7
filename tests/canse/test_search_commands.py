"""`searches report` and `searches prune` at the console."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result

from canse.database.session import Database
from canse.domain.search_log import KEPT_DAYS, Clicked, Missed, Searched
from canse.search_commands import searches
from canse.search_log import SearchLog


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database


@pytest.fixture
def searched(seeded_sqlite: Database) -> Database:
    """A catalogue in which people searched today, and long ago."""
    log, now = SearchLog(seeded_sqlite), datetime.now(UTC)
    log.keep([Searched(text="beca", results=3)] * 6, now)
    log.keep([Searched(text="empleo", results=0)] * 2, now)
    log.keep([Clicked(text="pasaporte", service_id=1, rank=2)], now)
    log.keep([Missed(text="licencia"), Missed(text="dpi 123")], now)
    log.keep([Searched(text="dpi", results=3)], now - timedelta(days=KEPT_DAYS + 1))
    return seeded_sqlite


def spoken(database: Database, *words: str) -> Result:
    return CliRunner().invoke(searches, words, obj=Rooms(database))


def test_report_is_a_table_for_people(searched: Database) -> None:
    lines = spoken(searched, "report").stdout.splitlines()

    assert lines[0].endswith(
        ": 8 búsquedas, 2 sin resultado, 0 sin guardar sus palabras, 1 servicios abiertos."
    )
    assert lines[1:] == [
        "Lugar medio de lo que se abrió: 2.0.",
        "",
        "Sin resultado",
        "      2  empleo",
        "",
        "Nadie abrió nada",
        "      6  beca",
        "",
        "Cada vez más",
        "      6  beca (antes 0)",
        "",
        "Pedido porque falta",
        "      1  (sin guardar sus palabras)",
        "      1  licencia",
    ]


def test_report_gives_data_when_asked(searched: Database) -> None:
    values = json.loads(spoken(searched, "report", "--days", "1", "--json").stdout)

    assert (values["searches"], values["clicks"], values["mean_rank"]) == (8, 1, 2.0)
    assert values["first"] == values["last"]
    assert values["without_result"] == [
        {"text": "empleo", "times": 2, "in_vain": 2, "clicked": 0, "before": 0}
    ]


def test_report_of_nothing_is_one_line(seeded_sqlite: Database) -> None:
    assert spoken(seeded_sqlite, "report").stdout.count("\n") == 1


@pytest.mark.parametrize("days", ["0", "201", "x"])
def test_period_is_one_that_is_kept(seeded_sqlite: Database, days: str) -> None:
    assert spoken(seeded_sqlite, "report", "--days", days).exit_code == 2


def test_prune_says_how_much_is_gone(searched: Database) -> None:
    assert spoken(searched, "prune").stdout == "Cuentas borradas: 1.\n"
    assert spoken(searched, "prune").stdout == "Cuentas borradas: 0.\n"
