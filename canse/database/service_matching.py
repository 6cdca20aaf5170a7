"""Finding the service of the catalogue that an audit saw, by owner and name or by its action."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from canse.database.tables import InstitutionRow, ServiceRow
from canse.domain.audit import FoundService
from canse.domain.naming import host_of, same_address_key, same_name_key


def matching_service(
    session: Session,
    found: FoundService,
    owner: InstitutionRow | None,
    portal_url: str,
    shared_actions: frozenset[str],
) -> ServiceRow | None:
    """The one service this is; None when there is none, or when it could be several.

    `shared_actions` are addresses that several services of the report lead to: they are the mark
    of none. Services without an owner are compared on their own host only: two portals that nobody
    claims may each have their own "Licencias". Once the host is claimed they are its owner's.
    """
    named = _by_name(session, found, owner, portal_url)
    if named or same_address_key(found.action_url or "") in shared_actions:
        return named
    return _by_action(session, found, owner, portal_url)


def _by_name(
    session: Session, found: FoundService, owner: InstitutionRow | None, portal_url: str
) -> ServiceRow | None:
    key = same_name_key(found.name)[:300]
    rows = session.scalars(select(ServiceRow).where(ServiceRow.name_key == key)).all()
    return _the_one(rows, owner, portal_url) if key else None


def _by_action(
    session: Session, found: FoundService, owner: InstitutionRow | None, portal_url: str
) -> ServiceRow | None:
    key = same_address_key(found.action_url or "")
    if "/" not in key and "?" not in key:
        return None  # a home page is the action of many services and the mark of none
    rows = session.scalars(select(ServiceRow).where(ServiceRow.action_key == key)).all()
    return _the_one(rows, owner, portal_url) if len(rows) == 1 else None


def _the_one(
    rows: Sequence[ServiceRow], owner: InstitutionRow | None, portal_url: str
) -> ServiceRow | None:
    """The owner's own, or else the one found on this host before anybody claimed it."""
    owned = [row for row in rows if owner and row.institution_id == owner.id]
    unclaimed = [
        row
        for row in rows
        if row.institution_id is None and host_of(row.found_at_url) == host_of(portal_url)
    ]
    candidates = owned or unclaimed
    return candidates[0] if len(candidates) == 1 else None
