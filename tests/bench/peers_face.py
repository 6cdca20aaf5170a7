"""The face that every engine shows to the measurement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from indices.document import Document
from indices.spanish import is_stop_word, terms_of_word, tokens
from tests.bench.search_queries import Asked, Kind

PAGE_SIZE = 10
NAME_WEIGHT = 5
"""How much more a word counts in a name, for engines that can be told."""
ONE_EDIT_LETTERS = 8
"""From so many letters on, two mistakes in a word are forgiven; the same for every engine."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The ten best, as (id, name), with counts by value of category and of institution if asked."""

    shown: tuple[tuple[int, str], ...]
    counts: tuple[Mapping[str, int], ...] = field(default=())


class Peer(Protocol):
    """An engine that holds one catalogue."""

    name: str

    def build(self, documents: Iterable[Document]) -> None:
        """Index all of them, and lay them down as the engine serves them best."""
        ...

    def find(self, asked: Asked) -> Answer:
        """Answer one query, from its text on."""
        ...

    def total(self, word: str) -> int:
        """How many services have one whole word."""
        ...

    def put(self, document: Document) -> None:
        """Take a document in place of the one with its id; the next search sees it."""
        ...

    def close(self) -> None:
        """Let go of its files."""
        ...

    def lacks(self, kind: Kind, size: int) -> str:
        """Why a kind is not asked of it at this size, or empty."""
        ...

    def batch_size(self, usual: int, size: int) -> int:
        """How many queries of a batch it is asked: fewer where one takes very long."""
        ...


def name_of(document: Document) -> str:
    """The name of a service."""
    return document.texts["name"]


def rest_of(document: Document) -> str:
    """All its other texts."""
    return "\n".join(text for field, text in document.texts.items() if field != "name")


def facet_of(document: Document, facet: str) -> str:
    """The value of a facet that has one."""
    return document.facets[facet][0]


def terms_of(text: str) -> list[str]:
    """The terms of a text by our own analysis: stems, without the little words."""
    telling = (token for token in tokens(text) if not is_stop_word(token.word))
    return [term for token in telling for term in terms_of_word(token)]
