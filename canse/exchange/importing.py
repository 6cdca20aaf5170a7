"""Imports the official catalogue: planned row by row, then applied all or nothing."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from canse.database.revision_records import Author
from canse.database.session import Database
from canse.database.tables import ServiceRow
from canse.domain.content import ServiceContent
from canse.domain.publication import PublicationState
from canse.domain.service import Provenance
from canse.editing import add_service, change_content
from canse.exchange.catalogue_file import OfficialRow
from canse.exchange.memory import ImportMemory
from canse.exchange.plan import ImportPlan, Outcome, PlannedRow
from canse.exchange.planning import Planner

IMPORTER = "importación del catálogo nacional"


def plan_import(database: Database, rows: Iterable[OfficialRow]) -> ImportPlan:
    """Say what an import of the rows would do; nothing is stored."""
    with database.reading() as session:
        return Planner(session).plan(rows)


def import_rows(
    database: Database, rows: Iterable[OfficialRow], at: datetime, *, file_name: str
) -> ImportPlan:
    """Import the rows in one transaction and say what was done.

    New services wait in review. What staff has edited since the last import stands. A second import
    of the same rows changes nothing.
    """
    with database.transaction() as session:
        planner = Planner(session)
        plan = planner.plan(rows)
        # A service written out before it is whole would have each of its empty lists read back.
        with session.no_autoflush:
            for row in plan.rows:
                if row.outcome is not Outcome.REFUSED:
                    _apply(session, planner.memory, row, at, file_name)
        return plan


def _apply(
    session: Session, memory: ImportMemory, row: PlannedRow, at: datetime, file_name: str
) -> None:
    identifier = row.service_id
    if row.content is not None:
        author = Author(name=IMPORTER, at=at, reason=_reason(row, file_name))
        identifier = _write(session, identifier, row.content, author)
    if identifier is not None:
        memory.remember(row.key, identifier, row.stated)


def _write(
    session: Session, identifier: int | None, content: ServiceContent, author: Author
) -> int:
    if identifier is not None:
        change_content(
            session, session.get_one(ServiceRow, identifier), content, author, "imported"
        )
        return identifier
    return add_service(
        session, content, author, provenance=Provenance.IMPORT, state=PublicationState.REVIEW
    ).id


def _reason(row: PlannedRow, file_name: str) -> str:
    return " ".join([f"Archivo {file_name}, línea {row.line}.", *map(str, row.reasons)])
