"""SQLite's full-text search, with its own words or with our stems."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from operator import itemgetter
from pathlib import Path

from indices.document import Document
from tests.bench.peers_face import (
    NAME_WEIGHT,
    PAGE_SIZE,
    Answer,
    facet_of,
    name_of,
    rest_of,
    terms_of,
)
from tests.bench.search_queries import Asked, Kind

CACHE_KIB = 400_000
"""Enough to keep the whole of it in memory."""
SCHEMA = """
CREATE TABLE services (id INTEGER PRIMARY KEY, name TEXT, ministry TEXT, category TEXT,
    institution TEXT);
CREATE VIRTUAL TABLE words USING fts5(texts, ministry,
    prefix='3 4 5', tokenize="unicode61 remove_diacritics {diacritics}");
"""
BEST = """
SELECT services.id, services.name FROM
    (SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?) AS found
    JOIN services ON services.id = found.rowid ORDER BY found.rank
"""
ALL = """
SELECT services.id, services.name, services.category, services.institution, words.rank
    FROM words JOIN services ON services.id = words.rowid WHERE words MATCH ?
"""


class Fts5:
    """One file: the words, those of the name several times, and beside them a table of services."""

    name = "SQLite FTS5"
    diacritics = 2

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / "catalogue.db", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    def build(self, documents: Iterable[Document]) -> None:
        """One transaction, then one segment."""
        run = self._connection.execute
        self._connection.executescript(SCHEMA.format(diacritics=self.diacritics))
        run("INSERT INTO words(words, rank) VALUES ('rank', 'bm25(1.0, 0.0)')")
        run("BEGIN")
        for document in documents:
            self._add(document)
        run("INSERT INTO words(words) VALUES ('optimize')")
        run("COMMIT")
        run("ANALYZE")

    def find(self, asked: Asked) -> Answer:
        """Ten by bm25; where counts are asked, all that match, each ranked once."""
        match = self._match(asked)
        if asked.kind is not Kind.FACETS:
            return Answer(shown=tuple(self._connection.execute(BEST, (match, PAGE_SIZE))))
        rows = self._connection.execute(ALL, (match,)).fetchall()
        best = nsmallest(PAGE_SIZE, rows, key=itemgetter(4))
        return Answer(
            shown=tuple((row[0], row[1]) for row in best),
            counts=tuple(Counter(map(itemgetter(place), rows)) for place in (2, 3)),
        )

    def total(self, word: str) -> int:
        """How many rows match."""
        match = self._match(Asked(kind=Kind.ONE, words=(word,)))
        counting = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(self._connection.execute(counting, (match,)).fetchone()[0])

    def put(self, document: Document) -> None:
        """One transaction."""
        self._connection.execute("BEGIN")
        self._connection.execute("DELETE FROM services WHERE id = ?", (document.id,))
        self._connection.execute("DELETE FROM words WHERE rowid = ?", (document.id,))
        self._add(document)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def lacks(self, kind: Kind, size: int) -> str:
        """It has no tolerance of mistakes of its own."""
        return "forgives no mistake" if kind is Kind.TYPO else ""

    def batch_size(self, usual: int, size: int) -> int:
        """All of a batch."""
        return usual

    def words_of(self, text: str) -> list[str]:
        """What is looked for; the engine cuts and folds."""
        return text.split()

    def indexed(self, text: str) -> str:
        """What the engine is given to index."""
        return text

    def _match(self, asked: Asked) -> str:
        """The expression: every word quoted, so that nothing typed is taken for an operator."""
        quoted = [f'"{word}"' for word in self.words_of(asked.text)]
        if asked.kind is Kind.PREFIX:
            quoted[-1] += " *"
        joined = (" OR " if asked.kind is Kind.ANY else " AND ").join(quoted)
        if not asked.ministry:
            return f"texts : ({joined})"
        return f'ministry : "{asked.ministry}" AND texts : ({joined})'

    def _add(self, document: Document) -> None:
        slugs = [facet_of(document, facet) for facet in ("ministerio", "categoria", "institucion")]
        name = name_of(document)
        texts = self.indexed("\n".join([*[name] * NAME_WEIGHT, rest_of(document)]))
        run = self._connection.execute
        run("INSERT INTO services VALUES (?, ?, ?, ?, ?)", (document.id, name, *slugs))
        insert = "INSERT INTO words(rowid, texts, ministry) VALUES (?, ?, ?)"
        run(insert, (document.id, texts, slugs[0]))


class StemmedFts5(Fts5):
    """The same over our stems: the text and the query are analysed before they reach it."""

    name = "FTS5, stemmed"
    diacritics = 0

    def words_of(self, text: str) -> list[str]:
        """Stems; the beginning of a word is brought to one too."""
        return terms_of(text)

    def indexed(self, text: str) -> str:
        """Stems, in order."""
        return " ".join(terms_of(text))
