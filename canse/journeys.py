"""Journeys read, and changed by staff: each change one transaction, with its revision."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from canse.database import journey_records
from canse.database.revision_records import Author, keep_revision
from canse.database.session import Database
from canse.database.tables import JourneyRow
from canse.domain.errors import BadInput, NotFound
from canse.domain.journey import Journey, JourneyPlace
from canse.journey_files import read_journeys

KIND = "journey"


@dataclass(frozen=True, kw_only=True)
class ImportedJourneys:
    """How many journeys of a file were new, changed, or as they already were."""

    new: int = 0
    changed: int = 0
    equal: int = 0


class _OnlyTried(Exception):
    """Ends a transaction of which nothing is to stay."""


class Journeys:
    """The journeys of the catalogue.

    Every method raises CatalogueUnavailable when the database does not answer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self) -> tuple[Journey, ...]:
        """All journeys in editorial order."""
        with self._database.reading() as session:
            rows = journey_records.journey_rows(session)
            return tuple(map(journey_records.journey_of, rows.values()))

    def journey(self, slug: str) -> Journey:
        """One journey; NotFound when there is none."""
        with self._database.reading() as session:
            row = journey_records.journey_by_slug(session, slug)
            if row is None:
                raise NotFound("No existe el camino «{slug}».", slug=slug)
            return journey_records.journey_of(row)

    def places_of(self, service_id: int) -> tuple[JourneyPlace, ...]:
        """The journeys that a service is part of."""
        with self._database.reading() as session:
            return journey_records.places_of(session, service_id)

    def import_file(
        self, path: Path, author: Author, *, is_trial: bool = False
    ) -> ImportedJourneys:
        """Take in a file, all of it or nothing; journeys it does not name stay.

        BadInput names the line, or the service that does not exist. A trial writes nothing.
        """
        counts = {"new": 0, "changed": 0, "equal": 0}
        try:
            with self._database.transaction() as session:
                rows = journey_records.journey_rows(session)
                services = journey_records.service_ids(session)
                for journey in read_journeys(path):
                    counts[take(session, journey, rows, services, author)] += 1
                if is_trial:
                    raise _OnlyTried
        except _OnlyTried:
            pass
        return ImportedJourneys(**counts)

    def remove(self, slug: str, author: Author) -> None:
        """Take a journey out; NotFound when there is none."""
        with self._database.transaction() as session:
            row = journey_records.journey_by_slug(session, slug)
            if row is None:
                raise NotFound("No existe el camino «{slug}».", slug=slug)
            change = {"before": plain(journey_records.journey_of(row)), "after": None}
            keep_revision(session, KIND, row.id, author, "journey removed", {"journey": change})
            session.delete(row)


def take(
    session: Session,
    journey: Journey,
    rows: Mapping[str, JourneyRow],
    services: Mapping[str, int],
    author: Author,
) -> str:
    """Keep one journey with its revision; tells whether it was "new", "changed" or "equal"."""
    missing = [slug for step in journey.steps for slug in step.services if slug not in services]
    if missing:
        raise BadInput(
            "El camino «{slug}» nombra el servicio «{service}», que no existe.",
            slug=journey.slug,
            service=missing[0],
        )
    row = rows.get(journey.slug)
    before = journey_records.journey_of(row) if row else None
    if before == journey:
        return "equal"
    kept = journey_records.put_journey(session, journey, row, services, author.at)
    change = {"before": plain(before) if before else None, "after": plain(journey)}
    action = "journey changed" if before else "journey added"
    keep_revision(session, KIND, kept.id, author, action, {"journey": change})
    return "changed" if before else "new"


def plain(journey: Journey) -> dict[str, Any]:
    """A journey as values that JSON can hold."""
    values = asdict(journey)
    steps = [{**step, "services": list(step["services"])} for step in values["steps"]]
    return {**values, "steps": steps, "phrases": list(journey.phrases)}
