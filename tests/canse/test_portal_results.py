"""How portals stand as the catalogue tells it: settled, unstable, never lowered by a bad day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.audit import AuditReport, FoundService, GroupShare, Mention, Verdict
from canse.domain.errors import NotFound
from canse.domain.naming import host_of
from canse.domain.overview import PortalResult
from canse.domain.stability import Change
from canse.domain.stages import Stage
from canse.intake import take_in
from tests.builders import NOON, found_service, report

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def run(
    number: int,
    stage: int,
    *services: FoundService,
    host: str = "renap.gob.gt",
    hours: float = 0,
    evaluable: bool = True,
    **changes: Any,
) -> AuditReport:
    """A run over a portal that saw a stage some hours after the first."""
    made = report(*services, run_id=f"corrida-{number}", **changes)
    at = NOON + timedelta(hours=hours)
    reasons = () if evaluable else ("El portal no respondió.",)
    return replace(
        made,
        run=replace(made.run, started_at=at, finished_at=at),
        portal=replace(made.portal, url=f"http://{host}/", host=host),
        coverage=replace(made.coverage, evaluable=evaluable, reasons=reasons),
        stage=replace(made.stage, confirmed=Stage(stage), declared=Stage(stage)),
    )


def result(database: Database) -> PortalResult:
    (found,) = Catalogue(database).portal_results()
    return found


def test_portal_is_lowered_only_when_two_runs_agree(seeded: Database) -> None:
    told = []

    for number, stage in enumerate((3, 2, 2)):
        take_in(seeded, run(number, stage, hours=200 * number), NOW)
        found = result(seeded)
        told.append((int(found.confirmed), int(found.newest_confirmed), found.change))

    assert told == [(3, 3, Change.NEW), (3, 2, Change.EQUAL), (2, 2, Change.DOWN)]


def test_two_runs_of_a_day_that_disagree_are_unstable_and_keep_the_higher(
    seeded: Database,
) -> None:
    take_in(seeded, run(0, 3), NOW)
    take_in(seeded, run(1, 1, hours=5), NOW)

    found = result(seeded)

    assert (found.change, found.confirmed, found.is_held) == (Change.UNSTABLE, Stage(3), True)


def test_run_that_could_not_look_changes_nothing_but_its_date(seeded: Database) -> None:
    shares = {"transparencia": GroupShare(points=3, applicable=4, percent=75.0)}
    take_in(seeded, run(0, 3, shares=shares), NOW)
    take_in(seeded, run(1, 0, hours=200, evaluable=False), NOW)

    found = result(seeded)

    assert (found.is_evaluable, found.confirmed, found.change) == (False, Stage(3), Change.NEW)
    assert found.last_good_at == NOON
    assert found.audited_at == NOON + timedelta(hours=200)
    assert found.shares == shares
    assert found.run_id == "corrida-0"


def test_portal_nobody_could_look_at_has_no_figures(seeded: Database) -> None:
    take_in(seeded, run(0, 0, evaluable=False), NOW)

    found = result(seeded)

    assert (found.change, found.profile, found.shares, found.last_good_at) == (None, {}, {}, None)


def test_services_are_counted_without_those_of_others(seeded: Database) -> None:
    page = "http://renap.gob.gt/"
    take_in(
        seeded,
        run(
            0,
            3,
            found_service(name="En línea", action_url=f"{page}a"),
            found_service(name="Informa", action_url=f"{page}b", stage_confirmed=Stage(1)),
            found_service(name="Ajeno", action_url=f"{page}c", gates=("E3-17", "E3-22")),
            found_service(name="Noticia", action_url=f"{page}d", qualifies=False),
        ),
        NOW,
    )

    found = result(seeded)

    assert (found.services_online, found.services_found) == (1, 2)


def test_old_audit_tells_how_the_portal_stood_on_its_day(seeded: Database) -> None:
    for number, stage in enumerate((1, 3, 3)):
        take_in(seeded, run(number, stage, hours=200 * number), NOW)
    catalogue = Catalogue(seeded)
    oldest = catalogue.audits_of("renap").history[-1]

    audit = catalogue.portal_audit(oldest.audit_id)

    assert (audit.result.confirmed, audit.result.change) == (Stage(1), Change.NEW)
    assert [past.run_id for past in audit.history] == ["corrida-2", "corrida-1", "corrida-0"]


def test_service_that_vanished_is_told_and_not_deleted(seeded: Database) -> None:
    page = "http://renap.gob.gt/solvencia"
    mention = Mention(page_url=page, stage_confirmed=Stage(3), stage_declared=Stage(3))
    gone = found_service(name="Solvencia", action_url=page, mentions=(mention,))
    take_in(seeded, run(0, 3, gone), NOW)
    take_in(seeded, run(1, 3, hours=200), NOW)
    catalogue = Catalogue(seeded)

    audit = catalogue.newest_portal_audit(result(seeded))

    assert [(one.name, one.last_seen_at) for one in audit.unseen] == [("Solvencia", NOON)]
    assert catalogue.service("solvencia").stage_confirmed is Stage(3)


def test_run_that_could_not_look_misses_no_service(seeded: Database) -> None:
    take_in(seeded, run(0, 3, found_service(action_url="http://renap.gob.gt/x")), NOW)
    take_in(seeded, run(1, 0, hours=200, evaluable=False), NOW)
    catalogue = Catalogue(seeded)

    assert catalogue.portal_audit(result(seeded).audit_id).unseen == ()


def test_findings_keep_their_group_advice_and_source(seeded: Database) -> None:
    made = run(0, 3)
    told = replace(
        made.indicators[0],
        verdict=Verdict.NOT_FOUND,
        group="transparencia",
        advice="Publique su presupuesto.",
        source="Decreto 57-2008, artículo 10, numeral 7",
    )
    take_in(seeded, replace(made, indicators=(told,)), NOW)

    assert Catalogue(seeded).newest_portal_audit(result(seeded)).findings == (told,)


def test_portals_of_an_institution_come_with_the_main_one_first(seeded: Database) -> None:
    owned = run(0, 1, host="otro.example")
    owned = replace(owned, portal=replace(owned.portal, institution="renap"))
    take_in(seeded, owned, NOW)
    before = Catalogue(seeded).audits_of("renap")
    take_in(seeded, run(1, 2), NOW)

    after = Catalogue(seeded).audits_of("renap")

    assert [found.host for found in after.results] == ["renap.gob.gt", "otro.example"]
    assert [found.host for found in before.results] == ["otro.example"]
    assert "renap.gob.gt" in map(host_of, before.unaudited)
    assert "renap.gob.gt" not in map(host_of, after.unaudited)


def test_audits_of_nobody_are_refused(seeded: Database) -> None:
    with pytest.raises(NotFound):
        Catalogue(seeded).audits_of("nadie")
