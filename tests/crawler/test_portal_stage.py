"""The stage of a portal follows from its findings and services, and says why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.audit import Finding, FoundService, PortalStage, Verdict
from canse.domain.stages import LEVELS, Level, Stage
from crawler.indicators.catalogue import load_catalogue
from crawler.portal_stage import profile_of, stage_of_portal, weighted_percent

CATALOGUE = load_catalogue()


def findings(**verdicts: Verdict) -> list[Finding]:
    """Every indicator, not found unless told otherwise (E1_01=…)."""
    told = {name.replace("_", "-"): verdict for name, verdict in verdicts.items()}
    return [
        Finding(id=i.id, verdict=told.get(i.id, Verdict.NOT_FOUND), reason="Porque sí.")
        for i in CATALOGUE.indicators
    ]


def service(level: Level) -> FoundService:
    return FoundService(
        name="Permiso",
        action_url=None,
        owner=None,
        category=None,
        stage_confirmed=level.stage,
        stage_declared=level.stage,
        level=level,
        gates=(),
        qualifies=True,
        reason="Porque sí.",
        evidence=(),
        mentions=(),
    )


def stage(
    found: list[Finding], levels: list[Level], declared: list[Level] | None = None
) -> PortalStage:
    services = [service(level) for level in levels]
    return stage_of_portal(found, services, declared or levels, CATALOGUE)


MET = Verdict.MET
ENHANCED = {"E2_01": MET, "E2_04": MET, "E2_05": MET}


@pytest.mark.parametrize(
    ("verdicts", "levels", "expected"),
    [
        ({}, [], Stage.NONE),
        ({"E1_01": MET}, [], Stage.EMERGING),
        ({}, [Level.S1], Stage.EMERGING),
        (ENHANCED, [Level.S1], Stage.EMERGING),
        ({}, [Level.S2A], Stage.EMERGING),
        (ENHANCED, [Level.S2A], Stage.ENHANCED),
        ({}, [Level.S3A, Level.S3A], Stage.EMERGING),
        ({}, [Level.S3A, Level.S3A, Level.S3A], Stage.TRANSACTIONAL),
        ({}, [Level.S3B], Stage.TRANSACTIONAL),
        ({}, [Level.S4], Stage.TRANSACTIONAL),
        ({"E4_02": MET}, [Level.S4], Stage.TRANSACTIONAL),
        ({"E4_02": MET, "E2_06": MET}, [Level.S4], Stage.CONNECTED),
        ({"E4_02": MET, "E2_06": MET}, [Level.S3C], Stage.TRANSACTIONAL),
    ],
)
def test_stage_is_the_highest_whose_rule_holds(
    verdicts: dict[str, Verdict], levels: list[Level], expected: Stage
) -> None:
    assert stage(findings(**verdicts), levels).confirmed is expected


def test_partial_findings_and_claimed_levels_only_declare() -> None:
    found = findings(E1_01=MET, E4_02=Verdict.PARTIAL, E2_06=Verdict.PARTIAL)

    judged = stage(found, [Level.S3B], [Level.S4])

    assert (judged.confirmed, judged.declared) == (Stage.TRANSACTIONAL, Stage.CONNECTED)
    assert any("declara la etapa 4" in sentence for sentence in judged.explanation)


def test_explanation_says_what_is_met_and_what_is_missing() -> None:
    judged = stage(findings(E1_01=MET), [Level.S1])

    assert judged.explanation[0].startswith("Etapa 1 comprobada. El portal informa")
    assert judged.explanation[1].startswith("Para la etapa 2 falta")
    assert "Servicios encontrados: 1; en línea comprobados: 0." in judged.explanation


def test_portal_is_not_evaluable_when_nothing_was_read() -> None:
    none = [replace(f, verdict=Verdict.NOT_EVALUABLE) for f in findings()]

    judged = stage(none, [])

    assert judged.confirmed is Stage.NONE
    assert judged.explanation == ("No evaluable: no se leyó ninguna página del portal.",)


def test_profile_leaves_out_what_does_not_apply_and_the_gates() -> None:
    all_met = {f.id.replace("-", "_"): MET for f in findings() if f.id.startswith("E3")}
    gates_open = {**all_met, "E3_17": Verdict.NOT_FOUND, "E3_20": Verdict.NOT_APPLICABLE}

    assert profile_of(findings(**gates_open), CATALOGUE)["3"] == 100.0
    assert profile_of(findings(**gates_open), CATALOGUE)["1"] == 0.0
    half = {"E4_01": Verdict.PARTIAL}
    fourths = [f for f in findings(**half) if f.id.startswith("E4")]
    assert profile_of(fourths, CATALOGUE)["4"] == round(50 / len(fourths), 1)


def test_weights_sum_to_the_whole() -> None:
    assert weighted_percent({"1": 100.0, "2": 100.0, "3": 100.0, "4": 100.0}) == 100.0
    assert weighted_percent({"1": 100.0, "2": 0.0, "3": 0.0, "4": 0.0}) == 7.0


@given(
    levels=st.lists(st.sampled_from(LEVELS), max_size=5),
    more=st.sampled_from(LEVELS),
    met=st.sets(st.sampled_from([i.id for i in CATALOGUE.indicators])),
    one=st.sampled_from([i.id for i in CATALOGUE.indicators]),
)
def test_one_more_proof_never_lowers_the_stage(
    levels: list[Level], more: Level, met: set[str], one: str
) -> None:
    def verdicts(names: set[str]) -> dict[str, Verdict]:
        return {name.replace("-", "_"): MET for name in names}

    before = stage(findings(**verdicts(met)), levels)
    after = stage(findings(**verdicts(met | {one})), [*levels, more])

    assert after.confirmed >= before.confirmed
    assert after.declared >= before.declared
    assert after.confirmed <= after.declared
