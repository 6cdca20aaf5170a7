"""One generation of the Whoosh index, opened for searching by any number of threads."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from indices.generations import Snapshot
from indices.knowledge_file import KNOWLEDGE_FILE, decoded
from indices.manifest import damaged
from indices.matching import Matching
from indices.names import Name, most_first
from indices.promotions import Promotions
from indices.remembered import RememberedFindings
from indices.synonyms import Synonyms
from indices.typos import Vocabulary
from indices.whoosh_segments import Parts, SegmentShelf, trusting_nothing

try:
    from indices.whoosh_arrays import ArraySight as Looker
except ImportError:
    from indices.whoosh_plain import PlainSight as Looker  # type: ignore[assignment]


class Sight(Protocol):
    """How a generation looks documents up: by arrays where numpy is there, else one by one."""

    @property
    def matching(self) -> Matching:
        """What finds documents for a plan."""
        ...

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term, with its weight in each."""
        ...

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        ...


class WhooshCorpus:
    """A generation; never changed once made."""

    def __init__(self, snapshot: Snapshot, shelf: SegmentShelf) -> None:
        """Open what the snapshot holds; IndexUnavailable where it is not what it says."""
        self.snapshot = snapshot
        self.generation = snapshot.pointer.generation
        self._parts = Parts(shelf.open(snapshot.contents))
        gone = sum(map(len, self._parts.deleted))
        self.documents = self._parts.size - gone
        if self.documents != snapshot.manifest.documents:
            raise damaged()
        with trusting_nothing():
            self.knowledge = decoded(snapshot.contents[KNOWLEDGE_FILE])
        words: Counter[str] = Counter()
        names: Counter[Name] = Counter()
        for segment, deleted in zip(self._parts.segments, self._parts.deleted, strict=True):
            living = segment.living(deleted)
            words.update(living.words)
            names.update(living.names)
        self.names: Sequence[Name] = most_first(names)
        self.synonyms = Synonyms(self.knowledge.synonyms)
        self.vocabulary = Vocabulary(+words, self.synonyms.words)
        self.findings = RememberedFindings()
        self._promotions = Promotions(self.knowledge.promotions)
        self._sight: Sight = Looker(self._parts, self.knowledge.clicks)
        self.matching: Matching = self._sight.matching

    def postings(self, term: str) -> Mapping[int, float]:
        """The living documents that hold a term, with its weight in each."""
        return self._sight.postings(term)

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        return self._sight.holds(key, term)

    def shown(self, key: int) -> tuple[int, str, Mapping[str, str]]:
        """Identifier, slug and stored fields of a document."""
        segment, number = self._parts.place(key)
        return segment.shown(number)

    def promoted(self, text: str) -> int | None:
        """The key of the service that just this text promotes."""
        service = self._promotions.service_for(text)
        return None if service is None else self._parts.holding(service)
