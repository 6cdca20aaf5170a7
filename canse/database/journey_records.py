"""Everything asked of the tables of journeys."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from canse.database.tables import (
    JourneyRow,
    JourneyStepRow,
    JourneyStepServiceRow,
    ServiceRow,
)
from canse.domain.journey import Journey, JourneyPlace, JourneyStep


def journey_rows(session: Session) -> dict[str, JourneyRow]:
    """All journeys by slug, in editorial order."""
    rows = session.scalars(_whole().order_by(JourneyRow.position, JourneyRow.id))
    return {row.slug: row for row in rows}


def journey_by_slug(session: Session, slug: str) -> JourneyRow | None:
    """One journey with its steps."""
    return session.scalar(_whole().where(JourneyRow.slug == slug))


def journey_of(row: JourneyRow) -> Journey:
    """A row as the journey it holds."""
    return Journey(
        slug=row.slug,
        title=row.title,
        summary=row.summary,
        phrases=tuple(row.phrases),
        steps=tuple(
            JourneyStep(
                title=step.title,
                note=step.note,
                condition=step.condition,
                is_parallel=step.is_parallel,
                services=tuple(link.service.slug for link in step.services),
            )
            for step in row.steps
        ),
    )


def put_journey(
    session: Session,
    journey: Journey,
    row: JourneyRow | None,
    services: Mapping[str, int],
    at: datetime,
) -> JourneyRow:
    """Keep a journey, over its row where there is one; `services` maps slugs to identifiers."""
    if row is None:
        last = session.scalar(select(func.max(JourneyRow.position))) or 0
        row = JourneyRow(slug=journey.slug, position=last + 1)
        session.add(row)
    row.title, row.summary = journey.title, journey.summary
    row.phrases, row.updated_at = list(journey.phrases), at
    row.steps = []
    session.flush()  # the old steps leave before the new ones take their places
    row.steps = [
        _step_row(place, step, services) for place, step in enumerate(journey.steps, start=1)
    ]
    session.flush()
    return row


def service_ids(session: Session) -> dict[str, int]:
    """The identifier of every service in any state, by slug."""
    pairs = session.execute(select(ServiceRow.slug, ServiceRow.id))
    return {row.slug: row.id for row in pairs}


def places_of(session: Session, service_id: int) -> tuple[JourneyPlace, ...]:
    """The journeys a service stands in, in editorial order."""
    query = (
        select(JourneyRow.slug, JourneyRow.title, func.min(JourneyStepRow.position))
        .join(JourneyStepRow, JourneyStepRow.journey_id == JourneyRow.id)
        .join(JourneyStepServiceRow, JourneyStepServiceRow.step_id == JourneyStepRow.id)
        .where(JourneyStepServiceRow.service_id == service_id)
        .group_by(JourneyRow.id, JourneyRow.slug, JourneyRow.title, JourneyRow.position)
        .order_by(JourneyRow.position)
    )
    return tuple(
        JourneyPlace(slug=slug, title=title, step=step)
        for slug, title, step in session.execute(query)
    )


def _whole() -> Select[JourneyRow]:
    return select(JourneyRow).options(
        selectinload(JourneyRow.steps)
        .selectinload(JourneyStepRow.services)
        .joinedload(JourneyStepServiceRow.service)
    )


def _step_row(place: int, step: JourneyStep, services: Mapping[str, int]) -> JourneyStepRow:
    return JourneyStepRow(
        position=place,
        title=step.title,
        note=step.note,
        condition=step.condition,
        is_parallel=step.is_parallel,
        services=[
            JourneyStepServiceRow(service_id=services[slug], position=number)
            for number, slug in enumerate(step.services, start=1)
        ],
    )
