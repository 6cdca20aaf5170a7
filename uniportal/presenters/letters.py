"""What the list from A to Z says: its letters, and the services of one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from canse.domain.naming import fold
from canse.domain.overview import ServiceName

NO_LETTER = "0"
"""Stands for names that begin with a figure or a sign, in addresses and in the list."""


@dataclass(frozen=True, kw_only=True)
class LetterLink:
    """A letter with how many services begin with it."""

    letter: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class LettersView:
    """The letters that have services, and the services of the one chosen."""

    letter: str
    letters: tuple[LetterLink, ...]
    services: tuple[ServiceName, ...]
    total: int


def read_letter(word: str) -> str:
    """The letter an address means, however it is written; "" for none."""
    return first_letter(word) if word.strip() else ""


def first_letter(name: str) -> str:
    """The letter under which a name is listed: without accent, Ñ by itself."""
    first = name.strip().lstrip("¿¡«\"'(")[:1].lower()
    if first == "ñ":
        return first
    folded = fold(first)[:1] or NO_LETTER
    return folded if folded in ascii_lowercase else NO_LETTER


def present(services: Sequence[ServiceName], wanted: str) -> LettersView:
    """Decide what the list says; a letter without services shows the first that has some."""
    ordered = sorted(services, key=_place)
    groups = {letter: tuple(some) for letter, some in groupby(ordered, key=_letter)}
    letter = wanted if wanted in groups else next(iter(groups), "")
    return LettersView(
        letter=letter,
        letters=tuple(
            LetterLink(letter=one, count=len(some), is_chosen=one == letter)
            for one, some in groups.items()
        ),
        services=groups.get(letter, ()),
        total=len(services),
    )


def _letter(service: ServiceName) -> str:
    return first_letter(service.name)


def _place(service: ServiceName) -> tuple[str, str, str]:
    letter = _letter(service)
    # Ñ comes between N and O, as in a Spanish dictionary.
    return "n~" if letter == "ñ" else letter, fold(service.name), service.slug
