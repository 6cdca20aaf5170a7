"""Judges a crawled portal: visits in, indicators, services and stage out."""

from collections.abc import Sequence
from dataclasses import dataclass

from canse.domain.audit import Finding, FoundService, PortalStage
from crawler.furniture import furniture_of
from crawler.indicators.catalogue import load_catalogue
from crawler.indicators.portal import PortalView
from crawler.indicators.run import run_indicators
from crawler.portal_stage import stage_of_portal
from crawler.services import find_services
from crawler.sightings import see
from crawler.site import Site
from crawler.visit import Outcome, Visit


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What the pages of one portal prove, each claim with its evidence."""

    indicators: tuple[Finding, ...]
    services: tuple[FoundService, ...]
    stage: PortalStage
    title: str
    language: str


def judge(visits: Sequence[Visit], *, portal_url: str, site: Site | None = None) -> Judgement:
    """Judge a portal by its visits; the same visits give the same judgement in any order."""
    ordered = sorted(visits, key=lambda visit: (visit.depth, visit.url))
    read = [visit for visit in ordered if visit.page is not None and visit.outcome is Outcome.OK]
    pages = [visit.page for visit in read if visit.page is not None]
    sightings = see(read, portal_url=portal_url, furniture=furniture_of(pages))
    judged = find_services(sightings, ordered)
    findings = run_indicators(PortalView.of(portal_url, ordered, sightings, site))
    return Judgement(
        indicators=findings,
        services=tuple(entry.service for entry in judged),
        stage=stage_of_portal(findings, judged, pages, load_catalogue()),
        title=next((page.title for page in pages if page.title), ""),
        language=next((page.language for page in pages if page.language), ""),
    )
