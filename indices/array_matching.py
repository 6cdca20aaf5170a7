"""What an engine finds for a plan, computed over arrays; it finds the same as `PlainMatching`."""

from collections.abc import Mapping

import numpy as np

from indices.array_columns import ArrayColumns, Numbers, Reals
from indices.array_ranking import ArrayRanking, Postings, Scored
from indices.matching import PROMOTED, STEPS, Filters
from indices.port import Facet, Match, Order
from indices.query import Plan


class ArrayMatching:
    """Finds over the columns and postings of one generation; threads may share it."""

    def __init__(self, columns: ArrayColumns, postings: Postings) -> None:
        self._columns = columns
        self._ranking = ArrayRanking(postings, columns.size, int(columns.alive.sum()))

    def find(self, plan: Plan, promoted: int | None = None) -> "ArrayFound":
        """What a plan finds."""
        match, scored = self._scored(plan)
        if promoted is not None:
            scored = _with(scored, promoted)
        return ArrayFound(self._columns, scored, match)

    def _scored(self, plan: Plan) -> tuple[Match, Scored]:
        columns = self._columns
        if plan.is_all:
            return Match.NO_WORDS, Scored(columns.living, np.zeros(int(columns.alive.sum())))
        match, scored = self._ranking.scores(plan)
        merits = columns.merits[scored.documents]
        return match, Scored(scored.documents, scored.scores * merits)


class ArrayFound:
    """Services found, in ascending order of their keys, with their scores."""

    def __init__(self, columns: ArrayColumns, scored: Scored, match: Match) -> None:
        self.match = match
        self._columns, self._scored = columns, scored

    @property
    def total(self) -> int:
        """How many."""
        return self._scored.size

    def narrowed(self, filters: Filters) -> "ArrayFound":
        """Those that have one of the values wanted of each facet."""
        if not filters:
            return self
        kept = self._columns.mask(filters)[self._scored.documents]
        scored = Scored(self._scored.documents[kept], self._scored.scores[kept])
        return ArrayFound(self._columns, scored, self.match)

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """How many have each value of a facet."""
        return self._columns.facet(facet).counts(self._scored.documents)

    def best(self, order: Order, start: int, size: int) -> list[tuple[int, float]]:
        """A stretch of them in an order, with rounded scores."""
        documents, scores = self._scored.documents, self._scored.scores
        values = self._values(order)
        candidates = _highest(values, start + size)
        documents, scores, values = documents[candidates], scores[candidates], values[candidates]
        scores = np.rint(scores * STEPS) / STEPS
        if order is Order.RELEVANCE:
            values = scores
        places = np.lexsort((self._columns.name_rank[documents], -values))[start : start + size]
        return list(zip(documents[places].tolist(), scores[places].tolist(), strict=True))

    def _values(self, order: Order) -> Reals:
        """By what documents are sorted, the highest first."""
        columns, documents = self._columns, self._scored.documents
        match order:
            case Order.RELEVANCE:
                return self._scored.scores
            case Order.NAME:
                return -columns.name_rank[documents].astype(np.float64)
            case Order.MOST_USED:
                return columns.clicks[documents].astype(np.float64)
            case Order.RECENT:
                return columns.updated_rank[documents].astype(np.float64)
            case Order.CHECKED:
                return columns.checked_rank[documents].astype(np.float64)


def _highest(values: Reals, count: int) -> Numbers:
    """The places of the highest values, and of all that equal the last of them when rounded."""
    if len(values) <= 2 * count:
        return np.arange(len(values), dtype=np.int32)
    least = np.partition(values, len(values) - count)[len(values) - count]
    return np.flatnonzero(values >= least - 1 / STEPS).astype(np.int32)


def _with(scored: Scored, promoted: int) -> Scored:
    """The same with one document that scores more than any words can."""
    others = scored.documents != promoted
    documents = np.append(scored.documents[others], np.int32(promoted))
    scores = np.append(scored.scores[others], PROMOTED)
    order = np.argsort(documents)
    return Scored(documents[order].astype(np.int32), scores[order])
