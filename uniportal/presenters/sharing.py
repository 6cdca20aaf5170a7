"""What is passed on of a sheet: a text that fits one message, and the code that phones read."""

from dataclasses import dataclass
from itertools import groupby

import segno

from canse.domain.money import Currency
from canse.domain.service import ServiceSheet
from canse.domain.short_text import MESSAGE_LENGTH, cut_to, in_short_letters, room_taken
from uniportal.presenters.facts import Cost, CostKind, cost_of

QUIET_MODULES = 4
"""The white border that readers of QR codes need (ISO/IEC 18004)."""


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """A QR code to be drawn: the side in modules with its border, and the dark ones as a path."""

    side: int
    path: str


def message_of(sheet: ServiceSheet, address: str) -> str:
    """What a message says of a service: its name, what it costs, and where to read on.

    At most 160 letters of the alphabet of short messages; the address is never cut.
    """
    cost = _cost(cost_of(sheet.fees, is_estimate="fees" in sheet.estimated_fields))
    rest = f" {cost} {address}" if cost else f" {address}"
    name = cut_to(in_short_letters(sheet.name), MESSAGE_LENGTH - room_taken(rest) - 1)
    return f"{name.rstrip('.')}.{rest}" if name else address


def qr_code(address: str) -> QrCode:
    """The code of an address, readable when a seventh of it is worn off."""
    code = segno.make_qr(address, error="m")
    rows = [list(row) for row in code.matrix]
    runs = [
        f"M{start + QUIET_MODULES} {y + QUIET_MODULES}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _dark_runs(row)
    ]
    return QrCode(side=len(rows) + 2 * QUIET_MODULES, path="".join(runs))


def _dark_runs(row: list[int]) -> list[tuple[int, int]]:
    """Where in a row dark modules begin, and how many follow each other."""
    runs, place = [], 0
    for is_dark, group in groupby(row):
        length = len(list(group))
        if is_dark:
            runs.append((place, length))
        place += length
    return runs


def _cost(cost: Cost) -> str:
    """What is paid, in the few letters of a message; nothing where it is not known in figures."""
    if cost.kind is CostKind.FREE:
        return "GRATIS."
    if cost.amount is None:
        return ""
    sign = "Q" if cost.currency is Currency.GTQ else "US$"
    amount = f"{sign}{cost.amount:,.2f}".removesuffix(".00")
    return f"Desde {amount}." if cost.kind in (CostKind.FROM, CostKind.RANGE) else f"{amount}."
