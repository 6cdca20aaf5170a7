"""The stages of a portal over time as a line that a page can draw without script."""

from collections.abc import Sequence
from dataclasses import dataclass

from canse.domain.overview import PastAudit
from canse.domain.stages import Stage

MOST_POINTS = 12
STEP = 24
ROW = 22
TOP = 12
LEFT = 24
HIGHEST = max(int(stage) for stage in Stage)


@dataclass(frozen=True, kw_only=True)
class LinePoint:
    """One good audit on the line; `x` and `y` in the units of the drawing."""

    x: int
    y: int
    stage: Stage


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """A drawing of `width` by `height`; `rows` holds the height of each stage, highest first."""

    width: int
    height: int
    left: int
    points: tuple[LinePoint, ...]
    rows: tuple[tuple[int, Stage], ...]

    @property
    def path(self) -> str:
        """The points as an SVG polyline takes them."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def history_line(history: Sequence[PastAudit]) -> HistoryLine | None:
    """The last good audits, oldest first; None where fewer than two could look."""
    good = [past for past in reversed(history) if past.is_evaluable][-MOST_POINTS:]
    if len(good) < 2:
        return None
    return HistoryLine(
        width=LEFT + STEP * len(good),
        height=_height(Stage.NONE) + TOP,
        left=LEFT,
        points=tuple(
            LinePoint(
                x=LEFT + STEP // 2 + STEP * number, y=_height(past.confirmed), stage=past.confirmed
            )
            for number, past in enumerate(good)
        ),
        rows=tuple((_height(stage), stage) for stage in reversed(Stage)),
    )


def _height(stage: Stage) -> int:
    return TOP + ROW * (HIGHEST - int(stage))
