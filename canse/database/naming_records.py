"""Which services must be indexed anew when a word that they carry changes."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from canse.database.tables import (
    Base,
    CategoryRow,
    InstitutionRow,
    LifeEventRow,
    ServiceLifeEventRow,
    ServiceRow,
    SynonymRow,
)

WORDS_ONLY = 0
"""Stands in the change log for no service: only the words by which people search have changed."""


def services_naming(session: Session, renamed: Sequence[Base]) -> list[int]:
    """The services under institutions, categories or life events that changed, each once.

    A service carries the ministry or secretariat above its institution, so a change up there
    reaches all below. Synonyms belong to no service and give WORDS_ONLY.
    """
    found: set[int] = set()
    institutions = _ids(renamed, InstitutionRow)
    below = _with_all_below(session, institutions)
    links = select(ServiceLifeEventRow.service_id).where(
        ServiceLifeEventRow.life_event_id.in_(_ids(renamed, LifeEventRow))
    )
    questions: tuple[Select[Any], ...] = (
        select(ServiceRow.id).where(ServiceRow.institution_id.in_(below)),
        select(ServiceRow.id).where(ServiceRow.category_id.in_(_ids(renamed, CategoryRow))),
        links,
    )
    for question in questions:
        found.update(session.scalars(question))
    if any(isinstance(row, SynonymRow) for row in renamed):
        found.add(WORDS_ONLY)
    return sorted(found)


def _ids(rows: Iterable[Any], table: type[Any]) -> list[int]:
    return [row.id for row in rows if isinstance(row, table)]


def _with_all_below(session: Session, institutions: list[int]) -> list[int]:
    if not institutions:
        return []
    parents = dict(iter(session.execute(select(InstitutionRow.id, InstitutionRow.parent_id))))
    found = set(institutions)
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found)
