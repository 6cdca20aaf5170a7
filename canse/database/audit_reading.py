"""What audits saw, read back: the newest of each portal and of each service, with its proof."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from canse.database.institution_records import institution_of_host, reference
from canse.database.tables import (
    AuditedServiceRow,
    AuditRow,
    EvidenceRow,
    FindingRow,
    InstitutionRow,
    PortalRow,
    ServiceRow,
)
from canse.domain.audit import Evidence, Finding
from canse.domain.overview import AuditedService, PortalResult
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
        reason=row.reason,
        audited_at=row.audit.finished_at,
        portal_url=row.audit.portal_url,
        run_id=row.audit.run_id,
        items=tuple(evidence_item(item) for item in row.evidence),
    )


def audits(
    session: Session, host: str | None = None, owner_id: int | None = None
) -> list[AuditRow]:
    """Audits of a host, of an institution, or all; newest first.

    An institution's are also those of its hosts from before it claimed them.
    """
    query = select(AuditRow).order_by(AuditRow.finished_at.desc(), AuditRow.id.desc())
    if host is not None:
        query = query.where(AuditRow.host == host)
    if owner_id is not None:
        hosts = select(PortalRow.host).where(PortalRow.institution_id == owner_id)
        before = AuditRow.institution_id.is_(None) & AuditRow.host.in_(hosts)
        query = query.where((AuditRow.institution_id == owner_id) | before)
    return list(session.scalars(query))


def newest_audits(session: Session) -> list[AuditRow]:
    """The newest audit of each portal, by host."""
    newest: dict[str, AuditRow] = {}
    for row in audits(session):
        newest.setdefault(row.host, row)
    return [newest[host] for host in sorted(newest)]


def audit_by_id(session: Session, audit_id: int) -> AuditRow | None:
    """One audit."""
    return session.get(AuditRow, audit_id)


def portal_result(session: Session, row: AuditRow) -> PortalResult:
    """An audit as the public list shows it, with the last good result where this one failed."""
    good = row if row.is_evaluable else _last_good(session, row)
    owner = (
        session.get(InstitutionRow, row.institution_id)
        if row.institution_id
        else institution_of_host(session, row.host)
    )
    profile: dict[str, Any] = good.profile if good else {}
    return PortalResult(
        audit_id=row.id,
        host=row.host,
        url=row.portal_url,
        title=row.title,
        institution=reference(owner) if owner else None,
        confirmed=Stage(good.stage_confirmed if good else 0),
        declared=Stage(good.stage_declared if good else 0),
        profile={stage: float(percent) for stage, percent in profile.items()},
        explanation=tuple(row.explanation),
        is_evaluable=row.is_evaluable,
        reasons=tuple(row.reasons),
        pages_fetched=row.pages_fetched,
        pages_known=row.pages_known,
        services_found=_service_count(session, row.id),
        audited_at=row.finished_at,
        last_good_at=good.finished_at if good else None,
        run_id=row.run_id,
    )


def _last_good(session: Session, row: AuditRow) -> AuditRow | None:
    return session.scalar(
        select(AuditRow)
        .where(
            AuditRow.host == row.host,
            AuditRow.is_evaluable.is_(True),
            AuditRow.finished_at <= row.finished_at,
        )
        .order_by(AuditRow.finished_at.desc(), AuditRow.id.desc())
        .limit(1)
    )


def _service_count(session: Session, audit_id: int) -> int:
    query = select(func.count(AuditedServiceRow.id)).where(
        AuditedServiceRow.audit_id == audit_id, AuditedServiceRow.qualifies.is_(True)
    )
    return session.scalar(query) or 0


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
            verdict=row.verdict,
            reason=row.reason,
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
        qualifies=row.qualifies,
        reason=row.reason,
        registration=row.registration,
        evidence=tuple(evidence_item(item) for item in row.evidence),
    )
