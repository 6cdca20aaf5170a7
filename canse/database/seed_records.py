"""Everything asked of the tables that the product's own data fills."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from canse.database.tables import Base, SeedRow


def seeds_sown(session: Session, kind: str | None = None) -> dict[tuple[str, str], SeedRow]:
    """What was last written from outside, of one kind or of all, by kind and key."""
    query = select(SeedRow) if kind is None else select(SeedRow).where(SeedRow.kind == kind)
    return {(row.kind, row.key): row for row in session.scalars(query)}


def rows_by_key(session: Session, table: type[Base], key: str) -> dict[str, Any]:
    """All rows of a small table by a column that names them."""
    return {getattr(row, key): row for row in session.scalars(select(table))}
