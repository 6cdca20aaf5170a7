"""Syllables are counted as the Ortografía divides words, those of the catalogue first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.syllables import count_syllables
from crawler.reading_ease import count_syllables as count_for_audits

DIVIDED = """
pan sol luz mes dos yo tú ley rey hoy muy soy buey pie fue dio vio guion truhan fui mail web
club chat tren cre-ar ca-sa pa-go mul-ta car-né fir-ma ba-rrio ca-rro ca-lle
lle-no mu-cho pe-rro ban-co huer-to hue-so hue-vo hie-lo hue-ca deu-da cau-sa ai-re pei-ne
vein-te boi-na sue-lo bue-no cuo-ta a-gua len-gua guar-da sua-ve viu-da ciu-dad rui-do cui-da
jui-cio via-je dia-rio cam-bio ser-vi-cio o-fi-cio pa-ís ma-íz ra-íz ba-úl sa-úl o-ír re-ír
rí-o dí-a tí-a frí-o ba-hí-a te-ní-a po-dí-a ca-í-a o-í-a le-í-do cre-í-do o-í-do pa-ra-í-so
gra-dú-a e-va-lú-a con-ti-nú-a bú-ho ahu-mar pro-hí-be prohi-bir re-hú-sa a-hí al-co-hol
co-he-te a-ho-rro re-hén ve-hí-cu-lo za-na-ho-ria ca-ca-hua-te ix-ta-hua-cán hue-hue-te-nan-go
des-hie-lo ad-hie-ra al-ca-hue-te a-hue-car pa-ra-no-ia ha-wa-ia-no
le-er cre-er po-e-ta a-é-re-o o-cé-a-no te-a-tro lí-ne-a á-re-a co-o-pe-rar zo-o ca-o-ba
chi-i-ta du-un-vi-ro mi-cro-on-das re-e-lec-to que-so quin-ce qui-nien-tos gue-rra
guí-a guar-de-rí-a se-gui-mien-to al-qui-ler pa-que-te ver-güen-za pin-güi-no bi-lin-güe
an-ti-güe-dad a-ve-ri-güe ar-güir ci-güe-ña de-sa-güe quó-rum ma-yo a-yu-da ya-te
yu-ca a-rro-yo u-ru-guay gua-te-ma-la quet-zal-te-nan-go to-to-ni-ca-pán es-cuin-tla
re-tal-hu-leu chi-mal-te-nan-go ja-la-pa ju-tia-pa sa-ca-te-pé-quez i-za-bal pe-tén so-lo-lá
cua-dra a-cuer-do de-cre-to trá-mi-te re-qui-si-to for-mu-la-rio cer-ti-fi-ca-do so-li-ci-tud
ins-crip-ción cons-tan-cia cons-truir cons-trui-do cons-truí cons-tru-yó li-cen-cia pa-sa-por-te
mu-ni-ci-pa-li-dad i-den-ti-fi-ca-ción ciu-da-da-no jus-ti-cia go-bier-no mi-nis-te-rio
e-lec-tró-ni-co gra-tui-to rá-pi-da-men-te ú-ni-ca-men-te per-so-nal-men-te fá-cil-men-te
cual-quie-ra a-ve-ri-guáis lim-piáis vi-ví-ais huí-a es-tu-diáis de-sahu-cio
ex-tran-je-ro ex-pe-dien-te a-po-yo ni-ño ni-ñez se-ño-ra pin-güi-nos ac-ción ins-truc-cio-nes
trans-por-te subs-ti-tu-to abs-trac-to pers-pec-ti-va psi-co-lo-gí-a psi-có-lo-go gno-mo
reu-nión eu-ro-pa in-ter-net wi-fi what-sapp e-mail k'i-che' q'eq-chi' kaq-chi-kel mam
"""
WORDS = DIVIDED.split()


@pytest.mark.parametrize("divided", WORDS)
def test_syllables_of_known_words(divided: str) -> None:
    assert count_syllables(divided.replace("-", "")) == divided.count("-") + 1


def test_known_words_are_many() -> None:
    assert len(set(WORDS)) >= 150


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("Facebook", 2), ("software", 2), ("YouTube", 2), ("app", 1), ("online", 2), ("Zoom", 1)],
)
def test_foreign_words_are_counted_as_they_are_said(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_word_without_vowel_counts_one() -> None:
    assert count_syllables("km") == 1


LETTERS = "abcdefghijlmnñopqrstuvxyzáéíóúü"
CONSONANTS = "bcdfgjlmnñprstvxz"


@given(st.text(LETTERS, min_size=1, max_size=20))
def test_syllables_are_never_more_than_vowels_nor_fewer_than_one(word: str) -> None:
    vowels = sum(letter in "aeiouáéíóúüy" for letter in word)

    assert 1 <= count_syllables(word) <= max(vowels, 1)


@given(st.text(LETTERS, min_size=2, max_size=20), st.sampled_from(CONSONANTS))
def test_consonant_at_the_end_adds_and_takes_no_syllable(word: str, consonant: str) -> None:
    assert count_syllables(f"{word}s{consonant}") == count_syllables(f"{word}s")


@given(st.text(LETTERS, min_size=1, max_size=12))
def test_mente_adds_two_syllables(word: str) -> None:
    assert count_syllables(f"pa{word}mente") == count_syllables(f"pa{word}m") + 2


@given(st.text(LETTERS, max_size=20))
def test_capitals_change_nothing(word: str) -> None:
    assert count_syllables(word.upper()) == count_syllables(word)


def test_audits_count_words_of_the_law_alike() -> None:
    """The auditor's own count is bound to its catalogue's version; plain words must not differ."""
    plain = ("trámite", "municipalidad", "ciudadano", "averigüe", "prohíbe", "guía", "aéreo")

    assert [count_for_audits(word) for word in plain] == [count_syllables(word) for word in plain]
