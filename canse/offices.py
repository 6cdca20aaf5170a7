"""Where institutions attend people, and what holds there for a while: read and changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from canse.csv_rows import CsvRow, read_csv
from canse.database import office_records
from canse.database.institution_records import institution_by_slug
from canse.database.revision_records import Author, keep_revision
from canse.database.service_records import service_by_slug
from canse.database.session import Database
from canse.database.tables import NoticeRow
from canse.domain.errors import BadInput, CatalogueError, NotFound
from canse.domain.notice import Notice, checked_notice
from canse.domain.office import Office, checked_office

COLUMNS = (
    "institucion", "nombre", "direccion", "municipio", "latitud", "longitud", "telefonos",
    "horario", "nota",
)  # fmt: skip
KIND = "office"
NOTICE_KIND = "notice"


@dataclass(frozen=True, kw_only=True)
class ImportedOffices:
    """How many offices of a file were new, changed, or as they already were."""

    new: int = 0
    changed: int = 0
    equal: int = 0


class Offices:
    """Offices and notices.

    Every method raises CatalogueUnavailable without a database, and those that write BadInput for
    what cannot be kept and NotFound for an institution or service that is none.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_institution(self, slug: str) -> tuple[Office, ...]:
        """The offices of an institution, by name."""
        with self._database.reading() as session:
            return office_records.offices_of(session, slug)

    def import_file(self, path: Path, author: Author) -> ImportedOffices:
        """Take in a file of offices, all of it or nothing; what it does not name stays."""
        counts = {"new": 0, "changed": 0, "equal": 0}
        with self._database.transaction() as session:
            for line, institution, office in _read(path):
                try:
                    counts[_put(session, institution, office, author)] += 1
                except CatalogueError as error:
                    raise BadInput(
                        "En {name}, línea {line}: {fault}",
                        name=path.name,
                        line=line,
                        fault=str(error),
                    ) from error
        return ImportedOffices(**counts)

    def remove(self, institution: str, name: str, author: Author) -> None:
        """Take an office out."""
        with self._database.transaction() as session:
            owner = _owner_id(session, institution)
            row = office_records.office_row(session, owner, name)
            if row is None:
                raise NotFound("No existe la oficina «{name}».", name=name)
            change = {"office": {"before": office_records.row_values(row), "after": None}}
            session.delete(row)
            keep_revision(session, KIND, owner, author, "office removed", change)

    def notices(
        self, at: datetime, *, service: str = "", institution: str = ""
    ) -> tuple[Notice, ...]:
        """Notices not over at a moment: of a service and its institution, or all."""
        with self._database.reading() as session:
            return office_records.notices(
                session, after=at, service=service, institution=institution
            )

    def add_notice(self, notice: Notice, author: Author) -> int:
        """Keep a notice; returns its number."""
        notice = checked_notice(notice)
        with self._database.transaction() as session:
            row = NoticeRow(text=notice.text, starts_at=notice.starts_at, ends_at=notice.ends_at)
            if notice.institution:
                row.institution_id = _owner_id(session, notice.institution)
            else:
                row.service_id = _service_id(session, notice.service)
            session.add(row)
            session.flush()
            change = {"notice": {"before": None, "after": notice.text}}
            keep_revision(session, NOTICE_KIND, row.id, author, "notice added", change)
            return row.id

    def remove_notice(self, number: int, author: Author) -> None:
        """Take a notice back."""
        with self._database.transaction() as session:
            row = session.get(NoticeRow, number) if 0 < number < 2**31 else None
            if row is None:
                raise NotFound("No existe el aviso {number}.", number=number)
            change = {"notice": {"before": row.text, "after": None}}
            session.delete(row)
            keep_revision(session, NOTICE_KIND, number, author, "notice removed", change)


def _read(path: Path) -> Iterator[tuple[int, str, Office]]:
    for row in read_csv(path, COLUMNS):
        yield row.line, row["institucion"], _office(path.name, row)


def _office(name: str, row: CsvRow) -> Office:
    return Office(
        name=row["nombre"],
        address=row["direccion"],
        municipality=row["municipio"],
        latitude=_degrees(name, row, "latitud"),
        longitude=_degrees(name, row, "longitud"),
        telephone=row["telefonos"],
        hours=row["horario"],
        note=row["nota"],
    )


def _degrees(name: str, row: CsvRow, column: str) -> float | None:
    if not row[column]:
        return None
    try:
        return float(row[column])
    except ValueError as error:
        raise BadInput(
            "En {name}, línea {line}: «{text}» no es una coordenada.",
            name=name,
            line=row.line,
            text=row[column],
        ) from error


def _put(session: Session, institution: str, office: Office, author: Author) -> str:
    office = checked_office(office)
    if office.municipality and not office_records.is_municipality(session, office.municipality):
        raise BadInput("No existe el municipio «{code}».", code=office.municipality)
    owner = _owner_id(session, institution)
    row = office_records.office_row(session, owner, office.name)
    before = office_records.row_values(row) if row else None
    after = office_records.office_values(office)
    if before == after:
        return "equal"
    office_records.put_office(session, owner, office, row, author.at)
    session.flush()
    action = "office changed" if before else "office added"
    change = {"office": {"before": before, "after": after}}
    keep_revision(session, KIND, owner, author, action, change)
    return "changed" if before else "new"


def _owner_id(session: Session, slug: str) -> int:
    row = institution_by_slug(session, slug)
    if row is None:
        raise NotFound("No existe la institución «{slug}».", slug=slug)
    return row.id


def _service_id(session: Session, slug: str) -> int:
    row = service_by_slug(session, slug)
    if row is None:
        raise NotFound("No existe el servicio «{slug}».", slug=slug)
    return row.id
