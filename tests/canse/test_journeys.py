"""Journeys come with the product, are edited in a file, and keep what staff made of them."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import RevisionRow
from canse.domain.errors import BadInput, NotFound
from canse.domain.journey import Journey, JourneyPlace, JourneyStep
from canse.editing import Author
from canse.journey_files import COLUMNS, write_journeys
from canse.journeys import ImportedJourneys, Journeys
from canse.seeding import seed

NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)
ANA = Author(name="Ana Ejemplo", at=NOW)
MINE = 'mio,Mi camino,Para probar,"uno; dos",Primero,,,reposicion-dpi; primer-dpi,'


@pytest.fixture
def journeys(seeded: Database) -> Journeys:
    return Journeys(seeded)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """A file of journeys with these rows."""

    def write(*rows: str) -> Path:
        path = tmp_path / "caminos.csv"
        path.write_text("\n".join((",".join(COLUMNS), *rows)), encoding="utf-8")
        return path

    return write


def test_product_brings_journeys_over_published_services(
    journeys: Journeys, seeded: Database
) -> None:
    found = journeys.listed()
    named = {slug for journey in found for step in journey.steps for slug in step.services}

    assert len(found) >= 12
    assert {one.slug for one in Catalogue(seeded).published_of(sorted(named))} == named


def test_file_is_taken_in_and_said_back(journeys: Journeys, written: Callable[..., Path]) -> None:
    done = journeys.import_file(written(MINE, "mio,,,,Después,nota,Solo si,consulta-nit,si"), ANA)

    assert done == ImportedJourneys(new=1)
    assert journeys.journey("mio") == Journey(
        slug="mio",
        title="Mi camino",
        summary="Para probar",
        phrases=("uno", "dos"),
        steps=(
            JourneyStep(title="Primero", services=("reposicion-dpi", "primer-dpi")),
            JourneyStep(
                title="Después",
                services=("consulta-nit",),
                note="nota",
                condition="Solo si",
                is_parallel=True,
            ),
        ),
    )


def test_service_tells_its_place(journeys: Journeys, written: Callable[..., Path]) -> None:
    journeys.import_file(written(MINE, "mio,,,,Después,,,boleto-ornato,"), ANA)
    service = Catalogue(journeys._database).service("boleto-ornato")

    assert journeys.places_of(service.id) == (JourneyPlace(slug="mio", title="Mi camino", step=2),)


def test_what_is_exported_is_taken_in_as_equal(journeys: Journeys, tmp_path: Path) -> None:
    held = journeys.listed()
    file = io.StringIO()
    write_journeys(held, file)
    path = tmp_path / "caminos.csv"
    path.write_text(file.getvalue(), encoding="utf-8")

    assert journeys.import_file(path, ANA) == ImportedJourneys(equal=len(held))


def test_trial_writes_nothing(journeys: Journeys, written: Callable[..., Path]) -> None:
    assert journeys.import_file(written(MINE), ANA, is_trial=True) == ImportedJourneys(new=1)

    with pytest.raises(NotFound, match="«mio»"):
        journeys.journey("mio")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("otro,Otro,,,Paso,,,no-existe,", "«no-existe», que no existe"),
        ("otro,,,,Paso,,,primer-dpi,", "línea 3: El título del camino"),
        ("otro,Otro,,,,,,primer-dpi,", "línea 3: Falta el título de un paso"),
        ("otro,Otro,,,Paso,,,,", "línea 3: El paso «Paso» tiene que nombrar"),
        ("otro,Otro,,,Paso,,,primer-dpi;primer-dpi,", "dos veces"),
        ("otro,Otro,,,Paso,,,primer-dpi,quizá", "«quizá» no es sí ni no"),
        ("Otro Camino,Otro,,,Paso,,,primer-dpi,", "no sirve de nombre corto"),
        (f"otro,Otro,{'x' * 401},,Paso,,,primer-dpi,", "demasiado largo"),
        (f"otro,Otro,,{';'.join('abcdefghijklm')},Paso,,,primer-dpi,", "demasiadas frases"),
        ("\n".join(["otro,Otro,,,Paso,,,primer-dpi,"] * 21), "de 1 a 20 pasos"),
        ("otro,Otro,,,Paso,,,primer-dpi,\nmio,M,,,Paso,,,primer-dpi,", "en dos partes"),
    ],
)
def test_file_with_a_fault_changes_nothing(
    journeys: Journeys, written: Callable[..., Path], row: str, fault: str
) -> None:
    with pytest.raises(BadInput, match=fault):
        journeys.import_file(written(MINE, row), ANA)

    assert "mio" not in {one.slug for one in journeys.listed()}


def test_change_keeps_its_history_and_seeding_leaves_it(
    journeys: Journeys, written: Callable[..., Path], seeded: Database
) -> None:
    journeys.import_file(written("cumpli-18,Ya soy mayor,,,Saque su DPI,,,primer-dpi,"), ANA)

    seed(seeded, NOW)

    assert journeys.journey("cumpli-18").title == "Ya soy mayor"
    with seeded.reading() as session:
        query = select(RevisionRow).where(RevisionRow.kind == "journey", RevisionRow.number == 2)
        (kept,) = session.scalars(query).all()
        assert kept.action == "journey changed"
        assert kept.changes["journey"]["before"]["title"] == "Cumplí 18 años"


def test_journey_taken_out_stays_out(journeys: Journeys, seeded: Database) -> None:
    journeys.remove("cumpli-18", ANA)
    seed(seeded, NOW)

    with pytest.raises(NotFound):
        journeys.journey("cumpli-18")
    with pytest.raises(NotFound):
        journeys.remove("cumpli-18", ANA)
