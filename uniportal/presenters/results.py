"""What the results page says: services found, how they were understood, how to narrow them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indices.port import MAX_PAGE, Facet, FacetCount, Match, Order, Page
from uniportal.presenters.choices import FILTERS, Choices
from uniportal.presenters.rows import Row, row_of_hit
from uniportal.presenters.vocabulary import Vocabulary

VALUES_AT_FIRST = 6
VALUES_AT_MOST = 40
READ_AT_ONCE = 3
"""So few results need no narrowing."""
SHOWN_OPEN = frozenset({Facet.ONLINE, Facet.FREE, Facet.INSTITUTION})
"""What is asked for most; the rest opens when touched, so that the list stays short."""
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
    """The values of one facet: some at once, the rest behind a word; all of it, when closed."""

    facet: Facet
    first: tuple[FilterValue, ...]
    rest: tuple[FilterValue, ...]
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class OtherWords:
    """A search in other words, or in the same taken another way."""

    text: str
    parameters: Parameters


@dataclass(frozen=True, kw_only=True)
class Understood:
    """How the words were taken.

    `corrected` is what was searched instead, `exact` the way back to the words as typed, `usual`
    the way out of an exact search. `has_most` says that no service has all words, `missing` lists
    those the first one lacks.
    """

    corrected: OtherWords | None = None
    exact: OtherWords | None = None
    usual: OtherWords | None = None
    has_most: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OrderLink:
    """A way to sort the results."""

    order: Order
    is_chosen: bool
    parameters: Parameters


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Where in the results one is; None where there is no page that way.

    `is_cut` says that this is the last page shown and that there are more services.
    """

    page: int
    pages: int
    previous: Parameters | None
    following: Parameters | None
    is_cut: bool


@dataclass(frozen=True, kw_only=True)
class ResultsView:
    """Everything the results page shows; `first` is the number of the first service on it."""

    text: str
    total: int
    first: int
    rows: tuple[Row, ...]
    chosen: tuple[FilterValue, ...]
    groups: tuple[FilterGroup, ...]
    understood: Understood
    orders: tuple[OrderLink, ...]
    pager: Pager
    kept: tuple[tuple[str, str], ...]
    unfiltered: Parameters
    first_page: Parameters
    is_confident: bool
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
        understood=_understood(page, choices),
        orders=_orders(choices),
        pager=_pager(page.total, size, choices),
        kept=choices.kept(),
        unfiltered=choices.without_filters().parameters(),
        first_page=choices.on_page(1).parameters(),
        is_confident=page.is_confident,
        is_degraded=page.is_degraded,
    )


def _understood(page: Page, choices: Choices) -> Understood:
    exact = OtherWords(text=choices.text, parameters=choices.exactly().parameters())
    meant = page.corrections[0] if page.corrections and not choices.is_exact else ""
    has_most = page.match is Match.MOST_WORDS and page.total > 0 and choices.page == 1
    return Understood(
        corrected=_asking(meant, choices) if meant else None,
        exact=exact if meant else None,
        usual=_asking(choices.text, choices) if choices.is_exact else None,
        has_most=has_most,
        missing=tuple(dict.fromkeys(page.missing)) if has_most else (),
    )


def _asking(text: str, choices: Choices) -> OtherWords:
    return OtherWords(text=text, parameters=choices.asking(text).parameters())


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
        is_chosen = facet in choices.filters
        if values and (page.total > READ_AT_ONCE or is_chosen):
            groups.append(
                FilterGroup(
                    facet=facet,
                    first=tuple(values[:VALUES_AT_FIRST]),
                    rest=tuple(values[VALUES_AT_FIRST:VALUES_AT_MOST]),
                    is_open=is_chosen or facet in SHOWN_OPEN,
                )
            )
    return tuple(groups)


def _useful(
    facet: Facet, counts: Sequence[FacetCount], total: int, choices: Choices
) -> list[FacetCount]:
    """Leave out what would help nobody.

    That is "no", what holds nothing, a topic of one service, a municipality of another department,
    and a lone value that all share.
    """
    if facet in (Facet.ONLINE, Facet.FREE):
        counts = [count for count in counts if count.value == "si"]
    if facet is Facet.MUNICIPALITY:
        counts = _within(counts, choices)
    least = 2 if facet is Facet.TOPIC else 1
    kept = [c for c in counts if c.count >= least or choices.has(facet, c.value)]
    if len(kept) == 1 and kept[0].count >= total and not choices.has(facet, kept[0].value):
        return []
    return kept


def _within(counts: Sequence[FacetCount], choices: Choices) -> list[FacetCount]:
    """Municipalities of the departments chosen: all 340 at once would help nobody."""
    departments = choices.filters.get(Facet.DEPARTMENT, ())
    return [
        count
        for count in counts
        if count.value[:2] in departments or choices.has(Facet.MUNICIPALITY, count.value)
    ]


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
    all_pages = max(1, -(-total // size))
    pages = min(MAX_PAGE, all_pages)
    page = choices.page
    return Pager(
        page=page,
        pages=pages,
        previous=choices.on_page(min(page - 1, pages)).parameters() if page > 1 else None,
        following=choices.on_page(page + 1).parameters() if page < pages else None,
        is_cut=page >= pages and pages < all_pages,
    )
