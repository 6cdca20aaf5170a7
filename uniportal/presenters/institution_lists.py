"""How institutions are listed: by letter, by kind, with how many services each has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from canse.domain.institution import InstitutionKind
from canse.domain.naming import fold
from canse.domain.overview import InstitutionCount

KIND_SLUGS = {
    "ministerios": InstitutionKind.MINISTRY,
    "secretarias": InstitutionKind.SECRETARIAT,
    "municipalidades": InstitutionKind.MUNICIPALITY,
    "autonomas": InstitutionKind.AUTONOMOUS,
    "descentralizadas": InstitutionKind.DECENTRALISED,
    "control": InstitutionKind.OVERSIGHT,
    "judicial": InstitutionKind.JUDICIAL,
    "legislativo": InstitutionKind.LEGISLATIVE,
    "otras": InstitutionKind.OTHER,
}
"""The word in the address for each kind, in the order in which they are offered."""


@dataclass(frozen=True, kw_only=True)
class KindLink:
    """A kind with how many institutions are of it."""

    slug: str
    kind: InstitutionKind
    count: int
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class LetterGroup:
    """The institutions whose name begins with a letter."""

    letter: str
    members: tuple[InstitutionCount, ...]


@dataclass(frozen=True, kw_only=True)
class InstitutionsView:
    """The list of institutions; `kind` None means all of them."""

    kind: InstitutionKind | None
    kinds: tuple[KindLink, ...]
    letters: tuple[LetterGroup, ...]
    total: int
    everything: int


def read_kind(word: str) -> InstitutionKind | None:
    """The kind an address names; None for all, and for what is no kind."""
    return KIND_SLUGS.get(word)


def present(items: Sequence[InstitutionCount], kind: InstitutionKind | None) -> InstitutionsView:
    """Decide what the list says, given all institutions and the kind chosen."""
    shown = [item for item in items if kind is None or item.institution.kind is kind]
    return InstitutionsView(
        kind=kind,
        kinds=_kinds(items, kind),
        letters=_letters(shown),
        total=len(shown),
        everything=len(items),
    )


def _kinds(
    items: Sequence[InstitutionCount], chosen: InstitutionKind | None
) -> tuple[KindLink, ...]:
    counted = {
        slug: sum(item.institution.kind is kind for item in items)
        for slug, kind in KIND_SLUGS.items()
    }
    return tuple(
        KindLink(
            slug=slug, kind=KIND_SLUGS[slug], count=count, is_chosen=KIND_SLUGS[slug] is chosen
        )
        for slug, count in counted.items()
        if count
    )


def _letters(items: Iterable[InstitutionCount]) -> tuple[LetterGroup, ...]:
    ordered = sorted(items, key=lambda item: fold(item.institution.name))
    return tuple(
        LetterGroup(letter=letter, members=tuple(group))
        for letter, group in groupby(ordered, key=_letter)
    )


def _letter(item: InstitutionCount) -> str:
    return fold(item.institution.name)[:1].upper() or "#"
