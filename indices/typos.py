"""The words of the catalogue, and which of them is nearest to one nobody knows."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from canse.domain.naming import fold
from indices.spanish import stem

MIN_LETTERS = 4
LETTERS_FOR_TWO_EDITS = 8
MAX_COMPLETIONS = 30
_REMEMBERED = 4_000

_SOUNDS = str.maketrans({"z": "s", "c": "s", "v": "b", "y": "i", "q": "k", "g": "j", "h": None})


class Vocabulary:
    """The words of all documents with how many hold each, and the stems that are known.

    `counts` maps words as written ("pensión") to numbers of documents. `extra` are folded words
    that may be meant though no document holds them, such as those of synonyms.
    """

    def __init__(self, counts: Mapping[str, int], extra: Iterable[str] = ()) -> None:
        self._counts: dict[str, int] = defaultdict(int)
        self._spellings: dict[str, tuple[int, str]] = {}
        for written, count in counts.items():
            word = fold(written)
            self._counts[word] += count
            self._spellings[word] = max(self._spellings.get(word, (0, "")), (count, written))
        self._stems = frozenset(stem(word) for word in self._counts)
        self._words = sorted(self._counts)
        for word in extra:
            self._counts.setdefault(word, 0)
        self._masks = [(word, _letters(word)) for word in self._counts if not word.isdigit()]
        self.nearest: Callable[[str], str | None] = lru_cache(_REMEMBERED)(self._nearest)

    def knows(self, word: str) -> bool:
        """Whether some document holds a form of this folded word."""
        return self._counts.get(word, 0) > 0 or stem(word) in self._stems

    def spelling(self, word: str) -> str:
        """A folded word as documents mostly write it, with its accents."""
        return self._spellings.get(word, (0, word))[1]

    def completions(self, prefix: str) -> tuple[str, ...]:
        """The most used words that begin so, at most MAX_COMPLETIONS, without the prefix itself."""
        start = bisect_left(self._words, prefix)
        end = bisect_left(self._words, prefix + "\U0010ffff", start)
        found = (word for word in self._words[start:end] if word != prefix)
        return tuple(sorted(found, key=lambda w: (-self._counts[w], w))[:MAX_COMPLETIONS])

    def _nearest(self, word: str) -> str | None:
        """The word most likely meant: one edit away, or two from eight letters on.

        Mistakes that sound the same in Guatemala (c/s/z, b/v, h, y/i, g/j) go first.
        """
        if len(word) < MIN_LETTERS or any(letter.isdigit() for letter in word):
            return None
        reach = 2 if len(word) >= LETTERS_FOR_TWO_EDITS else 1
        sound = word.translate(_SOUNDS)
        best: tuple[int, int, int, str] | None = None
        for candidate in self._alike(word, reach):
            edits = distance(word, candidate, reach)
            if edits <= reach:
                unlike = distance(sound, candidate.translate(_SOUNDS), reach)
                rank = (edits + unlike, edits, -self._counts[candidate], candidate)
                best = rank if best is None else min(best, rank)
        return best[-1] if best else None

    def _alike(self, word: str, reach: int) -> list[str]:
        """Words of about the same length and letters; an edit changes two letters of the set."""
        mask, shortest, longest = _letters(word), len(word) - reach, len(word) + reach
        return [
            candidate
            for candidate, letters in self._masks
            if (mask ^ letters).bit_count() <= 2 * reach
            and shortest <= len(candidate) <= longest
            and candidate != word
        ]


def distance(first: str, second: str, limit: int) -> int:
    """Edits between two words: insert, delete, change, swap neighbours; limit + 1 when more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, a in enumerate(first, start=1):
        row = [i]
        for j, b in enumerate(second, start=1):
            edits = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                edits = min(edits, before[j - 2] + 1)
            row.append(edits)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def _letters(word: str) -> int:
    """The set of letters of a word, one bit each."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 61)
    return mask
