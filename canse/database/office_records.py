"""Everything asked of the tables of offices and notices."""

from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from canse.database.tables import (
    InstitutionRow,
    MunicipalityRow,
    NoticeRow,
    OfficeRow,
    ServiceRow,
)
from canse.domain.notice import Notice
from canse.domain.office import Office

_AS_STORED = ("name", "address", "latitude", "longitude", "telephone", "hours", "note")


def offices_of(session: Session, institution: str) -> tuple[Office, ...]:
    """The offices of an institution, by name."""
    query = (
        select(OfficeRow, MunicipalityRow)
        .join(InstitutionRow, InstitutionRow.id == OfficeRow.institution_id)
        .outerjoin(MunicipalityRow, MunicipalityRow.code == OfficeRow.municipality_code)
        .where(InstitutionRow.slug == institution)
        .order_by(OfficeRow.name)
    )
    return tuple(_office(row, place) for row, place in session.execute(query))


def office_row(session: Session, institution_id: int, name: str) -> OfficeRow | None:
    """One office by its name."""
    query = select(OfficeRow).where(OfficeRow.institution_id == institution_id)
    return session.scalar(query.where(OfficeRow.name == name))


def put_office(
    session: Session, institution_id: int, office: Office, row: OfficeRow | None, at: datetime
) -> None:
    """Keep an office, over its row where there is one."""
    if row is None:
        row = OfficeRow(institution_id=institution_id)
        session.add(row)
    for name, value in office_values(office).items():
        setattr(row, name, value)
    row.updated_at = at


def office_values(office: Office) -> dict[str, Any]:
    """An office as plain values, by the names of its columns."""
    values = {name: getattr(office, name) for name in _AS_STORED}
    return {**values, "municipality_code": office.municipality or None}


def row_values(row: OfficeRow) -> dict[str, Any]:
    """A row as the same plain values."""
    return {name: getattr(row, name) for name in (*_AS_STORED, "municipality_code")}


def is_municipality(session: Session, code: str) -> bool:
    """Whether there is a municipality of a code."""
    return session.get(MunicipalityRow, code) is not None


def notices(
    session: Session, *, after: datetime, service: str = "", institution: str = ""
) -> tuple[Notice, ...]:
    """Notices that end after a moment, of a service or an institution, or all; soonest first."""
    query = (
        select(NoticeRow, ServiceRow.slug, InstitutionRow.slug)
        .outerjoin(ServiceRow, ServiceRow.id == NoticeRow.service_id)
        .outerjoin(InstitutionRow, InstitutionRow.id == NoticeRow.institution_id)
        .where(NoticeRow.ends_at > after)
        .order_by(NoticeRow.starts_at, NoticeRow.id)
    )
    if service or institution:
        query = query.where(or_(ServiceRow.slug == service, InstitutionRow.slug == institution))
    return tuple(
        Notice(
            id=row.id,
            text=row.text,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            service=of_service or "",
            institution=of_institution or "",
        )
        for row, of_service, of_institution in session.execute(query)
    )


def _office(row: OfficeRow, place: MunicipalityRow | None) -> Office:
    values = {name: getattr(row, name) for name in _AS_STORED}
    named = f"{place.name}, {place.department}" if place else ""
    return Office(**values, municipality=row.municipality_code or "", place=named)
