"""One generation of the Whoosh index, opened for searching.

What can be shared between threads is loaded once a generation (`Loaded`). A Whoosh reader cannot
be shared: two threads in one reader get each other's bytes, so every thread opens its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.reading import IndexReader, TermNotFound

from canse.domain.search_knowledge import SearchKnowledge
from indices.analysis import Record
from indices.generations import Snapshot
from indices.knowledge_file import KNOWLEDGE_FILE, decoded
from indices.manifest import damaged
from indices.matching import Matching, PlainMatching, keys_by_id
from indices.names import Name, most_first, names_of
from indices.port import IndexUnavailable
from indices.promotions import Promotions
from indices.synonyms import Synonyms
from indices.typos import Vocabulary
from indices.whoosh_schema import SCHEMA, read_back


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What all threads share of a generation."""

    snapshot: Snapshot
    records: Mapping[int, Record]
    vocabulary: Vocabulary
    synonyms: Synonyms
    knowledge: SearchKnowledge
    names: Sequence[Name]


class WhooshCorpus:
    """A generation as one thread searches it."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.generation = loaded.snapshot.pointer.generation
        self.documents = len(loaded.records)
        self.vocabulary = loaded.vocabulary
        self.synonyms = loaded.synonyms
        self.knowledge = loaded.knowledge
        self.names = loaded.names
        self.matching: Matching = PlainMatching(
            loaded.records, self.postings, loaded.knowledge.clicks
        )
        self._promotions = Promotions(loaded.knowledge.promotions)
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

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        return key in self.postings(term)

    def shown(self, key: int) -> tuple[int, str, Mapping[str, str]]:
        """Identifier, slug and stored fields of a document."""
        with _trusting_nothing():
            kept = read_back(self._reader.stored_fields(key))
        return kept.record.id, kept.record.slug, kept.stored

    def promoted(self, text: str) -> int | None:
        """The key of the service that just this text promotes."""
        service = self._promotions.service_for(text)
        return None if service is None else keys_by_id(self.loaded.records, [service]).get(service)


def load(snapshot: Snapshot) -> Loaded:
    """Read what all threads share, and check it holds as many documents as it says."""
    records: dict[int, Record] = {}
    counts: Counter[str] = Counter()
    names: Counter[Name] = Counter()
    with _trusting_nothing():
        for key, fields in _reader(snapshot).iter_docs():
            kept = read_back(fields)
            records[key] = kept.record
            counts.update(kept.words)
            names.update(names_of([kept.stored]))
        knowledge = read_knowledge(snapshot)
        synonyms = Synonyms(knowledge.synonyms)
    if len(records) != snapshot.manifest.documents:
        raise damaged()
    return Loaded(
        snapshot=snapshot,
        records=records,
        vocabulary=Vocabulary(counts, synonyms.words),
        synonyms=synonyms,
        knowledge=knowledge,
        names=most_first(names),
    )


def read_knowledge(snapshot: Snapshot) -> SearchKnowledge:
    """What searching people had taught when a generation was built."""
    with _trusting_nothing():
        return decoded(snapshot.contents[KNOWLEDGE_FILE])


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
