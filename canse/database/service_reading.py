"""How rows of a service become the sheet a citizen reads."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from canse.database.audit_reading import newest_evidence
from canse.database.institution_records import InstitutionTree, institution_tree, reference
from canse.database.tables import ServiceLifeEventRow, ServiceRow, ServiceTopicRow
from canse.database.vocabulary_records import category_term, life_event_term, topic_term
from canse.domain.duration import ResponseTime
from canse.domain.institution import InstitutionKind
from canse.domain.service import (
    Audience,
    Channel,
    Coverage,
    DownloadableForm,
    Fee,
    LegalBasis,
    Requirement,
    ServiceSheet,
    StageEvidence,
    Step,
)
from canse.domain.stages import Stage

CHUNK = 400


def whole_services() -> Select[ServiceRow]:
    """The query of services with all their parts, few statements for any number of rows."""
    return select(ServiceRow).options(
        joinedload(ServiceRow.institution),
        joinedload(ServiceRow.category),
        selectinload(ServiceRow.topics).joinedload(ServiceTopicRow.topic),
        selectinload(ServiceRow.life_events).joinedload(ServiceLifeEventRow.life_event),
        selectinload(ServiceRow.requirements),
        selectinload(ServiceRow.steps),
        selectinload(ServiceRow.fees),
        selectinload(ServiceRow.channels),
        selectinload(ServiceRow.forms),
        selectinload(ServiceRow.legal_bases),
        selectinload(ServiceRow.coverage),
    )


def sheets_of(session: Session, rows: Iterable[ServiceRow]) -> tuple[ServiceSheet, ...]:
    """The sheets of rows read with `whole_services`, in the same order."""
    rows = list(rows)
    tree = institution_tree(session)
    seen = newest_evidence(session, [row.id for row in rows])
    return tuple(_sheet(row, tree, seen.get(row.id)) for row in rows)


def services_by_id(session: Session, ids: Sequence[int]) -> list[ServiceRow]:
    """The services of the identifiers given, with all their parts, in no order."""
    rows: list[ServiceRow] = []
    for start in range(0, len(ids), CHUNK):
        query = whole_services().where(ServiceRow.id.in_(ids[start : start + CHUNK]))
        rows += session.scalars(query)
    return rows


def sheets_by_id(session: Session, ids: Sequence[int]) -> tuple[ServiceSheet, ...]:
    """The sheets of the identifiers given, in the order asked; unknown ones are left out."""
    found = {sheet.id: sheet for sheet in sheets_of(session, services_by_id(session, ids))}
    return tuple(found[identifier] for identifier in ids if identifier in found)


_AS_STORED = (
    "id", "number", "slug", "name", "summary", "description", "state", "provenance", "confidence",
    "is_confirmed", "unit", "modality", "action_url", "result", "result_validity", "source",
    "found_at_url", "last_seen_at", "reviewed_at", "reviewed_by", "next_review_on", "updated_at",
)  # fmt: skip
"""Fields that the sheet and the row call by one name and hold in one form."""


def _sheet(row: ServiceRow, tree: InstitutionTree, evidence: StageEvidence | None) -> ServiceSheet:
    owner = row.institution.slug if row.institution else None
    as_stored: dict[str, Any] = {name: getattr(row, name) for name in _AS_STORED}
    return ServiceSheet(
        **as_stored,
        institution=reference(row.institution) if row.institution else None,
        ministry=tree.above(owner, InstitutionKind.MINISTRY),
        secretariat=tree.above(owner, InstitutionKind.SECRETARIAT),
        category=category_term(row.category) if row.category else None,
        topics=tuple(topic_term(link.topic) for link in row.topics),
        life_events=tuple(life_event_term(link.life_event) for link in row.life_events),
        audiences=tuple(Audience(word) for word in row.audiences),
        requirements=requirements(row),
        steps=steps(row),
        fees=fees(row),
        response_time=response_time(row),
        channels=channels(row),
        forms=forms(row),
        legal_bases=legal_bases(row),
        coverage=coverage(row),
        stage_confirmed=Stage(row.stage_confirmed),
        stage_declared=Stage(row.stage_declared),
        evidence=evidence,
        estimated_fields=frozenset(row.estimated_fields),
    )


def requirements(row: ServiceRow) -> tuple[Requirement, ...]:
    """What is needed, in order."""
    return tuple(
        Requirement(
            text=part.text,
            kind=part.kind,
            is_mandatory=part.is_mandatory,
            case=part.case,
            issuer=part.issuer,
            legal_basis=part.legal_basis,
        )
        for part in row.requirements
    )


def steps(row: ServiceRow) -> tuple[Step, ...]:
    """What to do, in order."""
    return tuple(
        Step(title=part.title, description=part.description, channel=part.channel)
        for part in row.steps
    )


def fees(row: ServiceRow) -> tuple[Fee, ...]:
    """What is paid, in order."""
    return tuple(
        Fee(
            concept=part.concept,
            amount=part.amount,
            most=part.most,
            currency=part.currency,
            note=part.note,
            is_estimate=part.is_estimate,
        )
        for part in row.fees
    )


def channels(row: ServiceRow) -> tuple[Channel, ...]:
    """The ways to reach it, in order."""
    return tuple(
        Channel(
            kind=part.kind,
            action=part.action,
            url=part.url,
            telephone=part.telephone,
            hours=part.hours,
            requires_account=part.requires_account,
        )
        for part in row.channels
    )


def forms(row: ServiceRow) -> tuple[DownloadableForm, ...]:
    """The forms to fill in, in order."""
    return tuple(
        DownloadableForm(title=part.title, url=part.url, media_type=part.media_type, size=part.size)
        for part in row.forms
    )


def legal_bases(row: ServiceRow) -> tuple[LegalBasis, ...]:
    """The laws it rests on, in order."""
    return tuple(
        LegalBasis(citation=part.citation, url=part.url, is_estimate=part.is_estimate)
        for part in row.legal_bases
    )


def coverage(row: ServiceRow) -> tuple[Coverage, ...]:
    """Where it is offered, in order."""
    return tuple(Coverage(kind=part.kind, code=part.code, name=part.name) for part in row.coverage)


def response_time(row: ServiceRow) -> ResponseTime | None:
    """How long it takes; None where nothing is stated."""
    if not row.time_text:
        return None
    return ResponseTime(
        text=row.time_text,
        least=row.time_least,
        most=row.time_most,
        unit=row.time_unit,
        working=row.time_working,
    )
