"""How a checked report becomes rows; only ever added to."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from canse.database.tables import (
    AuditedServiceRow,
    AuditRow,
    EvidenceRow,
    FindingRow,
    InstitutionRow,
)
from canse.domain.audit import AuditReport, Evidence, Finding, FoundService
from canse.domain.content import as_plain
from canse.domain.overview import Registration
from canse.domain.stages import Stage


def stored_audit(session: Session, run_id: str, host: str) -> AuditRow | None:
    """The audit of a run over a host, when its report was taken in before."""
    return session.scalar(select(AuditRow).where(AuditRow.run_id == run_id, AuditRow.host == host))


def add_audit(
    session: Session,
    report: AuditReport,
    *,
    host: str,
    owner: InstitutionRow | None,
    sha256: str,
    at: datetime,
) -> AuditRow:
    """Keep the run, its stage, its coverage and its findings with their evidence."""
    row = AuditRow(
        run_id=report.run.id,
        host=host,
        portal_url=report.portal.url,
        title=report.portal.title,
        language=report.portal.language[:40],
        institution_id=owner.id if owner else None,
        mode=report.run.mode,
        started_at=report.run.started_at,
        finished_at=report.run.finished_at,
        catalogue_version=report.run.catalogue_version,
        tool_version=report.run.tool_version,
        stage_confirmed=int(report.stage.confirmed),
        stage_declared=int(report.stage.declared),
        profile=report.stage.profile,
        shares={group: asdict(share) for group, share in report.shares.items()},
        explanation=list(report.stage.explanation),
        pages_fetched=report.coverage.pages_fetched,
        pages_known=report.coverage.pages_known,
        skipped=report.coverage.skipped,
        limit=report.coverage.limit,
        is_evaluable=report.coverage.evaluable,
        reasons=list(report.coverage.reasons),
        report_sha256=sha256,
        taken_in_at=at,
    )
    session.add(row)
    session.flush()
    for finding in report.indicators:
        session.add(_finding(row.id, finding))
    return row


def _finding(audit_id: int, finding: Finding) -> FindingRow:
    return FindingRow(
        audit_id=audit_id,
        indicator=finding.id,
        name=finding.name,
        group=finding.group[:80],
        verdict=finding.verdict,
        reason=finding.reason,
        advice=finding.advice,
        source=finding.source,
        evidence=_evidence(finding.evidence),
    )


def add_audited_service(
    session: Session,
    audit: AuditRow,
    position: int,
    found: FoundService,
    registration: Registration,
    service_id: int | None,
) -> None:
    """Keep one service as this audit saw it, registered or not."""
    session.add(
        AuditedServiceRow(
            audit_id=audit.id,
            service_id=service_id,
            position=position,
            name=found.name,
            action_url=found.action_url or "",
            owner=(found.owner or "")[:80],
            category=(found.category or "")[:80],
            stage_confirmed=int(found.stage_confirmed),
            stage_declared=int(found.stage_declared),
            level=found.level,
            gates=list(found.gates),
            qualifies=found.qualifies,
            reason=found.reason,
            registration=registration,
            mentions=[as_plain(mention) for mention in found.mentions],
            evidence=_evidence(found.evidence),
        )
    )


def stages_seen(session: Session, service_id: int) -> list[tuple[Stage, Stage]]:
    """The confirmed and declared stage of a service in each run that saw it, newest run first.

    Where one run found it twice, the higher counts: it is one service with two doors.
    """
    rows = session.execute(
        select(AuditRow.id, AuditedServiceRow.stage_confirmed, AuditedServiceRow.stage_declared)
        .join(AuditRow, AuditRow.id == AuditedServiceRow.audit_id)
        .where(AuditedServiceRow.service_id == service_id)
        .order_by(AuditRow.finished_at.desc(), AuditRow.id.desc())
    )
    runs: dict[int, tuple[Stage, Stage]] = {}
    for audit_id, confirmed, declared in rows:
        before = runs.get(audit_id, (Stage.NONE, Stage.NONE))
        runs[audit_id] = (max(before[0], Stage(confirmed)), max(before[1], Stage(declared)))
    return list(runs.values())


def _evidence(items: Sequence[Evidence]) -> list[EvidenceRow]:
    return [
        EvidenceRow(
            url=item.url,
            status=item.status,
            fetched_at=item.fetched_at,
            sha256=item.sha256,
            selector=item.selector,
            snippet=item.snippet,
            rule=item.rule,
        )
        for item in items
    ]
