"""What is kept of a search names nobody, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.search_log import (
    LONGEST_FILTERS,
    LONGEST_TEXT,
    MOST_RESULTS,
    MOST_WORDS,
    Clicked,
    Missed,
    SearchCount,
    Searched,
    counted,
    kept_filters,
    kept_text,
)

KNOWN = frozenset(
    [
        "como",
        "saco",
        "mi",
        "dpi",
        "licencia",
        "de",
        "conducir",
        "para",
        "el",
        "carro",
        "kiche",
        "nino",
    ]
)
PAIRS = frozenset({("gratis", "si"), ("tema", "dpi"), ("institucion", "renap")})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ¿Cómo saco mi D.P.I.? ", "como saco mi dpi"),
        ("LICENCIA\tde   conducir", "licencia de conducir"),
        ("K'iche'", "kiche"),
        ("niño", "nino"),
        ("lisensia de conducir", "lisensia de conducir"),
        ("...", ""),
    ],
)
def test_words_are_kept_folded(typed: str, kept: str) -> None:
    assert kept_text(typed, KNOWN) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "dpi 1234 56789 0101",
        "dpi ١٢٣",
        "dpi ²",
        "dpi Ⅷ",
        "dpi 三",
        "ana@ejemplo.gt",
        "dpi＠carro",
        "licencia juana ejemplo",
        "para el carro de mi nino el",
        "licencia " * 7,
        "dpi " + "a" * LONGEST_TEXT,
    ],
)
def test_what_could_name_somebody_is_not_kept(typed: str) -> None:
    assert kept_text(typed, KNOWN) == ""


@given(st.text(max_size=80) | st.text(alphabet="aeiñ @0１²Ⅷ'. ﷺİ", max_size=80))
def test_kept_text_is_letters_only_and_short(typed: str) -> None:
    everything = type("All", (), {"__contains__": lambda self, word: True})()

    kept = kept_text(typed, everything)

    assert kept.replace(" ", "").isalpha() or kept == ""
    assert not any(letter.isnumeric() for letter in kept)
    assert len(kept) <= LONGEST_TEXT
    assert len(kept.split()) <= MOST_WORDS


def test_filters_are_kept_in_one_order_and_only_if_known() -> None:
    asked = (("tema", "dpi"), ("institucion", "juana-ejemplo"), ("gratis", "si"), ("tema", "dpi"))

    assert kept_filters(asked, PAIRS) == "gratis=si&tema=dpi"


def test_filters_are_cut_at_a_whole_value() -> None:
    pairs = tuple(("tema", f"{letter}" * 90) for letter in "abcd")

    kept = kept_filters(pairs, frozenset(pairs))

    assert len(kept) <= LONGEST_FILTERS
    assert kept.split("&") == [f"tema={letter * 90}" for letter in "abc"]


def test_happenings_of_one_search_are_added_up() -> None:
    filters = (("gratis", "si"),)
    counts = counted(
        [
            Searched(text="DPI", filters=filters, results=9),
            Searched(text="dpi", filters=filters, results=5_000),
            Clicked(text="dpi ", filters=filters, service_id=4, rank=3),
            Searched(text="dpi", results=2),
            Missed(text="licencia carro"),
            Missed(text="mi dpi es 123"),
        ],
        KNOWN,
        PAIRS,
    )

    assert counts.searches == {
        ("dpi", "gratis=si"): SearchCount(times=2, results=MOST_RESULTS, clicked=1, rank_sum=3),
        ("dpi", ""): SearchCount(times=1, results=2),
    }
    assert counts.clicks == {4: 1}
    assert counts.missed == {"licencia carro": 1, "": 1}


def test_search_that_is_not_kept_keeps_no_filters_either() -> None:
    counts = counted(
        [Searched(text="juana ejemplo", filters=(("gratis", "si"),), results=3)], KNOWN, PAIRS
    )

    assert list(counts.searches) == [("", "")]
