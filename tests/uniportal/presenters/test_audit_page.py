"""The page of an audit: gathered by group, filtered by verdict, replies beside what they answer."""

from typing import Any

from canse.domain.audit import Finding, GroupShare, Verdict
from canse.domain.overview import AuditedService, PortalAudit, Registration
from canse.domain.reply import PublicReply, ReplyKind
from canse.domain.stages import Level, Stage
from tests.builders import NOON, evidence
from tests.uniportal.presenters.results import result
from uniportal.presenters.audit_page import AuditView, present, read_verdict

WEIGHTS = (7, 24, 30, 39)


def finding(identifier: str, verdict: Verdict = Verdict.MET, group: str = "servicios") -> Finding:
    return Finding(
        id=identifier,
        group=group,
        verdict=verdict,
        reason="Se vio.",
        advice="Haga algo.",
        evidence=tuple(evidence(snippet=f"prueba {n}") for n in range(7)),
    )


def reply(indicator: str = "", service: str = "") -> PublicReply:
    return PublicReply(
        host="muni.example",
        kind=ReplyKind.ANSWER,
        indicator=indicator,
        service=service,
        is_pending=False,
        received_at=NOON,
        text="Ya está.",
        post="Unidad de Informática",
    )


SERVICE = AuditedService(
    name="Boleto de ornato",
    action_url="http://muni.example/boleto",
    slug="boleto",
    confirmed=Stage.TRANSACTIONAL,
    declared=Stage.TRANSACTIONAL,
    level=Level.S3A,
    gates=("E3-21",),
    qualifies=True,
    reason="Tiene formulario.",
    registration=Registration.REGISTERED,
    evidence=(evidence(),),
)


def shown(*findings: Finding, chosen: Verdict | None = None, **changes: Any) -> AuditView:
    values: dict[str, Any] = {"result": result(), "findings": findings, "services": (SERVICE,)}
    return present(PortalAudit(**{**values, **changes}), WEIGHTS, chosen)


def test_findings_are_gathered_by_group_in_a_known_order() -> None:
    view = shown(
        finding("S-01", group="seguridad"),
        finding("X-01", group="de-manana"),
        finding("E1-01"),
        finding("V-01", group=""),
    )

    assert [group.group for group in view.groups] == [
        "servicios",
        "seguridad",
        "de-manana",
        "otros",
    ]


def test_filter_shows_one_verdict_and_counts_all() -> None:
    findings = [finding("E1-01"), finding("E1-02", Verdict.NOT_FOUND)]

    view = shown(*findings, chosen=Verdict.NOT_FOUND)

    assert [f.finding.id for group in view.groups for f in group.findings] == ["E1-02"]
    assert [(link.verdict, link.count) for link in view.verdicts] == [
        (None, 2),
        (Verdict.MET, 1),
        (Verdict.NOT_FOUND, 1),
    ]
    assert (view.groups[0].met, view.groups[0].total) == (1, 2)
    assert read_verdict("<b>") is None


def test_advice_stands_only_where_something_is_left_to_do() -> None:
    verdicts = [Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND, Verdict.NOT_APPLICABLE]
    view = shown(*(finding(f"E3-0{n}", verdict) for n, verdict in enumerate(verdicts)))

    advised = [f.finding.verdict for group in view.groups for f in group.findings if f.advice]

    assert advised == [Verdict.PARTIAL, Verdict.NOT_FOUND]
    assert view.next_stage is Stage.TRANSACTIONAL
    assert [step.finding.id for step in view.next_steps] == ["E3-01", "E3-02"]


def test_only_the_first_proofs_are_shown_and_the_rest_counted() -> None:
    (group,) = shown(finding("E1-01")).groups

    assert (len(group.findings[0].evidence), group.findings[0].more) == (5, 2)


def test_reply_stands_beside_what_it_answers() -> None:
    view = shown(
        finding("E1-01"),
        replies=(
            reply(indicator="E1-01"),
            reply(service="BOLETO de Ornato"),
            reply(),
            reply(indicator="E9-99"),
        ),
    )

    assert len(view.groups[0].findings[0].replies) == 1
    assert len(view.services[0].replies) == 1
    assert len(view.replies) == 2


def test_service_that_could_not_be_used_is_said_not_available() -> None:
    assert shown().services[0].is_unavailable


def test_stages_are_joined_by_their_weights_and_empty_ones_left_out() -> None:
    view = shown(result=result(profile={"1": 100.0, "3": 50.0}))

    assert view.weighted == round((7 * 100 + 30 * 50) / 37)
    assert [bar.percent for bar in view.bars] == [100, None, 50, None]
    assert shown(result=result(profile={})).weighted is None


def test_share_of_a_group_stands_beside_it() -> None:
    shares = {"servicios": GroupShare(points=1.0, applicable=4, percent=25.0)}

    (group,) = shown(finding("E1-01"), result=result(shares=shares)).groups

    assert group.bar is not None
    assert group.bar.share.percent == 25


def test_what_does_not_apply_stands_aside_unless_it_is_asked_for() -> None:
    findings = [finding("E1-01"), finding("E1-02", Verdict.NOT_APPLICABLE)]

    (group,) = shown(*findings).groups
    (asked,) = shown(*findings, chosen=Verdict.NOT_APPLICABLE).groups

    assert [view.finding.id for view in group.findings] == ["E1-01"]
    assert [view.finding.id for view in group.aside] == ["E1-02"]
    assert ([view.finding.id for view in asked.findings], asked.aside) == (["E1-02"], ())


def test_reply_to_what_does_not_apply_keeps_it_in_sight() -> None:
    (group,) = shown(
        finding("E1-02", Verdict.NOT_APPLICABLE), replies=(reply(indicator="E1-02"),)
    ).groups

    assert len(group.findings) == 1
