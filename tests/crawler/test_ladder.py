"""The ladder obeys its two laws, and each clause of it decides what it should."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.stages import LEVELS, Level, Stage
from crawler.ladder import Capability as C
from crawler.ladder import Gate, Rung, climb_confirmed, climb_declared

capabilities = st.frozensets(st.sampled_from(C))
gates = st.frozensets(st.sampled_from(Gate))
CLIMBS = (climb_confirmed, climb_declared)


def height(rung: Rung) -> int:
    return LEVELS.index(rung.level)


@given(found=capabilities, more=capabilities, closed=gates)
def test_more_evidence_never_lowers_a_level(
    found: frozenset[C], more: frozenset[C], closed: frozenset[Gate]
) -> None:
    for climb in CLIMBS:
        assert height(climb(found | more, closed)) >= height(climb(found, closed))


@given(found=capabilities, closed=gates, one_more=st.sampled_from(Gate))
def test_one_more_gate_never_raises_a_level(
    found: frozenset[C], closed: frozenset[Gate], one_more: Gate
) -> None:
    for climb in CLIMBS:
        assert height(climb(found, closed | {one_more})) <= height(climb(found, closed))


@given(confirmed=capabilities, more=capabilities, closed=gates)
def test_confirmed_is_never_over_declared(
    confirmed: frozenset[C], more: frozenset[C], closed: frozenset[Gate]
) -> None:
    declared = climb_declared(confirmed | more, closed)

    assert height(climb_confirmed(confirmed, closed)) <= height(declared)


@given(found=capabilities, closed=gates)
def test_a_capped_rung_names_what_caps_it(found: frozenset[C], closed: frozenset[Gate]) -> None:
    rung = climb_confirmed(found, closed)

    assert bool(rung.capped_by) == (rung.level is not climb_confirmed(found).level)
    assert set(rung.capped_by) <= closed


@pytest.mark.parametrize(
    ("found", "level"),
    [
        ((), Level.S0),
        ((C.ACTION,), Level.S0),
        ((C.SHEET,), Level.S1),
        ((C.FORM_FILE,), Level.S0),
        ((C.ACTION, C.FORM_FILE), Level.S2A),
        ((C.SHEET, C.BY_MAIL), Level.S2A),
        ((C.QUERY,), Level.S2B),
        ((C.MESSAGE,), Level.S2B),
        ((C.COMPLAINT,), Level.S2B),
        ((C.INFORMATION_REQUEST,), Level.S2B),
        ((C.SHEET, C.THIRD_PARTY_FORM), Level.S2B),
        ((C.APPLICATION,), Level.S3A),
        ((C.APPOINTMENT,), Level.S0),
        ((C.APPOINTMENT, C.SHEET), Level.S3A),
        ((C.SHEET, C.LOGIN), Level.S1),
        ((C.APPLICATION, C.LOGIN), Level.S3B),
        ((C.APPLICATION, C.DELIVERY), Level.S3A),
        ((C.APPLICATION, C.PAYMENT, C.DELIVERY), Level.S3C),
        ((C.APPLICATION, C.TRACKING, C.SINGLE_SIGN_ON), Level.S3B),
        ((C.APPLICATION, C.TRACKING, C.REUSE), Level.S3B),
        ((C.APPLICATION, C.TRACKING, C.SINGLE_SIGN_ON, C.REUSE), Level.S4),
        ((C.SINGLE_SIGN_ON, C.REUSE), Level.S0),
    ],
)
def test_level_is_that_of_the_highest_clause_that_holds(found: tuple[C, ...], level: Level) -> None:
    assert climb_confirmed(found).level is level
    assert climb_declared(found).level is level


@pytest.mark.parametrize(
    ("gate", "confirmed", "declared"),
    [
        (Gate.INSECURE_FORM, Level.S3A, Level.S3A),
        (Gate.IN_PERSON, Level.S3B, Level.S3B),
        (Gate.NOT_AVAILABLE, Level.S1, Level.S3C),
        (Gate.OTHER_OWNER, Level.S1, Level.S3C),
    ],
)
def test_gate_caps_what_it_is_for(gate: Gate, confirmed: Level, declared: Level) -> None:
    found = (C.SHEET, C.APPLICATION, C.PAYMENT, C.DELIVERY)

    assert climb_confirmed(found, [gate]).level is confirmed
    assert climb_confirmed(found, [gate]).capped_by == (gate,)
    assert climb_declared(found, [gate]).level is declared


def test_both_gates_are_named_when_either_alone_would_cap() -> None:
    rung = climb_confirmed([C.SHEET, C.APPLICATION], [Gate.NOT_AVAILABLE, Gate.OTHER_OWNER])

    assert rung.capped_by == (Gate.NOT_AVAILABLE, Gate.OTHER_OWNER)


def test_sentence_says_what_is_met_what_is_missing_and_what_caps() -> None:
    rung = climb_confirmed([C.APPLICATION, C.LOGIN], [Gate.INSECURE_FORM])

    assert rung.sentence == (
        "El trámite se empieza en línea (E3-01); para el nivel siguiente falta cuenta, pago, "
        "firma o seguimiento en línea, con conexión segura; el formulario no viaja por una "
        "conexión segura (https)."
    )


def test_highest_rung_misses_nothing() -> None:
    everything = climb_confirmed([C.APPLICATION, C.LOGIN, C.SINGLE_SIGN_ON, C.REUSE])

    assert everything.level.stage is Stage.CONNECTED
    assert everything.missing == ""
    assert everything.sentence == (
        "El servicio une a varias instituciones y parte de lo que ya saben de la persona "
        "(E3-04, E4-02, E4-14)."
    )


@given(found=capabilities, closed=gates)
def test_a_rung_names_only_what_was_found_and_always_something(
    found: frozenset[C], closed: frozenset[Gate]
) -> None:
    rung = climb_confirmed(found, closed)

    assert set(rung.proven_by) <= found
    assert bool(rung.proven_by) == (rung.level is not Level.S0)
    assert rung.clause.startswith(rung.satisfied)


def test_no_gate_closes_the_lower_floors() -> None:
    for count in range(len(Gate) + 1):
        for closed in combinations(Gate, count):
            assert climb_confirmed([C.SHEET, C.FORM_FILE], closed).level is Level.S2A
