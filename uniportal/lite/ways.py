"""The five ways into the lite view: short lists, each entry of which is a search."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from canse.catalogue import Catalogue
from canse.domain.errors import NotFound
from canse.domain.institution import InstitutionKind
from canse.domain.overview import InstitutionCount, TermCount
from indices.port import Facet

ENTRIES_A_PAGE = 80
WAYS = (
    Facet.CATEGORY,
    Facet.TOPIC,
    Facet.INSTITUTION,
    Facet.MINISTRY,
    Facet.SECRETARIAT,
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of a way in: a name and the value that narrows a search to it."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class EntryPage:
    """One page of a way in; `previous` and `following` are page numbers, None at the ends."""

    way: Facet
    entries: tuple[Entry, ...]
    previous: int | None
    following: int | None


def way_named(name: str) -> Facet:
    """The way an address names; NotFound when there is none of that name."""
    for way in WAYS:
        if way.value == name:
            return way
    raise NotFound("No hay una lista por «{name}».", name=name)


def entries_of(way: Facet, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Everything that can be chosen by a way."""
    if way is Facet.CATEGORY:
        return _terms(catalogue.categories())
    if way is Facet.TOPIC:
        return _terms(catalogue.topics())
    if way is Facet.INSTITUTION:
        return _institutions(one for one in catalogue.institutions() if one.count)
    kind = InstitutionKind.MINISTRY if way is Facet.MINISTRY else InstitutionKind.SECRETARIAT
    return _institutions(catalogue.institutions(kind))


def page_of(way: Facet, entries: tuple[Entry, ...], page: int) -> EntryPage:
    """One page of the entries; a page past the end is empty."""
    start = (page - 1) * ENTRIES_A_PAGE
    return EntryPage(
        way=way,
        entries=tuple(islice(entries, start, start + ENTRIES_A_PAGE)),
        previous=page - 1 if page > 1 else None,
        following=page + 1 if start + ENTRIES_A_PAGE < len(entries) else None,
    )


def _terms(counts: tuple[TermCount, ...]) -> tuple[Entry, ...]:
    return tuple(Entry(slug=one.term.slug, name=one.term.name) for one in counts if one.count)


def _institutions(counts: Iterable[InstitutionCount]) -> tuple[Entry, ...]:
    return tuple(Entry(slug=one.institution.slug, name=one.institution.name) for one in counts)
