"""Services are listed as in a Spanish dictionary, a letter a page."""

import pytest

from canse.domain.overview import ServiceName
from uniportal.presenters.letters import NO_LETTER, first_letter, present, read_letter


def named(*names: str) -> list[ServiceName]:
    """Services with these names."""
    return [ServiceName(slug=f"s-{n}", name=name, institution="") for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Pasaporte", "p"),
        ("Árbol", "a"),
        ("ñame", "ñ"),
        ("Ñandú", "ñ"),
        ("¿Ya está mi DPI?", "y"),
        ("«Zona»", "z"),
        ("1. Constancia", NO_LETTER),
        ("", NO_LETTER),
        ("Œuvre", NO_LETTER),
        ("  dpi", "d"),
    ],
)
def test_name_is_listed_under_a_letter(name: str, letter: str) -> None:
    assert first_letter(name) == letter


@pytest.mark.parametrize(
    ("word", "letter"), [("P", "p"), ("á", "a"), ("", ""), (" ", ""), ("%", "0")]
)
def test_letter_of_an_address_is_read(word: str, letter: str) -> None:
    assert read_letter(word) == letter


def test_list_is_in_the_order_of_a_dictionary() -> None:
    view = present(named("Obra", "Ñandú", "Nacer", "árbol", "Agua", "2 copias"), "a")

    assert [(link.letter, link.count) for link in view.letters] == [
        ("0", 1),
        ("a", 2),
        ("n", 1),
        ("ñ", 1),
        ("o", 1),
    ]
    assert [one.name for one in view.services] == ["Agua", "árbol"]
    assert [link.letter for link in view.letters if link.is_chosen] == ["a"]


def test_letter_without_services_shows_the_first_that_has_some() -> None:
    assert present(named("Zona", "Beca"), "x").letter == "b"


def test_empty_catalogue_has_no_letters() -> None:
    view = present([], "a")

    assert (view.letter, view.letters, view.services, view.total) == ("", (), (), 0)
