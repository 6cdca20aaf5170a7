"""An index that always answers: from the catalogue while its own files are damaged or missing.

The answer from the catalogue is whole and true, only slower, and says that it is a stand-in. At
the same time the index is built anew, by one thread of one process.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from canse.domain.errors import CatalogueError
from canse.domain.search_knowledge import SearchKnowledge
from indices.document import Document
from indices.memory_engine import MemoryIndex
from indices.port import (
    NO_KNOWLEDGE,
    IndexStatus,
    IndexUnavailable,
    Page,
    Query,
    SearchIndex,
    Suggestion,
)
from indices.rebuild import rebuild
from indices.source import Source

RETRY_SECONDS = 30.0

log = logging.getLogger(__name__)


class MendableIndex(SearchIndex, Protocol):
    """An index whose files may be damaged."""

    def mending(self) -> AbstractContextManager[bool]:
        """Be the only one, of all threads and processes, to mend the index; False when not."""
        ...


class ResilientIndex:
    """The port over another index, with the catalogue to fall back on."""

    def __init__(
        self,
        primary: MendableIndex,
        source: Source,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._primary = primary
        self._source = source
        self._clock = clock
        self._filling = threading.Lock()
        self._starting = threading.Lock()
        self._substitute: MemoryIndex | None = None
        self._mender: threading.Thread | None = None
        self._next_try = float("-inf")

    def search(self, query: Query) -> Page:
        """Find services; while the index fails, in the catalogue itself."""
        try:
            page = self._primary.search(query)
        except IndexUnavailable as error:
            log.warning("index_degraded", extra={"problem": str(error)})
            self._start_mending()
            return replace(self._filled_substitute().search(query), is_degraded=True)
        self._substitute = None
        return page

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What a person may be typing; nothing while the index fails: nobody waits for a hint."""
        try:
            return self._primary.suggest(text)
        except IndexUnavailable as error:
            log.warning("suggestions_unavailable", extra={"problem": str(error)})
            return ()

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        knowledge: SearchKnowledge | None = None,
    ) -> None:
        """Take ids out, put documents in and note the change number, in one commit."""
        self._primary.apply(upserts=upserts, deletes=deletes, applied=applied, knowledge=knowledge)

    def rebuild(
        self,
        documents: Iterable[Document],
        *,
        applied: int,
        knowledge: SearchKnowledge = NO_KNOWLEDGE,
    ) -> str:
        """Build a new generation beside the old, then switch; returns the generation's name."""
        return self._primary.rebuild(documents, applied=applied, knowledge=knowledge)

    def status(self) -> IndexStatus:
        """Tell how the index itself is; never raises."""
        return self._primary.status()

    def wait_until_mended(self, seconds: float) -> bool:
        """Wait for a mending under way, if any; whether none is under way any more."""
        mender = self._mender
        if mender:
            mender.join(seconds)
        return mender is None or not mender.is_alive()

    def _filled_substitute(self) -> MemoryIndex:
        """The catalogue in memory, filled again whenever the catalogue has changed."""
        with self._filling:
            substitute = self._substitute
            try:
                number = self._source.change_number()
                if substitute is None or substitute.status().applied != number:
                    substitute = MemoryIndex()
                    rebuild(substitute, self._source)
            except CatalogueError as error:
                if substitute is None:
                    raise IndexUnavailable(str(error)) from error
            self._substitute = substitute
            return substitute

    def _start_mending(self) -> None:
        with self._starting:
            is_busy = self._mender is not None and self._mender.is_alive()
            if is_busy or self._clock() < self._next_try:
                return
            # Not a daemon: a short command that finds the damage also waits for the cure.
            self._mender = threading.Thread(target=self._mend, name="index-mender")
            self._mender.start()

    def _mend(self) -> None:
        try:
            with self._primary.mending() as is_alone:
                # Another process may have mended it while this one found the damage.
                if is_alone and not self._primary.status().is_healthy:
                    generation = rebuild(self._primary, self._source)
                    log.warning("index_mended", extra={"generation": generation})
        except (CatalogueError, IndexUnavailable, OSError) as error:
            log.warning("index_mending_failed", extra={"reason": str(error)})
        except Exception:  # a fault nobody foresaw must not end the thread unheard
            log.exception("index_mending_failed")
        if not self._primary.status().is_healthy:
            self._next_try = self._clock() + RETRY_SECONDS
