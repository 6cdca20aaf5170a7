"""Which documents a plan finds, and how well each answers it; the same for every embedded engine.

A term counts more the rarer it is and the heavier it weighs in a document (BM25 with the fields'
boosts folded into one weight, after Robertson and Zaragoza 2009, section 3.5).
"""

import math
from collections.abc import Callable, Mapping, Sequence, Sized

from indices.port import Match
from indices.query import AllOf, AnyOf, Node, Plan, Word

ENOUGH_HITS = 3
SATURATION = 6.0
MIN_COVERAGE = 0.25
"""The share of a query, by how telling its words are, that a document must have to be shown."""
SURE_FIT = 0.10
"""The share of what words can score that the best document must reach, or nothing fits well."""
SURE_FIT_WITH_UNKNOWN = 0.18
"""The same where words that nobody knows stand against those that the document has."""

EXPRESSION_WORDS = 2

Postings = Callable[[str], Mapping[int, float]]
Scores = dict[int, float]


class Ranking:
    """Evaluates the nodes of a plan over the postings of one engine; made for one search."""

    def __init__(self, postings: Postings, documents: int) -> None:
        self._read = postings
        self._documents = documents
        self._seen: dict[str, Mapping[int, float]] = {}

    def scores(self, plan: Plan) -> tuple[Match, Scores]:
        """The documents with every clause, or where these are too few, those with most of it."""
        found = [self.of(clause) for clause in plan.clauses]
        if not found:
            return Match.ALL_WORDS, {}
        weights = self.weights(plan.clauses)
        match, scores = Match.ALL_WORDS, _intersection(found)
        if len(scores) < ENOUGH_HITS and len(found) > 1:
            match, scores = _most_of(plan.clauses, found, weights)
        for key, bonus in self.bonuses(plan).items():
            if key in scores:
                scores[key] += bonus
        return match, scores

    def weights(self, clauses: Sequence[Node]) -> list[float]:
        """How telling each clause is: the more, the fewer documents answer it."""
        return [
            self._rarity(len(self.of(clause)))
            * (clause.weight if isinstance(clause, Word) else 1.0)
            for clause in clauses
        ]

    def bonuses(self, plan: Plan) -> Scores:
        """What documents gain by holding the words together."""
        whole = sum(self.weights(plan.clauses))
        found: Scores = {}
        for term, share in plan.bonuses:
            for key, presence in self._postings(term).items():
                found[key] = found.get(key, 0.0) + share * presence * whole
        return found

    def of(self, node: Node) -> Scores:
        """The documents of one node with their scores."""
        match node:
            case Word(variants, weight):
                return self._of_word(variants, weight)
            case AllOf(parts, weight):
                total = _intersection([self.of(part) for part in parts])
                return {key: weight * score for key, score in total.items()}
            case AnyOf(options):
                return _best([self.of(option) for option in options])

    def _of_word(self, variants: Sequence[tuple[str, float]], own: float) -> Scores:
        best: Scores = {}
        for term, weight in variants:
            for key, heaviness in self._postings(term).items():
                score = weight * heaviness / (heaviness + SATURATION)
                if score > best.get(key, 0.0):
                    best[key] = score
        rarity = own * self._rarity(len(best))
        return {key: rarity * score for key, score in best.items()}

    def _rarity(self, holders: int) -> float:
        """How telling it is to hold something that so many documents hold; above zero."""
        return math.log(1 + (self._documents - holders + 0.5) / (holders + 0.5))

    def _postings(self, term: str) -> Mapping[int, float]:
        if term not in self._seen:
            self._seen[term] = self._read(term)
        return self._seen[term]


def _intersection(found: Sequence[Scores]) -> Scores:
    """Documents in all of these, with their scores added."""
    smallest = min(found, key=len)
    keys = [key for key in smallest if all(key in scores for scores in found)]
    return {key: sum(scores[key] for scores in found) for key in keys}


def unknown_words(clauses: Sequence[Node], found: Sequence[Sized]) -> int:
    """How many words that tell something no document has at all."""
    return sum(
        isinstance(clause, Word) and clause.weight == 1.0 and not len(one)
        for clause, one in zip(clauses, found, strict=True)
    )


def words_in(clause: Node) -> int:
    """How many words a clause stands for: an expression is more than a chance meeting."""
    return 1 if isinstance(clause, Word) else EXPRESSION_WORDS


def fits(share: float, words: int, unknown: int) -> bool:
    """Whether the best document fits well: by its share of what words can score.

    Where as many words are known to nobody as the document has, they are what was looked for.
    """
    return share >= (SURE_FIT if words > unknown else SURE_FIT_WITH_UNKNOWN)


def _most_of(
    clauses: Sequence[Node], found: Sequence[Scores], weights: Sequence[float]
) -> tuple[Match, Scores]:
    """Sums over the clauses a document has, cut down by the share of the query it lacks.

    Where no document fits well, all that have anything are there: the nearest are among them.
    """
    whole = sum(weights)
    total: Scores = {}
    covered: Scores = {}
    for weight, scores in zip(weights, found, strict=True):
        for key, score in scores.items():
            total[key] = total.get(key, 0.0) + score
            covered[key] = covered.get(key, 0.0) + weight
    enough = [key for key, share in covered.items() if share >= MIN_COVERAGE * whole]
    best = max(enough, key=lambda key: (total[key], -key), default=None)
    words = sum(words_in(c) for c, one in zip(clauses, found, strict=True) if best in one)
    is_sure = best is not None and fits(total[best] / whole, words, unknown_words(clauses, found))
    return Match.MOST_WORDS if is_sure else Match.FEW_WORDS, {
        key: total[key] * covered[key] / whole for key in (enough if is_sure else covered)
    }


def _best(found: Sequence[Scores]) -> Scores:
    best: Scores = {}
    for scores in found:
        for key, score in scores.items():
            if score > best.get(key, 0.0):
                best[key] = score
    return best
