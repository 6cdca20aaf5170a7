"""Institutions are found by name and acronym, and never taken for another."""

import pytest

from canse.domain.institution import InstitutionRef
from canse.exchange.owners import Owners, split_acronym

OWNERS = Owners(
    [
        InstitutionRef(slug="mineco", name="Ministerio de Economía", acronym="MINECO"),
        InstitutionRef(slug="civ", name="Ministerio de Comunicaciones y Vivienda", acronym="CIV"),
        InstitutionRef(slug="amsa", name="Autoridad del Lago de Amatitlán", acronym="AMSA"),
        InstitutionRef(
            slug="conred", name="Coordinadora de Desastres (Secretaría Ejecutiva)", acronym="CONRED"
        ),
        InstitutionRef(slug="rpi", name="Registro de la Propiedad Intelectual", acronym="RPI"),
        InstitutionRef(slug="muni-a", name="Municipalidad de San Juan"),
        InstitutionRef(slug="muni-b", name="Municipalidad de San Juan"),
    ]
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ministerio de Economía -MINECO-", "mineco"),
        ("MINISTERIO DE ECONOMIA", "mineco"),
        ("MINECO", "mineco"),
        ("Ministerio de Comunicaciones y Vivienda -MICIVI-", "civ"),
        ("Autoridad del Lago de Amatilán  -AMSA-", "amsa"),
        ("Secretaría Ejecutiva de la Coordinadora de Desastres - CONRED -", "conred"),
        ("Registro de la Propiedad Intelectual (RPI)", "rpi"),
    ],
)
def test_institution_is_found(text: str, slug: str) -> None:
    assert OWNERS.slug_of(text) == slug


@pytest.mark.parametrize(
    "text",
    ["Registro de la Propiedad Inmueble -RPI-", "Ministerio Nuevo -NUEVO-", "San Juan", "", "---"],
)
def test_unknown_institution_is_none(text: str) -> None:
    assert OWNERS.slug_of(text) is None


def test_name_of_two_institutions_is_neither() -> None:
    assert OWNERS.slug_of("Municipalidad de San Juan") is None


def test_last_word_after_a_hyphen_is_no_acronym_when_it_is_not_in_capitals() -> None:
    assert split_acronym("Instituto Franco-Guatemalteco") == ("Instituto Franco-Guatemalteco", "")
