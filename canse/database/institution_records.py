"""Everything asked of the institutions' tables."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from canse.database.tables import InstitutionRow, PortalRow, ServiceRow
from canse.domain.institution import InstitutionKind, InstitutionRef, responsible_ancestor
from canse.domain.overview import InstitutionCount
from canse.domain.publication import PublicationState


def reference(row: InstitutionRow) -> InstitutionRef:
    """The little that names an institution."""
    return InstitutionRef(slug=row.slug, name=row.name, acronym=row.acronym, kind=row.kind)


@dataclass(frozen=True, kw_only=True)
class InstitutionTree:
    """All institutions and whom each answers to, to find the ministry or secretariat above one."""

    references: dict[str, InstitutionRef]
    parents: dict[str, str]

    def above(self, slug: str | None, kind: InstitutionKind) -> InstitutionRef | None:
        """The nearest institution of a kind, from the institution itself upwards."""
        if slug is None:
            return None
        kinds = {key: value.kind for key, value in self.references.items()}
        found = responsible_ancestor(slug, kind, kinds, self.parents)
        return self.references[found] if found else None


def institution_tree(session: Session) -> InstitutionTree:
    """Read all institutions at once: they are few and asked for together."""
    rows = session.scalars(select(InstitutionRow)).all()
    slugs = {row.id: row.slug for row in rows}
    return InstitutionTree(
        references={row.slug: reference(row) for row in rows},
        parents={row.slug: slugs[row.parent_id] for row in rows if row.parent_id},
    )


def institution_by_slug(session: Session, slug: str) -> InstitutionRow | None:
    """One institution with its portals and parent."""
    return session.scalar(
        select(InstitutionRow)
        .where(InstitutionRow.slug == slug)
        .options(selectinload(InstitutionRow.portals), selectinload(InstitutionRow.parent))
    )


def dependencies_of(session: Session, institution_id: int) -> tuple[InstitutionRef, ...]:
    """The institutions that answer directly to one, by name."""
    rows = session.scalars(
        select(InstitutionRow)
        .where(InstitutionRow.parent_id == institution_id)
        .order_by(InstitutionRow.name)
    )
    return tuple(reference(row) for row in rows)


def institution_of_host(session: Session, host: str) -> InstitutionRow | None:
    """The institution that owns a host: of several that share it, the one the others answer to.

    None when nobody claims it, or when those who do answer to no one of them.
    """
    owners = session.scalars(
        select(InstitutionRow)
        .join(PortalRow, PortalRow.institution_id == InstitutionRow.id)
        .where(PortalRow.host == host)
        .distinct()
    ).all()
    claimants = {row.id for row in owners}
    heads = [row for row in owners if row.parent_id not in claimants]
    return heads[0] if len(heads) == 1 else None


def institution_counts(
    session: Session, kind: InstitutionKind | None
) -> tuple[InstitutionCount, ...]:
    """Institutions of a kind, or all, with their published services; by name."""
    count = func.count(ServiceRow.id)
    query = (
        select(InstitutionRow, count)
        .outerjoin(
            ServiceRow,
            (ServiceRow.institution_id == InstitutionRow.id)
            & (ServiceRow.state == PublicationState.PUBLISHED),
        )
        .group_by(InstitutionRow.id)
        .order_by(InstitutionRow.name)
    )
    if kind is not None:
        query = query.where(InstitutionRow.kind == kind)
    return tuple(
        InstitutionCount(institution=reference(row), count=number)
        for row, number in session.execute(query)
    )


def kind_counts(session: Session) -> dict[InstitutionKind, int]:
    """How many institutions there are of each kind."""
    counted = select(InstitutionRow.kind, func.count()).group_by(InstitutionRow.kind)
    return dict(iter(session.execute(counted)))


def portals(session: Session, slug: str | None = None) -> tuple[tuple[str, str], ...]:
    """The main portal of each institution, or every portal of one, as (address, slug)."""
    query = (
        select(PortalRow.url, InstitutionRow.slug)
        .join(InstitutionRow, PortalRow.institution_id == InstitutionRow.id)
        .order_by(InstitutionRow.slug, PortalRow.position)
    )
    query = (
        query.where(InstitutionRow.slug == slug) if slug else query.where(PortalRow.position == 0)
    )
    return tuple((url, owner) for url, owner in session.execute(query))
