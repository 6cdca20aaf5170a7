"""What is asked of every engine: queries of each kind, drawn from the catalogue, always the same.

No text is drawn twice. Those "asked before" were asked once; of "a new text" only the words were
asked, in others; words "never seen" stand in no other query.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property

from canse.domain.naming import fold
from indices.document import Document
from indices.spanish import is_stop_word, stem, tokens
from tests.bench.search_corpus import places

LEAST_LETTERS = 4
LEAST_LETTERS_OF_A_TYPO = 7
LEAST_LETTERS_BEGUN = 3
DRAWS = 100_000
"""So many tries before it is said that a catalogue has too few words."""


class Kind(StrEnum):
    """A kind of search that is measured."""

    ONE = "one word"
    ENDED = "one word and a blank"
    MARKED = "one word, marked where found"
    ALL = "three words, all"
    ANY = "three words, any"
    FACETS = "words, filter, counts"
    PREFIX = "last word half typed"
    TYPO = "a typing mistake"


class Seen(StrEnum):
    """What an engine met before of a query, as the name of its row says it."""

    BEFORE = ""
    WORDS = ", a new text"
    NEVER = ", never seen"


NEW_KINDS = (Kind.ONE, Kind.ALL, Kind.ANY, Kind.FACETS)
"""The kinds that are asked also with new texts, and with words never seen."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One query: `words` as typed; `meant` is the last of them, right and whole."""

    kind: Kind
    words: tuple[str, ...]
    meant: str = ""
    ministry: str = ""

    @property
    def text(self) -> str:
        """What is typed into the form."""
        return " ".join(self.words) + (" " if self.kind is Kind.ENDED else "")


@dataclass(frozen=True, kw_only=True)
class Batch:
    """The queries of one kind in one round."""

    kind: Kind
    seen: Seen
    queries: tuple[Asked, ...]

    @property
    def row(self) -> str:
        """The name of its row of figures."""
        return self.kind.value + self.seen.value

    def warming(self) -> Iterator[Asked]:
        """What is asked before its time is taken."""
        if self.seen is Seen.BEFORE:
            yield from self.queries
        elif self.seen is Seen.WORDS:
            yield from _other_texts(self.queries)


class Lexicon:
    """The telling words of a catalogue: where they stand, how often, which go together."""

    def __init__(self, bases: Sequence[Document]) -> None:
        self.ministries = [base.facets["ministerio"][0] for base in bases]
        self.words = [_telling(base, ("name", "description")) for base in bases]
        self.names = [_telling(base, ("name",)) for base in bases]
        self.stems = [{root(word) for word in _telling(base, base.texts)} for base in bases]
        self.all_stems = set().union(*self.stems)

    @cached_property
    def named(self) -> list[int]:
        """The services with two telling words in their name."""
        return [place for place, words in enumerate(self.names) if len(words) > 1]

    def go_together(self, words: Sequence[str]) -> bool:
        """Whether some service has all of these."""
        wanted = {root(word) for word in words}
        return any(wanted <= held for held in self.stems)


def _other_texts(queries: Sequence[Asked]) -> Iterator[Asked]:
    """Other queries with the same words: what was read for them is at hand, no answer is."""
    for number, one in enumerate(queries):
        other = queries[number - 1].words[0]
        yield replace(one, words=(other, other, *one.words))


def root(word: str) -> str:
    """By what the word is known in our index and in those of the engines that use our stems."""
    return stem(fold(word))


def rounds_of_batches(bases: Sequence[Document], rounds: int, size: int) -> list[list[Batch]]:
    """For each round a batch of `size` queries of every kind, then new texts, then new words."""
    drawer = _Drawer(Lexicon(bases), random.Random(len(bases)))
    usual = [
        [drawer.batch(kind, size) for kind in Kind]
        + [drawer.batch(kind, size, Seen.WORDS) for kind in NEW_KINDS]
        for _ in range(rounds)
    ]
    drawer.begin_new()
    return [
        batches + [drawer.batch(kind, size, Seen.NEVER) for kind in NEW_KINDS] for batches in usual
    ]


