"""Plain Whoosh, set up and asked as its own tutorial does."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh import index
from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, NUMERIC, TEXT, Schema
from whoosh.qparser import FuzzyTermPlugin, MultifieldParser, OrGroup
from whoosh.query import Term

from indices.document import Document
from tests.bench.peers_face import ONE_EDIT_LETTERS, PAGE_SIZE, Answer, facet_of, name_of
from tests.bench.search_queries import Asked, Kind

TEXTS = ("name", "description", "requirements")
SLOW_FROM = 10_000
VERY_SLOW_FROM = 100_000
FEW = 2


class PlainWhoosh:
    """Three text fields, the standard analyzer, a parsed query and a searcher for each search."""

    name = "plain Whoosh"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Any = index.open_dir(folder) if index.exists_in(folder) else None

    def build(self, documents: Iterable[Document]) -> None:
        """One writer, one commit."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._index = index.create_in(self._folder, _schema())
        with self._index.writer() as writer:
            for document in documents:
                writer.add_document(**_fields(document))

    def find(self, asked: Asked) -> Answer:
        """Parse the text, open a searcher, take ten."""
        kept = Term("ministry", asked.ministry) if asked.ministry else None
        grouped = ["category", "institution"] if asked.kind is Kind.FACETS else None
        with self._index.searcher() as searcher:
            query = self._parsed(asked)
            found = searcher.search(query, limit=PAGE_SIZE, filter=kept, groupedby=grouped)
            counts = [found.groups(name) for name in grouped or ()]
            return Answer(
                shown=tuple((hit["id"], hit["name"]) for hit in found[:PAGE_SIZE]),
                counts=tuple({key: len(ids) for key, ids in one.items()} for one in counts),
            )

    def total(self, word: str) -> int:
        """Of the word as it is written: nothing is stemmed."""
        with self._index.searcher() as searcher:
            parser = MultifieldParser(TEXTS, self._index.schema)
            return len(searcher.search(parser.parse(word), limit=None))

    def put(self, document: Document) -> None:
        """A writer for one document."""
        with self._index.writer() as writer:
            writer.update_document(**_fields(document))

    def close(self) -> None:
        """It holds none but while it searches."""

    def lacks(self, kind: Kind, size: int) -> str:
        """A prefix becomes a tree of all the words that begin so, each a matcher."""
        if kind is Kind.PREFIX and size >= VERY_SLOW_FROM:
            return "one query may take minutes"
        return ""

    def batch_size(self, usual: int, size: int) -> int:
        """A few, where each takes a good part of a second."""
        return min(usual, FEW) if size >= SLOW_FROM else usual

    def _parsed(self, asked: Asked) -> Any:
        if asked.kind is Kind.ANY:
            parser = MultifieldParser(TEXTS, self._index.schema, group=OrGroup)
        else:
            parser = MultifieldParser(TEXTS, self._index.schema)
        text = asked.text
        if asked.kind is Kind.PREFIX:
            text += "*"
        elif asked.kind is Kind.TYPO:
            parser.add_plugin(FuzzyTermPlugin())
            text += "~2" if len(asked.words[-1]) >= ONE_EDIT_LETTERS else "~"
        return parser.parse(text)


def _schema() -> Schema:
    texts = {name: TEXT(analyzer=StandardAnalyzer(), stored=name == "name") for name in TEXTS}
    slugs = {name: ID() for name in ("ministry", "category", "institution")}
    return Schema(id=NUMERIC(stored=True, unique=True), **texts, **slugs)


def _fields(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": name_of(document),
        "description": document.texts["description"],
        "requirements": document.texts["requirements"],
        "ministry": facet_of(document, "ministerio"),
        "category": facet_of(document, "categoria"),
        "institution": facet_of(document, "institucion"),
    }
