"""What texts found, remembered for as long as the generation they were asked of is current.

Not whole pages: other pages, filters and orders of the same words come next, and a page's results
are many small objects for the collector of garbage to look through.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from indices.matching import Found
from indices.query import Plan

TEXTS = 500
"""So many texts at most are remembered."""
ENTRIES = 4_000_000
"""Services found that may be remembered of all texts: some fifty megabytes."""


@dataclass(frozen=True)
class Finding:
    """What a text was taken for, and what was found for it."""

    planned: Plan
    found: Found


class RememberedFindings:
    """The findings asked for last; threads may share it."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, bool], Finding] = OrderedDict()
        self._entries = 0
        self._lock = threading.Lock()

    def get(self, text: str, *, is_exact: bool, find: Callable[[], Finding]) -> Finding:
        """The finding of a text, made when it is not remembered."""
        key = text, is_exact
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        finding = find()
        with self._lock:
            self._keep(key, finding)
        return finding

    def _keep(self, key: tuple[str, bool], finding: Finding) -> None:
        if key not in self._known:
            self._known[key] = finding
            self._entries += finding.found.total
        while self._entries > ENTRIES or len(self._known) > TEXTS:
            _, oldest = self._known.popitem(last=False)
            self._entries -= oldest.found.total
