"""The lists of the catalogue that change rarely, read anew only every so many seconds.

Every page of results names institutions, categories and topics; reading them takes longer than the
search. What a page shows may be as old as the page itself may be kept (uniportal/headers.py).
"""

import threading
import time
from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.institution import InstitutionKind
from canse.domain.journey import Journey
from canse.domain.overview import (
    CatalogueFigures,
    InstitutionCount,
    ServiceName,
    TermCount,
)
from canse.domain.place import Municipality
from canse.journeys import Journeys

Value = TypeVar("Value")


class Memory:
    """Values by name, each good for so many seconds; threads may share it."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._values: dict[Hashable, tuple[float, object]] = {}
        self._lock = threading.Lock()

    def get(self, name: Hashable, read: Callable[[], Value]) -> Value:
        """The value, read where none is remembered; what fails is not remembered."""
        now = self._clock()
        with self._lock:
            until, value = self._values.get(name, (float("-inf"), None))
        if now < until:
            return value  # type: ignore[return-value]
        value = read()
        with self._lock:
            self._values[name] = (now + self._seconds, value)
        return value


class RememberedCatalogue(Catalogue):
    """The catalogue, its lists from memory."""

    def __init__(self, database: Database, memory: Memory) -> None:
        super().__init__(database)
        self._memory = memory

    def institutions(self, kind: InstitutionKind | None = None) -> tuple[InstitutionCount, ...]:
        """Institutions of a kind, or all, by name, with their published services."""
        return self._memory.get(("institutions", kind), partial(super().institutions, kind))

    def categories(self) -> tuple[TermCount, ...]:
        """All categories in editorial order."""
        return self._memory.get("categories", super().categories)

    def topics(self, limit: int = 60) -> tuple[TermCount, ...]:
        """The topics that most services share."""
        return self._memory.get(("topics", limit), partial(super().topics, limit))

    def life_events(self) -> tuple[TermCount, ...]:
        """All moments of life."""
        return self._memory.get("life events", super().life_events)

    def municipalities(self) -> tuple[Municipality, ...]:
        """Every municipality, by code."""
        return self._memory.get("municipalities", super().municipalities)

    def service_names(self) -> tuple[ServiceName, ...]:
        """The names of all published services, to be listed."""
        return self._memory.get("names", super().service_names)

    def figures(self) -> CatalogueFigures:
        """The size of the catalogue."""
        return self._memory.get("figures", super().figures)


class RememberedJourneys(Journeys):
    """The journeys, their list from memory."""

    def __init__(self, database: Database, memory: Memory) -> None:
        super().__init__(database)
        self._memory = memory

    def listed(self) -> tuple[Journey, ...]:
        """All journeys in editorial order."""
        return self._memory.get("journeys", super().listed)
