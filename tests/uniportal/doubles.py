"""Stand-ins that show a face of the house in a state hard to bring about."""

from collections.abc import Iterable

from canse.domain.search_knowledge import SearchKnowledge
from indices.document import Document
from indices.port import NO_KNOWLEDGE, IndexStatus, IndexUnavailable, Page, Query, Suggestion


class SickIndex:
    """An index that cannot answer, and says why."""

    def __init__(self, problem: str) -> None:
        self.problem = problem

    def search(self, query: Query) -> Page:
        raise IndexUnavailable(self.problem)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        raise IndexUnavailable(self.problem)

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        knowledge: SearchKnowledge | None = None,
    ) -> None:
        raise IndexUnavailable(self.problem)

    def rebuild(
        self,
        documents: Iterable[Document],
        *,
        applied: int,
        knowledge: SearchKnowledge = NO_KNOWLEDGE,
    ) -> str:
        raise IndexUnavailable(self.problem)

    def status(self) -> IndexStatus:
        return IndexStatus(
            generation="", documents=0, applied=0, is_healthy=False, problem=self.problem
        )
