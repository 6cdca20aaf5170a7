"""The bar of four steps tells what was seen from what is only stated."""

import pytest

from canse.domain.stages import Stage
from uniportal.presenters.stage_steps import StepState, stage_steps

SEEN, STATED, ABSENT = StepState.SEEN, StepState.STATED, StepState.ABSENT


@pytest.mark.parametrize(
    ("confirmed", "declared", "states"),
    [
        (0, 0, [ABSENT, ABSENT, ABSENT, ABSENT]),
        (2, 3, [SEEN, SEEN, STATED, ABSENT]),
        (4, 1, [SEEN, SEEN, SEEN, SEEN]),
        (0, 2, [STATED, STATED, ABSENT, ABSENT]),
    ],
)
def test_steps_are_seen_stated_or_absent(
    confirmed: int, declared: int, states: list[StepState]
) -> None:
    steps = stage_steps(Stage(confirmed), Stage(declared))

    assert [step.state for step in steps] == states


@pytest.mark.parametrize(
    ("confirmed", "declared", "current"), [(2, 4, [2]), (0, 3, [3]), (0, 0, [])]
)
def test_current_step_is_the_one_seen_before_the_one_stated(
    confirmed: int, declared: int, current: list[int]
) -> None:
    steps = stage_steps(Stage(confirmed), Stage(declared))

    assert [int(step.stage) for step in steps if step.is_current] == current
