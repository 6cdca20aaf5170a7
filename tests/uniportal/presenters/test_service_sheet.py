"""The sheet of a service: the next step first, and how sure we are."""

from dataclasses import replace
from typing import Any

import pytest

from canse.domain.service import (
    Channel,
    ChannelKind,
    Confidence,
    Coverage,
    CoverageKind,
    DownloadableForm,
    LegalBasis,
    Modality,
    Provenance,
    StageEvidence,
)
from canse.domain.stages import Level, Stage
from tests.builders import NOON, evidence, sheet
from uniportal.presenters.service_sheet import (
    ActionKind,
    Reach,
    SheetView,
    Standing,
    evidence_views,
    present,
)

DEEP = "https://eportal.renap.gob.gt/dpi"
FRONT = "https://www.renap.gob.gt/"
FORM = DownloadableForm(title="Solicitud", url="https://renap.gob.gt/solicitud.pdf")
OFFICE = Channel(kind=ChannelKind.OFFICE)
PHONE = Channel(kind=ChannelKind.TELEPHONE, telephone="1516")


def view(**changes: Any) -> SheetView:
    return present(sheet(**changes), ())


def seen(**changes: Any) -> StageEvidence:
    values = {
        "confirmed": Stage.ENHANCED,
        "declared": Stage.TRANSACTIONAL,
        "level": Level.S2B,
        "reason": "Hay un formulario.",
        "audited_at": NOON,
        "portal_url": "http://muni.example/",
        "run_id": "r1",
        "items": (evidence(),),
    }
    return StageEvidence(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"action_url": DEEP, "stage_declared": Stage.TRANSACTIONAL}, ActionKind.START),
        (
            {
                "action_url": DEEP,
                "stage_confirmed": Stage.TRANSACTIONAL,
                "modality": Modality.UNKNOWN,
            },
            ActionKind.START,
        ),
        (
            {
                "action_url": DEEP,
                "stage_declared": Stage.CONNECTED,
                "modality": Modality.IN_PERSON,
            },
            ActionKind.VISIT,
        ),
        ({"action_url": DEEP, "stage_declared": Stage.EMERGING}, ActionKind.VISIT),
        ({"action_url": FRONT, "forms": (FORM,)}, ActionKind.FORM),
        ({"action_url": FRONT}, ActionKind.PORTAL),
        ({"action_url": "", "channels": (OFFICE, PHONE)}, ActionKind.CALL),
        ({"action_url": "javascript:x", "channels": (OFFICE,)}, ActionKind.PLACE),
        ({"action_url": "", "channels": ()}, ActionKind.NONE),
    ],
)
def test_action_is_the_most_useful_step_known(changes: dict[str, Any], kind: ActionKind) -> None:
    assert view(**changes).action.kind is kind


def test_action_leads_where_it_says() -> None:
    form = view(action_url=FRONT, forms=(FORM,)).action
    call = view(action_url="", channels=(PHONE,)).action

    assert form.link is not None
    assert form.link.url == FORM.url
    assert call.telephone == "1516"


@pytest.mark.parametrize(
    ("provenance", "is_confirmed", "standing"),
    [
        (Provenance.CRAWLER, False, Standing.FOUND),
        (Provenance.CRAWLER, True, Standing.CONFIRMED),
        (Provenance.IMPORT, False, Standing.IMPORTED),
        (Provenance.SEED, False, Standing.GATHERED),
        (Provenance.STAFF, False, Standing.GATHERED),
    ],
)
def test_standing_tells_who_answers_for_the_sheet(
    provenance: Provenance, is_confirmed: bool, standing: Standing
) -> None:
    assert view(provenance=provenance, is_confirmed=is_confirmed).standing is standing


def test_sheet_says_when_its_source_is_doubtful() -> None:
    assert view(confidence=Confidence.LOW).is_doubtful
    assert not view(confidence=Confidence.MEDIUM).is_doubtful


def test_presumed_fields_are_known_by_name() -> None:
    shown = view(estimated_fields=frozenset({"fees"}))

    assert shown.presumes("fees")
    assert not shown.presumes("modality")
    assert shown.cost.is_estimate


@pytest.mark.parametrize(
    ("changes", "reach", "places"),
    [
        ({}, Reach.NATIONAL, ()),
        ({"coverage": ()}, Reach.UNKNOWN, ()),
        ({"provenance": Provenance.CRAWLER}, Reach.UNKNOWN, ()),
        (
            {
                "coverage": (
                    Coverage(kind=CoverageKind.MUNICIPALITY, code="0101", name="Guatemala"),
                    Coverage(kind=CoverageKind.DEPARTMENT, code="09"),
                )
            },
            Reach.PLACES,
            ("Guatemala", "09"),
        ),
    ],
)
def test_reach_is_said_only_as_far_as_it_is_known(
    changes: dict[str, Any], reach: Reach, places: tuple[str, ...]
) -> None:
    shown = view(**changes)

    assert (shown.reach, shown.places) == (reach, places)


def test_forms_that_cannot_be_linked_are_left_out() -> None:
    forms = (
        DownloadableForm(title="", url=FORM.url, media_type="application/pdf", size=20_480),
        DownloadableForm(title="Chico", url=FORM.url, size=10),
        DownloadableForm(title="Malo", url="file:///etc/passwd"),
        FORM,
    )

    shown = view(forms=forms).forms

    assert [(f.title, f.media_type, f.kilobytes) for f in shown] == [
        ("renap.gob.gt", "PDF", 20),
        ("Chico", "", 1),
        ("Solicitud", "", None),
    ]


def test_law_is_linked_only_where_it_may_be() -> None:
    laws = (
        LegalBasis(citation="Decreto 1", url="https://leyes.gt/1"),
        LegalBasis(citation="Decreto 2", is_estimate=True),
    )

    first, second = view(legal_bases=laws).laws

    assert first.link is not None
    assert (second.link, second.is_estimate) == (None, True)


def test_stage_is_the_one_confirmed_once_an_audit_has_looked() -> None:
    looked = view(
        evidence=seen(), stage_confirmed=Stage.ENHANCED, stage_declared=Stage.TRANSACTIONAL
    )
    stated = view(stage_confirmed=Stage.NONE, stage_declared=Stage.TRANSACTIONAL)

    assert looked.stage is Stage.ENHANCED
    assert stated.stage is Stage.TRANSACTIONAL


def test_evidence_tells_page_moment_words_and_rule() -> None:
    (item,) = view(evidence=seen()).evidence

    assert item.link is not None
    assert (item.seen_at, item.words, item.rule) == (NOON, "Solicitar boleto de ornato", "E3-01")
    assert view(evidence=None).evidence == ()


def test_service_that_did_not_work_at_the_last_audit_is_said_so() -> None:
    gated = replace(seen(), gates=("E3-21",))

    assert view(evidence=gated).is_unavailable
    assert not view(evidence=seen()).is_unavailable
    assert not view(evidence=None).is_unavailable


def test_evidence_of_an_address_that_is_none_is_shown_unlinked() -> None:
    (item,) = evidence_views([evidence(url="javascript:alert(1)")])

    assert (item.link, item.address) == (None, "javascript:alert(1)")


def test_related_services_are_lines() -> None:
    shown = present(sheet(), [sheet(slug="otro", name="Otro")])

    assert [row.slug for row in shown.related] == ["otro"]
