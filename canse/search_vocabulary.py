"""Changing the words by which people search: each change one transaction, with its revision."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from canse import seed_files
from canse.database import word_records
from canse.database.change_log import log_change
from canse.database.naming_records import WORDS_ONLY
from canse.database.revision_records import Author, keep_revision
from canse.database.service_records import published_by_slug
from canse.database.session import Database
from canse.database.tables import SynonymRow
from canse.domain.errors import BadInput, Conflict, NotFound
from canse.domain.vocabulary import (
    PromotedPhrase,
    SynonymEntry,
    checked_phrase,
    checked_synonym,
    checked_word,
    words_key,
)

KIND = "vocabulary"
WHOLE = 0
"""The vocabulary has one history, whatever part of it changes."""


@dataclass(frozen=True, kw_only=True)
class ImportedSynonyms:
    """How many synonyms of a file were new, changed, or as they already were."""

    new: int = 0
    changed: int = 0
    equal: int = 0


class Vocabulary:
    """Synonyms, promotions and words kept back, as staff change them.

    Every method raises CatalogueUnavailable without a database; those that write BadInput for what
    cannot be kept, and leave a line in the change log, so that the index follows without a restart.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def synonyms(self, word: str = "") -> tuple[SynonymEntry, ...]:
        """All synonyms by expression, or those with a word in expression or term."""
        with self._database.reading() as session:
            entries = [word_records.entry_of(row) for row in word_records.synonym_rows(session)]
        asked = words_key(word)
        found = [one for one in entries if any(_has_words(text, asked) for text in one.key)]
        return tuple(sorted(found, key=lambda one: one.key))

    def add_synonym(self, entry: SynonymEntry, author: Author) -> None:
        """Keep a new synonym; Conflict when the same words are there."""
        entry = checked_synonym(entry)
        if entry.key[0] == entry.key[1]:
            raise BadInput("«{text}» ya es la misma palabra.", text=entry.expression)
        with self._database.transaction() as session:
            rows = word_records.synonym_rows(session)
            if entry.key in {word_records.entry_of(row).key for row in rows}:
                raise Conflict(
                    "«{expression}» ya es sinónimo de «{term}».",
                    expression=entry.expression,
                    term=entry.term,
                )
            word_records.add_synonym(session, entry)
            _record(session, author, "synonym added", {"synonym": _change(None, entry)})

    def remove_synonym(self, expression: str, term: str, author: Author) -> int:
        """Take out an expression, of one term or (empty term) of all; returns how many.

        NotFound when there is none.
        """
        asked, of_term = words_key(expression), words_key(term)
        with self._database.transaction() as session:
            found = [
                (row, entry)
                for row in word_records.synonym_rows(session)
                if (entry := word_records.entry_of(row)).key[0] == asked
                and of_term in ("", entry.key[1])
            ]
            if not found:
                raise NotFound("No hay un sinónimo «{expression}».", expression=expression)
            for row, entry in found:
                session.delete(row)
                _record(session, author, "synonym removed", {"synonym": _change(entry, None)})
        return len(found)

    def import_synonyms(self, path: Path, author: Author) -> ImportedSynonyms:
        """Take in a file of synonyms, all of it or nothing; what it does not name stays.

        BadInput names the line at fault.
        """
        counts = {"new": 0, "changed": 0, "equal": 0}
        with self._database.transaction() as session:
            known = {(r.expression, r.term): r for r in word_records.synonym_rows(session)}
            for entry in seed_files.synonyms(path):
                counts[_take(session, known, entry, author)] += 1
        return ImportedSynonyms(**counts)

    def promoted(self) -> tuple[PromotedPhrase, ...]:
        """All promotions, by phrase."""
        with self._database.reading() as session:
            return word_records.promoted_phrases(session)

    def promote(self, phrase: str, slug: str, author: Author) -> None:
        """Let a published service go first for a phrase, in place of any other; or NotFound."""
        phrase = checked_phrase(phrase)
        with self._database.transaction() as session:
            service = published_by_slug(session, slug)
            if service is None:
                raise NotFound("No hay un servicio publicado «{slug}».", slug=slug)
            row = word_records.promotion_for(session, phrase)
            before = row.service_id if row else None
            word_records.put_promotion(session, phrase, service.id)
            change = {"before": before, "after": service.id, "phrase": phrase}
            _record(session, author, "promoted", {"promotion": change})

    def unpromote(self, phrase: str, author: Author) -> None:
        """Let results for a phrase be as they come; NotFound when nothing is promoted for it."""
        with self._database.transaction() as session:
            row = word_records.promotion_for(session, phrase)
            if row is None:
                raise NotFound("Nada va primero para «{phrase}».", phrase=phrase)
            change = {"before": row.service_id, "after": None, "phrase": row.phrase}
            session.delete(row)
            _record(session, author, "unpromoted", {"promotion": change})

    def hidden(self) -> tuple[str, ...]:
        """The words never suggested, in order."""
        with self._database.reading() as session:
            return word_records.unsuggested_words(session)

    def hide(self, word: str, author: Author) -> None:
        """Keep a word from being suggested; it is still found. Conflict when it is kept back."""
        word = checked_word(word)
        with self._database.transaction() as session:
            if word_records.is_unsuggested(session, word):
                raise Conflict("«{word}» ya no se sugiere.", word=word)
            word_records.hide_word(session, word)
            _record(session, author, "word hidden", {word: {"before": False, "after": True}})

    def show(self, word: str, author: Author) -> None:
        """Let a word be suggested again; NotFound when nobody kept it back."""
        word = checked_word(word)
        with self._database.transaction() as session:
            if not word_records.is_unsuggested(session, word):
                raise NotFound("«{word}» no estaba oculta.", word=word)
            word_records.show_word(session, word)
            _record(session, author, "word shown", {word: {"before": True, "after": False}})


def _take(
    session: Session,
    known: dict[tuple[str, str], SynonymRow],
    entry: SynonymEntry,
    author: Author,
) -> str:
    pair = entry.expression, entry.term
    row = known.get(pair)
    if row is None:
        known[pair] = word_records.add_synonym(session, entry)
        _record(session, author, "synonym added", {"synonym": _change(None, entry)})
        return "new"
    before = word_records.entry_of(row)
    if word_records.synonym_values(before) == word_records.synonym_values(entry):
        return "equal"
    word_records.change_synonym(row, entry)
    _record(session, author, "synonym changed", {"synonym": _change(before, entry)})
    return "changed"


def _has_words(text: str, asked: str) -> bool:
    return f" {asked} " in f" {text} " if asked else True


def _change(before: SynonymEntry | None, after: SynonymEntry | None) -> dict[str, Any]:
    return {"before": _plain(before), "after": _plain(after)}


def _plain(entry: SynonymEntry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    words = {"expression": entry.expression, "term": entry.term}
    return {**words, **word_records.synonym_values(entry)}


def _record(session: Session, author: Author, action: str, changes: dict[str, Any]) -> None:
    keep_revision(session, KIND, WHOLE, author, action, changes)
    log_change(session, WORDS_ONLY, author.at)
