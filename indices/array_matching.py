"""What an engine finds for a plan, computed over arrays; it finds the same as `PlainMatching`."""

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

import numpy as np

from indices.array_columns import ArrayColumns, Numbers, Reals
from indices.array_ranking import NOTHING, ArrayRanking, Postings, Scored
from indices.matching import PROMOTED, STEPS, Filters
from indices.port import Facet, Match, Order
from indices.query import Node, Plan

HEAD = 60
"""So many of the best are worked out at once: whoever looks at the first may look at the next."""
CLAUSES = 500
"""Words of which it is remembered what they find."""

Places = Numbers | None
Final = Callable[[Places], Reals]
"""The scores of the documents found, or of those at some places among them."""


class ArrayMatching:
    """Finds over the columns and postings of one generation; threads may share it."""

    def __init__(self, columns: ArrayColumns, postings: Postings) -> None:
        self._columns = columns
        self._ranking = ArrayRanking(postings, columns.size, int(columns.alive.sum()))
        self._of_clause = lru_cache(maxsize=CLAUSES)(self._made_of_clause)

    def find(self, plan: Plan, promoted: int | None = None) -> "ArrayFound":
        """What a plan finds."""
        if len(plan.clauses) == 1 and len(plan.bonuses) <= 1 and promoted is None:
            return self._of_one(plan)
        match, scored = self._scored(plan)
        if promoted is not None:
            scored = _with(scored, promoted)
        return ArrayFound(self._columns, scored.documents, _taken(scored.scores), match)

    def _scored(self, plan: Plan) -> tuple[Match, Scored]:
        columns = self._columns
        if plan.is_all:
            return Match.NO_WORDS, Scored(columns.living, np.zeros(int(columns.alive.sum())))
        match, scored = self._ranking.scores(plan)
        merits = columns.merits[scored.documents]
        return match, Scored(scored.documents, scored.scores * merits)

    def _of_one(self, plan: Plan) -> "ArrayFound":
        """What one word finds; most searches are one word, in one form or another."""
        (clause,) = plan.clauses
        scored = self._ranking.of(clause)
        gains = self._ranking.gains_of_one(plan, scored)
        if not gains.size:
            # Without the gain of a whole name, each way to type a word finds the same.
            return self._of_clause(clause)
        return self._found(scored, self._final(scored, gains))

    def _made_of_clause(self, clause: Node) -> "ArrayFound":
        scored = self._ranking.of(clause)
        return self._found(scored, self._final(scored, NOTHING))

    def _found(self, scored: Scored, final: Final) -> "ArrayFound":
        return ArrayFound(self._columns, scored.documents, final, Match.ALL_WORDS)

    def _final(self, scored: Scored, gains: Scored) -> Final:
        merits = self._columns.merits

        def final(places: Places) -> Reals:
            scores = scored.scores
            if gains.size:
                scores = scores.copy()
                scores[gains.documents] += gains.scores
            if places is None:
                return scores * merits[scored.documents]
            return scores[places] * merits[scored.documents[places]]

        return final


class ArrayFound:
    """Services found, in ascending order of their keys; scores are worked out when needed."""

    def __init__(
        self, columns: ArrayColumns, documents: Numbers, final: Final, match: Match
    ) -> None:
        self.match = match
        self._columns, self._documents, self._final = columns, documents, final

    @property
    def total(self) -> int:
        """How many."""
        return len(self._documents)

    def narrowed(self, filters: Filters) -> "ArrayFound":
        """Those that have one of the values wanted of each facet."""
        if not filters:
            return self
        mask = self._columns.mask(filters)
        kept = np.flatnonzero(mask[self._documents]).astype(np.int32)
        final = self._final

        def of_kept(places: Places) -> Reals:
            return final(kept if places is None else kept[places])

        return ArrayFound(self._columns, self._documents[kept], of_kept, self.match)

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """How many have each value of a facet."""
        return self._columns.facet(facet).counts(self._documents)

    def best(self, order: Order, start: int, size: int) -> list[tuple[int, float]]:
        """A stretch of them in an order, with rounded scores."""
        if order is Order.RELEVANCE:
            if start + size <= HEAD:
                return self._head[start : start + size]
            return self._most_relevant(start, size)
        values = self._values(order)
        places = _highest(values, start + size)
        chosen = self._in_order(places, values[places], start, size)
        scores = np.rint(self._final(chosen) * STEPS) / STEPS
        return list(zip(self._documents[chosen].tolist(), scores.tolist(), strict=True))

    @cached_property
    def _head(self) -> list[tuple[int, float]]:
        return self._most_relevant(0, HEAD)

    def _most_relevant(self, start: int, size: int) -> list[tuple[int, float]]:
        values = self._final(None)
        places = _highest(values, start + size)
        values = values[places]
        rounded = np.rint(values * STEPS)
        ranks = self._columns.name_rank[self._documents[places]]
        order = np.lexsort((ranks, -rounded))[start : start + size]
        documents = self._documents[places[order]].tolist()
        return list(zip(documents, (rounded[order] / STEPS).tolist(), strict=True))

    def _in_order(self, places: Numbers, values: Reals, start: int, size: int) -> Numbers:
        ranks = self._columns.name_rank[self._documents[places]]
        return places[np.lexsort((ranks, -values))[start : start + size]]

    def _values(self, order: Order) -> Reals:
        """By what documents are sorted, the highest first."""
        columns, documents = self._columns, self._documents
        match order:
            case Order.MOST_USED:
                return columns.clicks[documents].astype(np.float64)
            case Order.RECENT:
                return columns.updated_rank[documents].astype(np.float64)
            case Order.CHECKED:
                return columns.checked_rank[documents].astype(np.float64)
            case _:
                return -columns.name_rank[documents].astype(np.float64)


def _taken(scores: Reals) -> Final:
    return lambda places: scores if places is None else scores[places]


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
