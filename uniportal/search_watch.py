"""Collects what happens in searches and writes it down aside, so that no page ever waits for it."""

import atexit
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from canse.domain.errors import CatalogueError
from canse.domain.search_log import Clicked, Filters, Happening, Missed, Searched
from canse.search_log import SearchLog
from indices.port import IndexUnavailable, Query, SearchIndex

LOGGER = logging.getLogger("uniportal.searches")
PAUSE_SECONDS = 10.0
SOON = 50
"""So many happenings are written at once, without waiting for the pause to end."""
MOST_WAITING = 2_000


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A service opened from the results of a search."""

    query: Query
    service_id: int


def _now() -> datetime:
    return datetime.now(UTC)


class SearchWatch:
    """What visitors search and open, kept in memory for a moment and then counted.

    A thread writes, and is there only while something waits. What the database does not take, and
    what comes when too much waits, is lost.
    """

    def __init__(
        self,
        log: SearchLog,
        index: Callable[[], SearchIndex],
        *,
        pause: float = PAUSE_SECONDS,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._log, self._index = log, index
        self._pause, self._clock = pause, clock
        self._lock = threading.Lock()
        self._soon = threading.Event()
        self._waiting: list[Happening | Opened] = []
        self._writer: threading.Thread | None = None

    def searched(self, query: Query, total: int) -> None:
        """Somebody saw how many services some words have; without words, nothing is learned."""
        if query.text:
            self._note(Searched(text=query.text, filters=_pairs(query), results=total))

    def clicked(self, query: Query, service_id: int) -> None:
        """Somebody opened a service from a page of results; its place there is looked up later."""
        if query.text:
            self._note(Opened(query=query, service_id=service_id))

    def missed(self, text: str) -> None:
        """Somebody asked for what is not there."""
        if text.strip():
            self._note(Missed(text=text))

    def flush(self) -> None:
        """Write all that waits."""
        with self._lock:
            taken, self._waiting = self._waiting, []
            self._soon.clear()
        if not taken:
            return
        try:
            self._log.keep(tuple(self._with_ranks(taken)), self._clock())
        except (CatalogueError, IndexUnavailable) as error:
            LOGGER.warning("search_counts_lost", extra={"lost": len(taken), "reason": str(error)})
        except Exception:  # a fault nobody foresaw must not end the thread unheard
            LOGGER.exception("search_counts_lost", extra={"lost": len(taken)})

    def close(self) -> None:
        """Write what waits, and let the thread end."""
        self.flush()
        with self._lock:
            if self._writer:
                self._soon.set()

    def _note(self, happening: Happening | Opened) -> None:
        with self._lock:
            if len(self._waiting) >= MOST_WAITING:
                return
            self._waiting.append(happening)
            if len(self._waiting) >= SOON:
                self._soon.set()
            if self._writer is None:
                # Begun by the first visitor and not with the application: a server may fork
                # between the two, and threads do not live on in its children.
                atexit.register(self.flush)
                self._writer = threading.Thread(
                    target=self._write, name="search-watch", daemon=True
                )
                self._writer.start()

    def _write(self) -> None:
        while True:
            self._soon.wait(self._pause)
            self.flush()
            with self._lock:
                if not self._waiting:
                    self._writer = None
                    atexit.unregister(self.flush)
                    return

    def _with_ranks(self, taken: list[Happening | Opened]) -> Iterator[Happening]:
        for one in taken:
            if not isinstance(one, Opened):
                yield one
            elif rank := self._rank(one):
                query = one.query
                yield Clicked(
                    text=query.text, filters=_pairs(query), service_id=one.service_id, rank=rank
                )

    def _rank(self, opened: Opened) -> int:
        """The place of a service, from 1, on the page it was opened from; 0 if it is not there."""
        query = replace(opened.query, facets=())
        ids = [hit.id for hit in self._index().search(query).hits]
        if opened.service_id not in ids:
            return 0
        return (query.page - 1) * query.page_size + ids.index(opened.service_id) + 1


def _pairs(query: Query) -> Filters:
    return tuple(
        (facet.value, value) for facet, values in query.filters.items() for value in values
    )
