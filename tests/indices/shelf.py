"""A catalogue on a shelf: sheets and a change log in memory, for tests of the index alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from canse.domain.errors import CatalogueUnavailable
from canse.domain.publication import PublicationState
from canse.domain.search_knowledge import SearchKnowledge, Synonym
from canse.domain.service import ServiceSheet, Term
from indices.document import Document, document_of
from tests.builders import sheet


@dataclass(frozen=True, kw_only=True)
class LoggedChange:
    """An entry of the change log."""

    number: int
    service_id: int


@dataclass
class Shelf:
    """Offers what `indices.source.Source` asks for; `is_closed` makes every reading fail."""

    pairs: tuple[tuple[str, str], ...] = ()
    held: dict[int, ServiceSheet] = field(default_factory=dict)
    log: list[LoggedChange] = field(default_factory=list)
    is_closed: bool = False

    def put(self, *sheets: ServiceSheet) -> None:
        for one in sheets:
            self.held[one.id] = one
            self._note(one.id)

    def remove(self, service_id: int) -> None:
        del self.held[service_id]
        self._note(service_id)

    def _note(self, service_id: int) -> None:
        self.log.append(LoggedChange(number=len(self.log) + 1, service_id=service_id))

    def _open(self) -> None:
        if self.is_closed:
            raise CatalogueUnavailable("El catálogo no responde.")

    def change_number(self) -> int:
        self._open()
        return len(self.log)

    def changes(self, after: int, limit: int = 500) -> Sequence[LoggedChange]:
        self._open()
        return self.log[after : after + limit]

    def sheets(self, ids: Sequence[int]) -> Sequence[ServiceSheet]:
        self._open()
        return [self.held[one] for one in ids if one in self.held]

    def published_sheets(self) -> Iterator[ServiceSheet]:
        self._open()
        return (s for s in self.held.values() if s.state is PublicationState.PUBLISHED)

    def search_knowledge(self) -> SearchKnowledge:
        self._open()
        return knowing(*self.pairs)


def knowing(*pairs: tuple[str, str]) -> SearchKnowledge:
    """What is known when all that people taught are other words."""
    synonyms = (Synonym(expression=expression, term=term) for expression, term in pairs)
    return SearchKnowledge(synonyms=tuple(synonyms))


def service(number: int, name: str = "", **changes: Any) -> ServiceSheet:
    """A sheet with nothing to be found by but what is given."""
    plain: dict[str, Any] = {
        "name": name or f"Servicio {number}",
        "slug": f"servicio-{number}",
        "summary": "",
        "description": "",
        "institution": None,
        "category": None,
        "topics": (),
        "life_events": (),
        "requirements": (),
    }
    return sheet(id=number, number=number, **(plain | changes))


def documents(*sheets: ServiceSheet) -> list[Document]:
    """The documents of some sheets."""
    return [document_of(one) for one in sheets]


def term(slug: str) -> Term:
    """A term named as its slug."""
    return Term(slug=slug, name=slug)
