"""What the lists of the catalogue say: institutions, counted terms, results of audits."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from canse.domain.audit import Evidence, Finding
from canse.domain.institution import InstitutionRef
from canse.domain.service import Term
from canse.domain.stages import Level, Stage


@dataclass(frozen=True, kw_only=True)
class TermCount:
    """A category, topic or life event with how many published services it holds."""

    term: Term
    count: int


@dataclass(frozen=True, kw_only=True)
class InstitutionCount:
    """An institution with how many published services are its own."""

    institution: InstitutionRef
    count: int


@dataclass(frozen=True, kw_only=True)
class PortalResult:
    """The newest audit of one portal.

    `profile` maps stage "1".."4" to percent obtained. `is_evaluable` False means that the auditor
    could not look, with `reasons` in words; the stages then are those of `last_good_at`, or NONE.
    `institution` is None while no institution claims the host.
    """

    audit_id: int
    host: str
    url: str
    title: str
    institution: InstitutionRef | None
    confirmed: Stage
    declared: Stage
    profile: dict[str, float]
    explanation: tuple[str, ...]
    is_evaluable: bool
    reasons: tuple[str, ...]
    pages_fetched: int
    pages_known: int
    services_found: int
    audited_at: datetime
    last_good_at: datetime | None
    run_id: str


class Registration(StrEnum):
    """What became of a service that an audit found."""

    REGISTERED = "registered"
    JOINED = "joined"
    REVIEW = "review"
    KEPT = "kept"


@dataclass(frozen=True, kw_only=True)
class AuditedService:
    """One service as one audit saw it; `slug` leads to its sheet when citizens can see it."""

    name: str
    action_url: str
    slug: str | None
    confirmed: Stage
    declared: Stage
    level: Level
    qualifies: bool
    reason: str
    registration: Registration
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True)
class PortalAudit:
    """One audit in full: its result, the findings and the services found, with their evidence."""

    result: PortalResult
    findings: tuple[Finding, ...]
    services: tuple[AuditedService, ...]


@dataclass(frozen=True, kw_only=True)
class InstitutionSheet:
    """A whole institution as read from the catalogue.

    `portals` are addresses, the main one first. `history` holds its audits, newest first.
    """

    institution: InstitutionRef
    parent: InstitutionRef | None
    dependencies: tuple[InstitutionRef, ...]
    portals: tuple[str, ...]
    telephone: str
    source: str
    is_doubtful: bool
    service_count: int
    history: tuple[PortalResult, ...]


@dataclass(frozen=True, kw_only=True)
class CatalogueFigures:
    """The size of the catalogue, for the home page."""

    services: int
    institutions: int
    ministries: int
    secretariats: int
    municipalities: int
    portals_audited: int
