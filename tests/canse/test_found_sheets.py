"""What an audit read of a service becomes its sheet; what people wrote stays."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.audit import (
    AuditReport,
    FoundChannel,
    FoundChannelKind,
    FoundFee,
    FoundForm,
    FoundSheet,
    Mention,
)
from canse.domain.content import ServiceContent, checked
from canse.domain.institution import InstitutionKind, InstitutionRef
from canse.domain.money import Currency
from canse.domain.service import ChannelKind, ServiceSheet
from canse.domain.stages import Level, Stage
from canse.editing import Author, Editing
from canse.found_sheets import owner_named, refreshed, with_sheet
from canse.intake import take_in
from canse.report_schema import parse_report
from tests.builders import NOON, evidence, found_service, report

PAGE = "http://muni.example/permiso"
FULL = FoundSheet(
    summary="Permite vender en la plaza.",
    description="Permite vender en la plaza. Se renueva cada año.",
    requirements=("Documento de identidad", "Recibo de luz"),
    steps=("Llene la solicitud", "Entréguela"),
    fees=(FoundFee(text="Q 50.00 por año", amount=Decimal("50.00")),),
    response_time="3 a 5 días hábiles",
    result="Permiso impreso",
    channels=(
        FoundChannel(kind=FoundChannelKind.OFFICE, value="2a calle 1-11 zona 1"),
        FoundChannel(kind=FoundChannelKind.TELEPHONE, value="2222-0000"),
        FoundChannel(kind=FoundChannelKind.EMAIL, value="permisos@muni.example"),
        FoundChannel(kind=FoundChannelKind.WEB, value="https://muni.example/iniciar"),
    ),
    hours="lunes a viernes de 8 a 16 horas",
    forms=(FoundForm(title="Solicitud", url="https://muni.example/solicitud.pdf"),),
    legal_bases=("Código Municipal, artículo 35",),
    unit="Oficina de mercados",
    evidence=(evidence(rule="ficha:requisitos"),),
)
EMPTY = ServiceContent(name="Permiso")


def test_every_part_of_the_page_has_its_place_in_the_sheet() -> None:
    content = checked(with_sheet(EMPTY, FULL))

    assert [one.text for one in content.requirements] == ["Documento de identidad", "Recibo de luz"]
    assert [one.title for one in content.steps] == ["Llene la solicitud", "Entréguela"]
    assert (content.fees[0].amount, content.fees[0].note) == (Decimal("50.00"), "Q 50.00 por año")
    assert content.response_time is not None
    assert (content.response_time.least, content.response_time.most) == (3, 5)
    office, telephone, mail, web = content.channels
    assert office.hours == "2a calle 1-11 zona 1. lunes a viernes de 8 a 16 horas"
    assert (telephone.kind, telephone.telephone) == (ChannelKind.TELEPHONE, "2222-0000")
    assert (mail.kind, mail.hours) == (ChannelKind.EMAIL, "permisos@muni.example")
    assert web.url == "https://muni.example/iniciar"
    assert content.forms[0].url.endswith("solicitud.pdf")
    assert content.legal_bases[0].citation == "Código Municipal, artículo 35"
    assert (content.unit, content.result) == ("Oficina de mercados", "Permiso impreso")


def test_service_without_a_sheet_keeps_its_content() -> None:
    assert with_sheet(EMPTY, None) is EMPTY


@pytest.mark.parametrize(
    "sheet",
    [
        FoundSheet(summary="palabra " * 100, unit="x" * 900, response_time="y" * 900),
        FoundSheet(requirements=("algo",) * 500, steps=("paso",) * 500),
        FoundSheet(forms=(FoundForm(title="t" * 900, url="javascript:alert(1)"),)),
        FoundSheet(channels=(FoundChannel(kind=FoundChannelKind.WEB, value="javascript:1"),)),
        FoundSheet(fees=(FoundFee(text="mucho", amount=Decimal("999999999999")),)),
        FoundSheet(fees=(FoundFee(text="10 pesos", amount=Decimal(10), currency="MXN"),)),
        FoundSheet(fees=(FoundFee(text="medio centavo", amount=Decimal("0.005")),)),
    ],
)
def test_whatever_the_page_says_can_be_stored(sheet: FoundSheet) -> None:
    assert checked(with_sheet(EMPTY, sheet)).name == "Permiso"


def test_cost_in_another_currency_is_kept_in_words() -> None:
    content = with_sheet(EMPTY, FoundSheet(fees=(FoundFee(text="10 pesos", currency="MXN"),)))

    assert content.fees[0].amount is None
    assert content.fees[0].currency is Currency.GTQ
    assert content.fees[0].note == "10 pesos"


def test_refreshing_leaves_what_people_wrote_and_what_the_page_no_longer_tells() -> None:
    current = with_sheet(replace(EMPTY, summary="Escrito por una persona."), None)
    current = replace(current, result="Permiso de antes")

    after = refreshed(current, with_sheet(EMPTY, replace(FULL, result="")), {"summary"})

    assert after.summary == "Escrito por una persona."
    assert after.result == "Permiso de antes"
    assert after.steps == with_sheet(EMPTY, FULL).steps


INSTITUTIONS = tuple(
    InstitutionRef(slug=slug, name=name, acronym=acronym, kind=InstitutionKind.OTHER)
    for slug, name, acronym in (
        ("renap", "Registro Nacional de las Personas", "RENAP"),
        ("mini", "Ministerio de Ejemplo", "MINI"),
        ("muni", "Municipalidad de Ejemplo", ""),
    )
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Registro Nacional de las Personas", "renap"),
        ("REGISTRO NACIONAL DE LAS PERSONAS", "renap"),
        ("El Registro -RENAP-", "renap"),
        ("Municipalidad de Ejemplo", "muni"),
        ("MINI y RENAP", None),
        ("Ministerio de Otra Cosa", None),
        ("", None),
    ],
)
def test_owner_is_who_the_page_names_without_doubt(name: str, slug: str | None) -> None:
    assert owner_named(name, INSTITUTIONS) == slug


def audited(sheet: FoundSheet | None, run_id: str) -> AuditReport:
    mention = Mention(
        page_url=PAGE, stage_confirmed=Stage.TRANSACTIONAL, stage_declared=Stage.TRANSACTIONAL
    )
    values: dict[str, Any] = {
        "name": "Permiso de venta",
        "action_url": PAGE,
        "stage_confirmed": Stage.TRANSACTIONAL,
        "stage_declared": Stage.TRANSACTIONAL,
        "level": Level.S3A,
        "mentions": (mention,),
        "sheet": sheet,
    }
    return report(found_service(**values), run_id=run_id)


def shown(database: Database) -> ServiceSheet:
    return Catalogue(database).service("permiso-de-venta")


def test_registered_service_has_its_sheet_from_the_start(database: Database) -> None:
    take_in(database, audited(FULL, "corrida-1"), NOON)

    sheet = shown(database)
    assert sheet.summary == "Permite vender en la plaza."
    assert [one.text for one in sheet.requirements] == ["Documento de identidad", "Recibo de luz"]
    assert sheet.is_confirmed is False


def test_later_audit_follows_the_page_but_not_over_what_a_person_wrote(database: Database) -> None:
    take_in(database, audited(FULL, "corrida-1"), NOON)
    writer = Author(name="Ana", at=NOON, reason="Mejor dicho")
    Editing(database).update("permiso-de-venta", {"summary": "Para vender."}, writer)

    changed = replace(FULL, summary="Otra cosa.", steps=("Un solo paso",))
    take_in(database, audited(changed, "corrida-2"), NOON)

    sheet = shown(database)
    assert sheet.summary == "Para vender."
    assert [one.title for one in sheet.steps] == ["Un solo paso"]


def test_confirmed_service_is_left_alone(database: Database) -> None:
    take_in(database, audited(FULL, "corrida-1"), NOON)
    Editing(database).confirm("permiso-de-venta", Author(name="Ana", at=NOON, reason=""))

    take_in(database, audited(replace(FULL, steps=("Otro",)), "corrida-2"), NOON)

    assert len(shown(database).steps) == 2


def test_sheet_survives_the_way_through_a_report() -> None:
    made = audited(FULL, "corrida-1")

    assert parse_report(made.as_json(), "informe") == made


def test_report_without_a_sheet_or_with_more_than_we_know_is_read() -> None:
    plain = audited(FULL, "corrida-1").as_json()
    plain["services"][0]["sheet"]["novedad"] = {"x": 1}
    older = audited(None, "corrida-1").as_json()
    del older["services"][0]["sheet"]

    assert parse_report(plain, "informe") == audited(FULL, "corrida-1")
    assert parse_report(older, "informe") == audited(None, "corrida-1")
