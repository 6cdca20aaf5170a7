"""Pages of results remembered for as long as the generation that gave them is current."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from indices.port import Page, Query

PARTS = 4_000
"""Hits and counts that may be remembered in all: the collector of garbage looks through them."""


class RememberedPages:
    """The pages asked for last; threads may share it."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._parts = 0
        self._lock = threading.Lock()

    def get(self, query: Query, make: Callable[[Query], Page]) -> Page:
        """The page of a query, made when it is not remembered; explanations never are."""
        if query.explain:
            return make(query)
        key = _key(query)
        with self._lock:
            known = self._pages.get(key)
            if known is not None:
                self._pages.move_to_end(key)
                return known
        page = make(query)
        with self._lock:
            if key not in self._pages:
                self._pages[key] = page
                self._parts += _parts(page)
            while self._parts > PARTS:
                _, oldest = self._pages.popitem(last=False)
                self._parts -= _parts(oldest)
        return page


def _parts(page: Page) -> int:
    return 1 + len(page.hits) + sum(map(len, page.facets.values()))


def _key(query: Query) -> Hashable:
    filters = tuple(sorted(query.filters.items()))
    where = (query.order, query.page, query.page_size)
    return query.text, filters, where, query.facets, query.is_exact
