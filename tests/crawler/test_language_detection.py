"""The language of a text is told by its words; a short text is trusted to what it declares."""

import pytest

from crawler.language_detection import detect_language

SPANISH = (
    "Para pedir la licencia de construcción lleve los planos de la obra y una copia del título de "
    "la propiedad. El trámite se hace en la oficina de la planta baja, donde le dirán cuánto debe "
    "pagar y en qué fecha puede recoger el documento."
)
ENGLISH = (
    "To ask for a building permit, bring the plans of the house and a copy of the title to the "
    "land. It is done at the office on the ground floor, where they will tell you how much you "
    "have to pay and when you can come for it."
)
PORTUGUESE = (
    "Para pedir a licença de construção, leve as plantas da obra e uma cópia do título do terreno. "
    "O pedido é feito na sala do térreo, onde dirão quanto você tem que pagar e em que data pode "
    "buscar o documento, que não tem custo para quem já é isento."
)
ITALIAN = (
    "Per chiedere il permesso di costruire porti i disegni della casa e una copia del titolo di "
    "proprietà. La domanda si presenta all'ufficio del piano terra, dove le diranno quanto deve "
    "pagare e in che giorno può ritirare il documento, che non ha un costo per gli esenti."
)
FRENCH = (
    "Pour demander le permis de construire, apportez les plans de la maison et une copie du titre "
    "de propriété. La demande est faite au bureau du rez-de-chaussée, où on vous dira combien il "
    "faut payer et quand vous pouvez venir chercher le document avec votre reçu."
)
# Single words of published translations, in no order: a text only for whoever counts.
KICHE = (
    "uwach uxaq uya'ik tob'anem wuj tzijob'al ukab' katajin nab'e nik'aj ja'i' ya'tal uk'olik "
    "uq'atexik uchupik ucha'ik wachib'al ub'ixik k'olib'al jule' utzukuxik resaxik rech upam"
)
MAM = (
    "tu'n qe' tnam aq'unb'il b'ant txqantl tx'otx' onb'il tuj najsal techil tqanil xnaq'tzb'il "
    "twitz twi' b'ib'aj juntl ti'j u'j xk'utz'ib' b'inchal kab'"
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SPANISH, "es"),
        (ENGLISH, "en"),
        (PORTUGUESE, "pt"),
        (ITALIAN, "it"),
        (FRENCH, "fr"),
        (KICHE, "quc"),
        (KICHE.replace("'", "ʼ"), "quc"),
        (KICHE.replace("'", "’").upper(), "quc"),
        (MAM, "mam"),
    ],
)
def test_words_tell_the_language_whatever_is_declared(text: str, language: str) -> None:
    assert detect_language(text) == language
    assert detect_language(text, "pt") == language


def test_maya_text_without_attested_words_is_only_of_the_family() -> None:
    text = " ".join(f"{a}ak'{b}ob'" for a in "mntsxjlw" for b in "mnts")

    assert detect_language(text) == "myn"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Zapato de cuero para mujer en oferta", "es", "es"),
        ("Zapato de cuero para mujer en oferta", "es-gt", "es"),
        ("Zapato de cuero para mujer en oferta", "en", ""),
        ("Zapato de cuero para mujer en oferta", "", ""),
        ("Inicio Trámites", "es", ""),
        ("Utz wachil", "quc", ""),
        ("", "es", ""),
    ],
)
def test_short_text_is_trusted_to_a_plausible_declaration(
    text: str, declared: str, language: str
) -> None:
    assert detect_language(text, declared) == language


def test_possessives_and_elisions_are_no_glottal_consonants() -> None:
    text = (
        "The bank's clerks, the clock's hands, last week's book's cover, a Czech's park's tank's. "
    )

    assert detect_language(ENGLISH + 3 * text) == "en"


def test_filler_of_templates_is_no_language() -> None:
    filler = "Lorem ipsum dolor sit amet elit sed vitae in ante nec non a mauris ut diam eget ac "

    assert detect_language(4 * filler, "en") == ""


def test_list_of_names_is_no_language() -> None:
    names = "The Beatles, The Doors, The Who, The Kinks, The Band, The Clash, The Cure, The Jam, "

    assert detect_language(4 * names) == ""
