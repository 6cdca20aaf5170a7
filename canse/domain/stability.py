"""What several audits of one portal say together: the stage to publish and how it moved, pure.

Rule: a stage is lowered only when two runs one after the other agree (`settled_stage`). Two runs
within a day that disagree are "inestable" (docs/stages.md); the lower of the two is not published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from canse.domain.stages import Stage

ONE_DAY = timedelta(days=1)
NOT_AVAILABLE = "E3-21"
"""The gate of a service that its portal announces and that did not work: it stays, with a note."""
RUNS_NEEDED = 3
"""How many runs, newest first, decide a standing: two for the stage, one for the one before."""


class Change(StrEnum):
    """How the published stage of a portal moved with its newest good audit."""

    NEW = "new"
    UP = "up"
    EQUAL = "equal"
    DOWN = "down"
    UNSTABLE = "unstable"


@dataclass(frozen=True, kw_only=True)
class SeenStages:
    """The stages that one run saw and read on a portal it could look at."""

    confirmed: Stage
    declared: Stage
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is published of a portal.

    `change` and `before` are None where no run could look, and `before` also at the first one.
    `is_held` says that the newest run saw less than is published: it counts when another agrees.
    """

    confirmed: Stage
    declared: Stage
    change: Change | None
    before: Stage | None
    is_held: bool


def settled_stage(seen: Iterable[Stage]) -> Stage:
    """The stage to publish from what audits saw, newest first.

    One bad day is no step back: the higher of the last two runs counts, so a stage is lowered only
    when two runs one after the other agree.
    """
    return max(list(seen)[:2], default=Stage.NONE)


def standing_of(runs: Sequence[SeenStages]) -> Standing:
    """The standing after the runs that could look, newest first."""
    confirmed = settled_stage(run.confirmed for run in runs)
    declared = settled_stage(run.declared for run in runs)
    before = settled_stage(run.confirmed for run in runs[1:]) if len(runs) > 1 else None
    return Standing(
        confirmed=confirmed,
        declared=max(confirmed, declared),
        change=_change(runs, confirmed, before),
        before=before,
        is_held=bool(runs) and runs[0].confirmed < confirmed,
    )


def is_unstable(runs: Sequence[SeenStages]) -> bool:
    """Whether the two newest runs are at most a day apart and saw different stages."""
    if len(runs) < 2:
        return False
    newest, other = runs[:2]
    return newest.confirmed != other.confirmed and abs(newest.at - other.at) <= ONE_DAY


def _change(runs: Sequence[SeenStages], now: Stage, before: Stage | None) -> Change | None:
    if not runs:
        return None
    if before is None:
        return Change.NEW
    if is_unstable(runs):
        return Change.UNSTABLE
    if now == before:
        return Change.EQUAL
    return Change.UP if now > before else Change.DOWN
