"""What the catalogue knows by name: the words of its services, the values of its filters."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Executable, select
from sqlalchemy.orm import Session

from canse.database.tables import (
    CategoryRow,
    InstitutionRow,
    LifeEventRow,
    MunicipalityRow,
    ServiceRow,
    ServiceTopicRow,
    SynonymRow,
    TopicRow,
)
from canse.domain.publication import PublicationState
from canse.domain.search_log import Filters
from canse.domain.vocabulary import words_key

ROWS_AT_ONCE = 500
PUBLISHED: ColumnElement[bool] = ServiceRow.state == PublicationState.PUBLISHED
_TABLES: dict[str, Any] = {
    "tema": TopicRow.slug,
    "institucion": InstitutionRow.slug,
    "ministerio": InstitutionRow.slug,
    "secretaria": InstitutionRow.slug,
    "categoria": CategoryRow.slug,
    "evento": LifeEventRow.slug,
    "departamento": MunicipalityRow.department_code,
    "municipio": MunicipalityRow.code,
}
_LISTS: dict[str, frozenset[str]] = {
    "etapa": frozenset("01234"),
    "en_linea": frozenset({"si", "no"}),
    "gratis": frozenset({"si", "no"}),
    "publico": frozenset({"persona", "empresa", "extranjero", "institucion"}),
}


def known_words(session: Session) -> frozenset[str]:
    """Every folded word of the published services and of the synonyms, and acronyms of offices."""
    questions: tuple[Executable, ...] = (
        select(ServiceRow.name, ServiceRow.summary, ServiceRow.description).where(PUBLISHED),
        select(TopicRow.name)
        .join(ServiceTopicRow, ServiceTopicRow.topic_id == TopicRow.id)
        .join(ServiceRow, (ServiceRow.id == ServiceTopicRow.service_id) & PUBLISHED)
        .distinct(),
        select(SynonymRow.expression, SynonymRow.term),
        select(InstitutionRow.acronym),
    )
    words: set[str] = set()
    for question in questions:
        for row in session.execute(question.execution_options(yield_per=ROWS_AT_ONCE)):
            words.update(words_key(" ".join(row)).split())
    return frozenset(words)


def known_filters(session: Session, pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Those pairs of filter and value that mean something: any other may hold what nobody checked.

    What an address can say is anyone's to write, so it is not kept for its form alone.
    """
    asked: dict[str, set[str]] = {}
    for name, value in pairs:
        asked.setdefault(name, set()).add(value)
    found: Filters = ()
    for name, values in asked.items():
        known = values & _LISTS.get(name, frozenset())
        if name in _TABLES:
            column = _TABLES[name]
            known = set(session.scalars(select(column).where(column.in_(values))))
        found += tuple((name, value) for value in known)
    return frozenset(found)
