"""Importing the official catalogue: each row accounted for, repeatable, never over staff."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from canse.database.service_writing import content_of
from canse.database.session import Database
from canse.database.tables import ChangeRow, RevisionRow, SeedRow, ServiceRow
from canse.domain.content import ServiceContent
from canse.domain.duration import TimeUnit
from canse.domain.money import Currency
from canse.domain.publication import PublicationState
from canse.domain.service import Provenance
from canse.editing import Author, Editing
from canse.exchange.catalogue_file import read_catalogue
from canse.exchange.importing import import_rows, plan_import
from canse.exchange.plan import ImportPlan, Outcome
from tests.canse.exchange.conftest import WriteFile

NOW = datetime(2026, 12, 1, tzinfo=UTC)
STAFF = Author(name="Ana Ejemplo", at=NOW)


def imported(database: Database, path: Path) -> ImportPlan:
    return import_rows(database, read_catalogue(path), NOW, file_name=path.name)


def outcomes(plan: ImportPlan) -> list[str]:
    return [row.outcome.value for row in plan.rows]


def counted(database: Database) -> list[int]:
    with database.reading() as session:
        tables: tuple[Any, ...] = (ServiceRow, RevisionRow, ChangeRow, SeedRow)
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


def stored(database: Database, slug: str) -> tuple[ServiceContent, PublicationState, Provenance]:
    with database.reading() as session:
        row = session.scalars(select(ServiceRow).where(ServiceRow.slug == slug)).one()
        return content_of(row), row.state, row.provenance


def test_every_cell_reaches_the_service_in_review(seeded: Database, full_file: WriteFile) -> None:
    plan = imported(seeded, full_file({}))

    content, state, provenance = stored(seeded, "registro-de-balanzas")
    assert outcomes(plan) == ["new"]
    assert (state, provenance) == (PublicationState.REVIEW, Provenance.IMPORT)
    assert (content.institution, content.category) == ("mineco", "empresas")
    assert content.summary == "Inscribe una balanza de comercio."
    assert [one.text for one in content.requirements] == ["Formulario", "Factura de la balanza"]
    assert [one.title for one in content.steps] == ["Llene el formulario.", "Entregue la balanza."]
    assert [(str(one.amount), one.currency) for one in content.fees] == [("6.25", Currency.USD)]
    assert content.response_time is not None
    assert (content.response_time.least, content.response_time.unit) == (3, TimeUnit.DAY)
    assert content.result == "Constancia"
    assert content.action_url == "https://balanzas.example/registro"
    assert [one.citation for one in content.legal_bases] == ["Decreto 1-2001"]
    assert content.estimated_fields == {"category"}


def test_dry_run_says_the_same_and_stores_nothing(seeded: Database, full_file: WriteFile) -> None:
    path = full_file({}, {"id": "2", "nombre": "2. Otro"}, {"id": "3", "nombre": ""})
    before = counted(seeded)

    planned = plan_import(seeded, read_catalogue(path))

    assert counted(seeded) == before
    assert outcomes(planned) == outcomes(imported(seeded, path)) == ["new", "doubtful", "refused"]


def test_second_import_changes_nothing(
    seeded: Database, full_file: WriteFile, links_file: WriteFile
) -> None:
    paths = [full_file({}, {"id": "2", "nombre": "OTRO TRÁMITE"}), links_file({}, {"ID": "2"})]
    for path in paths:
        imported(seeded, path)
    before = counted(seeded)

    again = [imported(seeded, path) for path in paths]

    assert [outcomes(plan) for plan in again] == [["equal", "equal"]] * 2
    assert counted(seeded) == before


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"institución": "Ministerio Nuevo -MN-"}, "«Ministerio Nuevo -MN-» no está"),
        ({"institución": ""}, "No dice de qué institución es"),
        ({"nombre": "REGISTRO DE BALANZAS"}, "mayúsculas"),
        ({"nombre": "1. Registro de balanzas"}, "empieza con un número"),
        ({"enlace": "Decreto 1-2001"}, "«Decreto 1-2001» no es una dirección web"),
        ({"enlace": "www.balanzas.example"}, "no es una dirección web"),
        ({"costo": "cien"}, "«cien» no es un monto"),
        ({"costo": "987654321"}, "987654321"),
        ({"costo": "5", "codigo_moneda": "EUR"}, "«EUR»"),
        ({"costo": "Q 5"}, "no concuerdan"),
        ({"tiempo_de_respuesta": "20"}, "«20» no dice"),
        ({"tiempo_de_respuesta": "día " * 100}, "demasiado largo"),
    ],
)
def test_doubtful_row_is_stored_with_its_doubts(
    seeded: Database, full_file: WriteFile, cells: Mapping[str, str], said: str
) -> None:
    plan = imported(seeded, full_file(cells))

    slug = "1-registro-de-balanzas" if "1." in cells.get("nombre", "") else "registro-de-balanzas"
    reason = Editing(seeded).history(slug)[0].reason
    assert outcomes(plan) == ["doubtful"]
    assert stored(seeded, slug)[1] is PublicationState.REVIEW
    assert said in reason
    assert reason.startswith("Archivo completo.csv, línea ")


def test_amount_in_doubt_is_kept_in_words(seeded: Database, full_file: WriteFile) -> None:
    imported(seeded, full_file({"costo": "50 a 100"}))

    fee = stored(seeded, "registro-de-balanzas")[0].fees[0]
    assert (fee.amount, fee.note) == (None, "50 a 100 USD")


@pytest.mark.parametrize(
    "cells",
    [{"nombre": ""}, {"nombre": "---"}, {"nombre": "a" * 301}, {"descripcion": "a" * 20_001}],
)
def test_row_that_cannot_be_stored_is_refused_and_the_rest_stored(
    seeded: Database, full_file: WriteFile, cells: Mapping[str, str]
) -> None:
    plan = imported(seeded, full_file(cells, {"id": "2", "nombre": "Otro"}))

    assert outcomes(plan) == ["refused", "new"]
    assert plan.rows[0].reasons
    assert stored(seeded, "otro")


def test_number_given_twice_is_refused_with_both_lines(
    seeded: Database, links_file: WriteFile
) -> None:
    plan = imported(seeded, links_file({}, {"Trámite": "Otro"}))

    assert outcomes(plan) == ["new", "refused"]
    assert (plan.rows[1].line, str(plan.rows[1].reasons[0])) == (
        3,
        "Repite el número de la línea 2.",
    )


def test_name_given_twice_is_doubtful_and_each_is_stored(
    seeded: Database, links_file: WriteFile
) -> None:
    plan = imported(seeded, links_file({"ID": "1"}, {"ID": "2"}))

    assert outcomes(plan) == ["doubtful", "doubtful"]
    assert stored(seeded, "registro-de-balanzas") != stored(seeded, "registro-de-balanzas-mineco")


def test_change_of_the_source_is_taken_and_what_staff_wrote_stands(
    seeded: Database, full_file: WriteFile
) -> None:
    imported(seeded, full_file({}))
    Editing(seeded).update("registro-de-balanzas", {"result": "Carné"}, STAFF)

    plan = imported(seeded, full_file({"costo": "7", "documento_obtenible": "Certificado"}))

    content = stored(seeded, "registro-de-balanzas")[0]
    assert (content.result, str(content.fees[0].amount)) == ("Carné", "7.00")
    assert plan.rows[0].outcome is Outcome.DOUBTFUL
    assert plan.rows[0].changed_fields == ("fees",)
    assert "escrito a mano en: resultado" in str(plan.rows[0].reasons[0])


def test_staff_edit_alone_is_no_change_of_the_source(
    seeded: Database, full_file: WriteFile
) -> None:
    imported(seeded, full_file({}))
    Editing(seeded).update("registro-de-balanzas", {"name": "Balanzas"}, STAFF)

    plan = imported(seeded, full_file({}))

    assert outcomes(plan) == ["equal"]
    assert stored(seeded, "registro-de-balanzas")[0].name == "Balanzas"


def test_other_form_joins_the_same_service_and_brings_its_address(
    seeded: Database, full_file: WriteFile, links_file: WriteFile
) -> None:
    imported(seeded, full_file({}))

    plan = imported(seeded, links_file({}))

    content = stored(seeded, "registro-de-balanzas")[0]
    assert outcomes(plan) == ["changed"]
    assert content.action_url == "https://balanzas.example/nuevo"
    assert content.description.startswith("Inscribe")


def test_text_in_place_of_an_address_does_not_erase_a_good_one(
    seeded: Database, links_file: WriteFile
) -> None:
    imported(seeded, links_file({}))

    imported(seeded, links_file({"URL": "Pendiente"}))

    content = stored(seeded, "registro-de-balanzas")[0]
    assert content.action_url == "https://balanzas.example/nuevo"


def test_published_service_of_the_same_name_gets_only_what_it_lacks(
    seeded: Database, full_file: WriteFile
) -> None:
    written = ServiceContent(name="Registro de Balanzas", institution="mineco", result="Sello")
    slug = Editing(seeded).create(written, STAFF, state=PublicationState.PUBLISHED)

    plan = imported(seeded, full_file({"nombre": "12. Registro de balanzas"}))

    content, state, provenance = stored(seeded, slug)
    assert plan.rows[0].service_id is not None
    assert (content.name, content.result) == ("Registro de Balanzas", "Sello")
    assert content.description.startswith("Inscribe")
    assert (state, provenance) == (PublicationState.PUBLISHED, Provenance.STAFF)


def test_counts_add_up_for_any_mix_of_rows(seeded: Database, full_file: WriteFile) -> None:
    imported(seeded, full_file({}, {"id": "2", "nombre": "Otro"}))

    plan = imported(
        seeded,
        full_file(
            {},
            {"id": "2", "nombre": "Otro", "costo": "8"},
            {"id": "3", "nombre": "Tercero"},
            {"id": "4", "nombre": "CUARTO TRÁMITE"},
            {"id": "5", "nombre": "-"},
        ),
    )

    assert outcomes(plan) == ["equal", "changed", "new", "doubtful", "refused"]
    assert plan.counts == dict.fromkeys(Outcome, 1)


def test_fault_in_the_middle_stores_nothing(seeded_sqlite: Database, full_file: WriteFile) -> None:
    before = counted(seeded_sqlite)
    rows = read_catalogue(full_file({}))

    def broken() -> Any:
        yield from rows
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_rows(seeded_sqlite, broken(), NOW, file_name="roto.csv")

    assert counted(seeded_sqlite) == before
