"""The log of services whose documents must be made anew, written with the edit that causes it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from canse.database.numbers import CHANGE_NUMBER, last_number, take_number
from canse.database.tables import ChangeRow


@dataclass(frozen=True, kw_only=True)
class Change:
    """One entry; the service may since have changed again, so read it as it is now.

    `service_id` 0 belongs to no service: the words by which people search have changed.
    """

    number: int
    service_id: int


def log_change(session: Session, service_id: int, at: datetime) -> None:
    """Note that a service changed, in the same transaction."""
    session.add(ChangeRow(number=take_number(session, CHANGE_NUMBER), service_id=service_id, at=at))


def read_changes(session: Session, after: int, limit: int) -> tuple[Change, ...]:
    """The entries after a number, oldest first."""
    rows = session.scalars(
        select(ChangeRow).where(ChangeRow.number > after).order_by(ChangeRow.number).limit(limit)
    )
    return tuple(Change(number=row.number, service_id=row.service_id) for row in rows)


def last_change(session: Session) -> int:
    """The number of the last entry; 0 for an empty log."""
    return last_number(session, CHANGE_NUMBER)
