"""What a person asked of the search page: read from the address by an allow-list, and written back.

Nothing that is not named here reaches a search, and no value is trusted for its size or shape.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from indices.port import MAX_PAGE, MAX_TEXT_LENGTH, Facet, Order, Query

FILTERS = (
    Facet.ONLINE,
    Facet.FREE,
    Facet.INSTITUTION,
    Facet.CATEGORY,
    Facet.AUDIENCE,
    Facet.TOPIC,
    Facet.LIFE_EVENT,
    Facet.MINISTRY,
    Facet.SECRETARIAT,
    Facet.DEPARTMENT,
    Facet.MUNICIPALITY,
    Facet.STAGE,
)
MOST_VALUES = 8
EXACT, YES = "exacto", "1"
_LONGEST_SLUG = 100
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SHAPES = {
    Facet.ONLINE: re.compile(r"(?:si|no)\Z"),
    Facet.FREE: re.compile(r"(?:si|no)\Z"),
    Facet.STAGE: re.compile(r"[0-4]\Z"),
    Facet.AUDIENCE: re.compile(r"(?:persona|empresa|extranjero|institucion)\Z"),
    Facet.DEPARTMENT: re.compile(r"[0-9]{2}\Z"),
    Facet.MUNICIPALITY: re.compile(r"[0-9]{4}\Z"),
}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, kw_only=True)
class Choices:
    """One search as its address tells it; `is_exact` takes the words as they stand."""

    text: str = ""
    filters: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    page: int = 1
    is_exact: bool = False

    def query(self, *, page_size: int = 10, facets: tuple[Facet, ...] = FILTERS) -> Query:
        """The question to the index."""
        return Query(
            text=self.text,
            filters=self.filters,
            order=self.order,
            page=self.page,
            page_size=page_size,
            facets=facets,
            is_exact=self.is_exact,
        )

    def has(self, facet: Facet, value: str) -> bool:
        """Whether results are narrowed by this value."""
        return value in self.filters.get(facet, ())

    def toggled(self, facet: Facet, value: str) -> "Choices":
        """The same search with one value put in or taken out, from its first page."""
        values = self.filters.get(facet, ())
        others = tuple(v for v in values if v != value)
        values = others if value in values else (*values, value)
        filters = {f: v for f, v in {**self.filters, facet: values}.items() if v}
        return replace(self, filters=filters, page=1)

    def without_filters(self) -> "Choices":
        """The same words over all services."""
        return replace(self, filters={}, page=1)

    def without(self, facet: Facet) -> "Choices":
        """The same search with no value of one facet, from its first page."""
        return replace(self, filters={f: v for f, v in self.filters.items() if f != facet}, page=1)

    def asking(self, text: str) -> "Choices":
        """Other words with the same filters, understood as usual, from the first page."""
        return replace(self, text=text, page=1, is_exact=False)

    def exactly(self) -> "Choices":
        """The same words, taken as they stand."""
        return replace(self, page=1, is_exact=True)

    def ordered(self, order: Order) -> "Choices":
        """The same search in another order, from the first page."""
        return replace(self, order=order, page=1)

    def on_page(self, page: int) -> "Choices":
        """Another page of the same search."""
        return replace(self, page=page)

    def parameters(self) -> dict[str, str | list[str]]:
        """The parameters of the address of this search; what is usual is left out."""
        said: dict[str, str | list[str]] = {"q": self.text} if self.text else {}
        for facet in FILTERS:
            if values := self.filters.get(facet):
                said[facet.value] = list(values)
        if self.is_exact:
            said[EXACT] = YES
        if self.order is not Order.RELEVANCE:
            said["orden"] = self.order.value
        if self.page > 1:
            said["pagina"] = str(self.page)
        return said

    def kept(self) -> tuple[tuple[str, str], ...]:
        """Name and value of all that stays when other words are typed."""
        return tuple((f.value, value) for f in FILTERS for value in self.filters.get(f, ()))


def read_choices(arguments: Mapping[str, Sequence[str]]) -> Choices:
    """Read the parameters of an address, given as name → values; what is not allowed is dropped."""
    filters = {}
    for facet in FILTERS:
        if values := _allowed(facet, arguments.get(facet.value, ())):
            filters[facet] = values
    return Choices(
        text=clean(_first(arguments, "q")),
        filters=filters,
        order=_order(_first(arguments, "orden")),
        page=_page(_first(arguments, "pagina")),
        is_exact=_first(arguments, EXACT) == YES,
    )


def _first(arguments: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(arguments.get(name, ())), "")


def clean(text: str) -> str:
    """What was typed, without what cannot be seen and what is too long."""
    return " ".join(_CONTROLS.sub(" ", text).split())[:MAX_TEXT_LENGTH].strip()


def _allowed(facet: Facet, values: Sequence[str]) -> tuple[str, ...]:
    different = dict.fromkeys(value.strip().lower() for value in values)
    return tuple(value for value in different if _may_be(facet, value))[:MOST_VALUES]


def _may_be(facet: Facet, value: str) -> bool:
    return len(value) <= _LONGEST_SLUG and bool(_SHAPES.get(facet, _SLUG).match(value))


def _order(text: str) -> Order:
    try:
        return Order(text)
    except ValueError:
        return Order.RELEVANCE


def _page(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(max(int(text[:6]), 1), MAX_PAGE)
