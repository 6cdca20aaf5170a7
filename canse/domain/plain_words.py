"""Finds the heavy words of official Spanish in a text, each with what people say instead; pure."""

import re
from dataclasses import dataclass

from canse.domain.plain_word_list import HEAVY_WORDS


@dataclass(frozen=True, kw_only=True)
class HeavyWord:
    """A heavy word where it stands in a text: as written, its place from 0, and what to say."""

    found: str
    start: int
    instead: str


_INSTEAD = tuple(instead for _, instead in HEAVY_WORDS)
_ANY = re.compile(
    "|".join(rf"((?<!\w)(?:{pattern})(?!\w))".replace(" ", r"\s+") for pattern, _ in HEAVY_WORDS),
    re.IGNORECASE,
)


def find_heavy_words(text: str) -> tuple[HeavyWord, ...]:
    """The heavy words of a text in their order; of two that begin alike, the first of the list."""
    return tuple(
        HeavyWord(found=match.group(), start=match.start(), instead=_INSTEAD[_row_of(match)])
        for match in _ANY.finditer(text)
    )


def _row_of(match: re.Match[str]) -> int:
    """The row of the list that a match comes from: each row is one group, numbered from 1."""
    return (match.lastindex or 1) - 1
