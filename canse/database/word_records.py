"""Everything asked of the words by which people search: synonyms, promotions, words kept back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from canse.database.tables import PromotionRow, ServiceRow, SynonymRow, UnsuggestedWordRow
from canse.domain.publication import PublicationState
from canse.domain.search_knowledge import Promotion, Synonym
from canse.domain.vocabulary import PromotedPhrase, SynonymEntry, SynonymKind, words_key


def synonyms(session: Session) -> tuple[Synonym, ...]:
    """Every expression with the term it stands for."""
    return tuple(
        Synonym(
            expression=row.expression,
            term=row.term,
            is_two_way=row.is_two_way,
            language=row.language,
        )
        for row in synonym_rows(session)
    )


def synonym_rows(session: Session) -> Sequence[SynonymRow]:
    """All synonyms, oldest first."""
    return session.scalars(select(SynonymRow).order_by(SynonymRow.id)).all()


def entry_of(row: SynonymRow) -> SynonymEntry:
    """A synonym as staff read it."""
    return SynonymEntry(
        expression=row.expression,
        term=row.term,
        kind=SynonymKind(row.kind),
        note=row.note,
        is_two_way=row.is_two_way,
        language=row.language,
    )


def synonym_values(entry: SynonymEntry) -> dict[str, Any]:
    """What may change of a synonym, by column: not its words, by which it is known."""
    return {
        "kind": entry.kind.value,
        "note": entry.note,
        "is_two_way": entry.is_two_way,
        "language": entry.language,
    }


def add_synonym(session: Session, entry: SynonymEntry) -> SynonymRow:
    """Keep a new synonym."""
    row = SynonymRow(expression=entry.expression, term=entry.term, **synonym_values(entry))
    session.add(row)
    return row


def change_synonym(row: SynonymRow, entry: SynonymEntry) -> None:
    """Write what may change of a synonym."""
    for column, value in synonym_values(entry).items():
        setattr(row, column, value)


def promotions(session: Session) -> tuple[Promotion, ...]:
    """Phrases with the published service that each promotes."""
    query = (
        select(PromotionRow)
        .join(ServiceRow, ServiceRow.id == PromotionRow.service_id)
        .where(ServiceRow.state == PublicationState.PUBLISHED)
        .order_by(PromotionRow.key)
    )
    return tuple(
        Promotion(phrase=row.phrase, service_id=row.service_id) for row in session.scalars(query)
    )


def promoted_phrases(session: Session) -> tuple[PromotedPhrase, ...]:
    """Promotions as staff read them, by phrase."""
    query = (
        select(PromotionRow.phrase, ServiceRow.slug, ServiceRow.name)
        .join(ServiceRow, ServiceRow.id == PromotionRow.service_id)
        .order_by(PromotionRow.key)
    )
    return tuple(
        PromotedPhrase(phrase=phrase, slug=slug, service=name)
        for phrase, slug, name in session.execute(query)
    )


def promotion_for(session: Session, phrase: str) -> PromotionRow | None:
    """The promotion of the words of a phrase."""
    return session.get(PromotionRow, words_key(phrase))


def put_promotion(session: Session, phrase: str, service_id: int) -> None:
    """Promote a service for a phrase, in place of any other."""
    key = words_key(phrase)
    session.merge(PromotionRow(key=key, phrase=phrase, service_id=service_id))


def unsuggested_words(session: Session) -> tuple[str, ...]:
    """The words never suggested, in order."""
    return tuple(session.scalars(select(UnsuggestedWordRow.word).order_by(UnsuggestedWordRow.word)))


def is_unsuggested(session: Session, word: str) -> bool:
    """Whether a folded word is kept from being suggested."""
    return session.get(UnsuggestedWordRow, word) is not None


def hide_word(session: Session, word: str) -> None:
    """Keep a folded word from being suggested."""
    session.add(UnsuggestedWordRow(word=word))


def show_word(session: Session, word: str) -> None:
    """Let a folded word be suggested again."""
    session.execute(delete(UnsuggestedWordRow).where(UnsuggestedWordRow.word == word))
