"""Judges a crawled portal: visits in, indicators, services and stage out."""

from collections.abc import Sequence
from dataclasses import dataclass

from canse.domain.audit import Finding, FoundService, PortalStage
from crawler.furniture import furniture_of
from crawler.portal_stage import stage_of_portal
from crawler.services import find_services
from crawler.sightings import see
from crawler.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What the pages of one portal prove, each claim with its evidence."""

    indicators: tuple[Finding, ...]
    services: tuple[FoundService, ...]
    stage: PortalStage
    title: str
    language: str


def judge(visits: Sequence[Visit], *, portal_url: str) -> Judgement:
    """Judge a portal by its visits; the same visits give the same judgement in any order."""
    ordered = sorted(visits, key=lambda visit: (visit.depth, visit.url))
    pages = [visit.page for visit in ordered if visit.page is not None]
    sightings = see(ordered, portal_url=portal_url, furniture=furniture_of(pages))
    services = find_services(sightings, ordered)
    return Judgement(
        indicators=(),
        services=services,
        stage=stage_of_portal(services),
        title=pages[0].title if pages else "",
        language=pages[0].language if pages else "",
    )
