"""What several audits of a portal say together: never lower by one bad day, unstable within one."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.stability import (
    ONE_DAY,
    Change,
    SeenStages,
    settled_stage,
    standing_of,
)
from canse.domain.stages import Stage
from tests.builders import NOON


def runs(*stages: int, hours: float = 24 * 7) -> list[SeenStages]:
    """Runs that saw these stages, newest first, some hours apart."""
    return [
        SeenStages(
            confirmed=Stage(stage), declared=Stage(stage), at=NOON - timedelta(hours=hours * number)
        )
        for number, stage in enumerate(stages)
    ]


@pytest.mark.parametrize(
    ("seen", "expected"), [([], 0), ([1], 1), ([1, 3], 3), ([1, 1, 3], 1), ([3, 1], 3)]
)
def test_stage_falls_only_when_two_runs_agree(seen: list[int], expected: int) -> None:
    assert settled_stage(Stage(stage) for stage in seen) is Stage(expected)


@pytest.mark.parametrize(
    ("seen", "published", "change", "is_held"),
    [
        ((), 0, None, False),
        ((2,), 2, Change.NEW, False),
        ((2, 2), 2, Change.EQUAL, False),
        ((3, 2), 3, Change.UP, False),
        ((1, 2), 2, Change.EQUAL, True),
        ((1, 1, 2), 1, Change.DOWN, False),
        ((1, 2, 3), 2, Change.DOWN, True),
    ],
)
def test_standing_after_runs_a_week_apart(
    seen: tuple[int, ...], published: int, change: Change | None, is_held: bool
) -> None:
    standing = standing_of(runs(*seen))

    assert (standing.confirmed, standing.change) == (Stage(published), change)
    assert standing.is_held is is_held


@pytest.mark.parametrize(
    ("seen", "hours", "change"),
    [
        ((1, 3), 24, Change.UNSTABLE),
        ((3, 1), 2, Change.UNSTABLE),
        ((3, 3), 2, Change.EQUAL),
        ((1, 3), 24.1, Change.EQUAL),
    ],
)
def test_two_runs_of_one_day_that_disagree_are_unstable(
    seen: tuple[int, ...], hours: float, change: Change
) -> None:
    standing = standing_of(runs(*seen, hours=hours))

    assert standing.change is change
    assert standing.confirmed is Stage(max(seen))


def test_before_is_what_was_published_before_the_newest_run() -> None:
    assert standing_of(runs(1, 2, 3)).before is Stage(3)
    assert standing_of(runs(1)).before is None


def test_what_is_declared_is_never_below_what_is_confirmed() -> None:
    newest = SeenStages(confirmed=Stage(1), declared=Stage(2), at=NOON)
    older = SeenStages(confirmed=Stage(3), declared=Stage(2), at=NOON - 9 * ONE_DAY)

    standing = standing_of([newest, older])

    assert (standing.confirmed, standing.declared) == (Stage(3), Stage(3))


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6), st.floats(0.5, 200))
def test_one_run_alone_never_publishes_less_than_the_run_before_it(
    stages: list[int], hours: float
) -> None:
    found = runs(*stages, hours=hours)

    assert standing_of(found).confirmed >= max(run.confirmed for run in found[:2])
