"""Fields of input refuse whatever is not exactly what they are for."""

from typing import Any

import pytest
from flask import Flask
from marshmallow import ValidationError

from uniportal.api.fields import PlainText, Slug, WholeNumber, Word

BAD = {
    PlainText(longest=5): ("a\x00b", "\ud800", "123456", 5, None, b"a", ["a"]),
    Slug(): ("A", "a--b", "-a", "á", "a b", "", "a\n", "x" * 101),
    Word(("si", "no")): ("sí", "SI", "", 1),
    WholeNumber(least=1, most=9): ("0", "10", "1.0", "1e0", "+1", " 1", "١", "", 1, True, "1\n"),
}
GOOD: dict[Any, tuple[str, object]] = {
    PlainText(longest=5): (" año ", "año"),
    Slug(): ("a-1", "a-1"),
    Word(("si", "no")): ("si", "si"),
    WholeNumber(least=1, most=9): ("007", 7),
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in BAD.items() for value in values]
)
def test_field_refuses_what_it_is_not_for(app: Flask, field: Any, value: object) -> None:
    with app.test_request_context("/"), pytest.raises(ValidationError):
        field.deserialize(value)


@pytest.mark.parametrize(("field", "pair"), GOOD.items())
def test_field_reads_what_it_is_for(app: Flask, field: Any, pair: tuple[str, object]) -> None:
    written, read = pair

    with app.test_request_context("/"):
        assert field.deserialize(written) == read
