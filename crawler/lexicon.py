"""A lexicon: a named list of words by which a page shows what it is.

A pattern is a regular expression over folded text (lower case, no accents) that matches whole
words; two blanks part one pattern from the next. Whoever changes a list raises CATALOGUE_VERSION.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from canse.domain.naming import fold

_EDGES = " ¿?¡!.:,;-•*0123456789"
SHORT_TEXT = 300  # characters; what is longer is remembered only while its page is judged
LONG_TEXTS = 200
FOLDED_TEXTS = 20_000  # one page is asked about the same words by many lexicons


def folded(text: str) -> str:
    """`fold` with a memory: the same text is looked up in dozens of lists."""
    return _folded_short(text) if len(text) <= SHORT_TEXT else _folded_long(text)


@lru_cache(maxsize=FOLDED_TEXTS)
def _folded_short(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=LONG_TEXTS)
def _folded_long(text: str) -> str:
    return fold(text)


@dataclass(frozen=True)
class Lexicon:
    """A named list of patterns, matched as whole words in folded text."""

    name: str
    words: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """All patterns as one expression."""
        patterns = re.split(r"\s{2,}", self.words.strip())
        return re.compile(r"(?<![a-z0-9])(?:" + "|".join(patterns) + r")(?![a-z0-9])")

    def find(self, text: str) -> str:
        """The first words of the text that match, folded; empty when none does."""
        match = self.regex.search(folded(text))
        return match.group() if match else ""

    def starts(self, text: str) -> bool:
        """Whether the text begins with a word of the list."""
        return bool(self.regex.match(folded(text).lstrip(_EDGES)))

    def is_whole(self, text: str) -> bool:
        """Whether the text is a word of the list and nothing else."""
        return bool(self.regex.fullmatch(folded(text).strip(_EDGES)))
