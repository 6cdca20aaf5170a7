"""What the index needs of the catalogue, and nothing more."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from canse.domain.search_knowledge import SearchKnowledge
from canse.domain.service import ServiceSheet


class Change(Protocol):
    """An entry of the change log: something about this service changed."""

    @property
    def number(self) -> int:
        """Its place in the log, from 1 up."""
        ...

    @property
    def service_id(self) -> int:
        """Which service."""
        ...


class Source(Protocol):
    """The reading side of the catalogue; every method may raise CatalogueUnavailable."""

    def change_number(self) -> int:
        """The last number of the change log; 0 while it is empty."""
        ...

    def changes(self, after: int, limit: int = 500) -> Sequence[Change]:
        """The next entries of the log after a number, in order."""
        ...

    def sheets(self, ids: Sequence[int]) -> Sequence[ServiceSheet]:
        """The sheets of these ids in any state; ids that no longer exist are left out."""
        ...

    def published_sheets(self) -> Iterator[ServiceSheet]:
        """Every published sheet."""
        ...

    def search_knowledge(self) -> SearchKnowledge:
        """What searching people taught: synonyms, promotions, past queries, clicks."""
        ...
