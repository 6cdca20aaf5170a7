"""Points out the words found in the texts that a result page shows."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache

from indices.query import AllOf, AnyOf, Node, Plan, Word
from indices.spanish import terms_in_text, tokens

REMEMBERED_TEXTS = 10_000

Spans = tuple[tuple[int, int], ...]
Holds = Callable[[str], bool]
"""Whether a document holds a term."""


class Marker:
    """Points out the words that answer one plan."""

    def __init__(self, plan: Plan) -> None:
        # A term that stands in a text is held by its document: of words nothing need be asked.
        words = (clause for clause in plan.clauses if isinstance(clause, Word))
        self._words = frozenset(term for word in words for term, _weight in word.variants)
        self._others = [clause for clause in plan.clauses if not isinstance(clause, Word)]

    def marks(self, texts: Mapping[str, str], holds: Holds) -> dict[str, Spans]:
        """Name of a text → where words found stand in it; texts without any are left out."""
        terms = self._words.union(*(_terms(clause, holds) for clause in self._others))
        found = {name: _spans(text, terms) for name, text in texts.items()}
        return {name: places for name, places in found.items() if places}


def answers(node: Node, holds: Holds) -> bool:
    """Whether a document answers a node."""
    match node:
        case Word(variants):
            return any(holds(term) for term, _weight in variants)
        case AllOf(parts):
            return all(answers(part, holds) for part in parts)
        case AnyOf(options):
            return any(answers(option, holds) for option in options)


def _terms(node: Node, holds: Holds) -> frozenset[str]:
    match node:
        case Word(variants):
            return frozenset(term for term, _weight in variants)
        case AllOf(parts):
            found = frozenset().union(*(_terms(part, holds) for part in parts))
            return found if answers(node, holds) else frozenset()
        case AnyOf(options):
            return frozenset().union(*(_terms(option, holds) for option in options))


def _spans(text: str, terms: frozenset[str]) -> Spans:
    """Where in a text words with these terms stand."""
    places = _places(text)
    found = {place for term in terms if term in places for place in places[term]}
    return tuple(sorted(found))


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _places(text: str) -> Mapping[str, Spans]:
    """Where each term of a text stands."""
    found: defaultdict[str, Spans] = defaultdict(tuple)
    for token in tokens(text):
        for term in terms_in_text(token):
            found[term] += ((token.start, token.end),)
    return dict(found)
