"""The postings of one segment of a Whoosh index, read once a term and kept as arrays.

Whoosh hands postings out one by one through its matchers, which is where its time goes. A block of
postings is read whole here instead. That uses what its codec keeps to itself, so every read is
checked, and whatever looks different is read through the matcher's public face.
"""

import threading
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching import Matcher
from whoosh.reading import SegmentReader, TermNotFound

from indices.array_columns import Numbers, Reals
from indices.whoosh_schema import SCHEMA

Entries = tuple[Numbers, Reals]

NO_ENTRIES: Entries = (np.zeros(0, dtype=np.int32), np.zeros(0))


class SegmentPostings:
    """The postings of one segment by term, deleted documents among them; threads may share it.

    All of them together are no larger than the segment, so none is ever forgotten.
    """

    def __init__(self, reader: SegmentReader) -> None:
        segment = reader.segment()
        self._terms: Any = segment.codec().terms_reader(reader.storage(), segment)
        self._known: dict[str, Entries] = {}
        # A file is read at one place at a time.
        self._reading = threading.Lock()

    def of(self, term: str) -> Entries:
        """The documents of the segment that hold a term, in ascending order, and its weights."""
        known = self._known.get(term)
        if known is None:
            with self._reading:
                known = self._read(term)
            if known is not NO_ENTRIES:
                self._known[term] = known
        return known

    def read_ahead(self, fewest: int) -> None:
        """Read the postings of every term that so many documents hold."""
        for field, content in list(self._terms.terms()):
            if field == "terms" and self._terms.term_info(field, content).doc_frequency() >= fewest:
                self.of(content.decode("utf-8"))

    def _read(self, term: str) -> Entries:
        try:
            matcher = self._terms.matcher("terms", term.encode("utf-8"), SCHEMA["terms"].format)
        except TermNotFound:
            return NO_ENTRIES
        return entries_of(matcher)


def entries_of(matcher: Matcher) -> Entries:
    """All documents of a matcher with their weights."""
    documents: list[Numbers] = []
    weights: list[Reals] = []
    while matcher.is_active():
        block = _block(matcher) if type(matcher) is W3LeafMatcher else None
        if block is None:
            documents.append(np.array([matcher.id()], dtype=np.int32))
            weights.append(np.array([matcher.weight()], dtype=np.float64))
            matcher.next()
        else:
            documents.append(block[0])
            weights.append(block[1])
            matcher._next_block()
    if not documents:
        return NO_ENTRIES
    return np.concatenate(documents), np.concatenate(weights)


def _block(matcher: Any) -> Entries | None:
    """The block at which a matcher stands, or None where it is not as this program knows it."""
    matcher._read_data()
    deltas, weights, _values = matcher._data
    count = matcher._blocklength
    documents = np.cumsum(np.array(deltas, dtype=np.int32), dtype=np.int32)
    if len(documents) != count or documents[-1] != matcher.block_max_id():
        return None
    if weights is None or isinstance(weights, float):
        return documents, np.full(count, 1.0 if weights is None else weights)
    found = np.array(weights, dtype=np.float64)
    return (documents, found) if len(found) == count else None
