"""One generation of the Whoosh index, opened for searching.

What can be shared between threads is loaded once a generation (`Loaded`). A Whoosh reader cannot
be shared: two threads in one reader get each other's bytes, so every thread opens its own.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.reading import IndexReader, TermNotFound

from indices.analysis import Record
from indices.generations import Snapshot
from indices.manifest import damaged
from indices.port import IndexUnavailable, SynonymPairs
from indices.synonyms import Synonyms
from indices.typos import Vocabulary
from indices.whoosh_schema import SCHEMA, read_back

SYNONYMS_FILE = "synonyms.json"


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What all threads share of a generation."""

    snapshot: Snapshot
    records: Mapping[int, Record]
    vocabulary: Vocabulary
    synonyms: Synonyms


class WhooshCorpus:
    """A generation as one thread searches it."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.generation = loaded.snapshot.pointer.generation
        self.records = loaded.records
        self.vocabulary = loaded.vocabulary
        self.synonyms = loaded.synonyms
        self._reader = _reader(loaded.snapshot)

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term, with its weight in each."""
        found: dict[int, float] = {}
        with _trusting_nothing(), suppress(TermNotFound):
            matcher = self._reader.postings("terms", term)
            while matcher.is_active():
                found[matcher.id()] = matcher.weight()
                matcher.next()
        return found

    def stored(self, key: int) -> Mapping[str, str]:
        """What a result page shows of a document."""
        with _trusting_nothing():
            return read_back(self._reader.stored_fields(key)).stored


def load(snapshot: Snapshot) -> Loaded:
    """Read what all threads share, and check it holds as many documents as it says."""
    records: dict[int, Record] = {}
    counts: Counter[str] = Counter()
    with _trusting_nothing():
        for key, fields in _reader(snapshot).iter_docs():
            kept = read_back(fields)
            records[key] = kept.record
            counts.update(kept.words)
        synonyms = Synonyms(read_synonyms(snapshot))
    if len(records) != snapshot.manifest.documents:
        raise damaged()
    return Loaded(
        snapshot=snapshot,
        records=records,
        vocabulary=Vocabulary(counts, synonyms.words),
        synonyms=synonyms,
    )


def read_synonyms(snapshot: Snapshot) -> SynonymPairs:
    """The synonyms a generation was built with."""
    return [(expression, term) for expression, term in json.loads(snapshot.contents[SYNONYMS_FILE])]


def _reader(snapshot: Snapshot) -> IndexReader:
    storage: Any = RamStorage()
    storage.files = dict(snapshot.contents)
    with _trusting_nothing():
        # The schema is ours, so the one pickled in the index is never read.
        return FileIndex(storage, schema=SCHEMA).reader()


@contextmanager
def _trusting_nothing() -> Iterator[None]:
    """Whoosh raises anything at all on bytes it does not understand; we say it in one word."""
    try:
        yield
    except IndexUnavailable:
        raise
    except Exception as error:
        raise damaged() from error
