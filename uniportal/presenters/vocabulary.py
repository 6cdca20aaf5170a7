"""The names behind the slugs of filters: a page says "RENAP" where an address says renap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from canse.domain.institution import InstitutionKind
from canse.domain.overview import InstitutionCount, TermCount
from canse.domain.place import Municipality
from indices.port import Facet
from uniportal.presenters.facts import begun_with_capital


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Facet → slug → name; a slug that is not known is said as its own words."""

    names: Mapping[Facet, Mapping[str, str]] = field(default_factory=dict)

    def name_of(self, facet: Facet, value: str) -> str:
        """The name people know; never empty."""
        return self.names.get(facet, {}).get(value) or value.replace("-", " ").capitalize()


def vocabulary(
    *,
    institutions: Iterable[InstitutionCount],
    categories: Iterable[TermCount],
    topics: Iterable[TermCount],
    life_events: Iterable[TermCount],
    places: Iterable[Municipality] = (),
) -> Vocabulary:
    """Gather the names of all filters from the lists of the catalogue."""
    owners = [item.institution for item in institutions]
    towns = tuple(places)
    return Vocabulary(
        names={
            Facet.INSTITUTION: {owner.slug: owner.short_name for owner in owners},
            Facet.MINISTRY: {
                owner.slug: owner.name for owner in owners if owner.kind is InstitutionKind.MINISTRY
            },
            Facet.SECRETARIAT: {
                owner.slug: owner.name
                for owner in owners
                if owner.kind is InstitutionKind.SECRETARIAT
            },
            Facet.CATEGORY: _term_names(categories),
            Facet.TOPIC: _term_names(topics),
            Facet.LIFE_EVENT: _term_names(life_events),
            Facet.DEPARTMENT: {town.department_code: town.department for town in towns},
            Facet.MUNICIPALITY: {town.code: town.name for town in towns},
        }
    )


def _term_names(terms: Iterable[TermCount]) -> dict[str, str]:
    return {item.term.slug: begun_with_capital(item.term.name) for item in terms}
