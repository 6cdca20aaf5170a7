"""Phrases for which staff chose the service that goes first."""

from collections.abc import Iterable

from canse.domain.search_knowledge import Promotion
from indices.spanish import tokens

MAX_WORDS = 20


class Promotions:
    """Finds the service promoted for a text: case, accents and signs do not matter, words do."""

    def __init__(self, promotions: Iterable[Promotion]) -> None:
        self._services = {_key(one.phrase): one.service_id for one in promotions}

    def service_for(self, text: str) -> int | None:
        """The identifier of the service that just this text promotes."""
        return self._services.get(_key(text)) if self._services else None


def _key(text: str) -> tuple[str, ...]:
    return tuple(token.word for token, _ in zip(tokens(text), range(MAX_WORDS), strict=False))
