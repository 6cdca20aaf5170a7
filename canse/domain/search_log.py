"""What may be kept of searches: counts of a day, words that name nobody, nothing of who asked."""

import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from canse.domain.vocabulary import words_key

MOST_WORDS = 6
LONGEST_TEXT = 60
MOST_UNKNOWN_WORDS = 1
"""Two words that no service knows may be the name of a person."""
LONGEST_FILTERS = 300
MOST_RESULTS = 1_000
MOST_TEXTS_A_DAY = 5_000
KEPT_DAYS = 400
LEARNED_DAYS = 90
FEWEST_TIMES_LEARNED = 3
MOST_QUERIES_LEARNED = 2_000
UNKEPT = ""
"""The text under which all that is counted of which no words may be kept."""

Filters: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of a filter's name and a value, as the address of the search says them."""


@dataclass(frozen=True, kw_only=True)
class Searched:
    """Somebody saw the first page of what was found."""

    text: str
    filters: Filters = ()
    results: int


@dataclass(frozen=True, kw_only=True)
class Clicked:
    """Somebody opened a service from what was found; `rank` is its place, from 1."""

    text: str
    filters: Filters = ()
    service_id: int
    rank: int


@dataclass(frozen=True, kw_only=True)
class Missed:
    """Somebody asked for what is not there."""

    text: str


Happening: TypeAlias = Searched | Clicked | Missed


@dataclass(frozen=True, kw_only=True)
class SearchCount:
    """How often a day saw one search, how many results it had last, and what was opened of them."""

    times: int = 0
    results: int = 0
    clicked: int = 0
    rank_sum: int = 0

    def with_search(self, results: int) -> "SearchCount":
        """The count after one more search."""
        return replace(self, times=self.times + 1, results=min(results, MOST_RESULTS))

    def with_click(self, rank: int) -> "SearchCount":
        """The count after one more service was opened."""
        return replace(self, clicked=self.clicked + 1, rank_sum=self.rank_sum + rank)


@dataclass(frozen=True, kw_only=True)
class DayCounts:
    """What is added to a day: searches by (text, filters), clicks by service, texts missed."""

    searches: Mapping[tuple[str, str], SearchCount] = field(default_factory=dict)
    clicks: Mapping[int, int] = field(default_factory=dict)
    missed: Mapping[str, int] = field(default_factory=dict)


def kept_text(text: str, known: Container[str]) -> str:
    """The folded words of a search as they may be kept; UNKEPT where they could name somebody.

    `known` are the folded words that services and synonyms have.
    """
    plain = unicodedata.normalize("NFKC", text)
    if len(plain) > LONGEST_TEXT or "@" in plain or any(map(str.isnumeric, text + plain)):
        return UNKEPT
    kept = words_key(plain)
    words = kept.split()
    unknown = sum(word not in known for word in words)
    if len(words) > MOST_WORDS or len(kept) > LONGEST_TEXT or unknown > MOST_UNKNOWN_WORDS:
        return UNKEPT
    return kept


def kept_filters(filters: Filters, known: Container[tuple[str, str]]) -> str:
    """The filters in one form whatever their order, of those values only that are `known`.

    (("tema", "dpi"), ("gratis", "si")) → "gratis=si&tema=dpi".
    """
    said = ""
    for name, value in sorted(set(filters)):
        longer = f"{said}&{name}={value}" if said else f"{name}={value}"
        if (name, value) in known and len(longer) <= LONGEST_FILTERS:
            said = longer
    return said


def counted(
    happenings: Iterable[Happening],
    known_words: Container[str],
    known_filters: Container[tuple[str, str]],
) -> DayCounts:
    """Add up what happened in one day, keeping of each only what may be kept."""
    searches: dict[tuple[str, str], SearchCount] = {}
    clicks: Counter[int] = Counter()
    missed: Counter[str] = Counter()
    for one in happenings:
        text = kept_text(one.text, known_words)
        if isinstance(one, Missed):
            missed[text] += 1
            continue
        key = (text, kept_filters(one.filters, known_filters) if text else "")
        before = searches.get(key, SearchCount())
        if isinstance(one, Clicked):
            searches[key] = before.with_click(one.rank)
            clicks[one.service_id] += 1
        else:
            searches[key] = before.with_search(one.results)
    return DayCounts(searches=searches, clicks=clicks, missed=missed)
