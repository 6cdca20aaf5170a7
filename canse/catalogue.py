"""Reading the catalogue: each use-case one consistent look, nothing written."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from canse.database import audit_reading, institution_records, vocabulary_records
from canse.database.change_log import Change, last_change, read_changes
from canse.database.service_reading import sheets_by_id, sheets_of, whole_services
from canse.database.session import Database
from canse.database.tables import InstitutionRow, ServiceRow, ServiceTopicRow
from canse.domain.errors import NotFound
from canse.domain.institution import InstitutionKind
from canse.domain.overview import (
    CatalogueFigures,
    InstitutionCount,
    InstitutionSheet,
    PortalAudit,
    PortalResult,
    TermCount,
)
from canse.domain.publication import PublicationState
from canse.domain.service import Confidence, ServiceSheet, Term

__all__ = ["Catalogue", "Change"]

PUBLISHED = vocabulary_records.PUBLISHED
CHUNK = 200


class Catalogue:
    """What the State offers, as citizens and the index read it.

    Every method raises CatalogueUnavailable when the database does not answer, and those that
    look for one thing raise NotFound.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def service(self, slug: str) -> ServiceSheet:
        """The published service of an address."""
        return self._one_service(ServiceRow.slug == slug)

    def service_by_number(self, number: int) -> ServiceSheet:
        """The published service of a short public number."""
        if not 0 < number < 2**31:
            raise NotFound("No existe ese servicio.")
        return self._one_service(ServiceRow.number == number)

    def related(self, sheet: ServiceSheet, limit: int = 4) -> tuple[ServiceSheet, ...]:
        """Published services that share most topics, then those of the same category."""
        with self._database.reading() as session:
            shared = func.count(ServiceTopicRow.topic_id)
            topic_ids = select(ServiceTopicRow.topic_id).where(
                ServiceTopicRow.service_id == sheet.id
            )
            near = session.scalars(
                select(ServiceRow.id)
                .join(ServiceTopicRow, ServiceTopicRow.service_id == ServiceRow.id)
                .where(PUBLISHED, ServiceRow.id != sheet.id)
                .where(ServiceTopicRow.topic_id.in_(topic_ids))
                .group_by(ServiceRow.id)
                .order_by(shared.desc(), ServiceRow.number)
                .limit(limit)
            ).all()
            same = session.scalars(self._same_category(sheet, limit * 2)).all()
            ids = list(dict.fromkeys([*near, *same]))[:limit]
            return sheets_by_id(session, ids)

    def sheets(self, ids: Sequence[int]) -> tuple[ServiceSheet, ...]:
        """Services in any state, in the order asked; unknown identifiers are left out."""
        with self._database.reading() as session:
            return sheets_by_id(session, ids)

    def published_sheets(self) -> Iterator[ServiceSheet]:
        """Every published service, by number, read in parts so that memory stays small."""
        after = 0
        while True:
            with self._database.reading() as session:
                rows = session.scalars(
                    whole_services()
                    .where(PUBLISHED, ServiceRow.number > after)
                    .order_by(ServiceRow.number)
                    .limit(CHUNK)
                ).all()
                sheets = sheets_of(session, rows)
            yield from sheets
            if len(sheets) < CHUNK:
                return
            after = sheets[-1].number

    def change_number(self) -> int:
        """The last number of the change log."""
        with self._database.reading() as session:
            return last_change(session)

    def changes(self, after: int, limit: int = 500) -> tuple[Change, ...]:
        """What changed after a number, oldest first."""
        with self._database.reading() as session:
            return read_changes(session, after, limit)

    def institution(self, slug: str) -> InstitutionSheet:
        """One institution with its dependencies, portals and audits."""
        with self._database.reading() as session:
            row = institution_records.institution_by_slug(session, slug)
            if row is None:
                raise NotFound("No existe la institución «{slug}».", slug=slug)
            return _institution_sheet(session, row)

    def institutions(self, kind: InstitutionKind | None = None) -> tuple[InstitutionCount, ...]:
        """Institutions of a kind, or all, by name, with their published services."""
        with self._database.reading() as session:
            return institution_records.institution_counts(session, kind)

    def services_of(self, institution_slug: str) -> tuple[ServiceSheet, ...]:
        """The published services of an institution, by name."""
        with self._database.reading() as session:
            rows = session.scalars(
                whole_services()
                .join(InstitutionRow, InstitutionRow.id == ServiceRow.institution_id)
                .where(PUBLISHED, InstitutionRow.slug == institution_slug)
                .order_by(ServiceRow.name_key, ServiceRow.number)
            ).all()
            return sheets_of(session, rows)

    def categories(self) -> tuple[TermCount, ...]:
        """All categories in editorial order."""
        with self._database.reading() as session:
            return vocabulary_records.category_counts(session)

    def topics(self, limit: int = 60) -> tuple[TermCount, ...]:
        """The topics most used."""
        with self._database.reading() as session:
            return vocabulary_records.topic_counts(session, limit)

    def life_events(self) -> tuple[TermCount, ...]:
        """The life events that have services."""
        with self._database.reading() as session:
            return vocabulary_records.life_event_counts(session)

    def category(self, slug: str) -> Term:
        """One category."""
        with self._database.reading() as session:
            row = vocabulary_records.category_by_slug(session, slug)
            if row is None:
                raise NotFound("No existe la categoría «{slug}».", slug=slug)
            return vocabulary_records.category_term(row)

    def topic(self, slug: str) -> Term:
        """One topic."""
        with self._database.reading() as session:
            row = vocabulary_records.topic_by_slug(session, slug)
            if row is None:
                raise NotFound("No existe el tema «{slug}».", slug=slug)
            return vocabulary_records.topic_term(row)

    def life_event(self, slug: str) -> Term:
        """One life event."""
        with self._database.reading() as session:
            row = vocabulary_records.life_event_by_slug(session, slug)
            if row is None:
                raise NotFound("No existe el evento de vida «{slug}».", slug=slug)
            return vocabulary_records.life_event_term(row)

    def synonyms(self) -> tuple[tuple[str, str], ...]:
        """Every expression as people say it, with the term it stands for."""
        with self._database.reading() as session:
            return vocabulary_records.synonym_pairs(session)

    def portal_results(self) -> tuple[PortalResult, ...]:
        """The newest audit of each portal, by host."""
        with self._database.reading() as session:
            rows = audit_reading.newest_audits(session)
            return tuple(audit_reading.portal_result(session, row) for row in rows)

    def portal_audit(self, audit_id: int) -> PortalAudit:
        """One audit with its findings, services and evidence."""
        with self._database.reading() as session:
            row = audit_reading.audit_by_id(session, audit_id) if audit_id < 2**31 else None
            if row is None:
                raise NotFound("No existe esa auditoría.")
            return PortalAudit(
                result=audit_reading.portal_result(session, row),
                findings=audit_reading.findings_of(session, row.id),
                services=audit_reading.audited_services(session, row.id),
            )

    def portals(self, institution_slug: str | None = None) -> tuple[tuple[str, str], ...]:
        """The main portal of every institution, or all portals of one, as (address, slug)."""
        with self._database.reading() as session:
            return institution_records.portals(session, institution_slug)

    def figures(self) -> CatalogueFigures:
        """The size of the catalogue."""
        with self._database.reading() as session:
            counted = select(InstitutionRow.kind, func.count()).group_by(InstitutionRow.kind)
            kinds: dict[InstitutionKind, int] = dict(iter(session.execute(counted)))
            services = session.scalar(select(func.count(ServiceRow.id)).where(PUBLISHED))
            return CatalogueFigures(
                services=services or 0,
                institutions=sum(kinds.values()),
                ministries=kinds.get(InstitutionKind.MINISTRY, 0),
                secretariats=kinds.get(InstitutionKind.SECRETARIAT, 0),
                municipalities=kinds.get(InstitutionKind.MUNICIPALITY, 0),
                portals_audited=len(audit_reading.newest_audits(session)),
            )

    def _one_service(self, condition: Any) -> ServiceSheet:
        with self._database.reading() as session:
            row = session.scalar(whole_services().where(condition))
            if row is None or row.state is not PublicationState.PUBLISHED:
                raise NotFound("No existe ese servicio.")
            return sheets_of(session, [row])[0]

    @staticmethod
    def _same_category(sheet: ServiceSheet, limit: int) -> Any:
        query = select(ServiceRow.id).where(PUBLISHED, ServiceRow.id != sheet.id)
        slug = sheet.category.slug if sheet.category else ""
        return (
            query.where(ServiceRow.category.has(slug=slug)).order_by(ServiceRow.number).limit(limit)
        )


def _institution_sheet(session: Session, row: InstitutionRow) -> InstitutionSheet:
    published = select(func.count(ServiceRow.id)).where(
        PUBLISHED, ServiceRow.institution_id == row.id
    )
    history = audit_reading.audits(session, owner_id=row.id)
    return InstitutionSheet(
        institution=institution_records.reference(row),
        parent=institution_records.reference(row.parent) if row.parent else None,
        dependencies=institution_records.dependencies_of(session, row.id),
        portals=tuple(portal.url for portal in row.portals),
        telephone=row.telephone,
        source=row.source,
        is_doubtful=row.confidence is not Confidence.HIGH,
        service_count=session.scalar(published) or 0,
        history=tuple(audit_reading.portal_result(session, audit) for audit in history),
    )
