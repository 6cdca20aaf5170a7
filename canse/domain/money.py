"""Money as exact decimals: never floating point, always with its currency."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from canse.domain.errors import BadInput

LARGEST_AMOUNT = Decimal("99999999.99")
CENT = Decimal("0.01")


class Currency(StrEnum):
    """The currencies in which public fees of Guatemala are set."""

    GTQ = "GTQ"
    USD = "USD"


@dataclass(frozen=True, kw_only=True)
class Money:
    """An exact amount of one currency, zero or more, to the cent."""

    amount: Decimal
    currency: Currency = Currency.GTQ

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or not 0 <= self.amount <= LARGEST_AMOUNT:
            raise BadInput(
                "El monto {amount} no está entre 0 y {most}.",
                amount=self.amount,
                most=LARGEST_AMOUNT,
            )
        if self.amount != self.amount.quantize(CENT):
            raise BadInput("El monto {amount} tiene más de dos decimales.", amount=self.amount)

    @property
    def is_free(self) -> bool:
        """Whether nothing is paid."""
        return self.amount == 0


def parse_amount(text: str) -> Decimal:
    """Read an amount written with a decimal point, such as "75.5"; BadInput when it is not one."""
    try:
        amount = Decimal(text.strip())
    except InvalidOperation as error:
        raise BadInput("«{text}» no es un monto.", text=text) from error
    return Money(amount=amount).amount.quantize(CENT)
