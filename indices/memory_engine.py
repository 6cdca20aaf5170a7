"""The index held in memory, in plain Python: for tests, and for the answer when the disk fails."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from canse.domain.search_knowledge import SearchKnowledge
from indices.analysis import Analysed, Record, analyse
from indices.document import Document
from indices.matching import Matching, PlainMatching
from indices.names import Name, most_first, names_of
from indices.port import NO_KNOWLEDGE, IndexStatus, Page, Query, Suggestion
from indices.promotions import Promotions
from indices.remembered import RememberedFindings
from indices.searching import search
from indices.suggesting import suggest
from indices.synonyms import Synonyms
from indices.typos import Vocabulary


class MemoryCorpus:
    """The documents of one generation; never changed once made, so threads may share it."""

    def __init__(
        self, analysed: Mapping[int, Analysed], knowledge: SearchKnowledge, generation: str
    ) -> None:
        self.generation = generation
        self.analysed = analysed
        self.knowledge = knowledge
        records: Mapping[int, Record] = {key: one.record for key, one in analysed.items()}
        self.documents = len(records)
        self.matching: Matching = PlainMatching(records, self.postings, knowledge.clicks)
        self.names: Sequence[Name] = most_first(names_of(one.stored for one in analysed.values()))
        self.findings = RememberedFindings()
        self._promotions = Promotions(knowledge.promotions)
        self.synonyms = Synonyms(knowledge.synonyms)
        counts = Counter(word for one in analysed.values() for word in one.words)
        self.vocabulary = Vocabulary(counts, self.synonyms.words)
        self._postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for key, one in analysed.items():
            for term, weight in one.terms.items():
                self._postings[term][key] = weight

    def postings(self, term: str) -> Mapping[int, float]:
        """The documents that hold a term, with its weight in each."""
        return self._postings.get(term, {})

    def holds(self, key: int, term: str) -> bool:
        """Whether a document holds a term."""
        return term in self.analysed[key].terms

    def shown(self, key: int) -> tuple[int, str, Mapping[str, str]]:
        """Identifier, slug and stored fields of a document."""
        one = self.analysed[key]
        return one.record.id, one.record.slug, one.stored

    def promoted(self, text: str) -> int | None:
        """The key of the service that just this text promotes; here it is the identifier."""
        service = self._promotions.service_for(text)
        return service if service in self.analysed else None


class MemoryIndex:
    """The port in memory; a change makes a new corpus beside the old, then switches."""

    def __init__(self) -> None:
        self._writing = threading.Lock()
        self._number = 0
        self._state = (MemoryCorpus({}, NO_KNOWLEDGE, "m000000"), 0)

    def search(self, query: Query) -> Page:
        """Find services; never raises for any text a person may type."""
        corpus, _ = self._state
        return search(corpus, query)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What a person may be typing, best first."""
        corpus, _ = self._state
        return suggest(corpus, text)

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        knowledge: SearchKnowledge | None = None,
    ) -> None:
        """Take ids out, put documents in and note the change number, in one step."""
        with self._writing:
            corpus, _ = self._state
            documents = dict(corpus.analysed)
            for gone in deletes:
                documents.pop(gone, None)
            documents |= {one.id: analyse(one) for one in upserts}
            self._switch(documents, knowledge or corpus.knowledge, applied)

    def rebuild(
        self,
        documents: Iterable[Document],
        *,
        applied: int,
        knowledge: SearchKnowledge = NO_KNOWLEDGE,
    ) -> str:
        """Replace everything; returns the generation's name."""
        with self._writing:
            return self._switch({one.id: analyse(one) for one in documents}, knowledge, applied)

    def status(self) -> IndexStatus:
        """Tell how the index is; it has nothing that can be damaged."""
        corpus, applied = self._state
        return IndexStatus(
            generation=corpus.generation,
            documents=corpus.documents,
            applied=applied,
            is_healthy=True,
        )

    def _switch(
        self, documents: Mapping[int, Analysed], knowledge: SearchKnowledge, applied: int
    ) -> str:
        self._number += 1
        corpus = MemoryCorpus(documents, knowledge, f"m{self._number:06}")
        self._state = (corpus, applied)
        return corpus.generation
