"""What speaks for a service besides its words is little, and each reason counts by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from canse.domain.service import Modality
from canse.domain.stages import Stage
from indices.merit import A_STAGE, CONFIRMED, FRESH, ONLINE, merit_of
from tests.builders import NOON
from tests.indices.shelf import service

TODAY = NOON.date()
PLAIN: dict[str, Any] = {
    "modality": Modality.UNKNOWN,
    "stage_confirmed": Stage.NONE,
    "stage_declared": Stage.NONE,
}


@pytest.mark.parametrize(
    ("changes", "added"),
    [
        ({}, 0.0),
        ({"is_confirmed": True}, CONFIRMED),
        ({"modality": Modality.ONLINE}, ONLINE),
        ({"stage_declared": Stage.EMERGING}, 0.0),
        ({"stage_declared": Stage.CONNECTED}, 3 * A_STAGE),
        ({"reviewed_at": NOON}, FRESH),
        ({"last_seen_at": NOON - timedelta(days=365)}, FRESH),
        ({"reviewed_at": NOON - timedelta(days=366)}, 0.0),
    ],
)
def test_each_reason_adds_its_own(changes: dict[str, Any], added: float) -> None:
    sheet = service(1, **{"is_confirmed": False, **PLAIN, **changes})
    assert merit_of(sheet, TODAY) == pytest.approx(1 + added)


def test_nothing_is_fresh_without_a_day() -> None:
    assert merit_of(service(1, is_confirmed=False, **PLAIN, reviewed_at=NOON), None) == 1.0


def test_all_reasons_together_stay_small() -> None:
    best = service(
        1,
        is_confirmed=True,
        modality=Modality.ONLINE,
        stage_declared=Stage.CONNECTED,
        reviewed_at=NOON,
    )
    assert 1.0 < merit_of(best, date.max) < merit_of(best, TODAY) < 1.1
