"""Neighbouring words of a name, and whole names, as terms of their own.

They say that words stand together, which terms of single words cannot: positions are not kept.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from indices.spanish import Token, is_stop_word, stem, tokens

_WHOLE = "="


def phrase_terms(text: str) -> Iterator[str]:
    """The terms of a name: each pair of neighbours, and the name as a whole."""
    stems = telling_stems(tuple(tokens(text)))
    yield from pair_terms(stems)
    if stems:
        yield whole_term(stems)


def telling_stems(words: Sequence[Token]) -> list[str]:
    """The stems of the words that say something, in order."""
    return [stem(token.word) for token in words if not is_stop_word(token.word)]


def pair_terms(stems: Sequence[str]) -> list[str]:
    """A term for each two neighbours."""
    return [f"{first} {second}" for first, second in pairwise(stems)]


def whole_term(stems: Sequence[str]) -> str:
    """The term of a name that has just these words, in any order."""
    return _WHOLE + " ".join(sorted(set(stems)))
