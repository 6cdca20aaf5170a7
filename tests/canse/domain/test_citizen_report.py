"""References can be read aloud, and what names somebody is struck out of reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canse.domain.citizen_report import (
    ERASED,
    REFERENCE_ALPHABET,
    ReportState,
    read_reference,
    reference_of,
    without_personal_data,
)


@given(number=st.integers(0, 2**64))
def test_reference_is_short_and_has_no_signs_taken_for_others(number: int) -> None:
    reference = reference_of(number)

    assert len(reference) == len("R-XXXX-XXXX")
    assert set(reference.replace("-", "")) <= set(REFERENCE_ALPHABET)
    assert read_reference(reference) == reference


@pytest.mark.parametrize(
    "typed", ["r7k4m2p9t", "R 7K4M 2P9T", "R-7K4M-2P9T", " 7k4m-2p9t ", "r.7k4m.2p9t"]
)
def test_reference_is_read_however_it_is_typed(typed: str) -> None:
    assert read_reference(typed) == "R-7K4M-2P9T"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mi DPI es 1234 56789 0101", f"mi DPI es {ERASED}"),
        ("llámeme al 5555-1234", f"llámeme al {ERASED}"),
        ("+502 5555 1234.", f"{ERASED}."),
        ("ana@ejemplo.com.gt no sirve", f"{ERASED} no sirve"),
        ("cobran Q1,250.00 y no Q100", "cobran Q1,250.00 y no Q100"),
        ("el 3 de enero de 2026 a las 8:00", "el 3 de enero de 2026 a las 8:00"),
        ("Decreto 90-2005", "Decreto 90-2005"),
    ],
)
def test_what_names_somebody_is_struck_out(text: str, kept: str) -> None:
    assert without_personal_data(text) == kept


def test_report_is_open_until_it_is_closed() -> None:
    assert [state for state in ReportState if state.is_open] == [
        ReportState.RECEIVED,
        ReportState.TAKEN,
    ]
