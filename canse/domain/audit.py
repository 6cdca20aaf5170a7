"""The report of an audit: what the crawler hands over and the catalogue takes in.

The JSON form is the contract "uniportal-audit/1" (docs/report.md). These classes hold values
only; `canse.intake` checks a report that comes from outside before it builds them.
"""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from canse.domain.stages import Level, Stage

SCHEMA = "uniportal-audit/1"
SNIPPET_LENGTH = 300


class Verdict(StrEnum):
    """What an indicator says; "not found" is not "absent", and "could not look" is neither."""

    MET = "cumple"
    PARTIAL = "parcial"
    NOT_FOUND = "no_encontrado"
    NOT_APPLICABLE = "no_aplica"
    NOT_EVALUABLE = "no_evaluable"


class RunMode(StrEnum):
    """Whether pages were fetched from the web or read back from an archive."""

    HTTP = "http"
    REPLAY = "replay"


class Limit(StrEnum):
    """Which budget ended a crawl before the portal was exhausted."""

    PAGES = "pages"
    SECONDS = "seconds"
    BYTES = "bytes"


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Where something was seen: the address, the moment, the node and the words on it.

    `selector` is a CSS path, `snippet` at most SNIPPET_LENGTH characters of visible text, `rule`
    the identifier of the rule that matched, `sha256` that of the stored body.
    """

    url: str
    status: int
    fetched_at: datetime
    sha256: str
    selector: str
    snippet: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The verdict of one indicator over one portal.

    `name` is what the indicator looks for, `group` the part of the catalogue it belongs to,
    `advice` what to do to meet it, `source` the survey, standard or law that asks for it.
    """

    id: str
    name: str = ""
    group: str = ""
    verdict: Verdict
    reason: str
    advice: str = ""
    source: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of the auditor."""

    id: str
    started_at: datetime
    finished_at: datetime
    catalogue_version: str
    tool_version: str
    mode: RunMode


@dataclass(frozen=True, kw_only=True)
class Portal:
    """The portal audited; `institution` is a slug when whoever asked said whose it is."""

    url: str
    host: str
    institution: str | None
    title: str
    language: str


@dataclass(frozen=True, kw_only=True)
class PortalCoverage:
    """How much of the portal was seen, and why not the rest."""

    pages_fetched: int
    pages_known: int
    skipped: dict[str, int]
    limit: Limit | None
    evaluable: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PortalStage:
    """The stage of a portal with its reasons in words; `profile` maps stage to percent obtained."""

    confirmed: Stage
    declared: Stage
    profile: dict[str, float]
    explanation: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GroupShare:
    """What a portal obtains in one group of indicators: `points` (met one, partly met a half) over
    the number of `applicable` ones that could be judged, and that as `percent`."""

    points: float
    applicable: int
    percent: float


@dataclass(frozen=True, kw_only=True)
class AuditedPage:
    """What became of one address; `outcome` is a word of the crawler's closed vocabulary, `note`
    what was found wrong on the way, such as charsets that contradict each other."""

    url: str
    final_url: str
    status: int
    outcome: str
    content_type: str
    encoding: str
    bytes: int
    title: str
    depth: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Mention:
    """One service on one page, judged on that page alone."""

    page_url: str
    stage_confirmed: Stage
    stage_declared: Stage


class FoundChannelKind(StrEnum):
    """How a page says that a service is reached."""

    WEB = "web"
    OFFICE = "office"
    TELEPHONE = "telephone"
    EMAIL = "email"


@dataclass(frozen=True, kw_only=True)
class FoundChannel:
    """A way to reach the service: `value` is an address of the web or of mail, a telephone, or the
    place as the page writes it."""

    kind: FoundChannelKind
    value: str


@dataclass(frozen=True, kw_only=True)
class FoundFee:
    """A cost in the page's own words; `amount` where a number stands there, zero for free."""

    text: str
    amount: Decimal | None = None
    currency: str = "GTQ"


@dataclass(frozen=True, kw_only=True)
class FoundForm:
    """A document to fill in."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class FoundSheet:
    """What the page tells of a service beside its name, in its own words, cleaned and cut.

    `owner_name` is the institution, `unit` its office, that the page says gives the service.
    `evidence` holds one piece for each part that was found; its `rule` is "ficha:" and the part.
    """

    summary: str = ""
    description: str = ""
    requirements: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    fees: tuple[FoundFee, ...] = ()
    response_time: str = ""
    result: str = ""
    channels: tuple[FoundChannel, ...] = ()
    hours: str = ""
    forms: tuple[FoundForm, ...] = ()
    legal_bases: tuple[str, ...] = ()
    owner_name: str = ""
    unit: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FoundService:
    """A service found on a portal, judged on all its mentions and the target of its action.

    `owner` and `category` are slugs where the page itself says so. `gates` lists rules that capped
    the level. `qualifies` says whether it meets a stage at all; `reason` says why or why not.
    `sheet` is None where no page says more than the name.
    """

    name: str
    action_url: str | None
    owner: str | None
    category: str | None
    stage_confirmed: Stage
    stage_declared: Stage
    level: Level
    gates: tuple[str, ...]
    qualifies: bool
    reason: str
    evidence: tuple[Evidence, ...]
    mentions: tuple[Mention, ...]
    sheet: FoundSheet | None = None


@dataclass(frozen=True, kw_only=True)
class AuditReport:
    """Everything one run says of one portal; `shares` maps a group of indicators to its share."""

    run: Run
    portal: Portal
    coverage: PortalCoverage
    stage: PortalStage
    indicators: tuple[Finding, ...]
    pages: tuple[AuditedPage, ...]
    services: tuple[FoundService, ...]
    shares: dict[str, GroupShare] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, ready for `json.dumps`, with the schema's name first."""
        plain = _plain(asdict(self))
        assert isinstance(plain, dict)
        return {"schema": SCHEMA, **plain}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Stage):
        return int(value)
    return value
