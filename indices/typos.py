"""The words of the catalogue, and which of them is nearest to one nobody knows."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

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
        self._words = tuple(sorted(self._counts))
        for word in extra:
            self._counts.setdefault(word, 0)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in self._counts:
            if not word.isdigit():
                self._by_length[len(word)].append(word)
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
        for candidate, edits in self._alike(word, reach):
            unlike = min(OSA.distance(sound, candidate.translate(_SOUNDS)), reach + 1)
            # Words of synonyms alone may be mistakes that staff noted: those of services go first.
            unused = 2 * (not self._counts[candidate])
            rank = (edits + unlike + unused, edits, -self._counts[candidate], candidate)
            best = rank if best is None else min(best, rank)
        return best[-1] if best else None

    def _alike(self, word: str, reach: int) -> Iterator[tuple[str, int]]:
        """Words within so many edits (insert, delete, change, swap neighbours), with how many."""
        for length in range(len(word) - reach, len(word) + reach + 1):
            candidates = self._by_length.get(length, ())
            found = process.extract(
                word, candidates, scorer=OSA.distance, score_cutoff=reach, limit=None
            )
            yield from ((candidate, edits) for candidate, edits, _ in found if edits)
