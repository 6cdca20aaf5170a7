"""Everything asked of the tables of what citizens say."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from canse.database.tables import (
    CitizenReportRow,
    CitizenReportStepRow,
    InstitutionRow,
    ServiceRow,
    SheetOpinionRow,
)
from canse.domain.citizen_report import CitizenReport, NewReport, ReportKind, ReportState

MOST_LISTED = 500
OPEN = [state for state in ReportState if state.is_open]


def reference_of_form(session: Session, form_key: str) -> str | None:
    """The reference given to a form that was sent before."""
    query = select(CitizenReportRow.reference).where(CitizenReportRow.form_key == form_key)
    return session.scalar(query)


def add_report(
    session: Session, service_id: int, new: NewReport, reference: str, at: datetime
) -> None:
    """Keep a report as received."""
    session.add(
        CitizenReportRow(
            reference=reference,
            service_id=service_id,
            kind=new.kind,
            text=new.text,
            form_key=new.form_key,
            sender=new.sender,
            received_at=at,
            state=ReportState.RECEIVED,
        )
    )
    session.flush()


def count_since(
    session: Session, since: datetime, *, service_id: int | None = None, sender: str | None = None
) -> int:
    """How many reports came since a moment: of a service, from a sender, or all."""
    query = select(func.count(CitizenReportRow.id)).where(CitizenReportRow.received_at > since)
    if service_id is not None:
        query = query.where(CitizenReportRow.service_id == service_id)
    if sender is not None:
        query = query.where(CitizenReportRow.sender == sender)
    return session.scalar(query) or 0


def row_by_reference(session: Session, reference: str) -> CitizenReportRow | None:
    """One report with its service and what became of it."""
    return session.scalar(_whole().where(CitizenReportRow.reference == reference))


def reports(
    session: Session, *, institution: str = "", is_open: bool = True
) -> tuple[CitizenReport, ...]:
    """Reports of an institution or of all, open ones or every one; oldest first, MOST_LISTED."""
    query = _whole().order_by(CitizenReportRow.id).limit(MOST_LISTED)
    if is_open:
        query = query.where(CitizenReportRow.state.in_(OPEN))
    if institution:
        query = (
            query.join(ServiceRow, ServiceRow.id == CitizenReportRow.service_id)
            .join(InstitutionRow, InstitutionRow.id == ServiceRow.institution_id)
            .where(InstitutionRow.slug == institution)
        )
    return tuple(map(report_of, session.scalars(query)))


def kinds_said_by(
    session: Session, service_id: int, since: datetime, least: int
) -> tuple[ReportKind, ...]:
    """What of a sheet at least so many people report since a moment, and is still open."""
    senders = func.count(func.distinct(CitizenReportRow.sender))
    query = (
        select(CitizenReportRow.kind)
        .where(
            CitizenReportRow.service_id == service_id,
            CitizenReportRow.received_at > since,
            CitizenReportRow.state.in_(OPEN),
        )
        .group_by(CitizenReportRow.kind)
        .having(senders >= least)
        .order_by(CitizenReportRow.kind)
    )
    return tuple(session.scalars(query))


def put_opinion(
    session: Session, service_id: int, day: date, sender: str, *, is_useful: bool
) -> None:
    """Keep the opinion of a sender for a day, in place of one given before."""
    session.merge(
        SheetOpinionRow(day=day, service_id=service_id, sender=sender, is_useful=is_useful)
    )


def opinions(session: Session, service_id: int) -> tuple[int, int]:
    """How many found a sheet useful, and how many did not."""
    query = (
        select(SheetOpinionRow.is_useful, func.count())
        .where(SheetOpinionRow.service_id == service_id)
        .group_by(SheetOpinionRow.is_useful)
    )
    found: dict[bool, int] = {bool(useful): count for useful, count in session.execute(query)}
    return found.get(True, 0), found.get(False, 0)


def erase_opinions_before(session: Session, day: date) -> int:
    """Erase opinions of days before one; returns how many."""
    gone: Sequence[object] = session.scalars(
        select(SheetOpinionRow.service_id).where(SheetOpinionRow.day < day)
    ).all()
    session.execute(delete(SheetOpinionRow).where(SheetOpinionRow.day < day))
    return len(gone)


def report_of(row: CitizenReportRow) -> CitizenReport:
    """A row as the report it holds."""
    last: CitizenReportStepRow | None = row.steps[-1] if row.steps else None
    owner = row.service.institution
    return CitizenReport(
        reference=row.reference,
        service=row.service.slug,
        service_name=row.service.name,
        institution=owner.slug if owner else "",
        kind=row.kind,
        text=row.text,
        state=row.state,
        answer=last.answer if last else "",
        received_at=row.received_at,
        changed_at=last.at if last else row.received_at,
    )


def _whole() -> Select[CitizenReportRow]:
    return select(CitizenReportRow).options(
        joinedload(CitizenReportRow.service).joinedload(ServiceRow.institution),
        selectinload(CitizenReportRow.steps),
    )
