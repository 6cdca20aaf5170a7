"""What a sheet says of itself: free, online, and which stage it is published under."""

from decimal import Decimal

import pytest

from canse.domain.service import Fee, Modality, StageEvidence
from canse.domain.stages import Level, Stage
from tests.builders import NOON, sheet


def seen(stage: Stage) -> StageEvidence:
    return StageEvidence(
        confirmed=stage,
        declared=Stage.CONNECTED,
        level=Level.S1,
        reason="Se vio.",
        audited_at=NOON,
        portal_url="http://muni.example/",
        run_id="corrida-1",
    )


def test_what_was_seen_counts_before_what_is_said() -> None:
    audited = sheet(
        stage_confirmed=Stage.EMERGING,
        stage_declared=Stage.CONNECTED,
        evidence=seen(Stage.EMERGING),
    )

    assert audited.stage is Stage.EMERGING


def test_what_is_said_counts_where_nobody_has_looked() -> None:
    assert sheet(stage_declared=Stage.TRANSACTIONAL).stage is Stage.TRANSACTIONAL


@pytest.mark.parametrize(
    ("fees", "is_free"),
    [
        ((), False),
        ((Fee(concept="a", amount=Decimal(0)),), True),
        ((Fee(concept="a", amount=None, note="según avalúo"),), False),
        ((Fee(concept="a", amount=Decimal(0), most=Decimal(5)),), False),
        ((Fee(concept="a", amount=Decimal(0)), Fee(concept="b", amount=Decimal(9))), False),
    ],
)
def test_free_is_only_what_is_known_to_cost_nothing(fees: tuple[Fee, ...], is_free: bool) -> None:
    assert sheet(fees=fees).is_free is is_free


def test_online_is_only_what_needs_no_visit() -> None:
    assert sheet(modality=Modality.ONLINE).is_online
    assert not sheet(modality=Modality.MIXED).is_online
