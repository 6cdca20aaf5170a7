"""What to offer when no service answers: filters to take off, what comes nearest, whom to call."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indices.port import Facet, Hit, Page
from uniportal.presenters.choices import FILTERS, Choices
from uniportal.presenters.help_lines import HELPING
from uniportal.presenters.results import FilterValue, Parameters, ResultsView
from uniportal.presenters.rows import Row, row_of_hit

NEAREST = 3
MOST_LOOSENED = 6
"""Each costs a search; who has put on more filters takes them all off."""
MOST_CALLED = 2
MOST_RECOGNISED = 5
Found = Mapping[Facet, Page]


@dataclass(frozen=True, kw_only=True)
class LooserFilter:
    """A filter to take off with all its values, and how many services are then found."""

    values: tuple[FilterValue, ...]
    count: int
    parameters: Parameters


@dataclass(frozen=True, kw_only=True)
class NothingFound:
    """What helps who found nothing.

    `wide_total` counts what all services together hold once every filter is off; `recognised` are
    the words typed that what comes nearest has; `categories` are (slug, name), to look around in.
    """

    loosened: tuple[LooserFilter, ...]
    wide_total: int
    nearest: tuple[Row, ...]
    recognised: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]


def looser(page: Page, choices: Choices) -> dict[Facet, Choices]:
    """The searches with one filter less, where filters are why nothing was found."""
    chosen = [facet for facet in FILTERS if facet in choices.filters]
    if not page.is_confident or len(chosen) > MOST_LOOSENED:
        return {}
    return {facet: choices.without(facet) for facet in chosen}


def wider(page: Page, choices: Choices) -> Choices | None:
    """The search to show something of: without filters, else with its words taken as usual."""
    if not page.is_confident:
        return None
    if choices.filters:
        return choices.without_filters()
    return choices.asking(choices.text) if choices.is_exact else None


def present(
    view: ResultsView, page: Page, choices: Choices, found: Found, wide: Page | None
) -> NothingFound:
    """Decide what is offered; `found` answers the looser searches, `wide` the wider one."""
    nearest = nearest_hits(page, wide)
    return NothingFound(
        loosened=tuple(_loosened(view, choices, found)),
        wide_total=wide.total if wide else 0,
        nearest=tuple(row_of_hit(hit) for hit in nearest),
        recognised=_recognised(nearest) if not page.is_confident else (),
        categories=_categories(nearest),
    )


def nearest_hits(page: Page, wide: Page | None) -> tuple[Hit, ...]:
    """What comes nearest: the index's own word, else the first of the wider search."""
    found = page.nearest or ((wide.hits or wide.nearest) if wide else ())
    return found[:NEAREST]


def whom_to_call(choices: Choices, nearest: Sequence[Hit]) -> tuple[str, ...]:
    """The slugs of institutions to call: those chosen, else the one near services share."""
    owners = {hit.fields.get("institution_slug", "") for hit in nearest}
    shared = owners if len(owners) == 1 else ()
    own = choices.filters.get(Facet.INSTITUTION, ())[:MOST_CALLED] or shared
    return tuple(dict.fromkeys(slug for slug in (*own, *HELPING) if slug))


def _loosened(view: ResultsView, choices: Choices, found: Found) -> Iterator[LooserFilter]:
    for facet, page in found.items():
        values = tuple(value for value in view.chosen if value.facet is facet)
        if page.total:
            yield LooserFilter(
                values=values,
                count=page.total,
                parameters=choices.without(facet).parameters(),
            )


def _recognised(hits: Sequence[Hit]) -> tuple[str, ...]:
    words: dict[str, str] = {}
    for hit in hits:
        for field, spans in hit.marks.items():
            for start, end in spans:
                word = hit.fields[field][start:end]
                words.setdefault(word.casefold(), word)
    return tuple(words)[:MOST_RECOGNISED]


def _categories(hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    told = ((hit.fields.get("category_slug"), hit.fields.get("category_name")) for hit in hits)
    return tuple(dict.fromkeys((slug, name) for slug, name in told if slug and name))
