"""The institutions and categories that have services, by the names people may type."""

from collections import Counter
from collections.abc import Iterable, Mapping

from indices.port import SuggestionKind

Name = tuple[SuggestionKind, str, str]
"""What it is, its slug, and its name as suggested."""


def names_of(stored: Iterable[Mapping[str, str]]) -> Counter[Name]:
    """How many documents are of each institution and category; `stored` are their fields."""
    found: Counter[Name] = Counter()
    for fields in stored:
        if slug := fields.get("institution_slug"):
            acronym = fields.get("institution_acronym")
            name = fields.get("institution_name", "")
            said = f"{name} ({acronym})" if acronym else name
            found[SuggestionKind.INSTITUTION, slug, said] += 1
        if slug := fields.get("category_slug"):
            found[SuggestionKind.CATEGORY, slug, fields.get("category_name", "")] += 1
    return found


def most_first(counts: Counter[Name]) -> tuple[Name, ...]:
    """The names, those of most documents first."""
    return tuple(
        name for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if count
    )
