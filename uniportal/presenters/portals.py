"""What the audits say of portals: one line a portal, and the proof behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from canse.domain.audit import Finding, Verdict
from canse.domain.overview import AuditedService, PortalAudit, PortalResult
from canse.domain.stages import Stage
from uniportal.presenters.outside import OutsideLink, outside_link
from uniportal.presenters.service_sheet import EvidenceView, evidence_views
from uniportal.presenters.stage_steps import StageStep, stage_steps


class Seen(StrEnum):
    """Whether the last audit could look, and if not, whether an earlier one did."""

    NOW = "now"
    EARLIER = "earlier"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class ProfileBar:
    """How much of the points of one stage a portal obtained, in whole percent."""

    stage: Stage
    percent: int


@dataclass(frozen=True, kw_only=True)
class PortalRow:
    """One portal in the list; `stage` is NONE where nobody could look."""

    result: PortalResult
    name: str
    seen: Seen
    stage: Stage
    steps: tuple[StageStep, ...]
    bars: tuple[ProfileBar, ...]
    link: OutsideLink | None


@dataclass(frozen=True, kw_only=True)
class StageCount:
    """How many portals stand at a stage, with its share of all, for a bar."""

    stage: Stage
    count: int
    percent: int


@dataclass(frozen=True, kw_only=True)
class StagesView:
    """The public results: best first, then those that could not be looked at."""

    rows: tuple[PortalRow, ...]
    counts: tuple[StageCount, ...]
    unseen: int
    unseen_percent: int


@dataclass(frozen=True, kw_only=True)
class FindingView:
    """One indicator with its verdict, the reason in words, and the proofs."""

    finding: Finding
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """The indicators of one stage; NONE gathers those that belong to no stage."""

    stage: Stage
    findings: tuple[FindingView, ...]
    met: int


@dataclass(frozen=True, kw_only=True)
class AuditedServiceView:
    """A service that the audit found, with its proofs."""

    service: AuditedService
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True)
class AuditView:
    """One audit: the line of the portal, all its findings by stage, and the services found."""

    row: PortalRow
    groups: tuple[FindingGroup, ...]
    services: tuple[AuditedServiceView, ...]


def present_stages(results: Iterable[PortalResult]) -> StagesView:
    """Order portals by stage and profile, those that could not be looked at last."""
    rows = sorted((portal_row(result) for result in results), key=_rank)
    known = [row for row in rows if row.seen is not Seen.NEVER]
    return StagesView(
        rows=tuple(rows),
        counts=tuple(_stage_count(stage, known, len(rows)) for stage in reversed(Stage)),
        unseen=len(rows) - len(known),
        unseen_percent=_share(len(rows) - len(known), len(rows)),
    )


def present_audit(audit: PortalAudit) -> AuditView:
    """Gather the findings of an audit by the stage their identifier names."""
    by_stage: dict[Stage, list[Finding]] = {}
    for finding in audit.findings:
        by_stage.setdefault(_stage_of(finding.id), []).append(finding)
    groups = [_group(stage, by_stage[stage]) for stage in sorted(by_stage, key=_named_first)]
    return AuditView(
        row=portal_row(audit.result),
        groups=tuple(groups),
        services=tuple(
            AuditedServiceView(service=service, evidence=evidence_views(service.evidence))
            for service in audit.services
        ),
    )


def portal_row(result: PortalResult) -> PortalRow:
    """Say how one portal stands, and whether that was seen now, earlier or never."""
    seen = Seen.NOW if result.is_evaluable else Seen.EARLIER if result.last_good_at else Seen.NEVER
    return PortalRow(
        result=result,
        name=result.institution.name if result.institution else result.title or result.host,
        seen=seen,
        stage=result.confirmed,
        steps=stage_steps(result.confirmed, result.declared),
        bars=_bars(result.profile),
        link=outside_link(result.url),
    )


def _bars(profile: dict[str, float]) -> tuple[ProfileBar, ...]:
    return tuple(
        ProfileBar(stage=stage, percent=_percent(profile.get(str(int(stage)), 0.0)))
        for stage in Stage
        if stage is not Stage.NONE
    )


def _percent(value: float) -> int:
    return round(min(max(value, 0.0), 100.0))


def _rank(row: PortalRow) -> tuple[bool, int, int, str]:
    total = sum(bar.percent for bar in row.bars)
    return row.seen is Seen.NEVER, -int(row.stage), -total, row.name


def _stage_count(stage: Stage, rows: Sequence[PortalRow], total: int) -> StageCount:
    count = sum(row.stage is stage for row in rows)
    return StageCount(stage=stage, count=count, percent=_share(count, total))


def _share(part: int, total: int) -> int:
    return round(100 * part / total) if total else 0


def _stage_of(identifier: str) -> Stage:
    """The stage in an identifier such as "E3-01"; NONE for what is of no stage."""
    digit = identifier[1:2]
    return Stage(int(digit)) if identifier[:1] == "E" and digit in tuple("1234") else Stage.NONE


def _named_first(stage: Stage) -> tuple[bool, int]:
    return stage is Stage.NONE, int(stage)


def _group(stage: Stage, findings: Sequence[Finding]) -> FindingGroup:
    return FindingGroup(
        stage=stage,
        findings=tuple(
            FindingView(finding=finding, evidence=evidence_views(finding.evidence))
            for finding in findings
        ),
        met=sum(finding.verdict is Verdict.MET for finding in findings),
    )
