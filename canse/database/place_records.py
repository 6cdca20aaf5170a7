"""Everything asked of municipalities."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from canse.database.tables import MunicipalityRow
from canse.domain.place import Municipality


def municipalities(session: Session) -> tuple[Municipality, ...]:
    """Every municipality, by code."""
    row = MunicipalityRow
    columns = select(row.code, row.name, row.department_code, row.department)
    return tuple(
        Municipality(code=code, name=name, department_code=department_code, department=department)
        for code, name, department_code, department in session.execute(columns.order_by(row.code))
    )
