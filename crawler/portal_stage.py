"""The stage of a portal: the share of points it obtains and the highest stage it evidences."""

from collections.abc import Mapping, Sequence

from canse.domain.audit import FoundService, PortalStage
from canse.domain.stages import Stage


def stage_of_portal(services: Sequence[FoundService]) -> PortalStage:
    return PortalStage(
        confirmed=max((s.stage_confirmed for s in services), default=Stage.NONE),
        declared=max((s.stage_declared for s in services), default=Stage.NONE),
        profile={},
        explanation=(),
    )
