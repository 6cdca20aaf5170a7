"""Adding institutions: once, with a portal of its own, and kept in the history."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from canse.catalogue import Catalogue
from canse.database.revision_records import Author
from canse.database.session import Database
from canse.database.tables import RevisionRow
from canse.domain.errors import BadInput
from canse.domain.institution import InstitutionKind
from canse.institutions import NewInstitution, register_institution

ANA = Author(name="Ana Ejemplo", at=datetime(2026, 12, 1, tzinfo=UTC), reason="Alta")
NEW = NewInstitution(
    slug="muni-de-prueba",
    name="Municipalidad de Prueba",
    kind=InstitutionKind.MUNICIPALITY,
    portal="https://www.prueba.example/",
)


def test_added_institution_is_read_back(database: Database) -> None:
    assert register_institution(database, NEW, ANA)

    sheet = Catalogue(database).institution("muni-de-prueba")
    assert sheet.institution.kind is InstitutionKind.MUNICIPALITY
    assert sheet.portals == ("https://www.prueba.example/",)
    with database.reading() as session:
        kept = session.scalars(select(RevisionRow)).one()
        assert (kept.kind, kept.actor, kept.reason) == ("institution", "Ana Ejemplo", "Alta")


def test_adding_it_again_changes_nothing(database: Database) -> None:
    register_institution(database, NEW, ANA)

    assert not register_institution(database, replace(NEW, name="Otra"), ANA)

    assert Catalogue(database).institution("muni-de-prueba").institution.name == NEW.name


@pytest.mark.parametrize(
    "changes", [{"slug": "Con Espacio"}, {"name": " "}, {"portal": "javascript:alert(1)"}]
)
def test_bad_institution_is_refused(database: Database, changes: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        register_institution(database, replace(NEW, **changes), ANA)  # type: ignore[arg-type]
