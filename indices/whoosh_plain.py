"""Looks the documents of a generation up one by one, in plain Python."""

from collections.abc import Iterator, Mapping

from indices.analysis import Record
from indices.matching import Matching, PlainMatching
from indices.whoosh_segments import Parts


class PlainSight:
    """Looks documents up one by one, in plain Python."""

    def __init__(self, parts: Parts, clicks: Mapping[int, int]) -> None:
        self._parts = parts
        self._known: dict[str, Mapping[int, float]] = {}
        self.matching: Matching = PlainMatching(self._records(), self.postings, clicks)

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term; all together are no larger than the index."""
        known = self._known.get(term)
        if known is None:
            known = dict(self._read(term))
            if known:
                self._known[term] = known
        return known

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        return key in self.postings(term)

    def _read(self, term: str) -> Iterator[tuple[int, float]]:
        parts = self._parts
        for segment, gone, offset in zip(parts.segments, parts.deleted, parts.offsets, strict=True):
            for number, weight in segment.postings(term).items():
                if number not in gone:
                    yield offset + number, weight

    def _records(self) -> dict[int, Record]:
        found = {}
        for key in self._parts.living():
            segment, number = self._parts.place(key)
            found[key] = segment.columns.record(number)
        return found
