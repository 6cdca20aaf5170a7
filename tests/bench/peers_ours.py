"""Our own index, asked as the site asks it: through its port, with nothing left out."""

from collections.abc import Iterable
from pathlib import Path

from indices.document import Document
from indices.port import Facet, Query
from indices.whoosh_engine import WhooshIndex
from tests.bench.peers_face import PAGE_SIZE, Answer
from tests.bench.search_queries import Asked, Kind

COUNTED = (Facet.CATEGORY, Facet.INSTITUTION)


class OurIndex:
    """The index of the site over a folder."""

    name = "ours"

    def __init__(self, folder: Path) -> None:
        self._index = WhooshIndex(folder, look_seconds=0.05)
        self._changes = 0

    def build(self, documents: Iterable[Document]) -> None:
        """Make a new generation."""
        self._index.rebuild(documents, applied=0)

    def find(self, asked: Asked) -> Answer:
        """A page of ten, as a citizen gets it."""
        filters = {Facet.MINISTRY: (asked.ministry,)} if asked.ministry else {}
        facets = COUNTED if asked.kind is Kind.FACETS else ()
        query = Query(text=asked.text, page_size=PAGE_SIZE, filters=filters, facets=facets)
        page = self._index.search(query)
        if asked.kind is Kind.MARKED:
            # They are worked out when a page looks at them.
            for hit in page.hits:
                list(hit.marks.items())
        return Answer(
            shown=tuple((hit.id, hit.fields["name"]) for hit in page.hits),
            counts=tuple({one.value: one.count for one in page.facets[facet]} for facet in facets),
        )

    def total(self, word: str) -> int:
        """The blank says that the word is whole."""
        return self._index.search(Query(text=f"{word} ")).total

    def put(self, document: Document) -> None:
        """One commit."""
        self._changes += 1
        self._index.apply(upserts=[document], deletes=(), applied=self._changes)

    def close(self) -> None:
        """It holds no file open."""

    def lacks(self, kind: Kind, size: int) -> str:
        """Nothing."""
        return ""

    def batch_size(self, usual: int, size: int) -> int:
        """All of a batch."""
        return usual
