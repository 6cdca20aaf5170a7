"""What an engine finds for a plan, whatever it computes with; and the same in plain Python.

The plain one is the reference: it serves the index in memory and machines without numpy, and the
one over arrays must find the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from indices.analysis import Record
from indices.port import Facet, Match, Order
from indices.query import Plan
from indices.ranking import Postings, Ranking, Scores

STEPS = 10_000
"""Scores are compared in steps of one over this: what differs by less is equal."""
PROMOTED = 1000.0
"""What a promoted service scores: more than any words can."""

Filters = Mapping[Facet, frozenset[str]]


class Found(Protocol):
    """Services found, by the engine's keys, each with its score."""

    match: Match

    @property
    def total(self) -> int:
        """How many."""
        ...

    def narrowed(self, filters: Filters) -> "Found":
        """Those that have one of the values wanted of each facet."""
        ...

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """How many have each value of a facet."""
        ...

    def best(self, order: Order, start: int, size: int) -> list[tuple[int, float]]:
        """A stretch of them in an order, with scores; equals go by name, then by id."""
        ...


class Matching(Protocol):
    """Finds services in one generation."""

    def find(self, plan: Plan, promoted: int | None = None) -> Found:
        """What a plan finds; `promoted` is the key of a service that goes first in any case."""
        ...


class PlainMatching:
    """Finds with dictionaries and sets."""

    def __init__(
        self, records: Mapping[int, Record], postings: Postings, clicks: Mapping[int, int]
    ) -> None:
        self._records = records
        self._postings = postings
        self._clicks = clicks

    def find(self, plan: Plan, promoted: int | None = None) -> "PlainFound":
        """What a plan finds."""
        match, scores = self._scores(plan)
        if promoted is not None:
            scores[promoted] = PROMOTED
        return PlainFound(self._records, self._clicks, scores, match)

    def _scores(self, plan: Plan) -> tuple[Match, Scores]:
        if plan.is_all:
            return Match.NO_WORDS, dict.fromkeys(self._records, 0.0)
        ranking = Ranking(self._postings, len(self._records))
        match, scores = ranking.scores(plan)
        records, popular = self._records, popularity(self._clicks)
        return match, {
            key: score * (records[key].merit + popular(records[key].id))
            for key, score in scores.items()
        }


class PlainFound:
    """Services found, as a dictionary of scores."""

    def __init__(
        self,
        records: Mapping[int, Record],
        clicks: Mapping[int, int],
        scores: Scores,
        match: Match,
    ) -> None:
        self.match = match
        self._records, self._clicks, self._scores = records, clicks, scores

    @property
    def total(self) -> int:
        """How many."""
        return len(self._scores)

    def narrowed(self, filters: Filters) -> "PlainFound":
        """Those that have one of the values wanted of each facet."""
        if not filters:
            return self
        kept = {
            key: score
            for key, score in self._scores.items()
            if _passes(self._records[key], filters)
        }
        return PlainFound(self._records, self._clicks, kept, self.match)

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """How many have each value of a facet."""
        found: Counter[str] = Counter()
        for key in self._scores:
            found.update(self._records[key].facets.get(facet.value, ()))
        return found

    def best(self, order: Order, start: int, size: int) -> list[tuple[int, float]]:
        """A stretch of them in an order, with rounded scores."""
        scores = {key: round(score * STEPS) / STEPS for key, score in self._scores.items()}
        keys = sorted(scores, key=lambda key: (self._records[key].sort_name, self._records[key].id))
        keys.sort(key=self._place(order, scores), reverse=True)
        return [(key, scores[key]) for key in keys[start : start + size]]

    def _place(self, order: Order, scores: Scores) -> Callable[[int], float | str]:
        records = self._records
        ways: dict[Order, Callable[[int], float | str]] = {
            Order.RELEVANCE: lambda key: scores[key],
            Order.NAME: lambda key: 0.0,
            Order.MOST_USED: lambda key: self._clicks.get(records[key].id, 0),
            Order.RECENT: lambda key: records[key].updated,
            Order.CHECKED: lambda key: records[key].checked,
        }
        return ways[order]


MOST_POPULAR = 0.05
"""What the service opened most adds to its merit; the others by their share of it."""


def popularity(clicks: Mapping[int, int]) -> Callable[[int], float]:
    """What clicks add to the merit of a service, by its identifier."""
    most = max(clicks.values(), default=0)
    return lambda service: MOST_POPULAR * clicks.get(service, 0) / most if most else 0.0


def _passes(record: Record, filters: Filters) -> bool:
    return all(
        not wanted.isdisjoint(record.facets.get(facet.value, ()))
        for facet, wanted in filters.items()
    )


def keys_by_id(records: Mapping[int, Record], ids: Iterable[int]) -> dict[int, int]:
    """The keys of these services, where they are there."""
    wanted = set(ids)
    return {record.id: key for key, record in records.items() if record.id in wanted}
