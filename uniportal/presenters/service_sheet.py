"""What the page of a service says: the next step first, and how sure we are of each thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from canse.domain.audit import Evidence
from canse.domain.service import (
    Channel,
    ChannelAction,
    ChannelKind,
    Confidence,
    Coverage,
    CoverageKind,
    DownloadableForm,
    LegalBasis,
    Modality,
    Provenance,
    ServiceSheet,
)
from canse.domain.stability import NOT_AVAILABLE
from canse.domain.stages import Stage
from uniportal.presenters.facts import Cost, cost_of, time_of
from uniportal.presenters.outside import OutsideLink, outside_link
from uniportal.presenters.rows import Row, row_of_sheet
from uniportal.presenters.stage_steps import StageStep, stage_steps


class ActionKind(StrEnum):
    """The most useful next step that the sheet allows."""

    START = "start"
    FORM = "form"
    VISIT = "visit"
    PORTAL = "portal"
    CALL = "call"
    PLACE = "place"
    NONE = "none"


class Standing(StrEnum):
    """Who answers for what the sheet says."""

    CONFIRMED = "confirmed"
    FOUND = "found"
    IMPORTED = "imported"
    GATHERED = "gathered"


class Reach(StrEnum):
    """Where in the country the service is offered, as far as we know."""

    NATIONAL = "national"
    PLACES = "places"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Action:
    """The big button: an address to leave for, a number to call, or the place on this page."""

    kind: ActionKind
    link: OutsideLink | None = None
    telephone: str = ""


@dataclass(frozen=True, kw_only=True)
class ChannelView:
    """A way to reach the service, with its address only where it may be linked."""

    kind: ChannelKind
    action: ChannelAction
    link: OutsideLink | None
    telephone: str
    hours: str
    requires_account: bool


@dataclass(frozen=True, kw_only=True)
class FormView:
    """A form to download; `kilobytes` None where its size is not known."""

    title: str
    link: OutsideLink
    media_type: str
    kilobytes: int | None


@dataclass(frozen=True, kw_only=True)
class LawView:
    """A law as cited, linked where the source gives a usable address."""

    citation: str
    link: OutsideLink | None
    is_estimate: bool


@dataclass(frozen=True, kw_only=True)
class EvidenceView:
    """One proof of the audit: the page, the moment, the words seen and the rule that read them."""

    link: OutsideLink | None
    address: str
    seen_at: datetime
    words: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class SheetView:
    """Everything the page of a service shows."""

    sheet: ServiceSheet
    action: Action
    cost: Cost
    time: str
    standing: Standing
    is_doubtful: bool
    channels: tuple[ChannelView, ...]
    forms: tuple[FormView, ...]
    laws: tuple[LawView, ...]
    reach: Reach
    places: tuple[str, ...]
    steps: tuple[StageStep, ...]
    stage: Stage
    is_unavailable: bool
    evidence: tuple[EvidenceView, ...]
    source: OutsideLink | None
    found_at: OutsideLink | None
    related: tuple[Row, ...]
    unknown: tuple[str, ...]
    """Fields that nobody has stated, said in one sentence rather than as empty sections."""

    def presumes(self, field: str) -> bool:
        """Whether the source only presumes a field of the sheet."""
        return field in self.sheet.estimated_fields


def present(sheet: ServiceSheet, related: Sequence[ServiceSheet]) -> SheetView:
    """Decide what the page of a service says."""
    channels = tuple(_channel(channel) for channel in sheet.channels)
    forms = tuple(form for item in sheet.forms if (form := _form(item)))
    return SheetView(
        sheet=sheet,
        action=_action(sheet, channels, forms),
        cost=cost_of(sheet.fees, is_estimate="fees" in sheet.estimated_fields),
        time=time_of(sheet.response_time),
        standing=_standing(sheet),
        is_doubtful=sheet.confidence is Confidence.LOW,
        channels=channels,
        forms=forms,
        laws=tuple(_law(law) for law in sheet.legal_bases),
        reach=_reach(sheet),
        places=tuple(place.name or place.code for place in sheet.coverage if _is_local(place)),
        steps=stage_steps(sheet.stage_confirmed, sheet.stage_declared),
        stage=sheet.stage,
        is_unavailable=bool(sheet.evidence and NOT_AVAILABLE in sheet.evidence.gates),
        evidence=evidence_views(sheet.evidence.items if sheet.evidence else ()),
        source=outside_link(sheet.source),
        found_at=outside_link(sheet.found_at_url),
        related=tuple(row_of_sheet(other) for other in related),
        unknown=_unknown(sheet),
    )


def evidence_views(items: Sequence[Evidence]) -> tuple[EvidenceView, ...]:
    """The proofs of a finding, each linked only where its address may be."""
    return tuple(
        EvidenceView(
            link=outside_link(item.url),
            address=item.url,
            seen_at=item.fetched_at,
            words=item.snippet,
            rule=item.rule,
        )
        for item in items
    )


def _action(
    sheet: ServiceSheet, channels: Sequence[ChannelView], forms: Sequence[FormView]
) -> Action:
    start = outside_link(sheet.action_url)
    if start and not start.is_front_page:
        return Action(kind=_kind_of_start(sheet), link=start)
    if forms:
        return Action(kind=ActionKind.FORM, link=forms[0].link)
    if start:
        return Action(kind=ActionKind.PORTAL, link=start)
    for channel in channels:
        if channel.telephone:
            return Action(kind=ActionKind.CALL, telephone=channel.telephone)
    return Action(kind=ActionKind.PLACE if channels else ActionKind.NONE)


def _kind_of_start(sheet: ServiceSheet) -> ActionKind:
    if sheet.modality is not Modality.IN_PERSON and sheet.stage >= Stage.TRANSACTIONAL:
        return ActionKind.START
    return ActionKind.VISIT


def _standing(sheet: ServiceSheet) -> Standing:
    if sheet.is_confirmed:
        return Standing.CONFIRMED
    if sheet.provenance is Provenance.CRAWLER:
        return Standing.FOUND
    if sheet.provenance is Provenance.IMPORT:
        return Standing.IMPORTED
    return Standing.GATHERED


def _channel(channel: Channel) -> ChannelView:
    return ChannelView(
        kind=channel.kind,
        action=channel.action,
        link=outside_link(channel.url),
        telephone=channel.telephone,
        hours=channel.hours,
        requires_account=channel.requires_account,
    )


def _form(form: DownloadableForm) -> FormView | None:
    link = outside_link(form.url)
    if link is None:
        return None
    return FormView(
        title=form.title or link.host,
        link=link,
        media_type=form.media_type.rpartition("/")[2].upper(),
        kilobytes=None if form.size is None else max(1, round(form.size / 1024)),
    )


def _law(law: LegalBasis) -> LawView:
    return LawView(citation=law.citation, link=outside_link(law.url), is_estimate=law.is_estimate)


def _reach(sheet: ServiceSheet) -> Reach:
    """A service found by the crawler says nothing of where: "national" is then only the default."""
    if any(_is_local(place) for place in sheet.coverage):
        return Reach.PLACES
    if not sheet.coverage or _standing(sheet) is Standing.FOUND:
        return Reach.UNKNOWN
    return Reach.NATIONAL


def _unknown(sheet: ServiceSheet) -> tuple[str, ...]:
    stated = {
        "requirements": bool(sheet.requirements),
        "channels": bool(sheet.channels),
        "coverage": _reach(sheet) is not Reach.UNKNOWN,
        "audiences": bool(sheet.audiences),
        "legal_bases": bool(sheet.legal_bases),
    }
    return tuple(field for field, is_stated in stated.items() if not is_stated)


def _is_local(place: Coverage) -> bool:
    return place.kind is not CoverageKind.NATIONAL
