"""Numbers given once, inside the transaction that uses them."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from canse.database.tables import CounterRow

SERVICE_NUMBER = "service_number"
CHANGE_NUMBER = "change_number"


def take_number(session: Session, name: str) -> int:
    """Raise a counter by one and return it: 1 the first time. Undone with the transaction."""
    raised = session.execute(
        update(CounterRow)
        .where(CounterRow.name == name)
        .values(value=CounterRow.value + 1)
        .returning(CounterRow.value)
    ).scalar_one_or_none()
    if raised is None:
        session.add(CounterRow(name=name, value=1))
        session.flush()
        return 1
    return raised


def last_number(session: Session, name: str) -> int:
    """The last number given; 0 before the first."""
    return session.scalar(select(CounterRow.value).where(CounterRow.name == name)) or 0
