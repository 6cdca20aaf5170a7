"""The vocabulary finds the word most likely meant, and how a half-typed one may go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indices.typos import MAX_COMPLETIONS, Vocabulary

COUNTS = {"licencia": 9, "pensión": 5, "pension": 1, "beca": 3, "vaca": 4, "año": 2, "2024": 1}
COUNTS |= {"antecedentes": 2, "alimenticia": 2, "cita": 1, "visita": 1}
VOCABULARY = Vocabulary(COUNTS, extra=["chamba"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lisencia", "licencia"),
        ("licneica", "licencia"),
        ("lisensya", None),
        ("lisensia", "licencia"),
        ("antesedentez", "antecedentes"),
        ("veca", "beca"),
        ("sita", "cita"),
        ("chanba", "chamba"),
        ("bec", None),
        ("2025", None),
        ("pasaporte", None),
    ],
)
def test_nearest_is_one_edit_away_or_two_from_eight_letters(typed: str, meant: str | None) -> None:
    assert VOCABULARY.nearest(typed) == meant


def test_knows_any_form_of_a_word_in_documents() -> None:
    assert VOCABULARY.knows("licencias")
    assert VOCABULARY.knows("pension")
    assert not VOCABULARY.knows("pasaporte")


def test_spelling_is_the_one_most_used() -> None:
    assert VOCABULARY.spelling("pension") == "pensión"
    assert VOCABULARY.spelling("nadie") == "nadie"


def test_completions_are_the_most_used_words_that_begin_so() -> None:
    many = Vocabulary({f"pas{n:03}": n for n in range(1, 100)} | {"pas": 5, "otro": 200})

    found = many.completions("pas")

    assert len(found) == MAX_COMPLETIONS
    assert found[:2] == ("pas099", "pas098")
    assert "pas" not in found


@given(st.text("abcdefgh", min_size=4, max_size=12), st.integers(0, 11), st.sampled_from("xz"))
def test_nearest_finds_every_word_one_change_away(word: str, place: int, letter: str) -> None:
    typed = word[: place % len(word)] + letter + word[place % len(word) + 1 :]

    assert Vocabulary({word: 1}).nearest(typed) == word


def test_nearest_is_a_word_of_services_before_a_mistake_noted_as_a_synonym() -> None:
    known = Vocabulary({"licencia": 3}, extra=["licensia", "cedula"])
    assert known.nearest("lisensia") == "licencia"
    assert known.nearest("zedula") == "cedula"
