"""Finding the service of the catalogue that an audit saw, by owner and name or by its action."""

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
    of none. Without an owner, only services found on the same host are compared: two portals that
    nobody claims may each have their own "Licencias".
    """
    named = _by_name(session, found, owner, portal_url)
    if named or same_address_key(found.action_url or "") in shared_actions:
        return named
    return _by_action(session, found, owner, portal_url)


def _by_name(
    session: Session, found: FoundService, owner: InstitutionRow | None, portal_url: str
) -> ServiceRow | None:
    key = same_name_key(found.name)[:300]
    query = select(ServiceRow).where(
        ServiceRow.name_key == key,
        ServiceRow.institution_id == (owner.id if owner else None),
    )
    rows = [row for row in session.scalars(query) if owner or _found_on(row, portal_url)]
    return rows[0] if key and len(rows) == 1 else None


def _by_action(
    session: Session, found: FoundService, owner: InstitutionRow | None, portal_url: str
) -> ServiceRow | None:
    key = same_address_key(found.action_url or "")
    if "/" not in key and "?" not in key:
        return None  # a home page is the action of many services and the mark of none
    rows = session.scalars(select(ServiceRow).where(ServiceRow.action_key == key)).all()
    if len(rows) != 1:
        return None
    row = rows[0]
    is_same_owner = row.institution_id == (owner.id if owner else None)
    return row if is_same_owner and (owner or _found_on(row, portal_url)) else None


def _found_on(row: ServiceRow, portal_url: str) -> bool:
    return host_of(row.found_at_url) == host_of(portal_url)
