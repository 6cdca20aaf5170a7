"""What is kept of searches and what staff read of it, each use-case one transaction."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from canse.database import known_records, search_records
from canse.database.session import Database
from canse.domain.search_log import KEPT_DAYS, Happening, Missed, counted
from canse.domain.search_report import SearchReport, report_of

WORDS_KEPT = timedelta(minutes=10)
"""How long the words of the catalogue are taken for known: reading all of them takes a moment."""


class SearchLog:
    """The counts of searches. Every method raises CatalogueUnavailable without a database.

    A day is a day of UTC.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words: frozenset[str] = frozenset()
        self._words_read_at: datetime | None = None

    def keep(self, happenings: Sequence[Happening], at: datetime) -> None:
        """Add what happened to the day of a moment; only what names nobody."""
        if not happenings:
            return
        pairs = {pair for one in happenings if not isinstance(one, Missed) for pair in one.filters}
        with self._database.reading() as session:
            words = self._known_words(session, at)
            filters = known_records.known_filters(session, pairs)
        counts = counted(happenings, words, filters)
        with self._database.transaction() as session:
            search_records.add_counts(session, _day(at), counts)

    def report(self, at: datetime, days: int) -> SearchReport:
        """What the last days tell, that of the moment included, beside as many before them."""
        last = _day(at)
        first = last - timedelta(days=days - 1)
        with self._database.reading() as session:
            before = search_records.text_counts(
                session, first - timedelta(days=days), first - timedelta(days=1)
            )
            return report_of(
                first,
                last,
                search_records.text_counts(session, first, last),
                {one.text: one.times for one in before},
                search_records.missing_counts(session, first, last),
            )

    def prune(self, at: datetime) -> int:
        """Erase what is older than KEPT_DAYS; returns how many counts were erased."""
        with self._database.transaction() as session:
            return search_records.delete_before(session, _day(at) - timedelta(days=KEPT_DAYS))

    def _known_words(self, session: Session, at: datetime) -> frozenset[str]:
        if self._words_read_at is None or at - self._words_read_at > WORDS_KEPT:
            self._words, self._words_read_at = known_records.known_words(session), at
        return self._words


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()
