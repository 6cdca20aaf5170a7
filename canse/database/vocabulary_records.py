"""Everything asked of categories, topics and life events."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from canse.database.tables import (
    CategoryRow,
    LifeEventRow,
    ServiceLifeEventRow,
    ServiceRow,
    ServiceTopicRow,
    TopicRow,
)
from canse.domain.naming import slugify
from canse.domain.overview import TermCount
from canse.domain.publication import PublicationState
from canse.domain.service import Term

PUBLISHED: ColumnElement[bool] = ServiceRow.state == PublicationState.PUBLISHED


def category_term(row: CategoryRow) -> Term:
    """A category as a term."""
    return Term(slug=row.slug, name=row.name, description=row.description)


def life_event_term(row: LifeEventRow) -> Term:
    """A life event as a term."""
    return Term(slug=row.slug, name=row.name, description=row.description)


def topic_term(row: TopicRow) -> Term:
    """A topic as a term."""
    return Term(slug=row.slug, name=row.name)


def category_by_slug(session: Session, slug: str) -> CategoryRow | None:
    """One category."""
    return session.scalar(select(CategoryRow).where(CategoryRow.slug == slug))


def category_slugs(session: Session) -> frozenset[str]:
    """The slugs of all categories."""
    return frozenset(session.scalars(select(CategoryRow.slug)))


def topic_by_slug(session: Session, slug: str) -> TopicRow | None:
    """One topic."""
    return session.scalar(select(TopicRow).where(TopicRow.slug == slug))


def life_event_by_slug(session: Session, slug: str) -> LifeEventRow | None:
    """One life event."""
    return session.scalar(select(LifeEventRow).where(LifeEventRow.slug == slug))


def topic_named(session: Session, name: str) -> TopicRow:
    """The topic of a name, made when it is new; names that give one slug are one topic."""
    slug = slugify(name)
    row = topic_by_slug(session, slug)
    if row is None:
        row = TopicRow(slug=slug, name=name)
        session.add(row)
        session.flush()
    return row


def category_counts(session: Session) -> tuple[TermCount, ...]:
    """All categories in editorial order with their published services."""
    query = (
        select(CategoryRow, func.count(ServiceRow.id))
        .outerjoin(ServiceRow, (ServiceRow.category_id == CategoryRow.id) & PUBLISHED)
        .group_by(CategoryRow.id)
        .order_by(CategoryRow.position, CategoryRow.name)
    )
    return tuple(
        TermCount(term=category_term(row), count=number) for row, number in session.execute(query)
    )


def topic_counts(session: Session, limit: int) -> tuple[TermCount, ...]:
    """The topics with most published services, then by name."""
    count = func.count(ServiceRow.id)
    query = (
        select(TopicRow, count)
        .join(ServiceTopicRow, ServiceTopicRow.topic_id == TopicRow.id)
        .join(ServiceRow, (ServiceRow.id == ServiceTopicRow.service_id) & PUBLISHED)
        .group_by(TopicRow.id)
        .order_by(count.desc(), TopicRow.name)
        .limit(limit)
    )
    return tuple(
        TermCount(term=topic_term(row), count=number) for row, number in session.execute(query)
    )


def life_event_counts(session: Session) -> tuple[TermCount, ...]:
    """The life events with published services, most first."""
    count = func.count(ServiceRow.id)
    query = (
        select(LifeEventRow, count)
        .join(ServiceLifeEventRow, ServiceLifeEventRow.life_event_id == LifeEventRow.id)
        .join(ServiceRow, (ServiceRow.id == ServiceLifeEventRow.service_id) & PUBLISHED)
        .group_by(LifeEventRow.id)
        .order_by(count.desc(), LifeEventRow.name)
    )
    return tuple(
        TermCount(term=life_event_term(row), count=number) for row, number in session.execute(query)
    )
