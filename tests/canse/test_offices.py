"""Offices and notices are kept whole, with history, and said back as they were given."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from canse.database.session import Database
from canse.database.tables import RevisionRow
from canse.domain.errors import BadInput, NotFound
from canse.domain.notice import Notice, NoticePhase
from canse.domain.office import Office
from canse.editing import Author
from canse.offices import COLUMNS, ImportedOffices, Offices

NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)
ANA = Author(name="Ana Ejemplo", at=NOW)
WEEK = "lunes a viernes de 8:00 a 16:00"
CENTRAL = f'renap,Central,"Calzada Roosevelt, zona 7",0101,14.62,-90.55,1516,{WEEK},Lleve copia'


@pytest.fixture
def offices(seeded: Database) -> Offices:
    return Offices(seeded)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """A file of offices with these rows."""

    def write(*rows: str) -> Path:
        path = tmp_path / "oficinas.csv"
        path.write_text("\n".join((",".join(COLUMNS), *rows)), encoding="utf-8")
        return path

    return write


def test_file_is_taken_in_and_said_back(offices: Offices, written: Callable[..., Path]) -> None:
    done = offices.import_file(written(CENTRAL, "renap,Zona 1,,,,,,,"), ANA)

    assert done == ImportedOffices(new=2)
    central, other = offices.of_institution("renap")
    assert central == Office(
        name="Central",
        address="Calzada Roosevelt, zona 7",
        municipality="0101",
        latitude=14.62,
        longitude=-90.55,
        telephone="1516",
        hours=WEEK,
        note="Lleve copia",
    )
    assert central.place == "Guatemala, Guatemala"
    assert central.opening_hours is not None
    assert (other.name, other.place, other.opening_hours) == ("Zona 1", "", None)


def test_file_taken_in_again_changes_only_what_differs(
    offices: Offices, written: Callable[..., Path], seeded: Database
) -> None:
    offices.import_file(written(CENTRAL, "renap,Zona 1,,,,,,,"), ANA)

    done = offices.import_file(written(CENTRAL, "renap,Zona 1,5a. calle,,,,,,"), ANA)

    assert done == ImportedOffices(changed=1, equal=1)
    with seeded.reading() as session:
        kept = session.scalars(select(RevisionRow).where(RevisionRow.kind == "office")).all()
        assert [row.action for row in kept] == ["office added", "office added", "office changed"]
        assert kept[-1].changes["office"]["after"]["address"] == "5a. calle"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("nadie,Central,,,,,,,", "línea 3: No existe la institución «nadie»"),
        ("renap,,,,,,,,", "línea 3: Falta el nombre"),
        ("renap,Otra,,9999,,,,,", "línea 3: No existe el municipio «9999»"),
        ("renap,Otra,,,14.6,,,,", "línea 3: Escriba la latitud y la longitud"),
        ("renap,Otra,,,norte,,,,", "línea 3: «norte» no es una coordenada"),
        ("renap,Otra,,,nan,1,,,", "línea 3: Las coordenadas"),
        ("renap,Otra,,,91,1,,,", "línea 3: Las coordenadas"),
        (f"renap,{'x' * 201},,,,,,,", "línea 3: El nombre"),
        (f"renap,Otra,{'x' * 501},,,,,,", "línea 3: El texto"),
    ],
)
def test_file_with_a_fault_changes_nothing(
    offices: Offices, written: Callable[..., Path], row: str, fault: str
) -> None:
    with pytest.raises(BadInput, match=fault):
        offices.import_file(written(CENTRAL, row), ANA)

    assert offices.of_institution("renap") == ()


def test_office_is_taken_out(offices: Offices, written: Callable[..., Path]) -> None:
    offices.import_file(written(CENTRAL), ANA)

    offices.remove("renap", "Central", ANA)

    assert offices.of_institution("renap") == ()
    with pytest.raises(NotFound, match="«Central»"):
        offices.remove("renap", "Central", ANA)


def notice(**changes: object) -> Notice:
    """A notice on a service for the next day."""
    plain: dict[str, object] = {
        "text": "El sitio descansa.",
        "starts_at": NOW + timedelta(days=1),
        "ends_at": NOW + timedelta(days=2),
        "service": "reposicion-dpi",
    }
    return Notice(**(plain | changes))  # type: ignore[arg-type]


def test_notice_is_shown_with_its_service_and_its_institution(offices: Offices) -> None:
    offices.add_notice(notice(), ANA)
    offices.add_notice(notice(text="Huelga.", service="", institution="renap"), ANA)
    offices.add_notice(notice(text="De otros.", service="", institution="sat"), ANA)

    found = offices.notices(NOW, service="reposicion-dpi", institution="renap")

    assert [one.text for one in found] == ["El sitio descansa.", "Huelga."]
    assert len(offices.notices(NOW)) == 3


def test_notice_ends_by_itself_and_can_be_taken_back(offices: Offices) -> None:
    number = offices.add_notice(notice(), ANA)

    assert offices.notices(NOW + timedelta(days=2)) == ()
    offices.remove_notice(number, ANA)
    assert offices.notices(NOW) == ()
    with pytest.raises(NotFound):
        offices.remove_notice(number, ANA)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": " "}, BadInput),
        ({"text": "x" * 301}, BadInput),
        ({"ends_at": NOW}, BadInput),
        ({"ends_at": NOW + timedelta(days=400)}, BadInput),
        ({"institution": "renap"}, BadInput),
        ({"service": ""}, BadInput),
        ({"service": "no-existe"}, NotFound),
        ({"service": "", "institution": "nadie"}, NotFound),
    ],
)
def test_notice_that_makes_no_sense_is_refused(
    offices: Offices, changes: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        offices.add_notice(notice(**changes), ANA)

    assert offices.notices(NOW) == ()


@pytest.mark.parametrize(
    ("hours", "phase"),
    [
        (-49, NoticePhase.LATER),
        (-48, NoticePhase.ANNOUNCED),
        (23, NoticePhase.ANNOUNCED),
        (24, NoticePhase.RUNNING),
        (47, NoticePhase.RUNNING),
        (48, NoticePhase.OVER),
    ],
)
def test_notice_is_announced_three_days_before(hours: int, phase: NoticePhase) -> None:
    assert notice().phase_at(NOW + timedelta(hours=hours)) is phase
