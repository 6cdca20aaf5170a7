"""One search from query to page, over whatever holds the documents; both engines use it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Protocol

from indices.analysis import Record
from indices.explaining import explanation
from indices.fields import MARKED
from indices.port import MAX_PAGE, MAX_PAGE_SIZE, Facet, FacetCount, Hit, Order, Page, Query
from indices.query import Plan, plan
from indices.ranking import Ranking, Scores
from indices.spanish import terms_of_word, tokens
from indices.synonyms import Synonyms
from indices.typos import Vocabulary

SCORE_DIGITS = 4

Filters = Mapping[Facet, frozenset[str]]


class Corpus(Protocol):
    """The documents of one generation; `records` holds the living ones by the engine's key."""

    generation: str
    records: Mapping[int, Record]
    vocabulary: Vocabulary
    synonyms: Synonyms

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term, with its weight in each."""
        ...

    def stored(self, key: int) -> Mapping[str, str]:
        """What a result page shows of a document."""
        ...


def search(corpus: Corpus, query: Query) -> Page:
    """Find, filter, count, sort and cut; any text has an answer."""
    planned = plan(query.text, corpus.vocabulary, corpus.synonyms)
    ranking = Ranking(corpus.postings, len(corpus.records))
    scores = _scores(corpus, ranking, planned)
    filters = {facet: frozenset(values) for facet, values in query.filters.items() if values}
    keys = [key for key in scores if _passes(corpus.records[key], filters)]
    _order(corpus, keys, query.order, scores)
    size = min(max(query.page_size, 1), MAX_PAGE_SIZE)
    start = (min(max(query.page, 1), MAX_PAGE) - 1) * size
    shown = keys[start : start + size]
    return Page(
        query=query,
        total=len(keys),
        hits=tuple(_hit(corpus, ranking, planned, key, scores[key]) for key in shown),
        facets={facet: _count(corpus, facet, scores, filters) for facet in query.facets},
        corrections=(planned.correction,) if planned.correction else (),
        generation=corpus.generation,
        explanation=explanation(planned, ranking, shown) if query.explain else (),
    )


def _scores(corpus: Corpus, ranking: Ranking, planned: Plan) -> Scores:
    if planned.is_all:
        return dict.fromkeys(corpus.records, 0.0)
    return {key: round(score, SCORE_DIGITS) for key, score in ranking.scores(planned).items()}


def _passes(record: Record, filters: Filters) -> bool:
    return all(
        not wanted.isdisjoint(record.facets.get(facet.value, ()))
        for facet, wanted in filters.items()
    )


def _count(
    corpus: Corpus, facet: Facet, keys: Iterable[int], filters: Filters
) -> tuple[FacetCount, ...]:
    """Counts of one facet as if it had no filter of its own; most frequent first."""
    others = {other: wanted for other, wanted in filters.items() if other is not facet}
    counts: Counter[str] = Counter()
    for key in keys:
        record = corpus.records[key]
        if _passes(record, others):
            counts.update(record.facets.get(facet.value, ()))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(value=value, count=count) for value, count in ranked)


def _order(corpus: Corpus, keys: list[int], order: Order, scores: Scores) -> None:
    """Sort in place; equals go by name, then by id, so that pages never overlap."""
    records = corpus.records
    keys.sort(key=lambda key: (records[key].sort_name, records[key].id))
    if order is Order.RELEVANCE:
        keys.sort(key=lambda key: -scores[key])
    elif order is Order.RECENT:
        keys.sort(key=lambda key: records[key].updated, reverse=True)


def _hit(corpus: Corpus, ranking: Ranking, planned: Plan, key: int, score: float) -> Hit:
    record, stored = corpus.records[key], corpus.stored(key)
    terms = set[str]().union(*(ranking.terms_in(clause, key) for clause in planned.clauses))
    marks = {field.name: _spans(stored.get(field.name, ""), terms) for field in MARKED}
    return Hit(
        id=record.id,
        slug=record.slug,
        score=score,
        fields=stored,
        marks={name: spans for name, spans in marks.items() if spans},
    )


def _spans(text: str, terms: Set[str]) -> tuple[tuple[int, int], ...]:
    if not terms:
        return ()
    return tuple(
        (token.start, token.end)
        for token in tokens(text)
        if not terms.isdisjoint(terms_of_word(token))
    )
