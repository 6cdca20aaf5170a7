"""Brings the index up to date with the catalogue by reading its change log."""

from dataclasses import dataclass
from datetime import UTC, datetime

from canse.domain.publication import PublicationState
from indices.document import document_of
from indices.port import SearchIndex
from indices.rebuild import rebuild
from indices.source import Source

CHANGES_A_COMMIT = 500


@dataclass(frozen=True, kw_only=True)
class FollowResult:
    """What was done; `applied` is the change number the index now holds."""

    changes: int
    upserted: int
    deleted: int
    applied: int
    was_rebuilt: bool = False


def follow(index: SearchIndex, source: Source, limit: int = CHANGES_A_COMMIT) -> FollowResult:
    """Apply every change the index does not hold yet, at most `limit` in one commit.

    The number applied is kept in the same commit as its documents, so that a process killed at any
    moment can simply run again. An index that is damaged, or that knows more changes than the
    catalogue has (another catalogue took its place), is rebuilt.
    """
    status = index.status()
    if not status.is_healthy or status.applied > source.change_number():
        rebuild(index, source)
        new = index.status()
        return FollowResult(
            changes=0, upserted=new.documents, deleted=0, applied=new.applied, was_rebuilt=True
        )
    today = datetime.now(UTC).date()
    applied, changed, upserted, deleted = status.applied, 0, 0, 0
    while changes := source.changes(applied, limit):
        ids = list(dict.fromkeys(change.service_id for change in changes))
        documents = [
            document_of(sheet, today)
            for sheet in source.sheets(ids)
            if sheet.state is PublicationState.PUBLISHED
        ]
        gone = set(ids) - {document.id for document in documents}
        applied = max(change.number for change in changes)
        index.apply(
            upserts=documents,
            deletes=sorted(gone),
            applied=applied,
            knowledge=source.search_knowledge(),
        )
        changed += len(changes)
        upserted += len(documents)
        deleted += len(gone)
    return FollowResult(changes=changed, upserted=upserted, deleted=deleted, applied=applied)
