"""A sheet becomes a document with exactly the fields described in indices.fields."""

from decimal import Decimal

from canse.domain.duration import ResponseTime
from canse.domain.institution import InstitutionKind
from canse.domain.money import Currency
from canse.domain.service import Audience, Coverage, CoverageKind, Fee, Modality
from canse.domain.stages import Stage
from indices.document import document_of
from indices.fields import FACETS, SEARCHED, STORED
from indices.port import Facet
from tests.builders import institution, sheet


def test_document_holds_every_field_described_and_no_other() -> None:
    document = document_of(sheet())

    assert list(document.texts) == [field.name for field in SEARCHED]
    assert set(document.facets) == {field.name for field in FACETS} == set(Facet)
    assert set(document.stored) == {field.name for field in STORED}


def test_document_can_be_searched_by_every_part() -> None:
    texts = document_of(sheet()).texts

    assert texts["name"] == "Reponer el DPI perdido, robado o dañado"
    assert texts["popular_names"] == "robo de dpi"
    assert texts["institution"] == "Registro Nacional de las Personas RENAP"
    assert texts["category"] == "Identidad y documentos personales"
    assert texts["requirements"] == "recibo de pago"
    assert texts["life_events"] == "documentos"


def test_document_names_each_owner_once() -> None:
    ministry = institution(slug="mineduc", name="Educación", acronym="MINEDUC")

    texts = document_of(sheet(institution=ministry, ministry=ministry)).texts

    assert texts["institution"] == "Educación MINEDUC"


def test_facets_name_what_the_sheet_belongs_to() -> None:
    ministry = institution(slug="mingob", kind=InstitutionKind.MINISTRY)
    secretariat = institution(slug="sosep", kind=InstitutionKind.SECRETARIAT)
    changed = sheet(
        ministry=ministry,
        secretariat=secretariat,
        modality=Modality.ONLINE,
        stage_confirmed=Stage.TRANSACTIONAL,
        audiences=(Audience.BUSINESS, Audience.FOREIGNER),
        coverage=(
            Coverage(kind=CoverageKind.MUNICIPALITY, code="0101", name="Guatemala"),
            Coverage(kind=CoverageKind.DEPARTMENT, code="17", name="Petén"),
        ),
    )

    assert document_of(changed).facets == {
        "tema": ("robo-de-dpi",),
        "institucion": ("renap",),
        "categoria": ("identidad",),
        "ministerio": ("mingob",),
        "secretaria": ("sosep",),
        "etapa": ("3",),
        "en_linea": ("si",),
        "gratis": ("no",),
        "evento": ("documentos",),
        "publico": ("empresa", "extranjero"),
        "departamento": ("01", "17"),
        "municipio": ("0101",),
    }


def test_document_is_whole_when_the_service_has_no_owner_or_category() -> None:
    document = document_of(sheet(institution=None, category=None, topics=(), fees=()))

    assert document.facets["institucion"] == document.facets["categoria"] == ()
    assert document.stored["institution_slug"] == document.stored["category_name"] == ""
    assert document.stored["is_cost_known"] == "no"


def test_cost_is_the_span_of_all_fees() -> None:
    fees = (
        Fee(concept="simple", amount=Decimal("30")),
        Fee(concept="doble", amount=Decimal("50"), most=Decimal("75.5"), is_estimate=True),
    )

    stored = document_of(sheet(fees=fees)).stored

    assert (stored["cost_least"], stored["cost_most"]) == ("30.00", "75.50")
    assert (stored["cost_currency"], stored["is_cost_estimate"]) == ("GTQ", "si")


def test_words_of_the_source_stand_in_where_no_amount_is_known() -> None:
    fees = (Fee(concept="a", note="US$50 por 5 años"),)

    stored = document_of(sheet(fees=fees)).stored

    assert (stored["is_cost_known"], stored["cost_note"]) == ("no", "US$50 por 5 años")


def test_cost_is_unknown_when_a_fee_is_only_a_note_or_currencies_differ() -> None:
    noted = (Fee(concept="a", amount=Decimal("30")), Fee(concept="b", note="según avalúo"))
    mixed = (
        Fee(concept="a", amount=Decimal("30")),
        Fee(concept="b", amount=Decimal("5"), currency=Currency.USD),
    )

    known = [document_of(sheet(fees=fees)).stored["is_cost_known"] for fees in (noted, mixed)]

    assert known == ["no", "no"]


def test_cost_is_an_estimate_when_the_source_only_presumes_it() -> None:
    presumed = sheet(estimated_fields=frozenset({"fees"}))

    assert document_of(presumed).stored["is_cost_estimate"] == "si"
    assert document_of(sheet()).stored["is_cost_estimate"] == "no"


def test_time_keeps_the_institution_s_words() -> None:
    timed = sheet(response_time=ResponseTime(text="unos 30 días"))

    assert document_of(timed).stored["time"] == "unos 30 días"


def test_free_is_told_when_every_fee_is_zero() -> None:
    stored = document_of(sheet(fees=(Fee(concept="", amount=Decimal(0)),))).stored

    assert (stored["is_free"], stored["cost_most"]) == ("si", "0.00")
