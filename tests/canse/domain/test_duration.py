"""Terms are read where they are stated and kept as words where they are not."""

import pytest

from canse.domain.duration import ResponseTime, TimeUnit, parse_response_time


@pytest.mark.parametrize(
    ("text", "least", "most", "unit", "working"),
    [
        ("unos 30 días hábiles", 30, 30, TimeUnit.DAY, True),
        ("3 a 5 días hábiles", 3, 5, TimeUnit.DAY, True),
        ("5-10 días calendario", 5, 10, TimeUnit.DAY, False),
        ("hasta 3 días", None, 3, TimeUnit.DAY, None),
        ("menos de 24 horas", None, 24, TimeUnit.HOUR, None),
        ("1 mes", 1, 1, TimeUnit.MONTH, None),
        ("45 a 60 minutos por correo", 45, 60, TimeUnit.MINUTE, None),
        ("1 a 4 semanas", 1, 4, TimeUnit.WEEK, None),
        ("inmediato", 0, 0, TimeUnit.DAY, None),
        ("El mismo día", 0, 24, TimeUnit.HOUR, None),
    ],
)
def test_stated_term_is_read(
    text: str, least: int | None, most: int, unit: TimeUnit, working: bool | None
) -> None:
    expected = ResponseTime(text=text, least=least, most=most, unit=unit, working=working)

    assert parse_response_time(text) == expected


@pytest.mark.parametrize("text", ["pocos días", "dentro de 30 días de tomar el cargo", "depende"])
def test_term_without_a_number_is_kept_as_words(text: str) -> None:
    assert parse_response_time(text) == ResponseTime(text=text)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_stated_is_none(text: str) -> None:
    assert parse_response_time(text) is None
