"""What the page of an audit says: the stage and why, each indicator with its proof and advice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from canse.domain.audit import Finding, Verdict
from canse.domain.naming import same_name_key
from canse.domain.overview import AuditedService, PastAudit, PortalAudit, UnseenService
from canse.domain.reply import PublicReply
from canse.domain.stability import NOT_AVAILABLE
from canse.domain.stages import Stage
from uniportal.presenters.history_line import HistoryLine, history_line
from uniportal.presenters.points import (
    GroupBar,
    ProfileBar,
    group_bars,
    in_order,
    profile_bars,
    weighted_percent,
)
from uniportal.presenters.portals import PortalRow, portal_row
from uniportal.presenters.service_sheet import EvidenceView, evidence_views

MOST_PROOFS = 5
MOST_STEPS = 6
UNGROUPED = "otros"
_OPEN = (Verdict.NOT_FOUND, Verdict.PARTIAL)


@dataclass(frozen=True, kw_only=True)
class FindingView:
    """One indicator with its proofs, and what was replied to it.

    `advice` is empty where nothing is left to do; `more` counts proofs that only the data hold.
    """

    finding: Finding
    anchor: str
    advice: str
    evidence: tuple[EvidenceView, ...]
    more: int
    replies: tuple[PublicReply, ...]


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """The indicators of one group that are shown, and what the group counts as a whole.

    `aside` holds those that do not apply, unless just they were asked for.
    """

    group: str
    findings: tuple[FindingView, ...]
    aside: tuple[FindingView, ...]
    bar: GroupBar | None
    met: int
    total: int


@dataclass(frozen=True, kw_only=True)
class VerdictLink:
    """How many indicators have a verdict; None stands for all of them."""

    verdict: Verdict | None
    count: int
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class AuditedServiceView:
    """A service that the audit found, with its proofs and what was replied to it."""

    service: AuditedService
    evidence: tuple[EvidenceView, ...]
    more: int
    is_unavailable: bool
    replies: tuple[PublicReply, ...]


@dataclass(frozen=True, kw_only=True)
class AuditView:
    """One audit; `next_stage` is None at the top, `next_steps` what to mend first to reach it."""

    row: PortalRow
    seen_at: datetime
    bars: tuple[ProfileBar, ...]
    weighted: int | None
    group_bars: tuple[GroupBar, ...]
    next_stage: Stage | None
    next_steps: tuple[FindingView, ...]
    verdicts: tuple[VerdictLink, ...]
    groups: tuple[FindingGroup, ...]
    services: tuple[AuditedServiceView, ...]
    unseen: tuple[UnseenService, ...]
    replies: tuple[PublicReply, ...]
    history: tuple[PastAudit, ...]
    line: HistoryLine | None
    skipped: tuple[tuple[str, int], ...]


def read_verdict(word: str) -> Verdict | None:
    """The verdict an address asks for; None for all, and for what is none."""
    return next((verdict for verdict in Verdict if verdict.value == word), None)


def present(audit: PortalAudit, weights: Sequence[int], chosen: Verdict | None) -> AuditView:
    """Decide what the page of an audit says, with the indicators of one verdict or of all."""
    row = portal_row(audit.result)
    bars = profile_bars(audit.result.profile, weights)
    views = [_finding(finding, audit.replies) for finding in audit.findings]
    services = tuple(_service(service, audit.replies) for service in audit.services)
    next_stage = Stage(row.stage + 1) if row.stage < Stage.CONNECTED else None
    return AuditView(
        row=row,
        seen_at=audit.result.last_good_at or audit.result.audited_at,
        bars=bars,
        weighted=weighted_percent(bars),
        group_bars=group_bars(audit.result.shares),
        next_stage=next_stage,
        next_steps=tuple(_first_steps(views, next_stage)),
        verdicts=_verdicts(audit.findings, chosen),
        groups=_groups(views, audit, chosen),
        services=services,
        unseen=audit.unseen,
        replies=_other_replies(audit.replies, views, services),
        history=audit.history,
        line=history_line(audit.history),
        skipped=tuple(sorted(audit.result.skipped.items(), key=lambda pair: -pair[1])),
    )


def stage_of(identifier: str) -> Stage:
    """The stage in an identifier such as "E3-01"; NONE for what is of no stage."""
    digit = identifier[1:2]
    return Stage(int(digit)) if identifier[:1] == "E" and digit in tuple("1234") else Stage.NONE


def _finding(finding: Finding, replies: Iterable[PublicReply]) -> FindingView:
    return FindingView(
        finding=finding,
        anchor=f"i-{finding.id}",
        advice=finding.advice if finding.verdict in _OPEN else "",
        evidence=evidence_views(finding.evidence[:MOST_PROOFS]),
        more=max(0, len(finding.evidence) - MOST_PROOFS),
        replies=tuple(reply for reply in replies if reply.indicator == finding.id),
    )


def _service(service: AuditedService, replies: Iterable[PublicReply]) -> AuditedServiceView:
    key = same_name_key(service.name)
    return AuditedServiceView(
        service=service,
        evidence=evidence_views(service.evidence[:MOST_PROOFS]),
        more=max(0, len(service.evidence) - MOST_PROOFS),
        is_unavailable=NOT_AVAILABLE in service.gates,
        replies=tuple(
            reply
            for reply in replies
            if not reply.indicator and reply.service and same_name_key(reply.service) == key
        ),
    )


def _first_steps(views: Iterable[FindingView], stage: Stage | None) -> list[FindingView]:
    wanted = [
        view for view in views if view.advice and stage and stage_of(view.finding.id) is stage
    ]
    return wanted[:MOST_STEPS]


def _verdicts(findings: Sequence[Finding], chosen: Verdict | None) -> tuple[VerdictLink, ...]:
    counted = {
        verdict: sum(finding.verdict is verdict for finding in findings) for verdict in Verdict
    }
    return (
        VerdictLink(verdict=None, count=len(findings), is_chosen=chosen is None),
        *(
            VerdictLink(verdict=verdict, count=count, is_chosen=verdict is chosen)
            for verdict, count in counted.items()
            if count or verdict is chosen
        ),
    )


def _groups(
    views: Iterable[FindingView], audit: PortalAudit, chosen: Verdict | None
) -> tuple[FindingGroup, ...]:
    by_group: dict[str, list[FindingView]] = {}
    for view in views:
        by_group.setdefault(view.finding.group or UNGROUPED, []).append(view)
    bars = {bar.group: bar for bar in group_bars(audit.result.shares)}
    groups = (_group(name, by_group[name], bars, chosen) for name in in_order(by_group))
    return tuple(group for group in groups if group.findings or group.aside)


def _group(
    name: str,
    views: Sequence[FindingView],
    bars: Mapping[str, GroupBar],
    chosen: Verdict | None,
) -> FindingGroup:
    shown = [view for view in views if chosen in (None, view.finding.verdict)]
    aside = tuple(view for view in shown if not chosen and _is_aside(view))
    return FindingGroup(
        group=name,
        findings=tuple(view for view in shown if view not in aside),
        aside=aside,
        bar=bars.get(name),
        met=sum(view.finding.verdict is Verdict.MET for view in views),
        total=len(views),
    )


def _is_aside(view: FindingView) -> bool:
    return view.finding.verdict is Verdict.NOT_APPLICABLE and not view.replies


def _other_replies(
    replies: Iterable[PublicReply],
    findings: Iterable[FindingView],
    services: Iterable[AuditedServiceView],
) -> tuple[PublicReply, ...]:
    """Those about the whole audit, or about what it does not list any more."""
    beside = {id(reply) for view in findings for reply in view.replies}
    beside |= {id(reply) for view in services for reply in view.replies}
    return tuple(reply for reply in replies if id(reply) not in beside)
