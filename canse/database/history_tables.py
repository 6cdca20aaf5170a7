"""Tables of how the catalogue came to be as it is: numbers given, seeds, revisions, changes."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from canse.database.base import Base


class CounterRow(Base):
    """A number given once: raised inside the transaction that uses it, so no gap and no reuse.

    A row rather than a sequence: its lock makes transactions commit in the order of their numbers,
    which whoever follows the change log by number relies on (docs/adr/).
    """

    __tablename__ = "counter"
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(default=0)


class SeedRow(Base):
    """What the seed last wrote of one thing: the common ancestor that lets staff edits survive."""

    __tablename__ = "seed"
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    values: Mapped[dict[str, Any]]


class RevisionRow(Base):
    """One change of one thing: who, when, what, why. Appended, never changed."""

    __tablename__ = "revision"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    entity_id: Mapped[int]
    number: Mapped[int]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(200))
    action: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text, default="")
    changes: Mapped[dict[str, Any]]
    __table_args__ = (UniqueConstraint("kind", "entity_id", "number"),)


class ChangeRow(Base):
    """One service whose document must be made anew, numbered in the order of commits."""

    __tablename__ = "change_log"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    service_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime]
