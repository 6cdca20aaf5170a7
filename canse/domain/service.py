"""What a service is: the sheet a citizen reads, with all its parts and where each came from.

Fields and obligations follow CPSV-AP 3.2.0 (PublicService), widened for steps and evidence.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from canse.domain.audit import Evidence
from canse.domain.duration import ResponseTime
from canse.domain.institution import InstitutionRef
from canse.domain.money import Currency
from canse.domain.publication import PublicationState
from canse.domain.stages import Level, Stage

SUMMARY_LENGTH = 160


class Modality(StrEnum):
    """How the service is obtained."""

    ONLINE = "online"
    MIXED = "mixed"
    IN_PERSON = "in_person"
    UNKNOWN = "unknown"


class Provenance(StrEnum):
    """Who first put the service into the catalogue."""

    SEED = "seed"
    CRAWLER = "crawler"
    STAFF = "staff"
    IMPORT = "import"


class Confidence(StrEnum):
    """How sure the source of a row is of what it says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Audience(StrEnum):
    """Who may ask for the service."""

    PERSON = "person"
    BUSINESS = "business"
    FOREIGNER = "foreigner"
    INSTITUTION = "institution"


class RequirementKind(StrEnum):
    """What a requirement is: a paper to bring, a condition to meet, or something to pay first."""

    DOCUMENT = "document"
    CONDITION = "condition"
    PAYMENT = "payment"


class ChannelKind(StrEnum):
    """Where the service is reached."""

    WEB = "web"
    OFFICE = "office"
    TELEPHONE = "telephone"
    EMAIL = "email"
    CONSULATE = "consulate"


class ChannelAction(StrEnum):
    """What the citizen does through a channel."""

    START = "start"
    INFORM = "inform"
    BOOK = "book"
    PAY = "pay"
    TRACK = "track"
    DOWNLOAD_FORM = "download_form"
    ISSUE = "issue"


class CoverageKind(StrEnum):
    """Where in the country the service is offered."""

    NATIONAL = "national"
    DEPARTMENT = "department"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One thing the citizen needs; `issuer` is who gives it, `case` when it is asked for."""

    text: str
    kind: RequirementKind = RequirementKind.DOCUMENT
    is_mandatory: bool = True
    case: str = ""
    issuer: str = ""
    legal_basis: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do, in order."""

    title: str
    description: str = ""
    channel: ChannelKind | None = None


@dataclass(frozen=True, kw_only=True)
class Fee:
    """What is paid and for what; `most` only for a range. `amount` None when only a note is known.

    The note keeps the source's own words, such as who is exempt.
    """

    concept: str
    amount: Decimal | None = None
    most: Decimal | None = None
    currency: Currency = Currency.GTQ
    note: str = ""
    is_estimate: bool = False


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A way to reach the service."""

    kind: ChannelKind
    action: ChannelAction = ChannelAction.INFORM
    url: str = ""
    telephone: str = ""
    hours: str = ""
    requires_account: bool = False


@dataclass(frozen=True, kw_only=True)
class DownloadableForm:
    """A form to fill in; `size` in bytes where known."""

    title: str
    url: str
    media_type: str = ""
    size: int | None = None


@dataclass(frozen=True, kw_only=True)
class LegalBasis:
    """The law a service rests on, as cited: "Decreto 90-2005, artículo 63"."""

    citation: str
    url: str = ""
    is_estimate: bool = False


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Where it is offered; `code` is the INE code of the department or municipality."""

    kind: CoverageKind = CoverageKind.NATIONAL
    code: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """An entry of a vocabulary: a category, a topic or a life event."""

    slug: str
    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class StageEvidence:
    """What the last audit saw of a service: its stage, why, and the proof.

    `gates` are the identifiers of the rules that capped it.
    """

    confirmed: Stage
    declared: Stage
    level: Level
    reason: str
    audited_at: datetime
    portal_url: str
    run_id: str
    gates: tuple[str, ...] = ()
    items: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ServiceSheet:
    """A whole service as read from the catalogue.

    `estimated_fields` names fields (of this class) that the source only presumes. `is_confirmed`
    says whether the institution itself has confirmed the sheet. `institution` is None while the
    service has no owner assigned. `stage_*` are what is known now: from the last audit
    where there is one (`evidence`), from the source otherwise.
    """

    id: int
    number: int
    slug: str
    name: str
    summary: str
    description: str
    state: PublicationState
    provenance: Provenance
    confidence: Confidence
    is_confirmed: bool
    institution: InstitutionRef | None
    ministry: InstitutionRef | None
    secretariat: InstitutionRef | None
    unit: str
    category: Term | None
    topics: tuple[Term, ...]
    life_events: tuple[Term, ...]
    audiences: tuple[Audience, ...]
    modality: Modality
    action_url: str
    requirements: tuple[Requirement, ...]
    steps: tuple[Step, ...]
    fees: tuple[Fee, ...]
    response_time: ResponseTime | None
    result: str
    result_validity: str
    channels: tuple[Channel, ...]
    forms: tuple[DownloadableForm, ...]
    legal_bases: tuple[LegalBasis, ...]
    coverage: tuple[Coverage, ...]
    stage_confirmed: Stage
    stage_declared: Stage
    evidence: StageEvidence | None
    estimated_fields: frozenset[str]
    source: str
    found_at_url: str
    last_seen_at: datetime | None
    reviewed_at: datetime | None
    reviewed_by: str
    next_review_on: date | None
    updated_at: datetime

    @property
    def is_free(self) -> bool:
        """Whether every stated fee is zero; False while the cost is unknown."""
        return bool(self.fees) and all(fee.amount == 0 and not fee.most for fee in self.fees)

    @property
    def is_online(self) -> bool:
        """Whether the whole service is done without going anywhere."""
        return self.modality is Modality.ONLINE

    @property
    def stage(self) -> Stage:
        """The stage published: what an audit confirmed, or what is said where none has looked."""
        if self.evidence:
            return self.stage_confirmed
        return max(self.stage_confirmed, self.stage_declared)
