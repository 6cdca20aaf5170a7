"""The three facts a person weighs before starting: where it is done, what it costs, how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from canse.domain.duration import ResponseTime
from canse.domain.money import Currency
from canse.domain.service import Fee


class CostKind(StrEnum):
    """How the cost of a service can be said in one phrase."""

    FREE = "free"
    EXACT = "exact"
    RANGE = "range"
    FROM = "from"
    NOTE = "note"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Cost:
    """A cost in one phrase; `most` only for a range, `note` only where words are all there is."""

    kind: CostKind
    amount: Decimal | None = None
    most: Decimal | None = None
    currency: Currency = Currency.GTQ
    note: str = ""
    is_estimate: bool = False


def cost_of(fees: Sequence[Fee], *, is_estimate: bool = False) -> Cost:
    """Say what a service costs; several fees become "from the least", never a sum nobody pays."""
    is_estimate = is_estimate or any(fee.is_estimate for fee in fees)
    amounts = [fee for fee in fees if fee.amount is not None]
    if not amounts:
        note = next((fee.note for fee in fees if fee.note), "")
        return Cost(
            kind=CostKind.NOTE if note else CostKind.UNKNOWN, note=note, is_estimate=is_estimate
        )
    if len(amounts) == len(fees) and all(fee.amount == 0 and not fee.most for fee in fees):
        return Cost(kind=CostKind.FREE, is_estimate=is_estimate)
    cheapest = min(amounts, key=_least)
    kind = CostKind.EXACT
    if len(fees) > 1:
        kind = CostKind.FROM
    elif cheapest.most is not None:
        kind = CostKind.RANGE
    return Cost(
        kind=kind,
        amount=cheapest.amount,
        most=cheapest.most if kind is CostKind.RANGE else None,
        currency=cheapest.currency,
        is_estimate=is_estimate,
    )


def _least(fee: Fee) -> tuple[bool, Decimal]:
    return fee.currency is not Currency.GTQ, fee.amount or Decimal(0)


def time_of(response_time: ResponseTime | None) -> str:
    """The term in the institution's own words, begun with a capital; empty when none is known."""
    return begun_with_capital(response_time.text if response_time else "")


def begun_with_capital(text: str) -> str:
    """The same words, fit to begin a line."""
    text = text.strip()
    return text[:1].upper() + text[1:]
