"""Looks the documents of a generation up by arrays of numbers."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from indices.array_columns import ArrayColumns, Flags, Numbers, Reals
from indices.array_matching import ArrayMatching
from indices.matching import Matching
from indices.whoosh_postings import NO_ENTRIES, Entries, SegmentPostings
from indices.whoosh_segments import Parts, Segment, trusting_nothing

TERMS_REMEMBERED = 20_000
READ_AHEAD = 4_000
"""A term that so many documents of a segment hold is read when the segment is opened."""


class ArraySight:
    """Finds and looks up over the arrays of all segments of a generation."""

    def __init__(self, parts: Parts, clicks: Mapping[int, int]) -> None:
        self._parts = parts
        self._alive = _alive(parts)
        self._has_gaps = not bool(self._alive.all())
        self._postings = [postings_of(segment) for segment in parts.segments]
        self._entries = lru_cache(maxsize=TERMS_REMEMBERED)(self._joined)
        columns = ArrayColumns([segment.columns for segment in parts.segments], self._alive, clicks)
        self.matching: Matching = ArrayMatching(columns, self._entries)

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term, with its weight in each."""
        documents, weights = self._entries(term)
        return dict(zip(documents.tolist(), weights.tolist(), strict=True))

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        documents, _ = self._entries(term)
        place = int(np.searchsorted(documents, key))
        return place < len(documents) and int(documents[place]) == key

    def _joined(self, term: str) -> Entries:
        documents: list[Numbers] = []
        weights: list[Reals] = []
        for postings, offset in zip(self._postings, self._parts.offsets, strict=True):
            own, heaviness = postings.of(term)
            if len(own):
                documents.append(own + np.int32(offset))
                weights.append(heaviness)
        if not documents:
            return NO_ENTRIES
        return self._living(np.concatenate(documents), np.concatenate(weights))

    def _living(self, documents: Numbers, weights: Reals) -> Entries:
        if not self._has_gaps:
            return documents, weights
        kept = self._alive[documents]
        return documents[kept], weights[kept]


def postings_of(segment: Segment) -> SegmentPostings:
    """The postings of a segment, made once and kept with it."""
    known: SegmentPostings | None = segment.arrays
    if known is None:
        with trusting_nothing():
            known = segment.arrays = SegmentPostings(segment.reader)
            if segment.size >= READ_AHEAD:
                known.read_ahead(READ_AHEAD)
    return known


def _alive(parts: Parts) -> Flags:
    alive = np.ones(parts.size, dtype=bool)
    for gone, offset in zip(parts.deleted, parts.offsets, strict=True):
        alive[[offset + number for number in gone]] = False
    return alive
