"""The stage of a portal is the highest of its own services, and it says which and why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.audit import Finding, FoundService, Mention, PortalStage, Verdict
from canse.domain.stages import Level, Stage
from crawler.indicators.catalogue import load_catalogue
from crawler.ladder import Capability, Gate, climb_confirmed, climb_declared
from crawler.page import Page
from crawler.portal_stage import is_readable, profile_of, stage_of_portal
from crawler.services import JudgedService
from tests.crawler.pages import PORTAL, page_of

CATALOGUE = load_catalogue()
SHELL = page_of("<div id=app></div>", "")
READABLE = page_of(f"<p>{'La institución atiende a todas las personas. ' * 6}</p>", "quienes/")
C = Capability
BY_LEVEL: dict[Level, frozenset[C]] = {
    Level.S0: frozenset(),
    Level.S1: frozenset({C.SHEET}),
    Level.S2A: frozenset({C.SHEET, C.FORM_FILE}),
    Level.S2B: frozenset({C.SHEET, C.COMPLAINT}),
    Level.S3A: frozenset({C.SHEET, C.APPLICATION}),
    Level.S3B: frozenset({C.APPLICATION, C.PAYMENT}),
    Level.S4: frozenset({C.APPLICATION, C.LOGIN, C.SINGLE_SIGN_ON, C.REUSE}),
}


def findings(**verdicts: Verdict) -> list[Finding]:
    """Every indicator, not found unless told otherwise (E1_01=…)."""
    told = {name.replace("_", "-"): verdict for name, verdict in verdicts.items()}
    return [
        Finding(id=i.id, verdict=told.get(i.id, Verdict.NOT_FOUND), reason="Porque sí.")
        for i in CATALOGUE.indicators
    ]


def judged(
    confirmed: frozenset[C],
    declared: frozenset[C] = frozenset(),
    gates: frozenset[Gate] = frozenset(),
    *,
    is_told: bool = False,
) -> JudgedService:
    """A service of which these things were proven."""
    seen = climb_confirmed(confirmed, gates)
    said = climb_declared(confirmed | declared, gates)
    mention = Mention(
        page_url=PORTAL + "permiso/",
        stage_confirmed=seen.level.stage,
        stage_declared=said.level.stage,
    )
    service = FoundService(
        name="Permiso",
        action_url=None,
        owner=None,
        category=None,
        stage_confirmed=seen.level.stage,
        stage_declared=said.level.stage,
        level=seen.level,
        gates=tuple(sorted(gate.value for gate in gates)),
        qualifies=True,
        reason=seen.sentence,
        evidence=(),
        mentions=(mention,),
    )
    return JudgedService(service=service, declared=said, is_told=is_told)


def stage(*services: JudgedService, pages: tuple[Page, ...] = (SHELL,)) -> PortalStage:
    return stage_of_portal(findings(), services, pages, CATALOGUE)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], Stage.NONE),
        ([Level.S0], Stage.NONE),
        ([Level.S1], Stage.EMERGING),
        ([Level.S1, Level.S2A], Stage.ENHANCED),
        ([Level.S2B, Level.S1, Level.S1], Stage.ENHANCED),
        ([Level.S3A], Stage.TRANSACTIONAL),
        ([Level.S1, Level.S3B, Level.S2A], Stage.TRANSACTIONAL),
        ([Level.S4], Stage.CONNECTED),
    ],
)
def test_stage_is_the_highest_of_the_services(levels: list[Level], expected: Stage) -> None:
    found = stage(*(judged(BY_LEVEL[level]) for level in levels))

    assert (found.confirmed, found.declared) == (expected, expected)


def test_portal_that_informs_without_a_service_is_emerging() -> None:
    found = stage(pages=(SHELL, READABLE))

    assert (found.confirmed, found.declared) == (Stage.EMERGING, Stage.EMERGING)
    assert READABLE.url in found.explanation[0]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<div id=root></div>",
        f"<nav><ul>{'<li><a href=/x>Enlace del menú</a></li>' * 40}</ul></nav>",
        f"<p>{'Lorem ipsum dolor sit amet. ' * 30}</p>",
        f"<title>Cuenta suspendida</title><p>{'Hable con su proveedor. ' * 20}</p>",
    ],
)
def test_shells_placeholders_and_parked_addresses_cannot_be_read(html: str) -> None:
    assert not is_readable(page_of(html))
    assert stage(pages=(page_of(html),)).declared is Stage.NONE


def test_what_is_only_said_declares() -> None:
    found = stage(judged(BY_LEVEL[Level.S1], BY_LEVEL[Level.S4]))

    assert (found.confirmed, found.declared) == (Stage.EMERGING, Stage.CONNECTED)
    (claim,) = (one for one in found.explanation if "declara la etapa 4" in one)
    assert "«Permiso» (" + PORTAL + "permiso/)" in claim
    assert "E4-02" in claim


def test_link_to_a_service_of_another_institution_declares_nothing_unless_it_is_told_here() -> None:
    said, gate = BY_LEVEL[Level.S3B], frozenset({Gate.OTHER_OWNER})

    link = stage(judged(BY_LEVEL[Level.S1], said, gate))
    sheet = stage(judged(BY_LEVEL[Level.S1], said, gate, is_told=True))

    assert link.declared is Stage.EMERGING
    assert (sheet.confirmed, sheet.declared) == (Stage.EMERGING, Stage.TRANSACTIONAL)


def test_explanation_says_what_proves_the_stage_and_what_is_missing() -> None:
    found = stage(judged(BY_LEVEL[Level.S2A]))

    assert found.explanation[0].startswith("Etapa 2 comprobada. El portal atiende")
    assert "«Permiso» (" + PORTAL + "permiso/): Hay un formulario" in found.explanation[0]
    assert "(E2-01)" in found.explanation[0]
    assert found.explanation[1].startswith("Para la etapa 3 falta")
    assert "Servicios encontrados: 1; en línea comprobados: 0." in found.explanation


def test_portal_is_not_evaluable_when_nothing_was_read() -> None:
    none = [replace(f, verdict=Verdict.NOT_EVALUABLE) for f in findings()]

    found = stage_of_portal(none, [], [], CATALOGUE)

    assert found.confirmed is Stage.NONE
    assert found.explanation == ("No evaluable: no se leyó ninguna página del portal.",)
    assert found.profile == {}


def test_profile_leaves_out_what_does_not_apply_and_the_gates() -> None:
    all_met = {f.id.replace("-", "_"): Verdict.MET for f in findings() if f.id.startswith("E3")}
    gates_open = {**all_met, "E3_17": Verdict.NOT_FOUND, "E3_20": Verdict.NOT_APPLICABLE}

    assert profile_of(findings(**gates_open), CATALOGUE)["3"] == 100.0
    assert profile_of(findings(**gates_open), CATALOGUE)["1"] == 0.0
    half = {"E4_01": Verdict.PARTIAL}
    fourths = [f for f in findings(**half) if f.id.startswith("E4")]
    assert profile_of(fourths, CATALOGUE)["4"] == round(50 / len(fourths), 1)


capabilities = st.frozensets(st.sampled_from(Capability), max_size=5)
gates = st.frozensets(st.sampled_from(Gate), max_size=2)
kinds = st.lists(st.tuples(capabilities, capabilities, gates, st.booleans()), max_size=4)
Kind = tuple[frozenset[C], frozenset[C], frozenset[Gate], bool]


def of(services: list[Kind]) -> PortalStage:
    return stage(*(judged(seen, said, shut, is_told=told) for seen, said, shut, told in services))


@given(services=kinds, more=capabilities, said=capabilities, which=st.integers(0, 3))
def test_one_more_proof_never_lowers_the_stage(
    services: list[Kind], more: frozenset[C], said: frozenset[C], which: int
) -> None:
    before = of(services)
    if which < len(services):
        seen, claimed, shut, told = services[which]
        services[which] = (seen | more, claimed | said, shut, told)
    else:
        services.append((more, said, frozenset(), True))
    after = of(services)

    assert after.confirmed >= before.confirmed
    assert after.declared >= before.declared
    assert after.confirmed <= after.declared


@given(services=kinds, gate=st.sampled_from(Gate), which=st.integers(0, 3))
def test_one_more_gate_never_raises_the_stage(services: list[Kind], gate: Gate, which: int) -> None:
    before = of(services)
    if which < len(services):
        seen, claimed, shut, told = services[which]
        services[which] = (seen, claimed, shut | {gate}, told)
    after = of(services)

    assert after.confirmed <= before.confirmed
    assert after.declared <= before.declared
