"""A text becomes a plan: one test for each clause there can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indices.query import (
    COMPLETION_WEIGHT,
    FAINT_WEIGHT,
    MAX_WORDS,
    PAIRS_SHARE,
    SYNONYM_WEIGHT,
    WHOLE_SHARE,
    WITHOUT_TILDE_WEIGHT,
    AllOf,
    AnyOf,
    Node,
    Plan,
    Word,
    plan,
)
from indices.spanish import stem
from indices.synonyms import Synonyms
from indices.typos import MAX_COMPLETIONS, Vocabulary
from tests.indices.shelf import knowing

VOCABULARY = Vocabulary(
    {"dpi": 5, "pasaporte": 4, "licencia": 3, "año": 1, "beca": 2, "becario": 1, "pensión": 1}
)
SYNONYMS = Synonyms(
    knowing(
        ("cédula", "DPI"), ("cédula", "pasaporte"), ("perdí el dpi", "licencia de dpi")
    ).synonyms
)


def planned(text: str) -> Plan:
    return plan(text, VOCABULARY, SYNONYMS)


def word(text: str, own: float = 1.0) -> Word:
    return Word(((stem(text), 1.0),), own)


def test_plan_is_all_when_nothing_is_typed() -> None:
    assert planned(" \n") == Plan(clauses=(), is_all=True)


def test_plan_is_empty_when_only_signs_are_typed() -> None:
    assert planned("¡!") == Plan(clauses=(), is_all=False)


def test_each_telling_word_is_a_clause() -> None:
    assert planned("la licencia de pasaporte ").clauses == (word("licencia"), word("pasaporte"))


def test_word_typed_twice_is_one_clause() -> None:
    assert planned("Licencia y licencias y licencia ").clauses == (word("licencia"),)


def test_little_words_are_looked_for_when_there_is_nothing_else() -> None:
    assert planned("entre la ").clauses == (word("entre"), word("la"))


def test_enye_counts_in_full_and_its_lack_for_less() -> None:
    variants = (("niñ", 1.0), ("nin", WITHOUT_TILDE_WEIGHT))
    assert planned("niñez niño ").clauses[-1] == Word(variants, FAINT_WEIGHT)


def test_last_word_is_a_beginning() -> None:
    assert planned("licencia pasap").clauses == (
        word("licencia"),
        Word((("pasap", 1.0), (stem("pasaporte"), 1.0))),
    )


def test_last_word_counts_more_whole_than_as_a_beginning() -> None:
    assert planned("beca").clauses == (
        Word(((stem("beca"), 1.0), (stem("becario"), COMPLETION_WEIGHT))),
    )


@pytest.mark.parametrize("text", ["beca ", "beca.", "beca licencia"])
def test_word_is_no_beginning_when_something_follows(text: str) -> None:
    assert planned(text).clauses[0] == word("beca")


@pytest.mark.parametrize("text", ["b", "20", "una b"])
def test_last_word_is_no_beginning_when_one_letter_or_a_number(text: str) -> None:
    (clause,) = planned(text).clauses

    assert clause.variants == word(text.split()[-1]).variants


def test_unknown_word_becomes_the_nearest_and_is_offered_with_its_accents() -> None:
    found = planned("mi PENCION, lisencia y dpi")

    assert found.clauses == (word("pension"), word("licencia"), word("dpi"))
    assert found.correction == "mi pensión, licencia y dpi"


def test_known_words_are_not_corrected() -> None:
    assert planned("licencias de dpi").correction == ""


def test_unknown_word_without_neighbours_stays() -> None:
    found = planned("xilofono ")

    assert (found.clauses, found.correction) == ((word("xilofono"),), "")


def test_synonym_is_an_alternative_to_the_words_typed() -> None:
    assert planned("cedula dpi ").clauses == (
        AnyOf(
            (
                AllOf((word("cedula"),)),
                AllOf((word("dpi"),), SYNONYM_WEIGHT),
                AllOf((word("pasaporte"),), SYNONYM_WEIGHT),
            )
        ),
        word("dpi"),
    )


def test_synonym_of_several_words_covers_them_all() -> None:
    assert planned("perdi mi dpi ").clauses == (
        AnyOf(
            (
                AllOf((word("perdi", FAINT_WEIGHT), word("dpi"))),
                AllOf((word("licencia"), word("dpi")), SYNONYM_WEIGHT),
            )
        ),
    )


def test_text_is_cut_at_two_hundred_characters() -> None:
    assert planned(" " * 199 + "d" + "pi").clauses == (word("d"),)


def test_words_beyond_the_cap_are_ignored() -> None:
    text = " ".join(f"palabra{n}xyz" for n in range(15))

    assert len(planned(text[:200]).clauses) == MAX_WORDS


def leaves(node: Node) -> list[Word]:
    match node:
        case Word():
            return [node]
        case AllOf(parts, _):
            return [leaf for part in parts for leaf in leaves(part)]
        case AnyOf(options):
            return [leaf for option in options for leaf in leaves(option)]


@given(st.text(max_size=400) | st.text("abceñi dpl'.", max_size=400))
def test_plan_of_any_text_is_small(text: str) -> None:
    found = planned(text)

    words = [leaf for clause in found.clauses for leaf in leaves(clause)]
    assert len(found.clauses) <= 3 * MAX_WORDS
    assert all(len(leaf.variants) <= MAX_COMPLETIONS + 2 for leaf in words)
    assert all(len(term) <= 64 for leaf in words for term, _ in leaf.variants)


@pytest.mark.parametrize("text", ["solicitud ", "14 ", "hermano "])
def test_word_that_tells_little_weighs_little(text: str) -> None:
    (clause,) = planned(text).clauses
    assert isinstance(clause, Word)
    assert clause.weight == FAINT_WEIGHT


@pytest.mark.parametrize("text", ["diga ", "lado ", "cayó ", "quisieron "])
def test_right_word_is_never_corrected(text: str) -> None:
    words = Vocabulary({"día": 9, "lago": 9, "caso": 9, "pusieron": 9})
    assert plan(text, words, SYNONYMS).correction == ""


def test_exact_search_takes_words_as_they_stand() -> None:
    found = plan("mi lisencia becar", VOCABULARY, SYNONYMS, is_exact=True)

    assert found.clauses == (word("lisencia"), word("becar"))
    assert (found.said, found.correction, found.bonuses) == (("lisencia", "becar"), "", ())


def test_clauses_remember_the_words_typed() -> None:
    assert planned("Licencia mi cédula ").said == ("licencia", "cédula")


def test_words_together_gain_by_pairs_and_as_a_whole() -> None:
    bonuses = dict(planned("licencia de pasaporte dpi ").bonuses)

    assert bonuses == {
        "licenc pasaport": pytest.approx(PAIRS_SHARE / 2),
        "pasaport dpi": pytest.approx(PAIRS_SHARE / 2),
        "=dpi licenc pasaport": WHOLE_SHARE,
    }


def test_text_full_of_mistakes_is_corrected_only_in_part() -> None:
    words = "lisencia pencion pasaporrte lisensia licenxia penciom"
    assert planned(f"{words} ").correction == "licencia pensión pasaporte licencia licenxia penciom"
