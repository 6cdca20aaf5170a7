"""Amounts are read exactly or not at all."""

from decimal import Decimal

import pytest

from canse.domain.errors import BadInput
from canse.domain.money import Currency
from canse.exchange.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("50", "50.00"),
        ("6,25", "6.25"),
        ("6.25", "6.25"),
        ("12,5", "12.50"),
        ("6150,6", "6150.60"),
        ("1.250,00", "1250.00"),
        ("1,250.00", "1250.00"),
        ("1.250.000", "1250000.00"),
        ("0,25", "0.25"),
        ("Gratuito", "0.00"),
    ],
)
def test_amount_is_read_exactly(text: str, amount: str) -> None:
    read, currency = read_amount(text)

    assert (str(read), currency) == (amount, None)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Q 75.50", Currency.GTQ),
        ("Q.75,50", Currency.GTQ),
        ("75.50 quetzales", Currency.GTQ),
        ("US$75.50", Currency.USD),
        ("75.50 USD", Currency.USD),
    ],
)
def test_currency_written_with_the_amount_is_read(text: str, currency: Currency) -> None:
    assert read_amount(text) == (Decimal("75.50"), currency)


@pytest.mark.parametrize(
    "text",
    [
        "1.250", "1,250", "1,2,3", "12.345,678", "-5", "cien", "50 a 100", "50%", "Q 5 USD", "NaN",
        "1e3", "987654321", "", "٥",
    ],
)  # fmt: skip
def test_what_is_no_certain_amount_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_amount(text)
