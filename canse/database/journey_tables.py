"""Tables of journeys: each an ordered list of steps, each of these with its services."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from canse.database.base import Base
from canse.database.service_tables import ServiceRow


class JourneyRow(Base):
    """A journey, in editorial order; `phrases` is a list of texts."""

    __tablename__ = "journey"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(String(400), default="")
    phrases: Mapped[list[Any]]
    position: Mapped[int]
    updated_at: Mapped[datetime]
    steps: Mapped[list["JourneyStepRow"]] = relationship(
        order_by="JourneyStepRow.position", cascade="all, delete-orphan"
    )


class JourneyStepRow(Base):
    """A step of a journey."""

    __tablename__ = "journey_step"
    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    note: Mapped[str] = mapped_column(String(400), default="")
    condition: Mapped[str] = mapped_column(String(400), default="")
    is_parallel: Mapped[bool]
    services: Mapped[list["JourneyStepServiceRow"]] = relationship(
        order_by="JourneyStepServiceRow.position", cascade="all, delete-orphan"
    )
    __table_args__ = (UniqueConstraint("journey_id", "position"),)


class JourneyStepServiceRow(Base):
    """A service by which a step is done."""

    __tablename__ = "journey_step_service"
    step_id: Mapped[int] = mapped_column(
        ForeignKey("journey_step.id", ondelete="CASCADE"), primary_key=True
    )
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]
    service: Mapped[ServiceRow] = relationship()
