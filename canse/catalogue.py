"""Reading the catalogue: each use-case one consistent look, nothing written."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from canse.database import (
    audit_reading,
    institution_records,
    place_records,
    portal_reading,
    reply_records,
    search_records,
    service_records,
    vocabulary_records,
    word_records,
)
from canse.database.change_log import Change, last_change, read_changes
from canse.database.service_reading import sheets_by_id, sheets_of
from canse.database.session import Database
from canse.database.tables import AuditRow, InstitutionRow, ServiceRow
from canse.domain.errors import Gone, NotFound
from canse.domain.institution import InstitutionKind
from canse.domain.overview import (
    CatalogueFigures,
    InstitutionAudits,
    InstitutionCount,
    InstitutionSheet,
    PortalAudit,
    PortalResult,
    ServiceName,
    TermCount,
)
from canse.domain.place import Municipality
from canse.domain.search_knowledge import SearchKnowledge
from canse.domain.service import Confidence, ServiceSheet, Term

__all__ = ["Catalogue", "Change"]

CHUNK = 200


class Catalogue:
    """What the State offers, as citizens and the index read it.

    Every method raises CatalogueUnavailable when the database does not answer, and those that
    look for one thing raise NotFound.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def service(self, slug: str) -> ServiceSheet:
        """The published service of an address; Gone when it was archived."""
        with self._database.reading() as session:
            row = service_records.published_by_slug(session, slug)
            if row is None and service_records.is_archived(session, slug):
                raise Gone("Este servicio ya no se ofrece. Busque uno parecido.")
            return _sheet(session, row)

    def service_by_number(self, number: int) -> ServiceSheet:
        """The published service of a short public number."""
        if not 0 < number < 2**31:
            raise NotFound("No existe ese servicio.")
        with self._database.reading() as session:
            return _sheet(session, service_records.published_by_number(session, number))

    def related(self, sheet: ServiceSheet, limit: int = 4) -> tuple[ServiceSheet, ...]:
        """Published services that share most topics, then those of the same category."""
        category = sheet.category.slug if sheet.category else ""
        with self._database.reading() as session:
            ids = service_records.related_ids(session, sheet.id, category, limit)
            return sheets_by_id(session, ids)

    def sheets(self, ids: Sequence[int]) -> tuple[ServiceSheet, ...]:
        """Services in any state, in the order asked; unknown identifiers are left out."""
        with self._database.reading() as session:
            return sheets_by_id(session, ids)

    def published_of(self, slugs: Sequence[str]) -> tuple[ServiceSheet, ...]:
        """The published services of these addresses, in no order; others are left out."""
        with self._database.reading() as session:
            return sheets_of(session, service_records.published_by_slugs(session, slugs))

    def published_sheets(self) -> Iterator[ServiceSheet]:
        """Every published service, by number, read in parts so that memory stays small."""
        after = 0
        while True:
            with self._database.reading() as session:
                rows = service_records.published_after(session, after, CHUNK)
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
        """One institution with its dependencies and portals."""
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
            rows = service_records.published_of_institution(session, institution_slug)
            return sheets_of(session, rows)

    def service_names(self) -> tuple[ServiceName, ...]:
        """The names of all published services, to be listed."""
        with self._database.reading() as session:
            return service_records.published_names(session)

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

    def municipalities(self) -> tuple[Municipality, ...]:
        """All municipalities of the country, by code."""
        with self._database.reading() as session:
            return place_records.municipalities(session)

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

    def search_knowledge(self) -> SearchKnowledge:
        """What searching people taught: other words, promotions, past queries and clicks."""
        with self._database.reading() as session:
            return SearchKnowledge(
                synonyms=word_records.synonyms(session),
                promotions=word_records.promotions(session),
                unsuggested=frozenset(word_records.unsuggested_words(session)),
                queries=search_records.queries_found(session),
                clicks=search_records.clicks(session),
            )

    def portal_results(self) -> tuple[PortalResult, ...]:
        """How each portal stands after its newest audit, by host."""
        with self._database.reading() as session:
            return tuple(portal_reading.portal_results(session))

    def audits_of(self, institution_slug: str) -> InstitutionAudits:
        """How the portals of an institution stand, and its audits."""
        with self._database.reading() as session:
            row = institution_records.institution_by_slug(session, institution_slug)
            if row is None:
                raise NotFound("No existe la institución «{slug}».", slug=institution_slug)
            return _institution_audits(session, row)

    def portal_audit(self, audit_id: int) -> PortalAudit:
        """One audit with its findings, services and evidence, as it stood on its day."""
        with self._database.reading() as session:
            row = audit_reading.audit_by_id(session, audit_id) if audit_id < 2**31 else None
            if row is None:
                raise NotFound("No existe esa auditoría.")
            return _portal_audit(session, row, portal_reading.result_after(session, row))

    def newest_portal_audit(self, result: PortalResult) -> PortalAudit:
        """The newest audit of a portal that could look, in full; `result` is how it stands."""
        with self._database.reading() as session:
            row = audit_reading.audit_by_id(session, result.shown_audit_id)
            if row is None:
                raise NotFound("No existe esa auditoría.")
            return _portal_audit(session, row, result)

    def portals(self, institution_slug: str | None = None) -> tuple[tuple[str, str], ...]:
        """The main portal of every institution, or all portals of one, as (address, slug)."""
        with self._database.reading() as session:
            return institution_records.portals(session, institution_slug)

    def figures(self) -> CatalogueFigures:
        """The size of the catalogue."""
        with self._database.reading() as session:
            kinds = institution_records.kind_counts(session)
            return CatalogueFigures(
                services=service_records.published_count(session),
                institutions=sum(kinds.values()),
                ministries=kinds.get(InstitutionKind.MINISTRY, 0),
                secretariats=kinds.get(InstitutionKind.SECRETARIAT, 0),
                municipalities=kinds.get(InstitutionKind.MUNICIPALITY, 0),
                portals_audited=portal_reading.audited_count(session),
            )


def _sheet(session: Session, row: ServiceRow | None) -> ServiceSheet:
    if row is None:
        raise NotFound("No existe ese servicio.")
    return sheets_of(session, [row])[0]


def _institution_sheet(session: Session, row: InstitutionRow) -> InstitutionSheet:
    return InstitutionSheet(
        institution=institution_records.reference(row),
        parent=institution_records.reference(row.parent) if row.parent else None,
        dependencies=institution_records.dependencies_of(session, row.id),
        portals=tuple(portal.url for portal in row.portals),
        telephone=row.telephone,
        source=row.source,
        is_doubtful=row.confidence is not Confidence.HIGH,
        service_count=service_records.published_count(session, row.id),
    )


def _institution_audits(session: Session, row: InstitutionRow) -> InstitutionAudits:
    hosts = portal_reading.hosts_of(session, row.id)
    order = {portal.host: portal.position for portal in row.portals}
    results = portal_reading.portal_results(session, hosts)
    return InstitutionAudits(
        institution=institution_records.reference(row),
        results=tuple(sorted(results, key=lambda found: order.get(found.host, len(order)))),
        unaudited=tuple(portal.url for portal in row.portals if portal.host not in hosts),
        history=portal_reading.history_of(session, hosts),
    )


def _portal_audit(session: Session, row: AuditRow, result: PortalResult) -> PortalAudit:
    return PortalAudit(
        result=result,
        findings=audit_reading.findings_of(session, row.id),
        services=audit_reading.audited_services(session, row.id),
        unseen=portal_reading.unseen_services(session, row),
        history=portal_reading.history_of(session, [row.host]),
        replies=reply_records.public_replies(session, row.host),
    )
