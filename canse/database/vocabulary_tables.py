"""Tables of what services are grouped by: institutions, categories, topics, places, words."""

from datetime import datetime

from sqlalchemy import (
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from canse.database.base import Base
from canse.domain.institution import InstitutionKind
from canse.domain.service import (
    Confidence,
    Provenance,
)
from canse.domain.vocabulary import SPANISH


class InstitutionRow(Base):
    """An institution of the State."""

    __tablename__ = "institution"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    acronym: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[InstitutionKind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    telephone: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")
    confidence: Mapped[Confidence] = mapped_column(default=Confidence.MEDIUM)
    provenance: Mapped[Provenance]
    updated_at: Mapped[datetime]
    parent: Mapped["InstitutionRow | None"] = relationship(remote_side=[id])
    portals: Mapped[list["PortalRow"]] = relationship(
        order_by="PortalRow.position", cascade="all, delete-orphan"
    )


class PortalRow(Base):
    """An address of an institution's own; `host` is what a found address is matched by."""

    __tablename__ = "portal"
    id: Mapped[int] = mapped_column(primary_key=True)
    institution_id: Mapped[int] = mapped_column(
        ForeignKey("institution.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    url: Mapped[str] = mapped_column(String(500))
    host: Mapped[str] = mapped_column(String(255), index=True)
    __table_args__ = (UniqueConstraint("institution_id", "url"),)


class CategoryRow(Base):
    """A category, in editorial order."""

    __tablename__ = "category"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(default=0)


class TopicRow(Base):
    """A topic: words people use for a service."""

    __tablename__ = "topic"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(300))


class LifeEventRow(Base):
    """A moment of life in which services are needed together."""

    __tablename__ = "life_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")


class MunicipalityRow(Base):
    """A municipality by its INE code; coordinates in degrees, approximate centre."""

    __tablename__ = "municipality"
    code: Mapped[str] = mapped_column(String(4), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    department_code: Mapped[str] = mapped_column(String(2), index=True)
    department: Mapped[str] = mapped_column(String(60))
    alias: Mapped[str] = mapped_column(String(100), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]


class SynonymRow(Base):
    """An expression as people say it, and the term of the catalogue it stands for."""

    __tablename__ = "synonym"
    id: Mapped[int] = mapped_column(primary_key=True)
    expression: Mapped[str] = mapped_column(String(120))
    term: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(Text, default="")
    is_two_way: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(35), default=SPANISH)
    __table_args__ = (UniqueConstraint("expression", "term"),)


class PromotionRow(Base):
    """The service that goes first for a phrase; `key` is the phrase in the form it is known by."""

    __tablename__ = "promotion"
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    phrase: Mapped[str] = mapped_column(String(200))
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )


class UnsuggestedWordRow(Base):
    """A word, folded, that is found but never suggested."""

    __tablename__ = "unsuggested_word"
    word: Mapped[str] = mapped_column(String(64), primary_key=True)
