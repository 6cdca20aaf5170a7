"""A report that comes from outside is checked whole before anything is stored."""

import json
from pathlib import Path
from typing import Any

import pytest

from canse.domain.audit import GroupShare
from canse.domain.errors import BadInput
from canse.report_schema import parse_report, read_report
from tests.builders import found_service, report


def test_report_in_json_reads_back_as_the_same_report() -> None:
    made = report(found_service())

    assert parse_report(json.loads(json.dumps(made.as_json())), "report.json") == made


def test_shares_read_back_and_a_report_from_before_them_has_none() -> None:
    shares = {"transparencia": GroupShare(points=20.5, applicable=27, percent=75.9)}
    made = report(found_service(), shares=shares)
    plain = json.loads(json.dumps(made.as_json()))
    older = {key: value for key, value in plain.items() if key != "shares"}

    assert parse_report(plain, "report.json") == made
    assert parse_report(older, "report.json") == report(found_service())


def broken(*path: str | int, value: Any) -> Any:
    plain = json.loads(json.dumps(report(found_service()).as_json()))
    place = plain
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return plain


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ([], "no es un informe"),
        ({"schema": "otro/9"}, "no es un informe"),
        (broken("run", "id", value=...), "run.id"),
        (broken("run", "id", value="../../x"), "run.id"),
        (broken("run", "started_at", value="ayer"), "run.started_at"),
        (broken("run", "started_at", value="2026-01-01T00:00:00"), "run.started_at"),
        (broken("stage", "confirmed", value=7), "stage.confirmed"),
        (broken("stage", "confirmed", value="2"), "stage.confirmed"),
        (broken("stage", "profile", value={"9": 1.0}), "stage.profile"),
        (broken("shares", value={"x": {"points": 1, "applicable": 1, "percent": 101}}), "shares.x"),
        (broken("coverage", "pages_fetched", value=10**30), "coverage.pages_fetched"),
        (broken("services", 0, "name", value=3), "services.0.name"),
        (broken("services", 0, "level", value="S9"), "services.0.level"),
        (broken("services", 0, "evidence", 0, "sha256", value="x"), "services.0.evidence.0"),
        (broken("indicators", 0, "verdict", value="tal vez"), "indicators.0.verdict"),
    ],
)
def test_broken_report_names_the_field(plain: Any, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        parse_report(plain, "report.json")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 200_000])
def test_report_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)

    with pytest.raises(BadInput, match="vacío o roto"):
        read_report(path)


def test_report_file_that_is_missing_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"report\.json"):
        read_report(tmp_path / "report.json")


def test_hostile_text_is_cleaned_and_addresses_that_deceive_are_dropped() -> None:
    plain = broken("services", 0, "name", value="Boleto\x00 \ud800<script>")
    plain["services"][0]["action_url"] = "javascript:alert(1)"

    found = parse_report(plain, "report.json").services[0]

    assert (found.name, found.action_url) == ("Boleto\ufffd \ufffd<script>", "")
