"""What is noted of a vain search never points to a person."""

import pytest

from uniportal.presenters.missing import LONGEST, keepable


@pytest.mark.parametrize("text", ["dpi 1234 56789 0101", "ana@ejemplo.gt", "zona ٣"])
def test_what_could_point_to_a_person_is_not_kept(text: str) -> None:
    assert keepable(text) == ""


def test_words_are_kept_short_and_on_one_line() -> None:
    assert keepable("  carné \n de perro ") == "carné de perro"
    assert len(keepable("palabra " * 50)) == LONGEST
