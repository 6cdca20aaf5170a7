"""The face of the index that the rest of the system knows, whatever engine is behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from indices.document import Document

MAX_PAGE_SIZE = 50
MAX_PAGE = 200
MAX_TEXT_LENGTH = 200


class Facet(StrEnum):
    """What results can be narrowed by; the value of each is a slug, or a word named here.

    STAGE holds "0".."4", ONLINE "si"/"no", FREE "si"/"no".
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


class Order(StrEnum):
    """How results are sorted."""

    RELEVANCE = "relevancia"
    NAME = "nombre"
    RECENT = "reciente"


SynonymPairs = Sequence[tuple[str, str]]
"""Expressions as people say them, each with the term of the catalogue it stands for."""


class IndexUnavailable(Exception):
    """The index is missing, damaged or being replaced; the caller answers from the catalogue."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """One search: words as the citizen typed them, filters, order and page (from 1).

    Several values of one facet are joined by OR, different facets by AND. Nothing typed and no
    filter means all services. `explain` asks for the reasons, for those who tend the catalogue.
    """

    text: str = ""
    filters: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    page: int = 1
    page_size: int = 10
    facets: tuple[Facet, ...] = ()
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


@dataclass(frozen=True, kw_only=True)
class FacetCount:
    """How many of all matching services have one value of a facet."""

    value: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of results. `total` counts all matches; facet counts are over all of them, each facet
    counted as if it carried no filter of its own. `corrections` lists texts to offer instead.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[Facet, tuple[FacetCount, ...]]
    corrections: tuple[str, ...] = ()
    generation: str = ""
    is_degraded: bool = False
    explanation: tuple[str, ...] = ()


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

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        synonyms: SynonymPairs | None = None,
    ) -> None:
        """Take ids out, put documents in and note the change number, in one commit.

        `synonyms` replaces those of the index; None keeps them.
        """
        ...

    def rebuild(
        self, documents: Iterable[Document], *, applied: int, synonyms: SynonymPairs = ()
    ) -> str:
        """Build a new generation beside the old, then switch; returns the generation's name."""
        ...

    def status(self) -> IndexStatus:
        """Tell how the index is; never raises."""
        ...
