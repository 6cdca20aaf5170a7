"""Points out the words found in the texts that a result page shows."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache

from indices.fields import MARKED
from indices.query import AllOf, AnyOf, Node, Plan, Word
from indices.spanish import terms_in_text, tokens

REMEMBERED_TEXTS = 2_000
_MARKED = tuple(field.name for field in MARKED)

Spans = tuple[tuple[int, int], ...]
Holds = Callable[[str], bool]
"""Whether a document holds a term."""


class _Marks(Mapping[str, Spans]):
    """A mapping that is made when it is first read: many results are never shown."""

    def __init__(self, make: Callable[[], dict[str, Spans]]) -> None:
        self._make = make

    @cached_property
    def _places(self) -> dict[str, Spans]:
        return self._make()

    def __getitem__(self, name: str) -> Spans:
        return self._places[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(self._places)


class Marker:
    """Points out the words that answer one plan."""

    def __init__(self, plan: Plan) -> None:
        # A term that stands in a text is held by its document: of words nothing need be asked.
        words = (clause for clause in plan.clauses if isinstance(clause, Word))
        self._words = frozenset(term for word in words for term, _weight in word.variants)
        self._others = [clause for clause in plan.clauses if not isinstance(clause, Word)]

    def marks(self, fields: Mapping[str, str], holds: Holds) -> Mapping[str, Spans]:
        """Stored field → where words found stand in it, worked out when it is looked at."""
        return _Marks(lambda: self._found(fields, holds))

    def _found(self, fields: Mapping[str, str], holds: Holds) -> dict[str, Spans]:
        terms = self._words.union(*(_terms(clause, holds) for clause in self._others))
        found = {name: _spans(fields.get(name, ""), terms) for name in _MARKED}
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
