"""Texts are split into what they list, without losing a number that means something."""

import pytest

from canse.domain.content import LIST_LENGTH
from canse.exchange.listing import pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.\tFormulario\n2. Dos fotocopias", ("Formulario", "Dos fotocopias")),
        ("1) Uno\n2)Dos\n3.- Tres\n4° Cuatro", ("Uno", "Dos", "Tres", "Cuatro")),
        ("a) Uno\nb. Dos\n(c) Tres", ("Uno", "Dos", "Tres")),
        ("• Uno\n- Dos\n–Tres\n\uf0fc Cuatro\n? Cinco", ("Uno", "Dos", "Tres", "Cuatro", "Cinco")),
        ("1. Uno 2. Dos 3. Tres", ("Uno", "Dos", "Tres")),
        ("Traer: 1. Uno 2. Dos", ("Traer:", "Uno", "Dos")),
        ("Copia del DPI\nlegible y completa", ("Copia del DPI legible y completa",)),
        ("Personas jurídicas:\n1. Acta", ("Personas jurídicas:", "Acta")),
        ("1.1. Recepción\n1.50 quetzales", ("1.1. Recepción", "1.50 quetzales")),
        ("2 copias\n24-48 horas\n24 - 48 horas", ("2 copias", "24-48 horas", "24 - 48 horas")),
        ("Ley 1-2001, artículo 1. y artículo 2. de", ("Ley 1-2001, artículo 1. y artículo 2. de",)),
        ("1.\n2. Dos", ("Dos",)),
        ("", ()),
    ],
)  # fmt: skip
def test_text_is_split_into_its_things(text: str, found: tuple[str, ...]) -> None:
    assert pieces(text) == found


def test_list_that_is_too_long_keeps_every_word() -> None:
    words = [f"Cosa {number}" for number in range(LIST_LENGTH + 50)]

    found = pieces("\n".join(words))

    assert len(found) == LIST_LENGTH
    assert "\n".join(found).split("\n") == words
