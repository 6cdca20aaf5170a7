"""The report of a run from what was seen: coverage, pages, and the judgement over them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from canse.domain.audit import (
    AuditedPage,
    AuditReport,
    Limit,
    Portal,
    PortalCoverage,
    PortalStage,
    Run,
    RunMode,
)
from canse.domain.institution import InstitutionKind
from canse.domain.stages import Stage
from crawler.coverage import measure
from crawler.entry import Entry
from crawler.indicators.catalogue import CATALOGUE_VERSION, load_catalogue
from crawler.institution_kind import country_of, kind_of_institution
from crawler.judge import Judgement, judge
from crawler.shares import shares_of
from crawler.site import Site
from crawler.site_facts import with_facts
from crawler.transport import Transport
from crawler.transport_words import transport_reasons
from crawler.traps import Skip
from crawler.urls import host_of
from crawler.visit import Visit

TITLE_LENGTH = 300
NOTE_LENGTH = 200


@dataclass(frozen=True, kw_only=True)
class Examined:
    """Everything a run saw, before it is judged."""

    run_id: str
    url: str
    institution: str | None
    kind: InstitutionKind | None = None
    started_at: datetime
    finished_at: datetime
    mode: RunMode
    tool_version: str
    entry: Entry
    visits: tuple[Visit, ...]
    known: int
    skipped: Counter[Skip]
    limit: Limit | None
    has_gone_silent: bool
    transport: Transport = field(default_factory=Transport)


def assemble(examined: Examined) -> AuditReport:
    """Judge what was seen and write it down; hostile pages reach the judge (crawler/judging.py)."""
    judgement = judge(examined.visits, portal_url=examined.entry.url, site=_site(examined))
    return _report(examined, _coverage(examined), judgement)


def assemble_unjudged(examined: Examined, failure: str) -> AuditReport:
    """What was seen, with the reason why it could not be judged."""
    coverage = _coverage(examined)
    coverage = replace(coverage, evaluable=False, reasons=(*coverage.reasons, failure))
    stage = PortalStage(
        confirmed=Stage.NONE, declared=Stage.NONE, profile={}, explanation=(failure,)
    )
    nothing = Judgement(indicators=(), services=(), stage=stage, title="", language="")
    return _report(examined, coverage, nothing)


def _coverage(examined: Examined) -> PortalCoverage:
    coverage = measure(
        examined.visits,
        home=examined.entry.home,
        robots=examined.entry.robots,
        known=examined.known,
        skipped=examined.skipped,
        limit=examined.limit,
        has_gone_silent=examined.has_gone_silent,
    )
    said = transport_reasons(examined.entry, examined.transport)
    return replace(coverage, reasons=tuple(dict.fromkeys((*said, *coverage.reasons))))


def _report(examined: Examined, coverage: PortalCoverage, judgement: Judgement) -> AuditReport:
    return AuditReport(
        run=Run(
            id=examined.run_id,
            started_at=examined.started_at,
            finished_at=examined.finished_at,
            catalogue_version=CATALOGUE_VERSION,
            tool_version=examined.tool_version,
            mode=examined.mode,
        ),
        portal=Portal(
            url=examined.url,
            host=host_of(examined.url),
            institution=examined.institution,
            title=judgement.title[:TITLE_LENGTH],
            language=judgement.language,
        ),
        coverage=coverage,
        stage=judgement.stage,
        indicators=judgement.indicators,
        pages=tuple(_audited(visit) for visit in examined.visits),
        services=judgement.services,
        shares=shares_of(judgement.indicators, load_catalogue()),
    )


def _site(examined: Examined) -> Site:
    """What the run knows of the portal as a whole."""
    url = examined.entry.url
    is_of_catalogue = bool(examined.institution or examined.kind)
    site = Site(
        kind=kind_of_institution(examined.visits, url, examined.kind),
        country=country_of(examined.visits, url, is_of_catalogue=is_of_catalogue),
    )
    return with_facts(site, examined.entry, examined.visits, examined.transport)


def _audited(visit: Visit) -> AuditedPage:
    return AuditedPage(
        url=visit.url,
        final_url=visit.final_url,
        status=visit.status,
        outcome=visit.outcome.value,
        content_type=visit.content_type,
        encoding=visit.encoding,
        bytes=visit.size,
        title=visit.page.title[:TITLE_LENGTH] if visit.page else "",
        depth=visit.depth,
        note=visit.detail[:NOTE_LENGTH],
    )
