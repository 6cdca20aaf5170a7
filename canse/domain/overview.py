"""What the lists of the catalogue say: institutions, counted terms, results of audits."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from canse.domain.audit import Evidence, Finding, GroupShare, Limit
from canse.domain.institution import InstitutionRef
from canse.domain.reply import PublicReply
from canse.domain.service import Term
from canse.domain.stability import Change
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
class ServiceName:
    """A published service by its name; `institution` is how its owner is called, or ""."""

    slug: str
    name: str
    institution: str


@dataclass(frozen=True, kw_only=True)
class PortalResult:
    """How one portal stands after its newest audit.

    `is_evaluable` False means that the newest audit could not look, with `reasons` in words. All
    other figures then are of `last_good_at`, whose audit is `shown_audit_id`; they are empty when
    no audit ever could look. `confirmed` and `declared` are what is published (stability.py),
    `newest_confirmed` what the last good audit saw by itself. `profile` maps stage "1".."4" to
    percent obtained, `shares` a group of indicators to its share; what is absent has no data.
    `services_found` counts services of its own that meet a stage, `services_online` those of them
    confirmed at 3 or more. `institution` is None while no institution claims the host.
    """

    audit_id: int
    shown_audit_id: int
    host: str
    url: str
    title: str
    institution: InstitutionRef | None
    confirmed: Stage
    declared: Stage
    newest_confirmed: Stage
    change: Change | None
    before: Stage | None
    is_held: bool
    profile: dict[str, float]
    shares: dict[str, GroupShare]
    explanation: tuple[str, ...]
    is_evaluable: bool
    reasons: tuple[str, ...]
    pages_fetched: int
    pages_known: int
    skipped: dict[str, int]
    limit: Limit | None
    services_found: int
    services_online: int
    audited_at: datetime
    last_good_at: datetime | None
    run_id: str
    catalogue_version: str


@dataclass(frozen=True, kw_only=True)
class PastAudit:
    """One audit in the history of a portal, with the stages that it saw by itself."""

    audit_id: int
    host: str
    confirmed: Stage
    declared: Stage
    is_evaluable: bool
    audited_at: datetime
    run_id: str


class Registration(StrEnum):
    """What became of a service that an audit found."""

    REGISTERED = "registered"
    JOINED = "joined"
    REVIEW = "review"
    KEPT = "kept"


@dataclass(frozen=True, kw_only=True)
class AuditedService:
    """One service as one audit saw it; `slug` leads to its sheet when citizens can see it.

    `gates` are the identifiers of the rules that capped its level.
    """

    name: str
    action_url: str
    slug: str | None
    confirmed: Stage
    declared: Stage
    level: Level
    gates: tuple[str, ...]
    qualifies: bool
    reason: str
    registration: Registration
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True)
class UnseenService:
    """A published service that the audit before saw and this one did not: kept, never deleted."""

    name: str
    slug: str
    last_seen_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class PortalAudit:
    """One audit in full: its result, the findings and the services found, with their evidence.

    `history` holds the audits of the portal, newest first; `replies` what its institution answered.
    """

    result: PortalResult
    findings: tuple[Finding, ...]
    services: tuple[AuditedService, ...]
    unseen: tuple[UnseenService, ...] = ()
    history: tuple[PastAudit, ...] = ()
    replies: tuple[PublicReply, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InstitutionAudits:
    """The audits of an institution's portals.

    `results` holds the newest of each portal, the main portal first; `unaudited` the addresses of
    portals that nobody has looked at yet; `history` its audits, newest first.
    """

    institution: InstitutionRef
    results: tuple[PortalResult, ...]
    unaudited: tuple[str, ...]
    history: tuple[PastAudit, ...]


@dataclass(frozen=True, kw_only=True)
class InstitutionSheet:
    """A whole institution as read from the catalogue; `portals` are addresses, main one first."""

    institution: InstitutionRef
    parent: InstitutionRef | None
    dependencies: tuple[InstitutionRef, ...]
    portals: tuple[str, ...]
    telephone: str
    source: str
    is_doubtful: bool
    service_count: int


@dataclass(frozen=True, kw_only=True)
class CatalogueFigures:
    """The size of the catalogue, for the home page."""

    services: int
    institutions: int
    ministries: int
    secretariats: int
    municipalities: int
    portals_audited: int
