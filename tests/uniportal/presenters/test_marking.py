"""Marked words come as pieces that rebuild the text exactly, whatever the spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uniportal.presenters.marking import Piece, cut


def test_cut_marks_the_words_found() -> None:
    pieces = cut("Reponer el DPI perdido", [(11, 14)])

    assert pieces == (
        Piece(text="Reponer el "),
        Piece(text="DPI", is_marked=True),
        Piece(text=" perdido"),
    )


def test_cut_of_an_empty_text_is_nothing() -> None:
    assert cut("", [(0, 3)]) == ()


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([(0, 99)], ["pasaporte"]),
        ([(4, 4)], []),
        ([(6, 2)], []),
        ([(0, 4), (2, 6)], ["pasa", "po"]),
        ([(5, 9), (0, 4)], ["pasa", "orte"]),
    ],
    ids=["too long", "empty", "reversed", "overlapping", "out of order"],
)
def test_cut_trims_spans_that_do_not_fit(spans: list[tuple[int, int]], marked: list[str]) -> None:
    pieces = cut("pasaporte", spans)

    assert [piece.text for piece in pieces if piece.is_marked] == marked


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_cut_never_loses_or_repeats_a_letter(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(piece.text for piece in cut(text, spans)) == text
