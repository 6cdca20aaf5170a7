"""A stage drawn as a bar of four steps: seen by the audit, only stated, or not there."""

from dataclasses import dataclass
from enum import StrEnum

from canse.domain.stages import Stage


class StepState(StrEnum):
    """What is known of one step of the bar."""

    SEEN = "seen"
    STATED = "said"
    ABSENT = "none"


@dataclass(frozen=True, kw_only=True)
class StageStep:
    """One of the four steps; `is_current` marks the one that stands in words beside the bar."""

    stage: Stage
    state: StepState
    is_current: bool


def stage_steps(confirmed: Stage, declared: Stage) -> tuple[StageStep, ...]:
    """The four steps of the bar for a stage confirmed and a stage stated.

    What was seen comes before what is stated: that is current only where nothing was seen.
    """
    reached = confirmed or declared
    return tuple(
        StageStep(
            stage=stage, state=_state(stage, confirmed, declared), is_current=stage == reached
        )
        for stage in Stage
        if stage is not Stage.NONE
    )


def _state(stage: Stage, confirmed: Stage, declared: Stage) -> StepState:
    if stage <= confirmed:
        return StepState.SEEN
    return StepState.STATED if stage <= declared else StepState.ABSENT
