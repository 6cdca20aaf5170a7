"""Reads amounts, telephones and addresses of mail out of lines of text."""

import re
from decimal import Decimal, InvalidOperation

from canse.domain.audit import FoundFee
from crawler.lexicon import folded
from crawler.words_of_sheets import FREE

PHONES = 6
LINE_SEARCHED = 600
_QUETZALES = re.compile(
    r"(?<![A-Za-z0-9])(?:Q\.?|GTQ)\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)(?!\d)"
    r"|(?<![\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)\s?quetzales",
)
_DOLLARS = re.compile(
    r"(?<![A-Za-z0-9])(?:US\$|USD|U\.S\.\$)\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)"
    r"|(?<![\d.,])(\d{1,9}(?:\.\d{1,2})?)\s?d[oó]lares",
)
_NOT_FREE = re.compile(r"\bno (?:es|son|sera) (?:gratis|gratuit)")
_PHONE_WORD = re.compile(
    r"\b(?:tel[eé]?fonos?|tel|pbx|whatsapp|celular|m[oó]vil|llam[ae]r?|fono|phone)\b", re.I
)
_PHONE = re.compile(
    r"(?<![\d/-])\+?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){1,4}(?:\s?ext\.?\s?\d{1,5})?(?![\d/])", re.I
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE_DIGITS = range(7, 16)


def fee_in(text: str) -> FoundFee:
    """The cost in the page's words, with its amount where exactly one stands there."""
    for pattern, currency in ((_QUETZALES, "GTQ"), (_DOLLARS, "USD")):
        amounts = {_decimal(one or other) for one, other in pattern.findall(text)} - {None}
        if len(amounts) == 1:
            return FoundFee(text=text, amount=amounts.pop(), currency=currency)
        if amounts:
            return FoundFee(text=text)
    if FREE.find(text) and not _NOT_FREE.search(folded(text)):
        return FoundFee(text=text, amount=Decimal(0))
    return FoundFee(text=text)


def tells_a_cost(text: str) -> bool:
    """Whether a line says more of the cost than the sign of the currency."""
    return bool(re.search(r"\d|[a-z]{3}", folded(text)))


def phones_in(text: str, *, is_contact: bool = False) -> list[str]:
    """The telephones a line names; without a word that says so, only in a line of contacts."""
    if not (is_contact or _PHONE_WORD.search(text)):
        return []
    found = [match.group().strip(" .-") for match in _PHONE.finditer(text[:LINE_SEARCHED])]
    return [one for one in found if len(re.sub(r"\D", "", one)) in _PHONE_DIGITS][:PHONES]


def mails_in(text: str) -> list[str]:
    """The addresses of mail a line names."""
    return [match.group().rstrip(".") for match in _MAIL.finditer(text[:LINE_SEARCHED])]


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
