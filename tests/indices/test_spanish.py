"""Spanish text becomes comparable words, with positions in the text as given."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indices.spanish import (
    MAX_WORD_LETTERS,
    alphabetical,
    is_stop_word,
    stem,
    terms_in_text,
    terms_of_word,
    tokens,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reposición del DPI", ["reposicion", "del", "dpi"]),
        ("D.P.I. nuevo", ["dpi", "nuevo"]),
        ("en línea (sin costo)…", ["en", "linea", "sin", "costo"]),
        ("K'iche' y Q’eqchi’", ["kiche", "y", "qeqchi"]),
        ("Decreto 90-2005", ["decreto", "90", "2005"]),
        ("pensio\u0301n", ["pension"]),
        ("¿? ... --", []),
        ("\x00\ud800", []),
    ],
)
def test_tokens_are_the_folded_words(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens(text)] == words


def test_tokens_keep_positions_in_the_original_text() -> None:
    text = "  La PENSIO\u0301N, K'iche' y el D.P.I."

    pieces = [text[token.start : token.end] for token in tokens(text)]

    assert pieces == ["La", "PENSIO\u0301N", "K'iche", "y", "el", "D.P.I."]


@given(st.text(max_size=200))
def test_tokens_never_overlap_for_any_text(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.word
        end = token.end


def test_long_words_are_cut() -> None:
    (token,) = tokens("a" * 500)

    assert token.word == "a" * MAX_WORD_LETTERS


def test_enye_is_kept_as_an_alternative() -> None:
    (year,) = tokens("Año")
    (plain,) = tokens("ano")

    assert terms_of_word(year) == ("ano", "año")
    assert terms_of_word(plain) == ("ano",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("licencia", "licencias"),
        ("pension", "pensiones"),
        ("construccion", "construcciones"),
        ("conducir", "conducirlo"),
        ("vencido", "vencida"),
        ("perdi", "perdido"),
        ("gasta", "gastos"),
    ],
)
def test_stems_join_the_forms_of_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_stems_of_three_letters_are_left_alone() -> None:
    assert (stem("dpi"), stem("rtu"), stem("luz")) == ("dpi", "rtu", "luz")


def test_stems_are_right_when_threads_stem_at_once() -> None:
    words = [f"licenci{'ado' * (n % 4)}{n}aciones" for n in range(300)]
    right = [stem.__wrapped__(word) for word in words]
    found: list[list[str]] = []

    def work() -> None:
        found.append([stem.__wrapped__(word) for word in words])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [right] * 4


def test_stop_words_are_little_words() -> None:
    assert all(is_stop_word(word) for word in ("de", "que", "quiero", "como"))
    assert not any(is_stop_word(word) for word in ("dpi", "perdi", "casa"))


def test_alphabetical_puts_enye_after_n_and_ignores_accents() -> None:
    names = ["ñandú", "oso", "nube", "árbol", "Banco"]

    assert sorted(names, key=alphabetical) == ["árbol", "Banco", "nube", "ñandú", "oso"]


@pytest.mark.parametrize("text", ["SAT-2000", "sat2000", "Sat-2000."])
def test_code_is_one_word(text: str) -> None:
    assert [token.word for token in tokens(text)] == ["sat2000"]


def test_code_of_a_text_is_found_by_its_parts_too() -> None:
    (token,) = tokens("SAT-2000")
    assert terms_in_text(token) == ("sat2000", "sat", "2000")


@pytest.mark.parametrize("text", ["a-1-b", "covid-19x", "2025-11", "ex-1-2-3-4"])
def test_what_only_looks_like_a_code_is_cut_as_ever(text: str) -> None:
    assert len(list(tokens(text))) > 1
