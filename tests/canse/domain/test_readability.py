"""Reading ease follows the published formula, on sentences parted as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.readability import (
    FEWEST_WORDS,
    Readability,
    ReadingBand,
    ReadSentence,
    measure,
    names_to_leave_out,
    split_sentences,
)

EASY = "Lleve su carné a la oficina. Pague en la caja. Ahí le dan el recibo."
HARD = (
    "El administrado deberá apersonarse fehacientemente, mediante representación legalmente "
    "acreditada, a efecto de que la dependencia jurisdiccional correspondiente determine la "
    "procedencia extraordinaria de la inscripción solicitada."
)


def measured(text: str, *names: str) -> Readability:
    """What was read of a text that has words."""
    reading = measure(text, names_to_leave_out(names))
    assert reading is not None
    return reading


def a_sentence(*, words: int, syllables: int) -> ReadSentence:
    """A sentence of which only the counts matter."""
    return ReadSentence(text="…", words=words, syllables=syllables)


def test_formula_is_the_published_one() -> None:
    reading = measured("La casa es mía. Vivo en ella.")

    assert reading.score == pytest.approx(206.835 - 62.3 * 11 / 7 - 7 / 2, abs=0.05)


def test_easy_text_is_easy_and_legalese_is_very_hard() -> None:
    assert measured(EASY).band is ReadingBand.VERY_EASY
    assert measured(EASY).is_plain
    assert measured(HARD).score < 10
    assert not measured(HARD).is_plain


@pytest.mark.parametrize(
    ("syllables", "band"),
    [
        (110, ReadingBand.VERY_EASY),
        (180, ReadingBand.VERY_EASY),
        (200, ReadingBand.RATHER_EASY),
        (220, ReadingBand.NORMAL),
        (240, ReadingBand.RATHER_HARD),
        (300, ReadingBand.VERY_HARD),
    ],
)
def test_bands_are_those_of_inflesz(syllables: int, band: ReadingBand) -> None:
    ten_sentences = tuple(a_sentence(words=10, syllables=syllables // 10) for _ in range(10))

    assert Readability(sentences=ten_sentences).band is band


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vaya hoy. Lleve su DPI.", ["Vaya hoy.", "Lleve su DPI."]),
        ("¿Cuánto cuesta? ¡Es gratis!", ["¿Cuánto cuesta?", "¡Es gratis!"]),
        ("Según el art. 10 es gratis. Vaya.", ["Según el art. 10 es gratis.", "Vaya."]),
        ("Cuesta Q1,250.00 al año. Pague hoy.", ["Cuesta Q1,250.00 al año.", "Pague hoy."]),
        ("Cuesta Q15. El primero es gratis.", ["Cuesta Q15.", "El primero es gratis."]),
        ("Pregunte por la Licda. Paz o J. Ruiz.", ["Pregunte por la Licda. Paz o J. Ruiz."]),
        ("Abre a las 8:00 a.m. los lunes.", ["Abre a las 8:00 a.m. los lunes."]),
        ("Actas, títulos, etc. y copias.", ["Actas, títulos, etc. y copias."]),
        ("Actas, títulos, etc. Lleve copias.", ["Actas, títulos, etc.", "Lleve copias."]),
        ("1. Vaya al banco.\n2. Pague.", ["1. Vaya al banco.", "2. Pague."]),
        ("Lleve:\n• su DPI • dos fotos", ["Lleve:", "su DPI", "dos fotos"]),
        ("Espere… y vuelva.", ["Espere…", "y vuelva."]),
        ("Dijo «ya está.» Y se fue.", ["Dijo «ya está.»", "Y se fue."]),
        ("Entre a renap.gob.gt y busque.", ["Entre a renap.gob.gt y busque."]),
        ("Diga que no. Vaya al no. 10.", ["Diga que no.", "Vaya al no. 10."]),
        ("Es del Reg. núm.", ["Es del Reg. núm."]),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_people_stop(text: str, sentences: list[str]) -> None:
    assert list(split_sentences(text)) == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pague Q 50.00 en la SAT, 12-34", 3),
        ("Según el Decreto 90-2005, es gratis", 4),
        ("Lo dice el Acuerdo Gubernativo No. 435-94.", 3),
        ("Según el artículo 24 es gratis", 4),
        ("Escriba a ayuda@renap.gob.gt o entre a www.renap.gob.gt/citas", 5),
        ("Vea https://sat.gob.gt hoy", 2),
        ("Traiga a su hijo y a su papá", 8),
        ("PAGUE EN LA CAJA DEL BANCO", 6),
        ("Habla k'iche' o q'eqchi'", 4),
    ],
)
def test_figures_laws_acronyms_and_addresses_are_no_words(text: str, words: int) -> None:
    assert measured(text).words == words


def test_names_of_institutions_are_left_out() -> None:
    text = "Vaya al Registro Nacional de las Personas con su recibo de pago hoy"

    assert measured(text, "Registro Nacional", "Registro Nacional de las Personas").words == 8


def test_worst_sentences_come_first_and_fragments_after_them() -> None:
    worst = measured(f"Constitucionalmente. {EASY} {HARD}").worst()

    assert [sentence.text for sentence in worst[:2]] == [HARD, "Constitucionalmente."]
    assert worst[0].score > worst[1].score
    assert len(worst) == 3


def test_long_sentence_is_not_plain_though_its_words_are_short() -> None:
    long = "y ".join(["ve a la luz "] * 7)

    assert measured(long).sentences[0].is_long
    assert not measured(long).is_plain


def test_many_middling_sentences_are_not_plain() -> None:
    middling = Readability(sentences=(a_sentence(words=16, syllables=24),) * 2)

    assert middling.words_a_sentence == 16
    assert middling.score > 80
    assert not middling.is_plain
    assert Readability(sentences=middling.sentences[:1]).is_plain


def test_few_words_are_not_judged_by_score() -> None:
    few = measured("Inscríbase electrónicamente")

    assert few.words < FEWEST_WORDS
    assert few.score < 0
    assert few.is_plain


@pytest.mark.parametrize("text", ["", "123", "...", "DPI", "— •"])
def test_nothing_to_read_is_no_reading(text: str) -> None:
    assert measure(text) is None


WORDS = st.lists(st.text("abcdefgimnopqrstu", min_size=2, max_size=9), min_size=1, max_size=30)


@given(WORDS, WORDS)
def test_no_word_is_lost_where_sentences_part(one: list[str], other: list[str]) -> None:
    text = f"{' '.join(one)}. {' '.join(other)}."

    together = sum(len(sentence.split()) for sentence in split_sentences(text))

    assert together == len(one) + len(other)


@given(WORDS)
def test_parting_a_sentence_never_makes_it_harder(words: list[str]) -> None:
    half = len(words) // 2

    parted = measured(f"{' '.join(words[:half])}\n{' '.join(words[half:])}")

    assert parted.score >= measured(" ".join(words)).score
