"""One search from query to page, over whatever holds the documents; all engines here use it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from canse.domain.search_knowledge import SearchKnowledge
from indices.explaining import explanation
from indices.marking import Marker, answers
from indices.matching import Filters, Found, Matching
from indices.port import (
    MAX_PAGE,
    MAX_PAGE_SIZE,
    MAX_TEXT_LENGTH,
    Facet,
    FacetCount,
    Hit,
    Match,
    Order,
    Page,
    Query,
    SuggestionKind,
)
from indices.query import Plan, plan
from indices.remembered import Finding, RememberedFindings
from indices.synonyms import Synonyms
from indices.typos import Vocabulary

NEAREST = 3


class Corpus(Protocol):
    """The documents of one generation, by the engine's keys.

    `names` lists institutions and categories that have services, as (kind, slug, name).
    """

    generation: str
    documents: int
    matching: Matching
    vocabulary: Vocabulary
    synonyms: Synonyms
    knowledge: SearchKnowledge
    names: Sequence[tuple[SuggestionKind, str, str]]
    findings: RememberedFindings

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term, with its weight in each."""
        ...

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        ...

    def shown(self, key: int) -> tuple[int, str, Mapping[str, str]]:
        """Identifier, slug and stored fields of a document."""
        ...

    def promoted(self, text: str) -> int | None:
        """The key of the service that just this text promotes."""
        ...


def search(corpus: Corpus, query: Query) -> Page:
    """Find, filter, count, sort and cut; any text has an answer."""
    text, is_exact = query.text[:MAX_TEXT_LENGTH], query.is_exact
    finding = corpus.findings.get(
        text, is_exact=is_exact, find=partial(_find, corpus, text, is_exact=is_exact)
    )
    planned, found = finding.planned, finding.found
    if found.match is Match.FEW_WORDS:
        return _nothing_well(corpus, query, planned, found)
    filters = {facet: frozenset(values) for facet, values in query.filters.items() if values}
    narrowed = found.narrowed(filters)
    size = min(max(query.page_size, 1), MAX_PAGE_SIZE)
    start = (min(max(query.page, 1), MAX_PAGE) - 1) * size
    shown = narrowed.best(query.order, start, size)
    return Page(
        query=query,
        total=narrowed.total,
        hits=_hits(corpus, planned, shown),
        facets={facet: _counts(found, narrowed, facet, filters) for facet in query.facets},
        corrections=(planned.correction,) if planned.correction else (),
        match=found.match,
        missing=_missing(corpus, planned, shown) if found.match is Match.MOST_WORDS else (),
        generation=corpus.generation,
        explanation=explanation(corpus, planned, shown) if query.explain else (),
    )


def _find(corpus: Corpus, text: str, *, is_exact: bool) -> Finding:
    planned = plan(text, corpus.vocabulary, corpus.synonyms, is_exact=is_exact)
    promoted = corpus.promoted(text) if corpus.knowledge.promotions else None
    return Finding(planned, corpus.matching.find(planned, promoted))


def _nothing_well(corpus: Corpus, query: Query, planned: Plan, found: Found) -> Page:
    """What is said where no service has enough of the words."""
    shown = found.best(Order.RELEVANCE, 0, NEAREST)
    return Page(
        query=query,
        total=0,
        hits=(),
        facets=dict.fromkeys(query.facets, ()),
        corrections=(planned.correction,) if planned.correction else (),
        match=found.match,
        is_confident=False,
        nearest=_hits(corpus, planned, shown),
        generation=corpus.generation,
        explanation=explanation(corpus, planned, shown) if query.explain else (),
    )


def _counts(
    found: Found, narrowed: Found, facet: Facet, filters: Filters
) -> tuple[FacetCount, ...]:
    """Counts of one facet as if it had no filter of its own; most frequent first."""
    if facet in filters:
        others = {other: wanted for other, wanted in filters.items() if other is not facet}
        narrowed = found.narrowed(others)
    ranked = sorted(narrowed.counts(facet).items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(value=value, count=count) for value, count in ranked)


def _missing(corpus: Corpus, planned: Plan, shown: Sequence[tuple[int, float]]) -> tuple[str, ...]:
    """The words typed that the first service lacks."""
    if not shown:
        return ()
    first = shown[0][0]
    return tuple(
        said
        for clause, said in zip(planned.clauses, planned.said, strict=True)
        if not answers(clause, lambda term: corpus.holds(first, term))
    )


def _hits(corpus: Corpus, planned: Plan, shown: Sequence[tuple[int, float]]) -> tuple[Hit, ...]:
    marker = Marker(planned)
    return tuple(_hit(corpus, marker, key, score) for key, score in shown)


def _hit(corpus: Corpus, marker: Marker, key: int, score: float) -> Hit:
    number, slug, stored = corpus.shown(key)
    marks = marker.marks(stored, lambda term: corpus.holds(key, term))
    return Hit(id=number, slug=slug, score=score, fields=stored, marks=marks)
