"""Taking in what citizens say of sheets, and what their institutions make of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from canse.database import citizen_report_records as records
from canse.database.service_records import published_by_slug
from canse.database.session import Database
from canse.database.tables import CitizenReportRow, CitizenReportStepRow, ServiceRow
from canse.domain.citizen_report import (
    ANSWER_LENGTH,
    WARNED_FROM,
    CitizenReport,
    NewReport,
    ReportKind,
    ReportState,
    read_reference,
)
from canse.domain.errors import BadInput, Conflict, NotFound, TooMany

ONE_HOUR = timedelta(hours=1)
ONE_DAY = timedelta(days=1)
MOST_AN_HOUR_FROM_ONE = 6
MOST_A_DAY_ABOUT_ONE = 60
MOST_A_DAY = 2_000
WARNED_FOR = timedelta(days=30)
OPINIONS_KEPT = timedelta(days=400)


class CitizenReports:
    """Reports and opinions of citizens.

    Every method raises CatalogueUnavailable when the database does not answer, and those that look
    for one thing NotFound.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(
        self, slug: str, new: NewReport, at: datetime, new_reference: Callable[[], str]
    ) -> str:
        """Keep a report of a published service and give it a reference that no other has.

        A form sent twice gets the reference it was given. TooMany when too much came of late.
        """
        with self._database.transaction() as session:
            known = records.reference_of_form(session, new.form_key)
            if known is not None:
                return known
            service = _service(session, slug)
            _refuse_a_flood(session, service.id, new, at)
            reference = new_reference()
            while records.row_by_reference(session, reference) is not None:
                reference = new_reference()
            records.add_report(session, service.id, new, reference, at)
            return reference

    def report(self, reference: str) -> CitizenReport:
        """The report of a reference, however it was typed."""
        with self._database.reading() as session:
            return records.report_of(_row(session, reference))

    def listed(self, institution: str = "", *, is_open: bool = True) -> tuple[CitizenReport, ...]:
        """Reports of an institution, or of all; those still open, or every one; oldest first."""
        with self._database.reading() as session:
            return records.reports(session, institution=institution, is_open=is_open)

    def take(self, reference: str, *, at: datetime, by: str) -> None:
        """Say that somebody looks into a report; Conflict when it was closed."""
        self._move(reference, ReportState.TAKEN, at, by, "")

    def close(
        self, reference: str, outcome: ReportState, *, answer: str, at: datetime, by: str
    ) -> None:
        """End a report with a short answer for whoever sent it; Conflict when it was closed."""
        if outcome.is_open:
            raise BadInput("Un reporte se cierra como corregido o como no procede.")
        if not answer.strip() or len(answer) > ANSWER_LENGTH:
            raise BadInput(
                "Escriba una respuesta corta, de {most} letras como mucho.", most=ANSWER_LENGTH
            )
        self._move(reference, outcome, at, by, answer.strip())

    def warnings(self, service_id: int, at: datetime) -> tuple[ReportKind, ...]:
        """What several people report of a sheet in the last 30 days, and nobody has closed."""
        with self._database.reading() as session:
            return records.kinds_said_by(session, service_id, at - WARNED_FOR, WARNED_FROM)

    def opine(self, slug: str, day: date, sender: str, *, is_useful: bool) -> None:
        """Keep whether a sheet helped; the last opinion of a sender and day counts."""
        with self._database.transaction() as session:
            service = _service(session, slug)
            records.put_opinion(session, service.id, day, sender, is_useful=is_useful)

    def opinions(self, service_id: int) -> tuple[int, int]:
        """How many found a sheet useful, and how many did not."""
        with self._database.reading() as session:
            return records.opinions(session, service_id)

    def prune(self, today: date) -> int:
        """Erase opinions older than OPINIONS_KEPT; returns how many."""
        with self._database.transaction() as session:
            return records.erase_opinions_before(session, today - OPINIONS_KEPT)

    def _move(self, reference: str, state: ReportState, at: datetime, by: str, answer: str) -> None:
        with self._database.transaction() as session:
            row = _row(session, reference)
            if not row.state.is_open:
                raise Conflict("El reporte {reference} ya se cerró.", reference=row.reference)
            row.state = state
            row.steps.append(CitizenReportStepRow(state=state, at=at, by=by, answer=answer))


def _service(session: Session, slug: str) -> ServiceRow:
    service = published_by_slug(session, slug)
    if service is None:
        raise NotFound("No hay un servicio publicado «{slug}».", slug=slug)
    return service


def _row(session: Session, reference: str) -> CitizenReportRow:
    row = records.row_by_reference(session, read_reference(reference))
    if row is None:
        raise NotFound("No hay un reporte con el número «{text}».", text=reference[:20])
    return row


def _refuse_a_flood(session: Session, service_id: int, new: NewReport, at: datetime) -> None:
    count = records.count_since
    is_flood = (
        count(session, at - ONE_HOUR, sender=new.sender) >= MOST_AN_HOUR_FROM_ONE
        or count(session, at - ONE_DAY, service_id=service_id) >= MOST_A_DAY_ABOUT_ONE
        or count(session, at - ONE_DAY) >= MOST_A_DAY
    )
    if is_flood:
        raise TooMany("Llegaron muchos reportes en poco tiempo. Envíe el suyo más tarde.")
