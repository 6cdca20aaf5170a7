"""Which words staff may keep, and in which form."""

import pytest

from canse.domain.errors import BadInput
from canse.domain.vocabulary import (
    SynonymEntry,
    checked_phrase,
    checked_synonym,
    checked_word,
    words_key,
)


def entry(**changes: str) -> SynonymEntry:
    """A synonym, right unless told otherwise."""
    return SynonymEntry(**{"expression": "cédula", "term": "DPI", **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "key"),
    [("¿D.P.I. vencido?", "dpi vencido"), ("  Niñez ", "ninez"), ("K'iche'", "kiche"), ("¡!", "")],
)
def test_key_has_the_words_and_nothing_else(text: str, key: str) -> None:
    assert words_key(text) == key


def test_synonym_is_kept_with_clean_spaces() -> None:
    kept = checked_synonym(entry(expression=" mi   plástico ", note=" dicho \n así ", language=" "))

    assert (kept.expression, kept.note, kept.language) == ("mi plástico", "dicho así", "es")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"expression": "¿?"}, "no tiene letras"),
        ({"term": ""}, "no tiene letras"),
        ({"expression": "a " * 9}, "muy largo"),
        ({"expression": "a" * 121}, "muy largo"),
        ({"language": "español"}, "no es un idioma"),
        ({"language": "es" + "-abcdefgh" * 9}, "no es un idioma"),
    ],
)
def test_synonym_that_cannot_be_is_refused(changes: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        checked_synonym(entry(**changes))


@pytest.mark.parametrize("language", ["es", "quc", "es-GT", "x" * 3])
def test_language_is_a_tag(language: str) -> None:
    assert checked_synonym(entry(language=language)).language == language


@pytest.mark.parametrize("text", ["", "¿?", "a" * 201, "각" * 100])
def test_phrase_needs_words_and_an_end(text: str) -> None:
    with pytest.raises(BadInput):
        checked_phrase(text)


@pytest.mark.parametrize("text", ["", "dos palabras", "a" * 65])
def test_word_kept_back_is_one_word(text: str) -> None:
    with pytest.raises(BadInput):
        checked_word(text)


def test_word_kept_back_is_folded() -> None:
    assert checked_word("¡Grosería!") == "groseria"
