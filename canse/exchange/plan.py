"""What an import would do, row by row, before anything is stored."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from canse.domain.content import ServiceContent
from canse.domain.errors import CatalogueError


class Outcome(StrEnum):
    """What becomes of a row; each row has exactly one.

    DOUBTFUL rows are stored too, for a person to look at. REFUSED ones cannot be.
    """

    NEW = "new"
    CHANGED = "changed"
    EQUAL = "equal"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """One row of the file with its outcome, why, and what is to be written.

    `service_id` is the service it is about, None for one to add. `content` is the whole content to
    store, None when nothing is written. `stated` is what the row says, in plain values, to be
    remembered under `key` as the ancestor of later imports.
    """

    line: int
    outcome: Outcome
    key: str = ""
    name: str = ""
    reasons: tuple[CatalogueError, ...] = ()
    changed_fields: tuple[str, ...] = ()
    service_id: int | None = None
    content: ServiceContent | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """All rows of a file, in its order."""

    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows have each outcome; they add up to all rows."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in Outcome}

    def of(self, outcome: Outcome) -> tuple[PlannedRow, ...]:
        """The rows with one outcome."""
        return tuple(row for row in self.rows if row.outcome is outcome)
