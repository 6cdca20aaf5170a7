"""kill -9 in the middle of the work: nothing is lost, nothing is left half-written."""

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import AuditedServiceRow, AuditRow, ChangeRow, RevisionRow, ServiceRow
from canse.domain.audit import AuditReport
from tests.builders import found_service, report

KILLS = 20
INIT_KILLS = 10
INIT_SECONDS = 5.0
MOST_TRIES = 60
SERVICES = 30
COMMAND_SECONDS = 100


def big_report(number: int) -> AuditReport:
    """One run over one portal with many services, each with evidence."""
    host = f"portal-{number}.example"
    services = tuple(
        found_service(name=f"Servicio {number} {place}", action_url=f"http://{host}/s/{place}")
        for place in range(SERVICES)
    )
    made = report(*services, run_id=f"corrida-{number}")
    return replace(made, portal=replace(made.portal, url=f"http://{host}/", host=host))


def command(database: Database, instance: Path, *words: str) -> "subprocess.Popen[str]":
    program = Path(sys.executable).with_name("uniportal")
    inherited = {name: value for name, value in os.environ.items() if "UNIPORTAL" not in name}
    places = {"UNIPORTAL_INSTANCE": str(instance), "UNIPORTAL_DATABASE_URL": database.url}
    return subprocess.Popen(
        [str(program), *words],
        env={**inherited, **places},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: "subprocess.Popen[str]") -> str:
    said, fault = process.communicate(timeout=COMMAND_SECONDS)
    assert process.returncode == 0, fault
    return said


class Killer:
    """Kills one kind of command somewhere in its work, learning how long the work takes."""

    def __init__(self, database: Database, instance: Path, chance: random.Random) -> None:
        self._database, self._instance, self._chance = database, instance, chance
        self._whole = float(COMMAND_SECONDS)
        self.kills = 0

    def expect(self, seconds: float) -> None:
        """Take the work to be this long until it is seen to end sooner."""
        self._whole = seconds

    def time(self, *words: str) -> None:
        """Let the command end once, and remember how long it took."""
        started = time.monotonic()
        finish(command(self._database, self._instance, *words))
        self._whole = time.monotonic() - started

    def strike(self, *words: str) -> None:
        """Start the command and kill it; one that ended first was quicker than was thought."""
        process = command(self._database, self._instance, *words)
        started = time.monotonic()
        try:
            process.communicate(timeout=self._chance.uniform(0.3, 1.0) * self._whole)
            self._whole = time.monotonic() - started
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate(timeout=COMMAND_SECONDS)
            self.kills += 1


def assert_whole(database: Database) -> None:
    """Every audit has all its services; every service its revision and its change."""
    with database.reading() as session:
        by_audit = dict(
            iter(
                session.execute(
                    select(AuditedServiceRow.audit_id, func.count()).group_by(
                        AuditedServiceRow.audit_id
                    )
                )
            )
        )
        audits = session.scalars(select(AuditRow.id)).all()
        services = set(session.scalars(select(ServiceRow.id)))
        revised = set(session.scalars(select(RevisionRow.entity_id)))
        changes = session.scalars(select(ChangeRow.number).order_by(ChangeRow.number)).all()
        changed = set(session.scalars(select(ChangeRow.service_id)))
        if database.is_sqlite:
            assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    assert by_audit == dict.fromkeys(audits, SERVICES)
    assert services == revised == changed
    assert changes == list(range(1, len(changes) + 1))


def hand_over(folder: Path, number: int) -> str:
    """A report file, as the auditor leaves it."""
    path = folder / f"report-{number}.json"
    path.write_text(json.dumps(big_report(number).as_json()), encoding="utf-8")
    return str(path)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_intake_and_follow_killed_twenty_times_lose_nothing(
    database: Database, tmp_path: Path
) -> None:
    chance = random.Random(20)
    intake, follow = (Killer(database, tmp_path, chance) for _ in range(2))
    reports = [hand_over(tmp_path, 0)]
    intake.time("intake", reports[0])
    follow.time("index", "follow")

    while min(intake.kills, follow.kills) < KILLS and len(reports) <= MOST_TRIES:
        reports.append(hand_over(tmp_path, len(reports)))
        intake.strike("intake", reports[-1])
        assert_whole(database)
        follow.strike("index", "follow")

    assert min(intake.kills, follow.kills) >= KILLS
    finish(command(database, tmp_path, "intake", *reports))
    finish(command(database, tmp_path, "index", "follow"))
    assert_whole(database)
    published = {sheet.slug for sheet in Catalogue(database).published_sheets()}
    status = json.loads(finish(command(database, tmp_path, "index", "status", "--json")))
    assert len(published) == len(reports) * SERVICES
    assert (status["documents"], status["lag"], status["healthy"]) == (len(published), 0, True)
    found = json.loads(finish(command(database, tmp_path, "search", "servicio 7 23", "--json")))
    # "Servicio 23 7" has the same words, where so many portals were taken in.
    assert "servicio-7-23" in [hit["slug"] for hit in found["hits"][:2]]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_init_killed_ten_times_ends_as_if_never_killed(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'uniportal.db'}")
    killer = Killer(database, tmp_path, random.Random(10))
    killer.expect(INIT_SECONDS)

    for _ in range(MOST_TRIES):
        killer.strike("init")
        if killer.kills == INIT_KILLS:
            break

    assert killer.kills == INIT_KILLS
    finish(command(database, tmp_path, "init"))
    figures = Catalogue(database).figures()
    assert (figures.services, figures.institutions) == (319, 172)
    status = json.loads(finish(command(database, tmp_path, "index", "status", "--json")))
    assert (status["documents"], status["lag"], status["healthy"]) == (319, 0, True)
    with database.reading() as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    database.dispose()
