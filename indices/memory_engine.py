"""The index held in memory, in plain Python: for tests, and for the answer when the disk fails."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from indices.analysis import Analysed, Record, analyse
from indices.document import Document
from indices.port import IndexStatus, Page, Query, SynonymPairs
from indices.searching import search
from indices.synonyms import Synonyms
from indices.typos import Vocabulary


class MemoryCorpus:
    """The documents of one generation; never changed once made, so threads may share it."""

    def __init__(
        self, documents: Mapping[int, Analysed], pairs: SynonymPairs, generation: str
    ) -> None:
        self.generation = generation
        self.documents = documents
        self.pairs = pairs
        self.records: Mapping[int, Record] = {key: one.record for key, one in documents.items()}
        self.synonyms = Synonyms(pairs)
        counts = Counter(word for one in documents.values() for word in one.words)
        self.vocabulary = Vocabulary(counts, self.synonyms.words)
        self._postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for key, one in documents.items():
            for term, weight in one.terms.items():
                self._postings[term][key] = weight

    def postings(self, term: str) -> Mapping[int, float]:
        """The documents that hold a term, with its weight in each."""
        return self._postings.get(term, {})

    def stored(self, key: int) -> Mapping[str, str]:
        """What a result page shows of a document."""
        return self.documents[key].stored


class MemoryIndex:
    """The port in memory; a change makes a new corpus beside the old, then switches."""

    def __init__(self) -> None:
        self._writing = threading.Lock()
        self._number = 0
        self._state = (MemoryCorpus({}, (), "m000000"), 0)

    def search(self, query: Query) -> Page:
        """Find services; never raises for any text a person may type."""
        corpus, _ = self._state
        return search(corpus, query)

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        synonyms: SynonymPairs | None = None,
    ) -> None:
        """Take ids out, put documents in and note the change number, in one step."""
        with self._writing:
            corpus, _ = self._state
            documents = dict(corpus.documents)
            for gone in deletes:
                documents.pop(gone, None)
            documents |= {one.id: analyse(one) for one in upserts}
            self._switch(documents, corpus.pairs if synonyms is None else synonyms, applied)

    def rebuild(
        self, documents: Iterable[Document], *, applied: int, synonyms: SynonymPairs = ()
    ) -> str:
        """Replace everything; returns the generation's name."""
        with self._writing:
            return self._switch({one.id: analyse(one) for one in documents}, synonyms, applied)

    def status(self) -> IndexStatus:
        """Tell how the index is; it has nothing that can be damaged."""
        corpus, applied = self._state
        return IndexStatus(
            generation=corpus.generation,
            documents=len(corpus.documents),
            applied=applied,
            is_healthy=True,
        )

    def _switch(self, documents: Mapping[int, Analysed], pairs: SynonymPairs, applied: int) -> str:
        self._number += 1
        corpus = MemoryCorpus(documents, tuple(pairs), f"m{self._number:06}")
        self._state = (corpus, applied)
        return corpus.generation
