"""The segments of a Whoosh index, each read once and used in every generation that holds it."""

import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC
from whoosh.reading import SegmentReader, TermNotFound

from indices.columns import Columns
from indices.manifest import damaged
from indices.names import Name, names_of
from indices.port import IndexUnavailable
from indices.whoosh_schema import SCHEMA, Kept, Shown, read_back, read_shown

INDEX_NAME = "MAIN"
SHOWN_REMEMBERED = 4_000


@dataclass(frozen=True)
class Living:
    """What counts of a segment when some of its documents are taken out; never changed."""

    deleted: frozenset[int]
    words: Counter[str]
    names: Counter[Name]


class Segment:
    """One segment: its columns, and what is read of its documents one by one, safe for threads."""

    def __init__(self, reader: Any, deleted: frozenset[int]) -> None:
        self.reader = reader
        self.size: int = reader.doc_count_all()
        self.columns = Columns()
        self._reading = threading.Lock()
        self.arrays: Any = None
        """What `whoosh_arrays` keeps of the segment."""
        for number in range(self.size):
            if number in deleted:
                self.columns.skip()
            else:
                kept = self.kept(number)
                self.columns.append(kept.record, kept.words, kept.shown)
                self.columns.names.update(names_of([read_shown(kept.shown)[2]]))
        self.columns.finish()
        self._first = self._living = Living(deleted, self.columns.words, self.columns.names)
        self.shown = lru_cache(maxsize=SHOWN_REMEMBERED)(self._shown)

    def _shown(self, number: int) -> Shown:
        return read_shown(self.columns.packed(number))

    def kept(self, number: int) -> Kept:
        """All that is stored of a document."""
        # A file is read at one place at a time.
        with trusting_nothing(), self._reading:
            fields = self.reader.stored_fields(number)
        return read_back(fields)

    def living(self, deleted: frozenset[int]) -> "Living":
        """The words and names of the documents that are left when these are taken out."""
        known = self._living
        if deleted == known.deleted:
            return known
        if not known.deleted <= deleted:
            known = self._first
        words, names = known.words.copy(), known.names.copy()
        for number in deleted - known.deleted:
            kept = self.kept(number)
            words.subtract(kept.words)
            names.subtract(names_of([read_shown(kept.shown)[2]]))
        self._living = Living(deleted, words, names)
        return self._living

    def postings(self, term: str) -> dict[int, float]:
        """The documents that hold a term, deleted ones too, through Whoosh's own matcher."""
        found: dict[int, float] = {}
        with trusting_nothing(), self._reading:
            segment = self.reader.segment()
            terms = segment.codec().terms_reader(self.reader.storage(), segment)
            try:
                matcher = terms.matcher("terms", term.encode("utf-8"), SCHEMA["terms"].format)
            except TermNotFound:
                return found
            while matcher.is_active():
                found[matcher.id()] = matcher.weight()
                matcher.next()
        return found


class SegmentShelf:
    """The segments in use, by their names; `open` is for one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[str, Segment] = {}

    def open(self, contents: Mapping[str, bytes]) -> list[tuple[Segment, frozenset[int]]]:
        """The segments of a generation with the documents deleted in each; others are let go."""
        with trusting_nothing():
            storage: Any = RamStorage()
            storage.files = dict(contents)
            # The schema is ours, so the one pickled in the index is never read.
            toc = TOC.read(storage, INDEX_NAME, schema=SCHEMA)
            found = [self._opened(storage, segment) for segment in toc.segments]
        self._known = {segment.reader.segment().segid: segment for segment, _ in found}
        return found

    def _opened(self, storage: Any, segment: Any) -> tuple[Segment, frozenset[int]]:
        deleted = frozenset(segment.deleted_docs())
        known = self._known.get(segment.segid)
        if known is None:
            known = Segment(SegmentReader(storage, SCHEMA, segment), deleted)
        return known, deleted


class Parts:
    """The segments of a generation as one: a document's key counts through all of them."""

    def __init__(self, segments: Sequence[tuple[Segment, frozenset[int]]]) -> None:
        self.segments = [segment for segment, _ in segments]
        self.deleted = [deleted for _, deleted in segments]
        self.offsets: list[int] = []
        self.size = 0
        for segment in self.segments:
            self.offsets.append(self.size)
            self.size += segment.size

    def living(self) -> Iterator[int]:
        """The keys of the documents that are left."""
        for segment, gone, offset in zip(self.segments, self.deleted, self.offsets, strict=True):
            yield from (offset + n for n in range(segment.size) if n not in gone)

    def place(self, key: int) -> tuple[Segment, int]:
        """The segment of a document and its number there."""
        place = bisect_right(self.offsets, key) - 1
        return self.segments[place], key - self.offsets[place]

    def holding(self, service: int) -> int | None:
        """The key of the living document of a service."""
        for segment, gone, offset in zip(self.segments, self.deleted, self.offsets, strict=True):
            for number, one in enumerate(segment.columns.ids):
                if one == service and number not in gone:
                    return offset + number
        return None


@contextmanager
def trusting_nothing() -> Iterator[None]:
    """Whoosh raises anything at all on bytes it does not understand; we say it in one word."""
    try:
        yield
    except IndexUnavailable:
        raise
    except Exception as error:
        raise damaged() from error