class _Drawer:
    """Draws queries, and remembers what was drawn."""

    def __init__(self, lexicon: Lexicon, chance: random.Random) -> None:
        self._lexicon = lexicon
        self._chance = chance
        self._texts: set[str] = set()
        self._used: set[str] = set()
        self._begun: tuple[str, ...] = ()
        self._is_new = False
        # Half of the words, whatever their frequency, is kept for the queries never seen.
        ordered = sorted(lexicon.all_stems)
        self._kept = set(chance.sample(ordered, len(ordered) // 2))

    def begin_new(self) -> None:
        """From now on each word is drawn once; none that a half typed word may have touched."""
        self._begun = tuple(fold(text.split()[-1]) for text in self._texts)
        self._is_new = True

    def batch(self, kind: Kind, size: int, seen: Seen = Seen.BEFORE) -> Batch:
        """So many queries of a kind, none of which was drawn before."""
        queries = tuple(self._drawn(kind) for _ in range(size))
        return Batch(kind=kind, seen=seen, queries=queries)

    def _drawn(self, kind: Kind) -> Asked:
        ways: dict[Kind, Callable[[], Asked | None]] = {
            Kind.ALL: self._three,
            Kind.ANY: self._apart,
            Kind.FACETS: self._filtered,
            Kind.PREFIX: self._half_typed,
            Kind.TYPO: self._mistyped,
        }
        draw = ways.get(kind, lambda: self._one(kind))
        for _ in range(DRAWS):
            asked = draw()
            if asked and asked.text.strip() not in self._texts:
                self._texts.add(asked.text.strip())
                self._used |= {root(word) for word in asked.words}
                return asked
        raise ValueError(f"Too few words to ask for {kind}.")

    def _some(self, count: int, words: Sequence[str]) -> tuple[str, ...]:
        """So many words, no two of one stem, or none at all."""
        free = {root(word): word for word in words if self._is_free(word)}
        if len(free) < count:
            return ()
        return tuple(self._chance.sample(sorted(free.values()), count))

    def _is_free(self, word: str) -> bool:
        if not self._is_new:
            return root(word) not in self._kept
        its_root = root(word)
        is_used = its_root in self._used or fold(word).startswith(self._begun)
        return its_root in self._kept and not is_used

    def _place(self) -> int:
        return self._chance.randrange(len(self._lexicon.words))

    def _one(self, kind: Kind) -> Asked | None:
        words = self._some(1, self._lexicon.words[self._place()])
        return Asked(kind=kind, words=words) if words else None

    def _three(self) -> Asked | None:
        words = self._some(3, self._lexicon.words[self._place()])
        return Asked(kind=Kind.ALL, words=words) if words else None

    def _apart(self) -> Asked | None:
        """Two words of one service and one of another, which no service has all together."""
        first = self._some(2, self._lexicon.words[self._place()])
        second = self._some(1, self._lexicon.words[self._place()])
        words = first + second
        if not first or not second or self._lexicon.go_together(words):
            return None
        return Asked(kind=Kind.ANY, words=words)

    def _filtered(self) -> Asked | None:
        place = self._place()
        words = self._some(1, self._lexicon.words[place])
        ministry = self._lexicon.ministries[place]
        return Asked(kind=Kind.FACETS, words=words, ministry=ministry) if words else None

    def _half_typed(self) -> Asked | None:
        words = self._some(2, self._lexicon.names[self._chance.choice(self._lexicon.named)])
        if not words:
            return None
        first, whole = words
        half = whole[: max(LEAST_LETTERS_BEGUN, len(whole) * 3 // 5)]
        return Asked(kind=Kind.PREFIX, words=(first, half), meant=whole)

    def _mistyped(self) -> Asked | None:
        words = self._some(1, self._lexicon.names[self._place()])
        if not words or len(words[0]) < LEAST_LETTERS_OF_A_TYPO:
            return None
        typed = _with_a_mistake(words[0], self._chance)
        if root(typed) in self._lexicon.all_stems:
            return None
        return Asked(kind=Kind.TYPO, words=(typed,), meant=words[0])


def _with_a_mistake(word: str, chance: random.Random) -> str:
    """The word with two letters swapped, or one letter less, or one twice; never the first."""
    place = chance.randrange(1, len(word) - 2)
    before, here, after = word[:place], word[place : place + 2], word[place + 2 :]
    return before + chance.choice((here[::-1], here[0], here[0] + here)) + after


def _telling(document: Document, fields: Iterable[str]) -> list[str]:
    """The words of some texts that a search may be about, in order, each once."""
    found = (token for field in fields for token in tokens(document.texts[field]))
    return list(dict.fromkeys(token.written for token in found if _is_telling(token.word)))


def _is_telling(word: str) -> bool:
    is_long = len(word) >= LEAST_LETTERS and word.isalpha()
    return is_long and not is_stop_word(word) and stem(word) not in _stems_of_places()


@cache
def _stems_of_places() -> frozenset[str]:
    """What the name of a municipality, or of its town hall, adds to a service."""
    names = ("municipalidad", *(place.name for place in places()))
    return frozenset(stem(token.word) for name in names for token in tokens(name))
