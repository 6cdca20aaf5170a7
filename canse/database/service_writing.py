"""How the content of a service is put into its rows."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from canse.database import service_reading as reading
from canse.database.institution_records import institution_by_slug
from canse.database.numbers import SERVICE_NUMBER, take_number
from canse.database.tables import (
    ChannelRow,
    CoverageRow,
    FeeRow,
    FormRow,
    LegalBasisRow,
    RequirementRow,
    ServiceLifeEventRow,
    ServiceRow,
    ServiceTopicRow,
    StepRow,
)
from canse.database.vocabulary_records import category_by_slug, life_event_by_slug, topic_named
from canse.domain.content import ServiceContent, as_plain
from canse.domain.errors import NotFound
from canse.domain.naming import same_address_key, same_name_key, slugify
from canse.domain.publication import PublicationState
from canse.domain.service import Audience, Provenance
from canse.domain.stages import Stage


def new_service(
    session: Session,
    content: ServiceContent,
    *,
    state: PublicationState,
    provenance: Provenance,
    at: datetime,
    slug: str = "",
) -> ServiceRow:
    """Add a service with a number and a slug of its own; NotFound for an unknown owner or term."""
    row = ServiceRow(
        number=take_number(session, SERVICE_NUMBER),
        slug=slug or free_slug(session, content.name, content.institution or ""),
        name=content.name,
        name_key="",
        state=state,
        provenance=provenance,
        created_at=at,
        updated_at=at,
        revision=0,
    )
    session.add(row)
    write_content(session, row, content)
    session.flush()
    return row


def free_slug(session: Session, name: str, owner: str) -> str:
    """A slug nobody has: the name, then with its owner, then with a number."""
    wanted = slugify(name)
    candidates = [wanted, f"{wanted}-{owner}"[:95].rstrip("-")] if owner else [wanted]
    taken = set(session.scalars(select(ServiceRow.slug).where(ServiceRow.slug.startswith(wanted))))
    for candidate in candidates:
        if candidate not in taken:
            return candidate
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def content_of(row: ServiceRow) -> ServiceContent:
    """The editable content as stored."""
    return ServiceContent(
        name=row.name,
        summary=row.summary,
        description=row.description,
        institution=row.institution.slug if row.institution else None,
        unit=row.unit,
        category=row.category.slug if row.category else None,
        topics=tuple(link.topic.name for link in row.topics),
        life_events=tuple(link.life_event.slug for link in row.life_events),
        audiences=tuple(Audience(word) for word in row.audiences),
        modality=row.modality,
        action_url=row.action_url,
        requirements=reading.requirements(row),
        steps=reading.steps(row),
        fees=reading.fees(row),
        response_time=reading.response_time(row),
        result=row.result,
        result_validity=row.result_validity,
        channels=reading.channels(row),
        forms=reading.forms(row),
        legal_bases=reading.legal_bases(row),
        coverage=reading.coverage(row),
        stage_declared=Stage(row.stage_declared),
        confidence=row.confidence,
        estimated_fields=frozenset(row.estimated_fields),
        source=row.source,
    )


def write_content(session: Session, row: ServiceRow, content: ServiceContent) -> None:
    """Put checked content into the row and its parts."""
    row.name, row.name_key = content.name, same_name_key(content.name)[:300]
    row.summary, row.description = content.summary, content.description
    row.unit, row.modality = content.unit, content.modality
    row.action_url, row.action_key = content.action_url, same_address_key(content.action_url)
    row.result, row.result_validity = content.result, content.result_validity
    row.stage_declared, row.confidence = int(content.stage_declared), content.confidence
    row.source = content.source
    row.audiences = as_plain(content.audiences)
    row.estimated_fields = as_plain(content.estimated_fields)
    _write_owner(session, row, content)
    _write_time(row, content)
    _write_vocabulary(session, row, content)
    _write_parts(session, row, content)


def _write_owner(session: Session, row: ServiceRow, content: ServiceContent) -> None:
    row.institution = None
    row.category = None
    if content.institution is not None:
        row.institution = institution_by_slug(session, content.institution)
        if row.institution is None:
            raise NotFound("No existe la institución «{slug}».", slug=content.institution)
    if content.category is not None:
        row.category = category_by_slug(session, content.category)
        if row.category is None:
            raise NotFound("No existe la categoría «{slug}».", slug=content.category)


def _write_time(row: ServiceRow, content: ServiceContent) -> None:
    time = content.response_time
    row.time_text = time.text if time else ""
    row.time_least = time.least if time else None
    row.time_most = time.most if time else None
    row.time_unit = time.unit if time else None
    row.time_working = time.working if time else None


def _write_vocabulary(session: Session, row: ServiceRow, content: ServiceContent) -> None:
    topics = [topic_named(session, name) for name in content.topics]
    unique = list({topic.id: topic for topic in topics}.values())
    kept = {link.topic_id: link for link in row.topics}
    row.topics = []
    for position, topic in enumerate(unique):
        link = kept.get(topic.id) or ServiceTopicRow(topic=topic, position=position)
        link.position = position
        row.topics.append(link)
    events = []
    for slug in dict.fromkeys(content.life_events):
        event = life_event_by_slug(session, slug)
        if event is None:
            raise NotFound("No existe el evento de vida «{slug}».", slug=slug)
        events.append(event)
    kept_events = {link.life_event_id: link for link in row.life_events}
    row.life_events = [
        kept_events.get(event.id) or ServiceLifeEventRow(life_event=event) for event in events
    ]


_PARTS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("requirements", RequirementRow),
    ("steps", StepRow),
    ("fees", FeeRow),
    ("channels", ChannelRow),
    ("forms", FormRow),
    ("legal_bases", LegalBasisRow),
    ("coverage", CoverageRow),
)


def _write_parts(session: Session, row: ServiceRow, content: ServiceContent) -> None:
    for name, make in _PARTS:
        values: Sequence[Any] = getattr(content, name)
        stored = getattr(reading, name)(row)
        if stored != values:
            parts = [make(position=at, **vars(value)) for at, value in enumerate(values)]
            setattr(row, name, parts)
