"""Expressions as people say them, and the terms of the catalogue they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from canse.domain.search_knowledge import Synonym
from indices.spanish import is_stop_word, stem, tokens

MAX_EXPRESSION_WORDS = 8


@dataclass(frozen=True, kw_only=True)
class Match:
    """An expression found in a text: its words [start, end), and what it may stand for.

    Each target is the folded words of a term.
    """

    start: int
    end: int
    targets: tuple[tuple[str, ...], ...]


class Synonyms:
    """All expressions, ready to be found in a query of any inflection.

    An expression with two or more telling words is found whatever little words stand between
    them ("perdí la cédula" in "perdi mi cedula"); a shorter one only as it is, or "sin partida"
    would be found in every "partida".
    """

    def __init__(self, synonyms: Iterable[Synonym]) -> None:
        self._loose: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        self._exact: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        self.words: set[str] = set()
        for one in synonyms:
            self._add([token.word for token in tokens(one.expression)], one.term)
            if one.is_two_way:
                self._add([token.word for token in tokens(one.term)], one.expression)

    def _add(self, words: list[str], term: str) -> None:
        all_target = tuple(token.word for token in tokens(term))
        target = tuple(word for word in all_target if not is_stop_word(word)) or all_target
        if not words or not target or len(words) > MAX_EXPRESSION_WORDS:
            return
        telling = [word for word in words if not is_stop_word(word)]
        is_loose = len(telling) > 1
        keys = self._loose if is_loose else self._exact
        found = keys[_key(telling if is_loose else words)]
        if target not in found:
            found.append(target)
        self.words.update(telling)

    def match(self, words: Sequence[str]) -> tuple[Match, ...]:
        """Find expressions in folded words, from the left, the longest first, none overlapping."""
        found: list[Match] = []
        position = 0
        while position < len(words):
            match = self._match_at(words, position)
            if match:
                found.append(match)
            position = match.end if match else position + 1
        return tuple(found)

    def _match_at(self, words: Sequence[str], start: int) -> Match | None:
        for end in range(min(len(words), start + 2 * MAX_EXPRESSION_WORDS), start, -1):
            part = words[start:end]
            targets = list(self._exact.get(_key(part), ()))
            # Little words at either end do not belong to a loose expression.
            if not is_stop_word(part[0]) and not is_stop_word(part[-1]):
                telling = [word for word in part if not is_stop_word(word)]
                targets += self._loose.get(_key(telling), ())
            if targets:
                return Match(start=start, end=end, targets=tuple(dict.fromkeys(targets)))
        return None


def _key(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(stem(word) for word in words)
