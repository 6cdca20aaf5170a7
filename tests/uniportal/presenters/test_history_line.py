"""The line of a portal's stages over time."""

from datetime import timedelta

from canse.domain.overview import PastAudit
from canse.domain.stages import Stage
from tests.builders import NOON
from uniportal.presenters.history_line import MOST_POINTS, history_line


def past(days: int, stage: Stage = Stage.ENHANCED, *, is_evaluable: bool = True) -> PastAudit:
    return PastAudit(
        audit_id=days,
        host="muni.example",
        confirmed=stage,
        declared=stage,
        is_evaluable=is_evaluable,
        audited_at=NOON - timedelta(days=days),
        run_id=f"r{days}",
    )


def test_one_audit_is_no_line() -> None:
    assert history_line([past(0), past(1, is_evaluable=False)]) is None


def test_line_goes_from_the_oldest_and_up_with_the_stage() -> None:
    line = history_line([past(0, Stage.TRANSACTIONAL), past(9, Stage.EMERGING)])

    assert line is not None
    assert [point.stage for point in line.points] == [Stage.EMERGING, Stage.TRANSACTIONAL]
    assert line.points[0].y > line.points[1].y
    assert line.path.count(",") == 2


def test_only_the_last_audits_are_drawn() -> None:
    line = history_line([past(n) for n in range(60)])

    assert line is not None
    assert len(line.points) == MOST_POINTS
