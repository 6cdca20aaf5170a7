"""The share of points that a portal obtains in each group of indicators."""

from collections import defaultdict
from collections.abc import Sequence

from canse.domain.audit import Finding, GroupShare, Verdict
from crawler.indicators.catalogue import Catalogue

POINTS = {Verdict.MET: 1.0, Verdict.PARTIAL: 0.5, Verdict.NOT_FOUND: 0.0}
GATE = "X"


def shares_of(findings: Sequence[Finding], catalogue: Catalogue) -> dict[str, GroupShare]:
    """Group to its share: met counts one, partly met a half, over what applies and was looked at.

    Gates give no points. A group with nothing that could be judged has no share, not a zero.
    """
    gates = {indicator.id for indicator in catalogue.indicators if indicator.strength == GATE}
    points: dict[str, list[float]] = defaultdict(list)
    for finding in findings:
        if finding.verdict in POINTS and finding.id not in gates:
            points[finding.group].append(POINTS[finding.verdict])
    return {group: _share(obtained) for group, obtained in sorted(points.items())}


def _share(obtained: Sequence[float]) -> GroupShare:
    total = sum(obtained)
    return GroupShare(
        points=total, applicable=len(obtained), percent=round(100 * total / len(obtained), 1)
    )
