"""Builds the whole index anew from the catalogue."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from canse.domain.service import ServiceSheet
from indices.document import document_of
from indices.port import SearchIndex
from indices.source import Source

Watch = Callable[[Iterable[ServiceSheet]], Iterable[ServiceSheet]]


def rebuild(index: SearchIndex, source: Source, watch: Watch = iter) -> str:
    """Put all published sheets into a new generation; returns its name.

    `watch` passes the sheets through, for whoever wants to show how it goes.
    """
    # Read before the sheets: what changes while they are read is then applied once more, not lost.
    applied = source.change_number()
    today = datetime.now(UTC).date()
    knowledge = source.search_knowledge()
    documents = (document_of(sheet, today) for sheet in watch(source.published_sheets()))
    return index.rebuild(documents, applied=applied, knowledge=knowledge)
