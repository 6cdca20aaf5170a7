"""Tables of what audits saw: appended, never overwritten."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from canse.database.base import Base
from canse.domain.audit import Limit, RunMode, Verdict
from canse.domain.overview import Registration
from canse.domain.stages import Level


class AuditRow(Base):
    """One run over one portal. Appended, never changed; profile, shares and reasons as reported.

    `shares` is NULL for audits from before they were reported: that is no data, not a zero.
    """

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(String(80))
    host: Mapped[str] = mapped_column(String(255), index=True)
    portal_url: Mapped[str] = mapped_column(String(2000))
    title: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(40), default="")
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    mode: Mapped[RunMode]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime]
    catalogue_version: Mapped[str] = mapped_column(String(40))
    tool_version: Mapped[str] = mapped_column(String(40))
    stage_confirmed: Mapped[int]
    stage_declared: Mapped[int]
    profile: Mapped[dict[str, Any]]
    shares: Mapped[dict[str, Any] | None]
    explanation: Mapped[list[Any]]
    pages_fetched: Mapped[int]
    pages_known: Mapped[int]
    skipped: Mapped[dict[str, Any]]
    limit: Mapped[Limit | None]
    is_evaluable: Mapped[bool]
    reasons: Mapped[list[Any]]
    report_sha256: Mapped[str] = mapped_column(String(64))
    taken_in_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("run_id", "host"),)


class FindingRow(Base):
    """The verdict of one indicator in one audit.

    `group`, `advice` and `source` are NULL for audits from before they were reported.
    """

    __tablename__ = "finding"
    id: Mapped[int] = mapped_column(primary_key=True)
    audit_id: Mapped[int] = mapped_column(ForeignKey("audit.id"), index=True)
    indicator: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(Text, default="")
    group: Mapped[str | None] = mapped_column(String(80))
    verdict: Mapped[Verdict]
    reason: Mapped[str] = mapped_column(Text)
    advice: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[list["EvidenceRow"]] = relationship(order_by="EvidenceRow.id")
    __table_args__ = (UniqueConstraint("audit_id", "indicator"),)


class AuditedServiceRow(Base):
    """One service as one audit saw it, registered or not, with the reason and what became of it."""

    __tablename__ = "audited_service"
    id: Mapped[int] = mapped_column(primary_key=True)
    audit_id: Mapped[int] = mapped_column(ForeignKey("audit.id"), index=True)
    service_id: Mapped[int | None] = mapped_column(ForeignKey("service.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    action_url: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str] = mapped_column(String(80), default="")
    category: Mapped[str] = mapped_column(String(80), default="")
    stage_confirmed: Mapped[int]
    stage_declared: Mapped[int]
    level: Mapped[Level]
    gates: Mapped[list[Any]]
    qualifies: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    registration: Mapped[Registration]
    mentions: Mapped[list[Any]]
    audit: Mapped[AuditRow] = relationship()
    evidence: Mapped[list["EvidenceRow"]] = relationship(order_by="EvidenceRow.id")
    __table_args__ = (UniqueConstraint("audit_id", "position"),)


class EvidenceRow(Base):
    """Where something was seen: of a finding or of an audited service."""

    __tablename__ = "evidence"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.id"), index=True)
    audited_service_id: Mapped[int | None] = mapped_column(
        ForeignKey("audited_service.id"), index=True
    )
    url: Mapped[str] = mapped_column(Text)
    status: Mapped[int]
    fetched_at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(String(64))
    selector: Mapped[str] = mapped_column(Text)
    snippet: Mapped[str] = mapped_column(Text)
    rule: Mapped[str] = mapped_column(String(80))
    __table_args__ = (
        CheckConstraint(
            "(finding_id IS NULL) <> (audited_service_id IS NULL)", name="of_one_thing"
        ),
    )
