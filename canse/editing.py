"""Writing the catalogue: each use-case one transaction, each with its revision and its change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from canse.database.change_log import log_change
from canse.database.revision_records import Author, Revision, add_revision, revisions_of
from canse.database.service_records import service_by_slug
from canse.database.service_writing import content_of, new_service, write_content
from canse.database.session import Database
from canse.database.tables import ServiceRow
from canse.domain.content import CONTENT_FIELDS, ServiceContent, as_plain, checked, differences
from canse.domain.errors import BadInput, Conflict, NotFound
from canse.domain.publication import PublicationState, require_move
from canse.domain.service import Provenance

__all__ = ["Author", "Editing", "Revision"]


class Editing:
    """What may be done to services; every change keeps who, when, what and why."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self,
        content: ServiceContent,
        author: Author,
        *,
        provenance: Provenance = Provenance.STAFF,
        state: PublicationState = PublicationState.DRAFT,
    ) -> str:
        """Add a service and return its slug; BadInput or NotFound when it cannot be stored."""
        with self._database.transaction() as session:
            return add_service(session, content, author, provenance=provenance, state=state).slug

    def update(
        self,
        slug: str,
        changes: Mapping[str, Any],
        author: Author,
        *,
        expected_revision: int | None = None,
    ) -> int:
        """Change fields of ServiceContent by name and return the revision number.

        Conflict when the service has moved on since `expected_revision`. Nothing is written when
        nothing differs.
        """
        unknown = sorted(set(changes) - set(CONTENT_FIELDS))
        if unknown:
            raise BadInput("No existe el campo «{field}».", field=unknown[0])
        with self._database.transaction() as session:
            row = _service(session, slug)
            if expected_revision is not None and expected_revision != row.revision:
                raise Conflict("Otra persona cambió este servicio. Revise su versión antes.")
            change_content(session, row, replace(content_of(row), **changes), author, "edited")
            return row.revision

    def move(self, slug: str, target: PublicationState, author: Author) -> None:
        """Take a service to another state of publication; NotAllowed when the step is not open."""
        with self._database.transaction() as session:
            row = _service(session, slug)
            require_move(row.state, target)
            change_state(session, row, target, author)

    def confirm(self, slug: str, author: Author, *, next_review_on: date | None = None) -> None:
        """Record that the institution has read the sheet and stands by it."""
        with self._database.transaction() as session:
            row = _service(session, slug)
            before = row.is_confirmed
            row.is_confirmed = True
            row.reviewed_at, row.reviewed_by = author.at, author.name
            row.next_review_on = next_review_on
            changes = {"is_confirmed": {"before": before, "after": True}}
            add_revision(session, row, author, "confirmed", changes)
            log_change(session, row.id, author.at)

    def history(self, slug: str) -> tuple[Revision, ...]:
        """Every change of a service, newest first."""
        with self._database.reading() as session:
            return revisions_of(session, _service(session, slug).id)


def add_service(
    session: Session,
    content: ServiceContent,
    author: Author,
    *,
    provenance: Provenance,
    state: PublicationState,
    slug: str = "",
) -> ServiceRow:
    """Add a service inside a transaction already begun, with its first revision and change."""
    content = checked(content)
    row = new_service(session, content, state=state, provenance=provenance, at=author.at, slug=slug)
    first = {name: {"before": None, "after": value} for name, value in as_plain(content).items()}
    add_revision(session, row, author, "created", first)
    log_change(session, row.id, author.at)
    return row


def change_content(
    session: Session, row: ServiceRow, content: ServiceContent, author: Author, action: str
) -> bool:
    """Write content inside a transaction already begun; False when nothing differs."""
    content = checked(content)
    changes = differences(content_of(row), content)
    if not changes:
        return False
    write_content(session, row, content)
    add_revision(session, row, author, action, changes)
    log_change(session, row.id, author.at)
    return True


def change_state(
    session: Session, row: ServiceRow, target: PublicationState, author: Author
) -> None:
    """Move a service inside a transaction already begun, without asking whether it may."""
    changes = {"state": {"before": row.state.value, "after": target.value}}
    row.state = target
    add_revision(session, row, author, "moved", changes)
    log_change(session, row.id, author.at)


def _service(session: Session, slug: str) -> ServiceRow:
    row = service_by_slug(session, slug)
    if row is None:
        raise NotFound("No existe el servicio «{slug}».", slug=slug)
    return row
