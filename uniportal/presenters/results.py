"""What the results page says: services found, how to narrow them, and what to try when none is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indices.port import MAX_PAGE, Facet, FacetCount, Order, Page, Query
from uniportal.presenters.choices import FILTERS, Choices
from uniportal.presenters.rows import Row, row_of_hit
from uniportal.presenters.vocabulary import Vocabulary

VALUES_AT_FIRST = 6
VALUES_AT_MOST = 40
NEAREST = 3
READ_AT_ONCE = 3
"""So few results need no narrowing."""
Parameters = Mapping[str, str | list[str]]


@dataclass(frozen=True, kw_only=True)
class FilterValue:
    """One value that results can be narrowed by; `parameters` is the search with it toggled."""

    facet: Facet
    value: str
    name: str
    count: int
    is_chosen: bool
    parameters: Parameters


@dataclass(frozen=True, kw_only=True)
class FilterGroup:
    """The values of one facet: some at once, the rest behind a word."""

    facet: Facet
    first: tuple[FilterValue, ...]
    rest: tuple[FilterValue, ...]


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Other words to search for."""

    text: str
    parameters: Parameters


@dataclass(frozen=True, kw_only=True)
class OrderLink:
    """A way to sort the results."""

    order: Order
    is_chosen: bool
    parameters: Parameters


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Where in the results one is; None where there is no page that way."""

    page: int
    pages: int
    previous: Parameters | None
    following: Parameters | None


@dataclass(frozen=True, kw_only=True)
class ResultsView:
    """Everything the results page shows; `first` is the number of the first service on it."""

    text: str
    total: int
    first: int
    rows: tuple[Row, ...]
    chosen: tuple[FilterValue, ...]
    groups: tuple[FilterGroup, ...]
    suggestions: tuple[Suggestion, ...]
    orders: tuple[OrderLink, ...]
    pager: Pager
    kept: tuple[tuple[str, str], ...]
    unfiltered: Parameters
    first_page: Parameters
    is_degraded: bool


def present(page: Page, choices: Choices, vocabulary: Vocabulary) -> ResultsView:
    """Decide what the results page says of one page of the index."""
    size = page.query.page_size
    return ResultsView(
        text=choices.text,
        total=page.total,
        first=(choices.page - 1) * size + 1,
        rows=tuple(row_of_hit(hit) for hit in page.hits),
        chosen=_chosen(page, choices, vocabulary),
        groups=_groups(page, choices, vocabulary),
        suggestions=tuple(
            Suggestion(text=text, parameters=choices.asking(text).parameters())
            for text in page.corrections
        ),
        orders=_orders(choices),
        pager=_pager(page.total, size, choices),
        kept=choices.kept(),
        unfiltered=choices.without_filters().parameters(),
        first_page=choices.on_page(1).parameters(),
        is_degraded=page.is_degraded,
    )


def nearest_query(page: Page, choices: Choices) -> Query | None:
    """What to ask for when nothing was found: without filters, else in the words suggested."""
    if choices.filters:
        return choices.without_filters().query(page_size=NEAREST, facets=())
    if page.corrections:
        return choices.asking(page.corrections[0]).query(page_size=NEAREST, facets=())
    return None


def _chosen(page: Page, choices: Choices, vocabulary: Vocabulary) -> tuple[FilterValue, ...]:
    return tuple(
        _value(facet, FacetCount(value=value, count=page.total), choices, vocabulary)
        for facet in FILTERS
        for value in choices.filters.get(facet, ())
    )


def _groups(page: Page, choices: Choices, vocabulary: Vocabulary) -> tuple[FilterGroup, ...]:
    groups = []
    for facet in FILTERS:
        counts = _useful(facet, page.facets.get(facet, ()), page.total, choices)
        values = [_value(facet, count, choices, vocabulary) for count in counts]
        values.sort(key=lambda value: not value.is_chosen)
        if values and (page.total > READ_AT_ONCE or facet in choices.filters):
            groups.append(
                FilterGroup(
                    facet=facet,
                    first=tuple(values[:VALUES_AT_FIRST]),
                    rest=tuple(values[VALUES_AT_FIRST:VALUES_AT_MOST]),
                )
            )
    return tuple(groups)


def _useful(
    facet: Facet, counts: Sequence[FacetCount], total: int, choices: Choices
) -> list[FacetCount]:
    """Leave out what would help nobody.

    That is "no", what holds nothing, a topic of one service, and a lone value that all share.
    """
    if facet in (Facet.ONLINE, Facet.FREE):
        counts = [count for count in counts if count.value == "si"]
    least = 2 if facet is Facet.TOPIC else 1
    kept = [c for c in counts if c.count >= least or choices.has(facet, c.value)]
    if len(kept) == 1 and kept[0].count >= total and not choices.has(facet, kept[0].value):
        return []
    return kept


def _value(
    facet: Facet, count: FacetCount, choices: Choices, vocabulary: Vocabulary
) -> FilterValue:
    return FilterValue(
        facet=facet,
        value=count.value,
        name=vocabulary.name_of(facet, count.value),
        count=count.count,
        is_chosen=choices.has(facet, count.value),
        parameters=choices.toggled(facet, count.value).parameters(),
    )


def _orders(choices: Choices) -> tuple[OrderLink, ...]:
    return tuple(
        OrderLink(
            order=order,
            is_chosen=order is choices.order,
            parameters=choices.ordered(order).parameters(),
        )
        for order in Order
    )


def _pager(total: int, size: int, choices: Choices) -> Pager:
    pages = max(1, min(MAX_PAGE, -(-total // size)))
    page = choices.page
    return Pager(
        page=page,
        pages=pages,
        previous=choices.on_page(min(page - 1, pages)).parameters() if page > 1 else None,
        following=choices.on_page(page + 1).parameters() if page < pages else None,
    )
