"""Finds the institution of the catalogue that an outside list names, by its name and acronym."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from canse.domain.institution import InstitutionRef
from canse.domain.naming import fold

LIKENESS = 0.9
_ACRONYM = re.compile(r"[-–—(]\s*([^\W\d_][\w.&]{1,19})\s*[-–—)]?\s*$")
_SMALL_WORDS = frozenset(
    {"a", "con", "de", "del", "e", "el", "en", "la", "las", "los", "para", "y"}
)


class Owners:
    """The institutions of the catalogue, looked up by what others call them."""

    def __init__(self, institutions: Iterable[InstitutionRef]) -> None:
        self._by_name: dict[tuple[str, ...], list[InstitutionRef]] = {}
        self._by_acronym: dict[str, list[InstitutionRef]] = {}
        for institution in institutions:
            self._by_name.setdefault(_words(institution.name), []).append(institution)
            if institution.acronym:
                self._by_acronym.setdefault(fold(institution.acronym), []).append(institution)

    def slug_of(self, text: str) -> str | None:
        """The slug of "Ministerio de Economía -MINECO-"; None when it is none or could be two.

        An acronym alone does not decide: the names must be alike, since two institutions may be
        known by one acronym.
        """
        name, acronym = split_acronym(text)
        found = self._by_name.get(_words(name)) or self._by_name.get(_words(text), [])
        if not found:
            named = self._by_acronym.get(fold(acronym or name), [])
            found = [one for one in named if not acronym or _are_alike(one.name, name)]
        return found[0].slug if len(found) == 1 else None


def split_acronym(text: str) -> tuple[str, str]:
    """The name and the acronym at its end, between hyphens or brackets; empty where none is."""
    found = _ACRONYM.search(text)
    if not found or not found.group(1).isupper():
        return text.strip(), ""
    return text[: found.start()].strip(), found.group(1)


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"[a-z0-9]+", fold(name)) if w not in _SMALL_WORDS)


def _are_alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    if not second or set(first) <= set(second) or set(second) <= set(first):
        return True
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= LIKENESS
