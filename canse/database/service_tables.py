"""Tables of a service and of what is many to one service."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from canse.database.base import Base
from canse.database.vocabulary_tables import CategoryRow, InstitutionRow, LifeEventRow, TopicRow
from canse.domain.duration import TimeUnit
from canse.domain.money import Currency
from canse.domain.publication import PublicationState
from canse.domain.service import (
    ChannelAction,
    ChannelKind,
    Confidence,
    CoverageKind,
    Modality,
    Provenance,
    RequirementKind,
)


class ServiceTopicRow(Base):
    """Which topics a service has, in order."""

    __tablename__ = "service_topic"
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True, index=True)
    position: Mapped[int]
    topic: Mapped[TopicRow] = relationship()


class ServiceLifeEventRow(Base):
    """Which life events a service belongs to."""

    __tablename__ = "service_life_event"
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    life_event_id: Mapped[int] = mapped_column(
        ForeignKey("life_event.id"), primary_key=True, index=True
    )
    life_event: Mapped[LifeEventRow] = relationship()


class ServiceRow(Base):
    """A service; what is many to one service is in the tables below."""

    __tablename__ = "service"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    slug: Mapped[str] = mapped_column(String(100), unique=True)
    name: Mapped[str] = mapped_column(String(300))
    name_key: Mapped[str] = mapped_column(String(300), index=True)
    summary: Mapped[str] = mapped_column(String(160), default="")
    description: Mapped[str] = mapped_column(Text, default="")
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    unit: Mapped[str] = mapped_column(String(300), default="")
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"), index=True)
    audiences: Mapped[list[Any]] = mapped_column(default=list)
    modality: Mapped[Modality] = mapped_column(default=Modality.UNKNOWN)
    action_url: Mapped[str] = mapped_column(String(2000), default="")
    action_key: Mapped[str] = mapped_column(String(2000), default="", index=True)
    state: Mapped[PublicationState]
    provenance: Mapped[Provenance]
    confidence: Mapped[Confidence] = mapped_column(default=Confidence.MEDIUM)
    is_confirmed: Mapped[bool] = mapped_column(default=False)
    stage_confirmed: Mapped[int] = mapped_column(default=0)
    stage_declared: Mapped[int] = mapped_column(default=0)
    time_text: Mapped[str] = mapped_column(String(300), default="")
    time_least: Mapped[int | None]
    time_most: Mapped[int | None]
    time_unit: Mapped[TimeUnit | None]
    time_working: Mapped[bool | None]
    result: Mapped[str] = mapped_column(Text, default="")
    result_validity: Mapped[str] = mapped_column(String(300), default="")
    estimated_fields: Mapped[list[Any]] = mapped_column(default=list)
    source: Mapped[str] = mapped_column(Text, default="")
    found_at_url: Mapped[str] = mapped_column(String(2000), default="")
    last_seen_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[str] = mapped_column(String(200), default="")
    next_review_on: Mapped[date | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)

    institution: Mapped[InstitutionRow | None] = relationship()
    category: Mapped[CategoryRow | None] = relationship()
    topics: Mapped[list[ServiceTopicRow]] = relationship(
        order_by=ServiceTopicRow.position, cascade="all, delete-orphan"
    )
    life_events: Mapped[list[ServiceLifeEventRow]] = relationship(
        order_by=ServiceLifeEventRow.life_event_id, cascade="all, delete-orphan"
    )
    requirements: Mapped[list["RequirementRow"]] = relationship(
        order_by="RequirementRow.position", cascade="all, delete-orphan"
    )
    steps: Mapped[list["StepRow"]] = relationship(
        order_by="StepRow.position", cascade="all, delete-orphan"
    )
    fees: Mapped[list["FeeRow"]] = relationship(
        order_by="FeeRow.position", cascade="all, delete-orphan"
    )
    channels: Mapped[list["ChannelRow"]] = relationship(
        order_by="ChannelRow.position", cascade="all, delete-orphan"
    )
    forms: Mapped[list["FormRow"]] = relationship(
        order_by="FormRow.position", cascade="all, delete-orphan"
    )
    legal_bases: Mapped[list["LegalBasisRow"]] = relationship(
        order_by="LegalBasisRow.position", cascade="all, delete-orphan"
    )
    coverage: Mapped[list["CoverageRow"]] = relationship(
        order_by="CoverageRow.position", cascade="all, delete-orphan"
    )

    __table_args__ = (
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("stage_confirmed BETWEEN 0 AND 4", name="stage_confirmed"),
        CheckConstraint("stage_declared BETWEEN 0 AND 4", name="stage_declared"),
        Index("ix_service_state_institution", "state", "institution_id"),
    )


class _Part:
    """What all parts of a service share: their service and their place in the list."""

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]


class RequirementRow(_Part, Base):
    """One thing the citizen needs."""

    __tablename__ = "requirement"
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[RequirementKind]
    is_mandatory: Mapped[bool] = mapped_column(default=True)
    case: Mapped[str] = mapped_column(String(300), default="")
    issuer: Mapped[str] = mapped_column(String(300), default="")
    legal_basis: Mapped[str] = mapped_column(Text, default="")


class StepRow(_Part, Base):
    """One thing to do."""

    __tablename__ = "step"
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    channel: Mapped[ChannelKind | None]


class FeeRow(_Part, Base):
    """What is paid and for what."""

    __tablename__ = "fee"
    concept: Mapped[str] = mapped_column(String(300))
    amount: Mapped[Decimal | None]
    most: Mapped[Decimal | None]
    currency: Mapped[Currency]
    note: Mapped[str] = mapped_column(Text, default="")
    is_estimate: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount_not_negative"),
        CheckConstraint("most IS NULL OR amount IS NOT NULL", name="range_has_both_ends"),
    )


class ChannelRow(_Part, Base):
    """A way to reach the service."""

    __tablename__ = "channel"
    kind: Mapped[ChannelKind]
    action: Mapped[ChannelAction]
    url: Mapped[str] = mapped_column(String(2000), default="")
    telephone: Mapped[str] = mapped_column(String(300), default="")
    hours: Mapped[str] = mapped_column(Text, default="")
    requires_account: Mapped[bool] = mapped_column(default=False)


class FormRow(_Part, Base):
    """A form to fill in."""

    __tablename__ = "form"
    title: Mapped[str] = mapped_column(String(300))
    url: Mapped[str] = mapped_column(String(2000))
    media_type: Mapped[str] = mapped_column(String(300), default="")
    size: Mapped[int | None]


class LegalBasisRow(_Part, Base):
    """The law a service rests on."""

    __tablename__ = "legal_basis"
    citation: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(String(2000), default="")
    is_estimate: Mapped[bool] = mapped_column(default=False)


class CoverageRow(_Part, Base):
    """Where the service is offered."""

    __tablename__ = "coverage"
    kind: Mapped[CoverageKind]
    code: Mapped[str] = mapped_column(String(300), default="")
    name: Mapped[str] = mapped_column(String(300), default="")
