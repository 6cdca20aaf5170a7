"""Money is exact, never negative, and refuses what is no amount."""

from decimal import Decimal

import pytest

from canse.domain.errors import BadInput
from canse.domain.money import LARGEST_AMOUNT, Currency, Money, parse_amount


@pytest.mark.parametrize(
    ("text", "amount"), [("75.5", "75.50"), ("0", "0.00"), (" 100 ", "100.00")]
)
def test_amount_is_read_exactly(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "cien", "-1", "NaN", "Infinity", "1E+999999", "0.001", "1,5"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_amount(text)


def test_largest_amount_is_accepted_and_one_cent_more_is_not() -> None:
    assert Money(amount=LARGEST_AMOUNT).currency is Currency.GTQ
    with pytest.raises(BadInput):
        Money(amount=LARGEST_AMOUNT + Decimal("0.01"))


def test_nothing_to_pay_is_free() -> None:
    assert Money(amount=Decimal(0)).is_free
    assert not Money(amount=Decimal("0.01"), currency=Currency.USD).is_free
