"""Points out the words found in the texts that a result page shows."""

from collections.abc import Callable
from functools import lru_cache

from indices.query import AllOf, AnyOf, Node, Plan, Word
from indices.spanish import terms_of_word, tokens

REMEMBERED_TEXTS = 10_000

Spans = tuple[tuple[int, int], ...]
Holds = Callable[[str], bool]
"""Whether a document holds a term."""


def terms_found(plan: Plan, holds: Holds) -> frozenset[str]:
    """The terms by which a document answers the clauses of a plan that it answers."""
    return frozenset().union(*(_terms(clause, holds) for clause in plan.clauses))


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
            # A term that stands in a text is held by its document: nothing need be asked.
            return frozenset(term for term, _weight in variants)
        case AllOf(parts):
            found = frozenset().union(*(_terms(part, holds) for part in parts))
            return found if answers(node, holds) else frozenset()
        case AnyOf(options):
            return frozenset().union(*(_terms(option, holds) for option in options))


def spans(text: str, terms: frozenset[str]) -> Spans:
    """Where in a text words with these terms stand."""
    return tuple((start, end) for start, end, own in _words(text) if not terms.isdisjoint(own))


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _words(text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    return tuple((token.start, token.end, terms_of_word(token)) for token in tokens(text))
