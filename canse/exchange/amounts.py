"""Reads amounts as institutions write them: decimal comma or point, with or without thousands."""

import re
from decimal import Decimal

from canse.domain.errors import BadInput
from canse.domain.money import Currency, Money, parse_amount
from canse.domain.naming import fold

_FREE = frozenset({"gratis", "gratuito", "gratuita", "sin costo", "no tiene costo"})
_CURRENCIES = {
    "q": Currency.GTQ,
    "q.": Currency.GTQ,
    "gtq": Currency.GTQ,
    "quetzal": Currency.GTQ,
    "quetzales": Currency.GTQ,
    "$": Currency.USD,
    "us$": Currency.USD,
    "usd": Currency.USD,
    "dolares": Currency.USD,
}
_WORD = r"(q\.?|gtq|quetzal(?:es)?|us\$|\$|usd|dolares)"
_WRITTEN = re.compile(rf"(?:{_WORD}\s*)?([\d.,]+)(?:\s*{_WORD})?", re.ASCII)
_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}", re.ASCII)
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}", re.ASCII)


def read_amount(text: str) -> tuple[Decimal, Currency | None]:
    """Read "6,25", "1.250,00", "Q 75.50" or "gratuito" exactly; BadInput for anything else.

    The currency is None where the text does not name it. "1.250" and "1,250" are refused: nobody
    can tell whether they mean thousands.
    """
    folded = fold(text).strip().rstrip(".")
    if folded in _FREE:
        return Decimal("0.00"), None
    written = _WRITTEN.fullmatch(folded)
    if not written:
        raise BadInput("«{text}» no es un monto.", text=text)
    before, digits, after = written.groups()
    currencies = {_CURRENCIES[word] for word in (before, after) if word}
    if len(currencies) > 1:
        raise BadInput("«{text}» nombra dos monedas.", text=text)
    amount = Money(amount=parse_amount(_canonical(digits, text))).amount
    return amount, next(iter(currencies), None)


def _canonical(digits: str, text: str) -> str:
    if _PLAIN.fullmatch(digits):
        return digits.replace(",", ".")
    if _POINTS.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if _COMMAS.fullmatch(digits):
        return digits.replace(",", "")
    raise BadInput("«{text}» no es un monto.", text=text)
