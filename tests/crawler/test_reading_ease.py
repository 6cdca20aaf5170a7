"""Reading ease counts Spanish syllables as people say them and follows the published formula."""

import pytest

from crawler.reading_ease import count_syllables, is_read, read_ease

EASY = "Lleve su carné. Pague en la caja. Le dan el recibo."
HARD = (
    "El administrado deberá apersonarse fehacientemente, mediante representación legalmente "
    "acreditada, a efecto de que la dependencia jurisdiccional correspondiente determine la "
    "procedencia extraordinaria de la inscripción solicitada"
)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("pan", 1), ("yo", 1), ("ley", 1), ("buey", 1), ("muy", 1), ("casa", 2), ("país", 2),
        ("río", 2), ("guía", 2), ("guerra", 2), ("queso", 2), ("leer", 2), ("ciudad", 2),
        ("trámite", 3), ("ahora", 3), ("prohíbe", 3), ("cuidado", 3), ("aéreo", 4),
        ("averigüe", 4), ("ciudadano", 4), ("municipalidad", 6), ("xyz", 1),
    ],
)  # fmt: skip
def test_syllables_of_known_words(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_formula_is_the_published_one() -> None:
    reading = read_ease(["La casa es mía."])

    assert reading is not None
    assert (reading.words, reading.sentences, reading.syllables) == (4, 1, 6)
    assert reading.ease == pytest.approx(206.84 - 60 * 6 / 4 - 1.02 * 4 / 1, abs=0.05)


def test_short_words_in_short_sentences_are_easier() -> None:
    easy, hard = read_ease([EASY]), read_ease([HARD])

    assert easy is not None
    assert hard is not None
    assert (easy.ease > 80, hard.ease < 30) == (True, True)


def test_each_passage_ends_its_sentence() -> None:
    reading = read_ease(["Fotocopia del recibo", "Solicitud firmada"])

    assert reading is not None
    assert reading.sentences == 2


def test_figures_and_acronyms_are_no_words() -> None:
    reading = read_ease(["Pague Q 50.00 en la SAT, 12-34"])

    assert reading is not None
    assert reading.words == 3
    assert not is_read("RENAP")
    assert is_read("y")


def test_nothing_to_read_is_no_reading() -> None:
    assert read_ease(["123", "...", ""]) is None
