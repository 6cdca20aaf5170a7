"""The results of audits: best first, and "could not look" as a state of its own."""

from datetime import timedelta
from typing import Any

import pytest

from canse.domain.audit import Finding, Verdict
from canse.domain.overview import AuditedService, PortalAudit, PortalResult, Registration
from canse.domain.stages import Level, Stage
from tests.builders import NOON, evidence, institution
from uniportal.presenters.portals import Seen, portal_row, present_audit, present_stages


def result(**changes: Any) -> PortalResult:
    values: dict[str, Any] = {
        "audit_id": 1,
        "host": "muni.example",
        "url": "http://muni.example/",
        "title": "Municipalidad de Ejemplo",
        "institution": None,
        "confirmed": Stage.ENHANCED,
        "declared": Stage.TRANSACTIONAL,
        "profile": {"1": 91.6, "2": 40.0, "3": 0.0},
        "explanation": ("Da formularios.",),
        "is_evaluable": True,
        "reasons": (),
        "pages_fetched": 10,
        "pages_known": 12,
        "services_found": 3,
        "audited_at": NOON,
        "last_good_at": NOON,
        "run_id": "r1",
    }
    return PortalResult(**{**values, **changes})


def unseen(**changes: Any) -> PortalResult:
    return result(
        is_evaluable=False,
        last_good_at=None,
        confirmed=Stage.NONE,
        declared=Stage.NONE,
        profile={},
        **changes,
    )


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"institution": institution()}, "Registro Nacional de las Personas"),
        ({}, "Municipalidad de Ejemplo"),
        ({"title": ""}, "muni.example"),
    ],
)
def test_portal_is_named_by_the_best_name_known(changes: dict[str, Any], name: str) -> None:
    assert portal_row(result(**changes)).name == name


def test_portal_tells_whether_it_was_seen_now_earlier_or_never() -> None:
    earlier = result(is_evaluable=False, last_good_at=NOON - timedelta(days=9))

    assert portal_row(result()).seen is Seen.NOW
    assert portal_row(earlier).seen is Seen.EARLIER
    assert portal_row(unseen()).seen is Seen.NEVER


def test_profile_becomes_whole_percents_within_bounds() -> None:
    bars = portal_row(result(profile={"1": 91.6, "2": 140.0, "3": -4.0})).bars

    assert [(int(bar.stage), bar.percent) for bar in bars] == [(1, 92), (2, 100), (3, 0), (4, 0)]


def test_stages_come_best_first_and_what_nobody_saw_last() -> None:
    view = present_stages(
        [
            unseen(title="Caído"),
            result(title="Bajo", confirmed=Stage.EMERGING),
            result(title="Menos puntos", profile={"1": 10.0}),
            result(title="Más puntos"),
        ]
    )

    assert [row.name for row in view.rows] == ["Más puntos", "Menos puntos", "Bajo", "Caído"]
    assert (view.unseen, view.unseen_percent) == (1, 25)


def test_counts_leave_out_what_could_not_be_seen() -> None:
    view = present_stages([result(), result(), unseen(), result(confirmed=Stage.NONE)])

    assert [(int(c.stage), c.count, c.percent) for c in view.counts] == [
        (4, 0, 0),
        (3, 0, 0),
        (2, 2, 50),
        (1, 0, 0),
        (0, 1, 25),
    ]


def test_stages_before_the_first_audit_are_empty() -> None:
    view = present_stages([])

    assert (view.rows, view.unseen, view.unseen_percent) == ((), 0, 0)
    assert all(count.percent == 0 for count in view.counts)


def finding(identifier: str, verdict: Verdict = Verdict.MET) -> Finding:
    return Finding(id=identifier, verdict=verdict, reason="Se vio.", evidence=(evidence(),))


def test_findings_are_gathered_by_the_stage_they_name() -> None:
    audit = PortalAudit(
        result=result(),
        findings=(
            finding("T-01"),
            finding("E3-01", Verdict.NOT_FOUND),
            finding("E1-02", Verdict.PARTIAL),
            finding("E1-01"),
            finding("E9-01"),
        ),
        services=(),
    )

    groups = present_audit(audit).groups

    assert [(int(g.stage), [f.finding.id for f in g.findings], g.met) for g in groups] == [
        (1, ["E1-02", "E1-01"], 1),
        (3, ["E3-01"], 0),
        (0, ["T-01", "E9-01"], 2),
    ]
    assert groups[0].findings[0].evidence[0].rule == "E3-01"


def test_services_found_carry_their_proof() -> None:
    service = AuditedService(
        name="Boleto de ornato",
        action_url="http://muni.example/boleto",
        slug="boleto",
        confirmed=Stage.TRANSACTIONAL,
        declared=Stage.TRANSACTIONAL,
        level=Level.S3A,
        qualifies=True,
        reason="Tiene formulario.",
        registration=Registration.REGISTERED,
        evidence=(evidence(),),
    )

    (shown,) = present_audit(
        PortalAudit(result=result(), findings=(), services=(service,))
    ).services

    assert shown.service is service
    assert shown.evidence[0].words == "Solicitar boleto de ornato"
