"""How one portal stands, on one line: its stage, what it offers, how sure we are, how it moved."""

from dataclasses import dataclass
from enum import StrEnum

from canse.domain.overview import PortalResult
from canse.domain.stability import Change
from canse.domain.stages import Stage
from uniportal.presenters.outside import OutsideLink, outside_link
from uniportal.presenters.points import Share, share, transparency_percent
from uniportal.presenters.stage_steps import StageStep, stage_steps


class Seen(StrEnum):
    """Whether the last audit could look, and if not, whether an earlier one did."""

    NOW = "now"
    EARLIER = "earlier"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class PortalRow:
    """One portal; `stage` is NONE, and every share None, where nobody could look.

    `online` is the share of its services that are done online; `coverage` that of its known pages
    that were read; `transparency` a percentage.
    """

    result: PortalResult
    name: str
    seen: Seen
    stage: Stage
    steps: tuple[StageStep, ...]
    online: Share | None
    coverage: Share | None
    transparency: int | None
    change: Change | None
    link: OutsideLink | None


def portal_row(result: PortalResult) -> PortalRow:
    """Say how one portal stands, and whether that was seen now, earlier or never."""
    seen = Seen.NOW if result.is_evaluable else Seen.EARLIER if result.last_good_at else Seen.NEVER
    is_known = seen is not Seen.NEVER
    return PortalRow(
        result=result,
        name=result.institution.name if result.institution else result.title or result.host,
        seen=seen,
        stage=result.confirmed,
        steps=stage_steps(result.confirmed, result.declared),
        online=share(result.services_online, result.services_found) if is_known else None,
        coverage=share(result.pages_fetched, result.pages_known) if is_known else None,
        transparency=transparency_percent(result.shares) if is_known else None,
        change=result.change,
        link=outside_link(result.url),
    )
