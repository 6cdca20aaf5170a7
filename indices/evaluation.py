"""Measures how well an index answers searches that people have judged."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indices.judged_queries import JudgedQuery
from indices.port import Query, SearchIndex

DEPTH = 10  # results, as many as the first page of the site shows


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the first page answered to a judged search: slugs, best first, at most DEPTH."""

    judged: JudgedQuery
    found: tuple[str, ...]
    is_confident: bool = True
    is_degraded: bool = False

    @property
    def place(self) -> int | None:
        """Where the first of the best answers stands, from 1; None where none is there."""
        best = max(self.judged.grades.values())
        places = enumerate(self.found, start=1)
        return next((n for n, slug in places if self.judged.grades.get(slug) == best), None)

    @property
    def ndcg(self) -> float:
        """From 0 to 1: how near the order is to the ideal; what is higher up counts more."""
        gained = [self.judged.grades.get(slug, 0) for slug in self.found]
        ideal = sorted(self.judged.grades.values(), reverse=True)[:DEPTH]
        return _discounted(gained) / _discounted(ideal)


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """All answers of one run; at least one judged search must have an answer in the catalogue."""

    answers: tuple[Answer, ...]

    @property
    def answerable(self) -> tuple[Answer, ...]:
        """Those of searches that something in the catalogue answers; all figures are of these."""
        return tuple(one for one in self.answers if one.judged.grades)

    @property
    def unanswerable(self) -> tuple[Answer, ...]:
        """Those of searches that nothing in the catalogue answers."""
        return tuple(one for one in self.answers if not one.judged.grades)

    @property
    def ndcg(self) -> float:
        """The mean over searches."""
        return _mean([one.ndcg for one in self.answerable])

    @property
    def mrr(self) -> float:
        """The mean of 1 / place of the first best answer; 0 where none is found."""
        return _mean([1 / one.place if one.place else 0.0 for one in self.answerable])

    @property
    def ndcg_by_kind(self) -> Mapping[str, tuple[float, int]]:
        """Mean and number of searches of each kind, by name."""
        kinds: defaultdict[str, list[float]] = defaultdict(list)
        for one in self.answerable:
            kinds[one.judged.kind].append(one.ndcg)
        return {kind: (_mean(kinds[kind]), len(kinds[kind])) for kind in sorted(kinds)}

    @property
    def nothing_found(self) -> int:
        """How many searches with an answer found nothing at all."""
        return sum(not one.found for one in self.answerable)

    @property
    def answered_without_answer(self) -> int:
        """How many searches without an answer were given results as if they fitted."""
        return sum(bool(one.found) and one.is_confident for one in self.unanswerable)

    @property
    def unconfident_with_results(self) -> int:
        """How many pages show results of which they say that nothing fits well."""
        return sum(bool(one.found) and not one.is_confident for one in self.answers)

    @property
    def misses(self) -> tuple[Answer, ...]:
        """Those in which none of the best answers comes first."""
        return tuple(one for one in self.answerable if one.place != 1)

    @property
    def is_degraded(self) -> bool:
        """Whether any answer did not come from the index."""
        return any(one.is_degraded for one in self.answers)

    def success(self, within: int) -> float:
        """The share of searches that have a best answer among the first ones."""
        return _mean(
            [float(one.place is not None and one.place <= within) for one in self.answerable]
        )


def evaluate(index: SearchIndex, queries: Iterable[JudgedQuery]) -> Evaluation:
    """Search as the site does and keep the answers; IndexUnavailable passes through."""
    return Evaluation(answers=tuple(_answer(index, one) for one in queries))


def _answer(index: SearchIndex, judged: JudgedQuery) -> Answer:
    page = index.search(Query(text=judged.text, page_size=DEPTH))
    return Answer(
        judged=judged,
        found=tuple(hit.slug for hit in page.hits),
        is_confident=page.is_confident,
        is_degraded=page.is_degraded,
    )


def _discounted(grades: Sequence[int]) -> float:
    return sum(
        (2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1)
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
