"""What audits saw, read back with its proof: findings, services, the newest of each service."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from canse.database.tables import (
    AuditedServiceRow,
    AuditRow,
    EvidenceRow,
    FindingRow,
    ServiceRow,
)
from canse.domain.audit import Evidence, Finding
from canse.domain.overview import AuditedService
from canse.domain.publication import PublicationState
from canse.domain.service import StageEvidence
from canse.domain.stages import Stage

CHUNK = 400


def evidence_item(row: EvidenceRow) -> Evidence:
    """One piece of evidence as a value."""
    return Evidence(
        url=row.url,
        status=row.status,
        fetched_at=row.fetched_at,
        sha256=row.sha256,
        selector=row.selector,
        snippet=row.snippet,
        rule=row.rule,
    )


def newest_evidence(session: Session, service_ids: Sequence[int]) -> dict[int, StageEvidence]:
    """What the newest audit that saw each service says of it."""
    found: dict[int, StageEvidence] = {}
    for start in range(0, len(service_ids), CHUNK):
        part = service_ids[start : start + CHUNK]
        rows = session.scalars(
            select(AuditedServiceRow)
            .join(AuditRow, AuditRow.id == AuditedServiceRow.audit_id)
            .where(AuditedServiceRow.service_id.in_(part))
            .order_by(AuditRow.finished_at, AuditRow.id, AuditedServiceRow.id)
            .options(joinedload(AuditedServiceRow.audit), selectinload(AuditedServiceRow.evidence))
        )
        for row in rows:
            if row.service_id is not None:
                found[row.service_id] = _stage_evidence(row)
    return found


def _stage_evidence(row: AuditedServiceRow) -> StageEvidence:
    return StageEvidence(
        confirmed=Stage(row.stage_confirmed),
        declared=Stage(row.stage_declared),
        level=row.level,
        gates=tuple(row.gates),
        reason=row.reason,
        audited_at=row.audit.finished_at,
        portal_url=row.audit.portal_url,
        run_id=row.audit.run_id,
        items=tuple(evidence_item(item) for item in row.evidence),
    )


def audit_by_id(session: Session, audit_id: int) -> AuditRow | None:
    """One audit."""
    return session.get(AuditRow, audit_id)


def findings_of(session: Session, audit_id: int) -> tuple[Finding, ...]:
    """The findings of one audit with their evidence, in the order reported."""
    rows = session.scalars(
        select(FindingRow)
        .where(FindingRow.audit_id == audit_id)
        .order_by(FindingRow.id)
        .options(selectinload(FindingRow.evidence))
    )
    return tuple(
        Finding(
            id=row.indicator,
            name=row.name,
            group=row.group or "",
            verdict=row.verdict,
            reason=row.reason,
            advice=row.advice or "",
            source=row.source or "",
            evidence=tuple(evidence_item(item) for item in row.evidence),
        )
        for row in rows
    )


def audited_services(session: Session, audit_id: int) -> tuple[AuditedService, ...]:
    """The services of one audit with their evidence, in the order reported."""
    rows = session.execute(
        select(AuditedServiceRow, ServiceRow)
        .outerjoin(ServiceRow, ServiceRow.id == AuditedServiceRow.service_id)
        .where(AuditedServiceRow.audit_id == audit_id)
        .order_by(AuditedServiceRow.position)
        .options(selectinload(AuditedServiceRow.evidence))
    )
    return tuple(_audited_service(row, service) for row, service in rows)


def _audited_service(row: AuditedServiceRow, service: ServiceRow | None) -> AuditedService:
    is_public = service is not None and service.state is PublicationState.PUBLISHED
    return AuditedService(
        name=row.name,
        action_url=row.action_url,
        slug=service.slug if service is not None and is_public else None,
        confirmed=Stage(row.stage_confirmed),
        declared=Stage(row.stage_declared),
        level=row.level,
        gates=tuple(row.gates),
        qualifies=row.qualifies,
        reason=row.reason,
        registration=row.registration,
        evidence=tuple(evidence_item(item) for item in row.evidence),
    )
