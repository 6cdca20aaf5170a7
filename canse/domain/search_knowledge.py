"""What searching people taught the catalogue: other words, promotions, past queries and clicks."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Synonym:
    """An expression as people say it, and the term of the catalogue it stands for.

    `is_two_way`: who types the term means the expression too. `language` is a BCP 47 tag.
    """

    expression: str
    term: str
    is_two_way: bool = False
    language: str = "es"


@dataclass(frozen=True, kw_only=True)
class Promotion:
    """The service that a person means who types just this phrase; it is shown first."""

    phrase: str
    service_id: int


@dataclass(frozen=True, kw_only=True)
class SearchKnowledge:
    """All of it as one value, as the index takes it in.

    `queries` maps what was searched and found, folded, to how often of late. `clicks` maps a
    service's identifier to how often it was opened from results of late. `unsuggested` are words
    that are found but never suggested.
    """

    synonyms: tuple[Synonym, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    unsuggested: frozenset[str] = frozenset()
    queries: Mapping[str, int] = field(default_factory=dict)
    clicks: Mapping[int, int] = field(default_factory=dict)
