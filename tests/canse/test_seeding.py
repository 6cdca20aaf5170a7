"""Loading product data: complete, repeatable, and never over what staff has edited."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import (
    ChangeRow,
    InstitutionRow,
    MunicipalityRow,
    RevisionRow,
    ServiceRow,
    SynonymRow,
)
from canse.domain.errors import BadInput, CatalogueError
from canse.domain.institution import InstitutionKind
from canse.domain.service import Confidence, Provenance, RequirementKind
from canse.domain.stages import Stage
from canse.editing import Author, Editing
from canse.seeding import seed

NOW = datetime(2026, 12, 1, tzinfo=UTC)
SEED = Path(str(files("canse") / "seed"))


def count(database: Database, table: Any) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the seed in which one text was replaced in one file."""

    def copy(name: str, old: str, new: str) -> Path:
        for path in SEED.glob("*.csv"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
        content = (tmp_path / name).read_text(encoding="utf-8")
        assert old in content
        (tmp_path / name).write_text(content.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return copy


def test_seed_holds_all_our_lists(seeded: Database) -> None:
    figures = Catalogue(seeded).figures()

    assert (figures.services, figures.institutions) == (319, 172)
    assert (figures.ministries, figures.secretariats, figures.municipalities) == (14, 17, 17)
    assert count(seeded, MunicipalityRow) == 340
    rows = (SEED / "sinonimos.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert count(seeded, SynonymRow) == len(rows)


def test_second_seeding_changes_nothing(seeded: Database) -> None:
    before = [count(seeded, table) for table in (ServiceRow, RevisionRow, ChangeRow)]

    result = seed(seeded, NOW)

    assert (result.new, result.changed) == (0, 0)
    assert [count(seeded, table) for table in (ServiceRow, RevisionRow, ChangeRow)] == before


def test_every_field_of_a_row_reaches_the_sheet(seeded: Database) -> None:
    sheet = Catalogue(seeded).service("reposicion-dpi")

    assert sheet.name == "Reponer el DPI perdido, robado o dañado"
    assert sheet.institution is not None
    assert sheet.institution.acronym == "RENAP"
    assert sheet.provenance is Provenance.SEED
    assert sheet.confidence is Confidence.MEDIUM
    assert str(sheet.fees[0].amount) == "100.00"
    assert sheet.response_time is not None
    assert (sheet.response_time.most, sheet.response_time.working) == (30, True)
    assert [need.kind for need in sheet.requirements] == [
        RequirementKind.PAYMENT,
        RequirementKind.CONDITION,
    ]
    assert sheet.stage_declared is Stage.ENHANCED
    assert sheet.stage_confirmed is Stage.NONE
    assert {"legal_bases", "stage_declared", "modality", "topics"} <= sheet.estimated_fields


def test_presumed_cost_is_kept_as_an_estimate(seeded: Database) -> None:
    presumed = [
        sheet
        for sheet in Catalogue(seeded).published_sheets()
        if any("se presume" in fee.note.lower() for fee in sheet.fees)
    ]

    assert presumed
    assert all("fees" in sheet.estimated_fields for sheet in presumed)
    assert all(fee.is_estimate for sheet in presumed for fee in sheet.fees)


def test_numbers_go_from_one_up_without_a_gap(seeded: Database) -> None:
    numbers = [sheet.number for sheet in Catalogue(seeded).published_sheets()]

    assert numbers == list(range(1, 320))


def test_staff_edit_survives_a_new_seed_and_other_fields_are_taken(
    seeded: Database, copied: Callable[[str, str, str], Path]
) -> None:
    staff = Author(name="Ana Ejemplo", at=NOW, reason="Nombre que usa la gente")
    Editing(seeded).update("primer-dpi", {"name": "Sacar mi primer DPI"}, staff)
    folder = copied(
        "servicios.csv",
        "Primer DPI al cumplir 18 años,renap,Es el Documento Personal",
        "Primer DPI nuevo,renap,Petición del Documento Personal",
    )

    seed(seeded, NOW, folder)

    sheet = Catalogue(seeded).service("primer-dpi")
    assert sheet.name == "Sacar mi primer DPI"
    assert sheet.description.startswith("Petición del Documento Personal")


def test_institution_edited_by_staff_survives(
    seeded: Database, copied: Callable[[str, str, str], Path]
) -> None:
    with seeded.transaction() as session:
        row = session.scalars(select(InstitutionRow).where(InstitutionRow.slug == "maga")).one()
        row.telephone = "2000-0000"
    folder = copied("instituciones.csv", ",MAGA,", ",M.A.G.A.,")

    seed(seeded, NOW, folder)

    sheet = Catalogue(seeded).institution("maga")
    assert sheet.telephone == "2000-0000"
    assert sheet.institution.acronym == "M.A.G.A."
    assert sheet.institution.kind is InstitutionKind.MINISTRY


def changed_services(database: Database, since: int) -> set[int]:
    return {change.service_id for change in Catalogue(database).changes(since)}


@pytest.mark.parametrize(
    ("name", "old", "new", "query"),
    [
        pytest.param(
            "instituciones.csv",
            ",Instituto Guatemalteco de Migración,",
            ",Instituto de Migración,",
            "SELECT s.id FROM service s JOIN institution i ON i.id = s.institution_id "
            "WHERE i.slug = 'igm'",
            id="institution",
        ),
        pytest.param(
            "instituciones.csv",
            ",Ministerio de Finanzas Públicas,",
            ",Ministerio de Hacienda,",
            "SELECT s.id FROM service s JOIN institution i ON i.id = s.institution_id "
            "LEFT JOIN institution p ON p.id = i.parent_id "
            "WHERE i.slug = 'minfin' OR p.slug = 'minfin'",
            id="ministry and what answers to it",
        ),
        pytest.param(
            "categorias.csv",
            "salud,Salud,",
            "salud,Salud pública,",
            "SELECT s.id FROM service s JOIN category c ON c.id = s.category_id "
            "WHERE c.slug = 'salud'",
            id="category",
        ),
        pytest.param(
            "eventos_de_vida.csv",
            "viaje,Viajar,",
            "viaje,Salir de viaje,",
            "SELECT l.service_id FROM service_life_event l "
            "JOIN life_event e ON e.id = l.life_event_id WHERE e.slug = 'viaje'",
            id="life event",
        ),
    ],
)
def test_services_that_carry_a_changed_word_are_to_be_indexed_anew(
    seeded: Database,
    copied: Callable[[str, str, str], Path],
    name: str,
    old: str,
    new: str,
    query: str,
) -> None:
    before = Catalogue(seeded).change_number()

    seed(seeded, NOW, copied(name, old, new))

    with seeded.reading() as session:
        expected = set(session.scalars(text(query)))
    assert expected
    assert changed_services(seeded, before) == expected


def test_new_synonym_is_in_the_change_log_though_it_belongs_to_no_service(
    seeded: Database, copied: Callable[[str, str, str], Path]
) -> None:
    before = Catalogue(seeded).change_number()

    seed(
        seeded,
        NOW,
        copied("sinonimos.csv", "\ncédula,DPI,", "\nmi plástico,DPI,sinonimo,\ncédula,DPI,"),
    )

    assert changed_services(seeded, before) == {0}
    known = Catalogue(seeded).search_knowledge().synonyms
    assert ("mi plástico", "DPI") in [(one.expression, one.term) for one in known]


def test_change_of_an_institution_is_kept_in_its_history(
    seeded: Database, copied: Callable[[str, str, str], Path]
) -> None:
    folder = copied("instituciones.csv", "https://www.renap.gob.gt,", "https://renap.gob.gt,")

    seed(seeded, NOW, folder)

    with seeded.reading() as session:
        row = session.scalars(select(InstitutionRow).where(InstitutionRow.slug == "renap")).one()
        kept = session.scalars(
            select(RevisionRow)
            .where(RevisionRow.kind == "institution", RevisionRow.entity_id == row.id)
            .order_by(RevisionRow.number)
        ).all()
        assert [(one.number, one.action) for one in kept] == [(1, "created"), (2, "seeded")]
        assert list(kept[1].changes) == ["portals"]
    assert Catalogue(seeded).institution("renap").portals[0] == "https://renap.gob.gt"


def test_institution_that_moves_to_another_ministry_moves_its_services(
    seeded: Database, copied: Callable[[str, str, str], Path]
) -> None:
    catalogue = Catalogue(seeded)
    moved = next(
        s for s in catalogue.published_sheets() if s.ministry and s.ministry != s.institution
    )
    assert moved.institution is not None
    assert moved.ministry is not None
    line = next(
        line
        for line in (SEED / "instituciones.csv").read_text(encoding="utf-8").splitlines()
        if line.startswith(f"{moved.institution.slug},")
    )

    seed(
        seeded,
        NOW,
        copied("instituciones.csv", line, line.replace(f",{moved.ministry.slug},", ",maga,", 1)),
    )

    ministry = catalogue.service(moved.slug).ministry
    assert ministry is not None
    assert ministry.slug == "maga"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("servicios.csv", "slug,nombre,", "slug,titulo,", "«nombre»"),
        ("servicios.csv", ",2,mixto,100,", ",9,mixto,100,", "línea 2"),
        ("servicios.csv", ",2,mixto,100,", ",2,mixto,cien,", "«cien»"),
        ("servicios.csv", ",2,mixto,100,", ",2,mixto,-1,", "-1"),
        ("servicios.csv", "https://www.renap.gob.gt,2", "javascript:alert(1),2", "dirección web"),
        ("servicios.csv", ",renap,", ",nadie,", "«nadie»"),
        ("instituciones.csv", ",ministerio,", ",reino,", "«reino»"),
        ("municipios.csv", ",14.635,", ",norte,", "«norte»"),
    ],
)
def test_bad_list_is_refused_whole(
    database: Database,
    copied: Callable[[str, str, str], Path],
    name: str,
    old: str,
    new: str,
    said: str,
) -> None:
    folder = copied(name, old, new)

    with pytest.raises(CatalogueError, match=said):
        seed(database, NOW, folder)

    assert count(database, ServiceRow) == 0
    assert count(database, InstitutionRow) == 0


def test_missing_list_is_said_by_name(database: Database, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"categorias\.csv"):
        seed(database, NOW, tmp_path)
