"""Puts every indicator of the catalogue to a portal."""

from collections.abc import Mapping

from canse.domain.audit import Finding, Verdict
from crawler.indicators import (
    accessibility,
    budget,
    connected,
    emerging,
    enhanced,
    languages,
    open_data,
    participation,
    security,
    transactional,
    transparency,
    usability,
)
from crawler.indicators.catalogue import Catalogue, Indicator, load_catalogue
from crawler.indicators.portal import Answer, Check, PortalView

NOTHING_READ = "no se leyó ninguna página del portal"
OTHER_KIND = "no se pide a este tipo de institución"
_FAMILIES: tuple[Mapping[str, Check], ...] = (
    emerging.CHECKS,
    enhanced.CHECKS,
    transactional.CHECKS,
    connected.CHECKS,
    accessibility.CHECKS,
    languages.CHECKS,
    security.CHECKS,
    open_data.CHECKS,
    budget.CHECKS,
    participation.CHECKS,
    usability.CHECKS,
    transparency.CHECKS,
)
CHECKS: Mapping[str, Check] = {
    name: check for family in _FAMILIES for name, check in family.items()
}


def run_indicators(portal: PortalView, catalogue: Catalogue | None = None) -> tuple[Finding, ...]:
    """One finding for each indicator, in the order of the catalogue."""
    known = catalogue or load_catalogue()
    is_read = next(portal.pages(), None) is not None
    return tuple(
        _finding(indicator, _ask(indicator, portal, is_read)) for indicator in known.indicators
    )


def _ask(indicator: Indicator, portal: PortalView, is_read: bool) -> Answer:
    if not is_read:
        return Answer(verdict=Verdict.NOT_EVALUABLE, detail=NOTHING_READ)
    if not indicator.applies_to(portal.site.kind):
        return Answer(verdict=Verdict.NOT_APPLICABLE, detail=OTHER_KIND)
    return CHECKS[indicator.id](portal)


def _finding(indicator: Indicator, answer: Answer) -> Finding:
    return Finding(
        id=indicator.id,
        name=indicator.name,
        group=indicator.group,
        verdict=answer.verdict,
        reason=indicator.reason(answer.verdict, answer.detail),
        advice=indicator.advice,
        source=indicator.source,
        evidence=answer.evidence,
    )
