"""A cost is said in one phrase that promises nothing the source does not."""

from decimal import Decimal

import pytest

from canse.domain.duration import ResponseTime
from canse.domain.money import Currency
from canse.domain.service import Fee
from uniportal.presenters.facts import Cost, CostKind, cost_of, time_of


def fee(amount: str | None, most: str | None = None, **changes: object) -> Fee:
    return Fee(
        concept="Trámite",
        amount=None if amount is None else Decimal(amount),
        most=None if most is None else Decimal(most),
        **changes,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("fees", "kind"),
    [
        ([], CostKind.UNKNOWN),
        ([fee(None)], CostKind.UNKNOWN),
        ([fee(None, note="Según ventas")], CostKind.NOTE),
        ([fee("0")], CostKind.FREE),
        ([fee("0"), fee("0")], CostKind.FREE),
        ([fee("15")], CostKind.EXACT),
        ([fee("15", "25")], CostKind.RANGE),
        ([fee("0", "25")], CostKind.RANGE),
        ([fee("15"), fee("25")], CostKind.FROM),
        ([fee("0"), fee(None, note="Timbres")], CostKind.FROM),
    ],
)
def test_cost_is_said_by_what_is_known(fees: list[Fee], kind: CostKind) -> None:
    assert cost_of(fees).kind is kind


def test_cost_from_several_fees_is_the_least_in_quetzales() -> None:
    cost = cost_of([fee("5", currency=Currency.USD), fee("40"), fee("25", "90")])

    assert cost == Cost(kind=CostKind.FROM, amount=Decimal(25))


def test_cost_of_a_range_keeps_both_ends_and_the_currency() -> None:
    cost = cost_of([fee("50", "85", currency=Currency.USD)])

    assert (cost.amount, cost.most, cost.currency) == (Decimal(50), Decimal(85), Currency.USD)


def test_cost_is_an_estimate_when_the_fee_or_the_sheet_says_so() -> None:
    assert cost_of([fee("0", is_estimate=True)]).is_estimate
    assert cost_of([fee("0")], is_estimate=True).is_estimate
    assert not cost_of([fee("0")]).is_estimate


@pytest.mark.parametrize(
    ("given_time", "said"),
    [
        (None, ""),
        (ResponseTime(text=" unos 30 días hábiles "), "Unos 30 días hábiles"),
        (ResponseTime(text="Ágil"), "Ágil"),
    ],
)
def test_time_is_said_in_the_words_of_the_institution(
    given_time: ResponseTime | None, said: str
) -> None:
    assert time_of(given_time) == said
