"""Tantivy, the compiled engine to compare with, over our stems."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

import tantivy
from tantivy import Occur, Query

from indices.document import Document
from tests.bench.peers_face import (
    NAME_WEIGHT,
    ONE_EDIT_LETTERS,
    PAGE_SIZE,
    Answer,
    facet_of,
    name_of,
    rest_of,
    terms_of,
)
from tests.bench.search_queries import Asked, Kind

HEAP_BYTES = 256_000_000
MOST_VALUES = 1_000
COUNTED = {
    name: {"terms": {"field": name, "size": MOST_VALUES}} for name in ("category", "institution")
}
"""Over numbers, as a database would know them by: they count faster than texts."""


class Tantivy:
    """One field of stems, in which those of the name stand several times, and fast columns."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._index.register_tokenizer(
            "stems", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        )
        self._index.config_reader("manual")
        self._index.reload()
        self._searcher = self._index.searcher()
        self._writer: Any = None

    def build(self, documents: Iterable[Document]) -> None:
        """One thread and one merge, for one segment."""
        writer = self._index.writer(heap_size=HEAP_BYTES, num_threads=1)
        for document in documents:
            writer.add_document(_laid_down(document, self._schema))
        writer.commit()
        writer.wait_merging_threads()
        self._reload()

    def find(self, asked: Asked) -> Answer:
        """Ten by BM25 with the total; where counts are asked, an aggregation over all."""
        query = self._query(asked)
        hits = self._searcher.search(query, limit=PAGE_SIZE).hits
        found = [self._searcher.doc(address) for _, address in hits]
        counts = self._searcher.aggregate(query, COUNTED) if asked.kind is Kind.FACETS else {}
        return Answer(
            shown=tuple((one["id"][0], one["name"][0]) for one in found),
            counts=tuple(
                {str(bucket["key"]): bucket["doc_count"] for bucket in one["buckets"]}
                for one in counts.values()
            ),
        )

    def total(self, word: str) -> int:
        """How many documents match."""
        query = self._query(Asked(kind=Kind.ONE, words=(word,)))
        found: Any = self._searcher.search(query, limit=1)
        return int(found.count)

    def put(self, document: Document) -> None:
        """One commit, and a searcher that sees it."""
        if self._writer is None:
            self._writer = self._index.writer(heap_size=HEAP_BYTES, num_threads=1)
        self._writer.delete_documents_by_term("id", document.id)
        self._writer.add_document(_laid_down(document, self._schema))
        self._writer.commit()
        self._reload()

    def close(self) -> None:
        """Wait for what it still does to its files."""
        if self._writer is not None:
            self._writer.wait_merging_threads()

    def lacks(self, kind: Kind, size: int) -> str:
        """Nothing."""
        return ""

    def batch_size(self, usual: int, size: int) -> int:
        """All of a batch."""
        return usual

    def _reload(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def _query(self, asked: Asked) -> Query:
        occur = Occur.Should if asked.kind is Kind.ANY else Occur.Must
        *others, last = terms_of(asked.text)
        parts = [(occur, self._term(term)) for term in others]
        parts.append((occur, self._last(last, asked.kind)))
        if asked.ministry:
            kept = Query.term_query(self._schema, "ministry", asked.ministry, "basic")
            parts.append((Occur.Must, Query.const_score_query(kept, 0.0)))
        return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)

    def _last(self, term: str, kind: Kind) -> Query:
        if kind is Kind.PREFIX:
            return Query.fuzzy_term_query(self._schema, "stems", term, distance=0, prefix=True)
        if kind is Kind.TYPO:
            edits = 2 if len(term) >= ONE_EDIT_LETTERS else 1
            return Query.fuzzy_term_query(self._schema, "stems", term, distance=edits)
        return self._term(term)

    def _term(self, term: str) -> Query:
        return Query.term_query(self._schema, "stems", term, "freq")


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", stored=True, indexed=True)
    builder.add_text_field("name", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    builder.add_text_field("ministry", tokenizer_name="raw", index_option="basic")
    for name in COUNTED:
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def _laid_down(document: Document, schema: tantivy.Schema) -> tantivy.Document:
    name = name_of(document)
    stems = terms_of(name) * NAME_WEIGHT + terms_of(rest_of(document))
    fields = {
        "id": document.id,
        "name": name,
        "stems": " ".join(stems),
        "ministry": facet_of(document, "ministerio"),
        "category": crc32(facet_of(document, "categoria").encode()),
        "institution": crc32(facet_of(document, "institucion").encode()),
    }
    return tantivy.Document.from_dict(fields, schema)
