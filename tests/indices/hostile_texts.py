"""Texts that nobody in their right mind would search for, and that must be answered in no time."""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

LONG = 10_000
MANY_WORDS = 200
A_DOZEN = 12
MARKS = [*range(0x300, 0x370), *range(0x1AB0, 0x1AC0), *range(0x20D0, 0x20F1), 0x5B0, 0x64B, 0xE31]
RIGHT_TO_LEFT = [*range(0x5D0, 0x5EB), *range(0x620, 0x64B), 0x200F, 0x202B, 0x202E, 0x2067, 0x2069]
EMOJI = [*range(0x1F300, 0x1F650), 0x200D, 0xFE0F, 0x1F3FB, 0x1F3FF, *range(0x1F1E6, 0x1F200)]
SURROGATES = range(0xD800, 0xE000)
SIGNS = "*?~^\"'()[]{}:;+-!&|\\/<>=%_#@$.,`´’\x00\t\n\r\u2028\ufeff"
OPERATORS = ("AND", "OR", "NOT", "NEAR", "TO", "name:", "*:*", "(", "))", "[a TO z]", "~9", "^99")


@dataclass(frozen=True)
class Hostile:
    """A text and the kind of trouble it is."""

    kind: str
    text: str


class Troublemaker:
    """Makes random texts of every kind; `words` are the most frequent ones of the catalogue."""

    def __init__(self, words: Sequence[str], seed: int) -> None:
        self._words = words
        self._chance = random.Random(seed)
        self._makers: dict[str, Callable[[], str]] = {
            "all planes": lambda: self._of(range(sys.maxunicode + 1)),
            "combining marks": self._marked,
            "lone surrogates": lambda: self._mixed(SURROGATES),
            "right to left": lambda: self._mixed(RIGHT_TO_LEFT),
            "emoji": lambda: self._mixed(EMOJI),
            "very long": self._very_long,
            "very many words": lambda: " ".join(self._some(MANY_WORDS)),
            "few letters": self._few_letters,
            "query syntax": self._syntax,
            "digits": self._digits,
            "repeated words": self._repeated,
            "frequent words": lambda: " ".join(self._some(A_DOZEN)),
            "misspelt words": self._misspelt,
        }

    def texts(self, count: int) -> Iterator[Hostile]:
        """So many of them, the kinds by turns."""
        kinds = list(self._makers)
        for place in range(count):
            kind = kinds[place % len(kinds)]
            yield Hostile(kind, self._makers[kind]())

    def _of(self, points: Sequence[int], longest: int = 60) -> str:
        count = self._chance.randint(1, longest)
        return "".join(map(chr, self._chance.choices(points, k=count)))

    def _some(self, count: int) -> list[str]:
        return self._chance.choices(self._words, k=count)

    def _mixed(self, points: Sequence[int]) -> str:
        """Words with such characters within, before and after."""
        return "".join(
            word + self._of(points, 8) for word in self._some(self._chance.randint(1, 6))
        )

    def _marked(self) -> str:
        return "".join(letter + self._of(MARKS, 12) for letter in " ".join(self._some(3)))

    def _very_long(self) -> str:
        alphabet = self._chance.choice(("a", "aeñü ", "abc xyz", "e\u0301", "9", "a.", "a'", "ﷺ"))
        return "".join(self._chance.choices(alphabet, k=LONG))

    def _few_letters(self) -> str:
        letters = self._chance.choices(
            "abcdefghijklmnñopqrstuvwxyzáéíóú", k=self._chance.randint(1, 24)
        )
        return self._chance.choice(("", " ")).join(letters)[: self._chance.randint(1, 40)]

    def _syntax(self) -> str:
        pieces = [*self._some(4), *OPERATORS, *(self._of([*map(ord, SIGNS)], 5) for _ in range(4))]
        self._chance.shuffle(pieces)
        return self._chance.choice(("", " ")).join(pieces)

    def _digits(self) -> str:
        numbers = (str(self._chance.randrange(10 ** self._chance.randint(1, 30))) for _ in range(9))
        return self._chance.choice((" ", "-", "/", "")).join(numbers)

    def _repeated(self) -> str:
        word = self._some(1)[0]
        return self._chance.choice((" ", "", "-")).join(
            [word] * self._chance.randint(2, MANY_WORDS)
        )

    def _misspelt(self) -> str:
        return " ".join(self._mistyped(word) for word in self._some(A_DOZEN))

    def _mistyped(self, word: str) -> str:
        place = self._chance.randrange(len(word))
        other = self._chance.choice("abcdehjklmnorstuvxyz")
        return word[:place] + other + word[place + self._chance.randint(0, 1) :]


def known_attacks(words: Sequence[str]) -> tuple[Hostile, ...]:
    """What has brought search engines down, each on its own."""
    every = " ".join(words)
    begun = " ".join(word[:2] for word in words[:A_DOZEN])
    texts = (
        "", " ", "\x00", "*", "?", "a*", "*a", "**********", "a~2", "\ud800", "\udfff\ud800",
        "a" * LONG, "a " * LONG, "a." * LONG, "a'" * LONG, "á" * LONG, "ñ" * LONG, "9" * LONG,
        "a" + "\u0301" * LONG, "\u0301" * LONG, "\u202e" * LONG, "ﷺ" * LONG, "İ" * LONG, "ß" * LONG,
        "\U0001f469\u200d" * LONG, "(" * LONG, "\"" * LONG, "a OR " * LONG, "NOT " * LONG,
        "[a TO z]", "name:[* TO *]", "/(a+)+$/", "{!func}", "' OR 1=1 --", "%' LIKE '%", "%00",
        "<script>alert(1)</script>", "../../etc/passwd", "${jndi:ldap://a}", "{{7*7}}", "a\nb\r\nc",
        every, every[::-1], every.upper(), every.replace(" ", ""), every.replace(" ", "-"),
        begun, " ".join("abcdefghijkl"), "de la el los las en que", "de " * LONG,
        "1 2 3 4 5 6 7 8 9",
    )  # fmt: skip
    return tuple(Hostile("known attack", text) for text in texts)
