"""The history of every change: who, when, what, why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from canse.database.tables import RevisionRow, ServiceRow


@dataclass(frozen=True, kw_only=True)
class Author:
    """On whose behalf something is changed, when, and why."""

    name: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One change as kept: `changes` is {field: {"before", "after"}} in plain values."""

    number: int
    at: datetime
    actor: str
    action: str
    reason: str
    changes: dict[str, Any]


def add_revision(
    session: Session, service: ServiceRow, author: Author, action: str, changes: dict[str, Any]
) -> None:
    """Keep one change of a service and raise its revision number."""
    service.updated_at = author.at
    service.revision = keep_revision(
        session, "service", service.id, author, action, changes, number=service.revision + 1
    )


def keep_revision(
    session: Session,
    kind: str,
    entity_id: int,
    author: Author,
    action: str,
    changes: dict[str, Any],
    number: int | None = None,
) -> int:
    """Keep one change of anything and return its number, the next one where none is given."""
    if number is None:
        last = select(func.max(RevisionRow.number)).where(
            RevisionRow.kind == kind, RevisionRow.entity_id == entity_id
        )
        number = (session.scalar(last) or 0) + 1
    session.add(
        RevisionRow(
            kind=kind,
            entity_id=entity_id,
            number=number,
            at=author.at,
            actor=author.name,
            action=action,
            reason=author.reason,
            changes=changes,
        )
    )
    return number


def revisions_of(session: Session, service_id: int) -> tuple[Revision, ...]:
    """All revisions of a service, newest first."""
    rows = session.scalars(
        select(RevisionRow)
        .where(RevisionRow.kind == "service", RevisionRow.entity_id == service_id)
        .order_by(RevisionRow.number.desc())
    )
    return tuple(
        Revision(
            number=row.number,
            at=row.at,
            actor=row.actor,
            action=row.action,
            reason=row.reason,
            changes=row.changes,
        )
        for row in rows
    )
