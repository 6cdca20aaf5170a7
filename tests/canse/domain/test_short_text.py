"""Short texts hold only what any telephone shows, and are never longer than one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.errors import BadInput
from canse.domain.short_text import cut_to, in_short_letters, room_taken


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Trámite único", "Tramite unico"),
        ("niño, café, agüero", "niño, café, agüero"),
        ("K’iche’ – «sí»…", "K'iche' - \"si\"..."),
        ("ꞌ日", "'?"),
        ("", ""),
    ],
)
def test_letters_that_do_not_fit_are_written_in_others(text: str, plain: str) -> None:
    assert in_short_letters(text) == plain


@given(text=st.text())
def test_what_is_written_in_short_letters_can_be_counted(text: str) -> None:
    assert room_taken(in_short_letters(text)) >= len(text)


def test_some_signs_take_the_room_of_two() -> None:
    assert (room_taken("[a]"), room_taken("€"), room_taken("ñ")) == (5, 2, 1)


def test_letter_of_no_such_alphabet_is_refused() -> None:
    with pytest.raises(BadInput, match="«á»"):
        room_taken("Trámite")


@pytest.mark.parametrize(
    ("room", "cut"),
    [
        (30, "Reponer el DPI perdido"),
        (22, "Reponer el DPI perdido"),
        (21, "Reponer el DPI..."),
        (13, "Reponer el..."),
        (9, ""),
    ],
)
def test_text_is_cut_at_a_word(room: int, cut: str) -> None:
    assert cut_to("Reponer el DPI perdido", room) == cut


@given(text=st.text(alphabet="abc de[€ñ,", max_size=80), room=st.integers(0, 90))
def test_cut_text_fits(text: str, room: int) -> None:
    assert room_taken(cut_to(text, room)) <= room
