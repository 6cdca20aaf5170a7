"""Everything asked of the services' tables that gives rows or identifiers."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from canse.database.service_reading import whole_services
from canse.database.tables import CategoryRow, InstitutionRow, ServiceRow, ServiceTopicRow
from canse.database.vocabulary_records import PUBLISHED
from canse.domain.overview import ServiceName
from canse.domain.publication import PublicationState


def service_by_slug(session: Session, slug: str) -> ServiceRow | None:
    """One service in any state, with all its parts."""
    return session.scalar(whole_services().where(ServiceRow.slug == slug))


def published_by_slug(session: Session, slug: str) -> ServiceRow | None:
    """One service that citizens see, with all its parts."""
    return session.scalar(whole_services().where(PUBLISHED, ServiceRow.slug == slug))


def is_archived(session: Session, slug: str) -> bool:
    """Whether there was such a service, and it is offered no more."""
    query = select(ServiceRow.id).where(ServiceRow.slug == slug)
    archived = query.where(ServiceRow.state == PublicationState.ARCHIVED)
    return session.scalar(archived) is not None


def published_by_slugs(session: Session, slugs: Sequence[str]) -> Sequence[ServiceRow]:
    """Some services that citizens see, with all their parts."""
    return session.scalars(whole_services().where(PUBLISHED, ServiceRow.slug.in_(slugs))).all()


def published_by_number(session: Session, number: int) -> ServiceRow | None:
    """One service that citizens see, by its short public number."""
    return session.scalar(whole_services().where(PUBLISHED, ServiceRow.number == number))


def published_after(session: Session, number: int, limit: int) -> Sequence[ServiceRow]:
    """The next services that citizens see after a number, with all their parts."""
    query = whole_services().where(PUBLISHED, ServiceRow.number > number)
    return session.scalars(query.order_by(ServiceRow.number).limit(limit)).all()


def published_of_institution(session: Session, slug: str) -> Sequence[ServiceRow]:
    """The services of an institution that citizens see, by name."""
    query = (
        whole_services()
        .join(InstitutionRow, InstitutionRow.id == ServiceRow.institution_id)
        .where(PUBLISHED, InstitutionRow.slug == slug)
        .order_by(ServiceRow.name_key, ServiceRow.number)
    )
    return session.scalars(query).all()


def published_names(session: Session) -> tuple[ServiceName, ...]:
    """The names of all services that citizens see, in no order that people would expect."""
    query = (
        select(ServiceRow.slug, ServiceRow.name, InstitutionRow.acronym, InstitutionRow.name)
        .outerjoin(InstitutionRow, InstitutionRow.id == ServiceRow.institution_id)
        .where(PUBLISHED)
        .order_by(ServiceRow.number)
    )
    return tuple(
        ServiceName(slug=slug, name=name, institution=acronym or owner or "")
        for slug, name, acronym, owner in session.execute(query)
    )


def published_count(session: Session, institution_id: int | None = None) -> int:
    """How many services citizens see, of one institution or of all."""
    query = select(func.count(ServiceRow.id)).where(PUBLISHED)
    if institution_id is not None:
        query = query.where(ServiceRow.institution_id == institution_id)
    return session.scalar(query) or 0


def related_ids(session: Session, service_id: int, category: str, limit: int) -> list[int]:
    """Published services that share most topics with one, then those of its category."""
    topics = select(ServiceTopicRow.topic_id).where(ServiceTopicRow.service_id == service_id)
    near = session.scalars(
        select(ServiceRow.id)
        .join(ServiceTopicRow, ServiceTopicRow.service_id == ServiceRow.id)
        .where(PUBLISHED, ServiceRow.id != service_id, ServiceTopicRow.topic_id.in_(topics))
        .group_by(ServiceRow.id)
        .order_by(func.count(ServiceTopicRow.topic_id).desc(), ServiceRow.number)
        .limit(limit)
    ).all()
    same = session.scalars(
        select(ServiceRow.id)
        .join(CategoryRow, CategoryRow.id == ServiceRow.category_id)
        .where(PUBLISHED, ServiceRow.id != service_id, CategoryRow.slug == category)
        .order_by(ServiceRow.number)
        .limit(limit * 2)
    ).all()
    return list(dict.fromkeys([*near, *same]))[:limit]


def services_by_slug(session: Session) -> dict[str, ServiceRow]:
    """Every service in any state, by slug; its parts are read when asked for."""
    return {row.slug: row for row in session.scalars(select(ServiceRow))}


def open_services(session: Session) -> list[tuple[int, str, str]]:
    """Every service that has an owner and is not archived, as (identifier, owner, name key)."""
    query = (
        select(ServiceRow.id, InstitutionRow.slug, ServiceRow.name_key)
        .join(InstitutionRow, InstitutionRow.id == ServiceRow.institution_id)
        .where(ServiceRow.state != PublicationState.ARCHIVED)
    )
    return [(identifier, owner, name) for identifier, owner, name in session.execute(query)]
