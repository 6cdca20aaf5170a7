"""The face of the index that the rest of the system knows, whatever engine is behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from canse.domain.search_knowledge import SearchKnowledge
from indices.document import Document

MAX_PAGE_SIZE = 50
MAX_PAGE = 200
MAX_TEXT_LENGTH = 200
MAX_SUGGESTIONS = 8
NO_KNOWLEDGE = SearchKnowledge()


class Facet(StrEnum):
    """What results can be narrowed by; the value of each is a slug, or a word named here.

    STAGE holds "0".."4", ONLINE and FREE "si"/"no", AUDIENCE "persona"/"empresa"/"extranjero"/
    "institucion", DEPARTMENT and MUNICIPALITY codes of the INE ("01", "0101"). A ministry or
    secretariat holds the services of its dependencies too.
    """

    TOPIC = "tema"
    INSTITUTION = "institucion"
    CATEGORY = "categoria"
    MINISTRY = "ministerio"
    SECRETARIAT = "secretaria"
    STAGE = "etapa"
    ONLINE = "en_linea"
    FREE = "gratis"
    LIFE_EVENT = "evento"
    AUDIENCE = "publico"
    DEPARTMENT = "departamento"
    MUNICIPALITY = "municipio"


class Order(StrEnum):
    """How results are sorted."""

    RELEVANCE = "relevancia"
    NAME = "nombre"
    MOST_USED = "mas-usados"
    RECENT = "reciente"
    CHECKED = "revisados"


class Match(StrEnum):
    """How much of what was typed the services found have."""

    ALL_WORDS = "todas"
    MOST_WORDS = "casi-todas"
    FEW_WORDS = "pocas"
    NO_WORDS = "sin-palabras"


class SuggestionKind(StrEnum):
    """What a suggestion leads to."""

    SERVICE = "servicio"
    INSTITUTION = "institucion"
    CATEGORY = "categoria"
    QUERY = "busqueda"


class IndexUnavailable(Exception):
    """The index is missing, damaged or being replaced; the caller answers from the catalogue."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """One search: words as the citizen typed them, filters, order and page (from 1).

    Several values of one facet are joined by OR, different facets by AND. Nothing typed and no
    filter means all services. `is_exact` takes the words as they stand: nothing is corrected,
    completed or taken for another. `explain` asks for the reasons, for staff.
    """

    text: str = ""
    filters: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    page: int = 1
    page_size: int = 10
    facets: tuple[Facet, ...] = ()
    is_exact: bool = False
    explain: bool = False


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One service found.

    `marks` maps a stored field ("name", "summary") to the spans [start, end) of the words found,
    in characters of `fields[that field]`. `fields` holds what a result page shows without the
    database: every stored field of `indices.fields`.
    """

    id: int
    slug: str
    score: float
    fields: Mapping[str, str]
    marks: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetCount:
    """How many of all matching services have one value of a facet."""

    value: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of results. `total` counts all matches; facet counts are over all of them, each facet
    counted as if it carried no filter of its own. `corrections` lists texts to offer instead.
    `match` tells how much of the text the services have, `missing` the words, as typed, that the
    first of them lacks. Where nothing fits well, nothing is found, `is_confident` is False, and
    `nearest` holds what comes closest.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[Facet, tuple[FacetCount, ...]]
    corrections: tuple[str, ...] = ()
    match: Match = Match.NO_WORDS
    missing: tuple[str, ...] = ()
    is_confident: bool = True
    nearest: tuple[Hit, ...] = ()
    generation: str = ""
    is_degraded: bool = False
    explanation: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Something to go on with while typing; `slug` is empty for a query."""

    kind: SuggestionKind
    text: str
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class IndexStatus:
    """How the index is: `applied` is the last number of the change log it holds."""

    generation: str
    documents: int
    applied: int
    is_healthy: bool
    problem: str = ""


class SearchIndex(Protocol):
    """What every engine offers. All methods may raise IndexUnavailable."""

    def search(self, query: Query) -> Page:
        """Find services; never raises for any text a person may type."""
        ...

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What a person may be typing, best first, at most MAX_SUGGESTIONS; any text will do."""
        ...

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        knowledge: SearchKnowledge | None = None,
    ) -> None:
        """Take ids out, put documents in and note the change number, in one commit.

        `knowledge` replaces that of the index; None keeps it.
        """
        ...

    def rebuild(
        self,
        documents: Iterable[Document],
        *,
        applied: int,
        knowledge: SearchKnowledge = NO_KNOWLEDGE,
    ) -> str:
        """Build a new generation beside the old, then switch; returns the generation's name."""
        ...

    def status(self) -> IndexStatus:
        """Tell how the index is; never raises."""
        ...
