"""The report of a run from what was seen: coverage, pages, and the judgement over them."""

import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from canse.domain.audit import (
    AuditedPage,
    AuditReport,
    Limit,
    Portal,
    PortalStage,
    Run,
    RunMode,
)
from canse.domain.institution import InstitutionKind
from canse.domain.stages import Stage
from crawler.coverage import measure
from crawler.entry import Entry
from crawler.frontier import Skip
from crawler.indicators.catalogue import CATALOGUE_VERSION, load_catalogue
from crawler.institution_kind import country_of, kind_of_institution
from crawler.judge import Judgement, judge
from crawler.shares import shares_of
from crawler.site import Site
from crawler.site_facts import with_facts
from crawler.transport import Transport
from crawler.transport_words import transport_reasons
from crawler.urls import host_of
from crawler.visit import Visit

TITLE_LENGTH = 300
NOTE_LENGTH = 200
FAILED_JUDGEMENT = (
    "El examen de las páginas falló por un error del programa; no se juzga el portal."
)

logger = logging.getLogger(__name__)


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
    """Judge what was seen and write it down; a fault in judging is said, never a lost portal."""
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
    coverage = replace(coverage, reasons=tuple(dict.fromkeys((*said, *coverage.reasons))))
    judgement = _judge(examined)
    if judgement is None:
        coverage = replace(coverage, evaluable=False, reasons=(*coverage.reasons, FAILED_JUDGEMENT))
        judgement = _nothing()
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


def _judge(examined: Examined) -> Judgement | None:
    try:
        return judge(examined.visits, portal_url=examined.entry.url, site=_site(examined))
    except Exception:  # Hostile pages reach the judge: whatever fails there must not lose the run.
        logger.exception("judgement_failed", extra={"host": host_of(examined.url)})
        return None


def _site(examined: Examined) -> Site:
    """What the run knows of the portal as a whole."""
    url = examined.entry.url
    is_of_catalogue = bool(examined.institution or examined.kind)
    site = Site(
        kind=kind_of_institution(examined.visits, url, examined.kind),
        country=country_of(examined.visits, url, is_of_catalogue=is_of_catalogue),
    )
    return with_facts(site, examined.entry, examined.visits, examined.transport)


def _nothing() -> Judgement:
    stage = PortalStage(
        confirmed=Stage.NONE, declared=Stage.NONE, profile={}, explanation=(FAILED_JUDGEMENT,)
    )
    return Judgement(indicators=(), services=(), stage=stage, title="", language="")


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
