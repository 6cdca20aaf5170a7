"""Which documents a plan finds, and how well, over arrays: the same as `ranking`, many at once."""

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from indices.array_columns import Numbers, Reals
from indices.port import Match
from indices.query import AllOf, AnyOf, Node, Plan, Word
from indices.ranking import ENOUGH_HITS, MIN_COVERAGE, SATURATION, fits, unknown_words, words_in

REMEMBERED_ENTRIES = 8_000_000
"""Documents with their scores that may be remembered of nodes, in all: some hundred megabytes."""
REMEMBERED_NODES = 4_000
"""So many at most: the collector of garbage looks through them all."""
RARE = 64
"""What fewer than one of so many documents have is looked up in order; else all are laid out."""


@dataclass(frozen=True)
class Scored:
    """Documents in ascending order, each with its score above zero."""

    documents: Numbers
    scores: Reals

    @property
    def size(self) -> int:
        """How many."""
        return len(self.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def holds(self, document: int) -> bool:
        """Whether a document is among them."""
        place = int(np.searchsorted(self.documents, document))
        return place < len(self.documents) and int(self.documents[place]) == document

    def laid_out(self, size: int) -> Reals:
        """The score of every document of a generation of so many, zero for those not here."""
        known: Reals | None = self.__dict__.get("_laid_out")
        if known is None:
            known = np.zeros(size)
            known[self.documents] = self.scores
            self.__dict__["_laid_out"] = known
        return known


NOTHING = Scored(np.zeros(0, dtype=np.int32), np.zeros(0))
Postings = Callable[[str], tuple[Numbers, Reals]]
"""The living documents that hold a term, in ascending order, with its weight in each."""


class ArrayRanking:
    """Evaluates the nodes of plans over one generation; remembers those it evaluated."""

    def __init__(self, postings: Postings, size: int, living: int) -> None:
        self._postings = postings
        self._size = size
        self._living = living
        self._known: OrderedDict[Node, Scored] = OrderedDict()
        self._entries = 0
        self._remembering = threading.Lock()

    def scores(self, plan: Plan) -> tuple[Match, Scored]:
        """The documents with every clause, or where these are too few, those with most of it."""
        found = [self.of(clause) for clause in plan.clauses]
        if not found:
            return Match.ALL_WORDS, NOTHING
        weights = [self._weight_of(*pair) for pair in zip(plan.clauses, found, strict=True)]
        match, scored = Match.ALL_WORDS, self._intersection(found)
        if scored.size < ENOUGH_HITS and len(found) > 1:
            match, scored = self._most_of(plan.clauses, found, weights)
        return match, self._with_bonuses(scored, plan, sum(weights))

    def _weight_of(self, clause: Node, scored: Scored) -> float:
        """How telling a clause is."""
        own = clause.weight if isinstance(clause, Word) else 1.0
        return own * self._rarity(scored.size)

    def _with_bonuses(self, scored: Scored, plan: Plan, whole: float) -> Scored:
        """What documents found gain by holding the words together."""
        scores = scored.scores
        for term, share in plan.bonuses:
            places, presence = self._held(term, scored.documents)
            if len(places):
                scores = scores if scores is not scored.scores else scores.copy()
                scores[places] += share * whole * presence
        return Scored(scored.documents, scores)

    def gains_of_one(self, plan: Plan, scored: Scored) -> Scored:
        """Of a plan of one clause: the places in `scored` that gain by its name, and how much."""
        (term, share), *_ = plan.bonuses or (("", 0.0),)
        places, presence = self._held(term, scored.documents)
        return Scored(places, share * self._weight_of(plan.clauses[0], scored) * presence)

    def _held(self, term: str, documents: Numbers) -> tuple[Numbers, Reals]:
        """The places of those of some documents that hold a term, and its weight there."""
        holders, presence = self._postings(term)
        if not len(holders) or not len(documents):
            return NOTHING.documents, NOTHING.scores
        places = np.searchsorted(documents, holders)
        places[places == len(documents)] = 0
        here = documents[places] == holders
        return places[here].astype(np.int32), presence[here]

    def of(self, node: Node) -> Scored:
        """The documents of one node with their scores."""
        with self._remembering:
            known = self._known.get(node)
            if known is not None:
                self._known.move_to_end(node)
                return known
        found = self._evaluated(node)
        with self._remembering:
            if node not in self._known:
                self._known[node] = found
                self._entries += self._weight(found)
            while self._entries > REMEMBERED_ENTRIES or len(self._known) > REMEMBERED_NODES:
                _, oldest = self._known.popitem(last=False)
                self._entries -= self._weight(oldest)
        return found

    def _weight(self, scored: Scored) -> int:
        """What it may take up, as if laid out: only what is long ever is."""
        return scored.size if scored.size * RARE < self._size else self._size

    def _evaluated(self, node: Node) -> Scored:
        match node:
            case Word(variants, weight):
                return self._of_word(variants, weight)
            case AllOf(parts, weight):
                total = self._intersection([self.of(part) for part in parts])
                return Scored(total.documents, weight * total.scores)
            case AnyOf(options):
                return self._best([self.of(option) for option in options])

    def _of_word(self, variants: Sequence[tuple[str, float]], own: float) -> Scored:
        found = []
        for term, weight in variants:
            documents, heaviness = self._postings(term)
            if len(documents):
                found.append(Scored(documents, weight * heaviness / (heaviness + SATURATION)))
        best = self._best(found)
        return Scored(best.documents, own * self._rarity(best.size) * best.scores)

    def _best(self, found: Sequence[Scored]) -> Scored:
        if len(found) < 2:
            return found[0] if found else NOTHING
        dense = np.zeros(self._size)
        for one in found:
            dense[one.documents] = np.maximum(dense[one.documents], one.scores)
        documents = np.flatnonzero(dense).astype(np.int32)
        return Scored(documents, dense[documents])

    def _intersection(self, found: Sequence[Scored]) -> Scored:
        """Documents in all of these, with their scores added."""
        first, *others = sorted(found, key=lambda one: one.size)
        documents, scores = first.documents, first.scores
        for other in others:
            added = self._looked_up(other, documents)
            kept = added > 0
            documents, scores = documents[kept], scores[kept] + added[kept]
        return Scored(documents, scores)

    def _looked_up(self, scored: Scored, documents: Numbers) -> Reals:
        """The scores of some documents, zero for those that are not there."""
        if scored.size * RARE < self._size:
            places = np.searchsorted(scored.documents, documents)
            places[places == scored.size] = 0
            return np.where(scored.documents[places] == documents, scored.scores[places], 0.0)
        return scored.laid_out(self._size)[documents]

    def _most_of(
        self, clauses: Sequence[Node], found: Sequence[Scored], weights: Sequence[float]
    ) -> tuple[Match, Scored]:
        """Sums over the clauses a document has, cut down by the share of the query it lacks."""
        whole = sum(weights)
        total, covered = np.zeros(self._size), np.zeros(self._size)
        for weight, one in zip(weights, found, strict=True):
            total[one.documents] += one.scores
            covered[one.documents] += weight
        documents = np.flatnonzero(covered >= max(MIN_COVERAGE * whole, math.ulp(0.0)))
        is_sure = False
        if len(documents):
            best = int(documents[np.argmax(total[documents])])
            pairs = zip(clauses, found, strict=True)
            words = sum(words_in(clause) for clause, one in pairs if one.holds(best))
            is_sure = fits(float(total[best]) / whole, words, unknown_words(clauses, found))
        if not is_sure:
            documents = np.flatnonzero(covered)
        return Match.MOST_WORDS if is_sure else Match.FEW_WORDS, Scored(
            documents.astype(np.int32), total[documents] * covered[documents] / whole
        )

    def _rarity(self, holders: int) -> float:
        return math.log(1 + (self._living - holders + 0.5) / (holders + 0.5))
