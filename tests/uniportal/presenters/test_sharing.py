"""What is passed on of a sheet fits one message, and the code drawn says the address."""

from decimal import Decimal

import pytest
import segno

from canse.domain.money import Currency
from canse.domain.service import Fee
from canse.domain.short_text import MESSAGE_LENGTH, room_taken
from tests.builders import sheet
from uniportal.presenters.sharing import QUIET_MODULES, message_of, qr_code

ADDRESS = "https://uniportal.gob.gt/s/12345"


def fee(amount: int | None, **changes: object) -> Fee:
    """Something to pay."""
    return Fee(concept="Trámite", amount=None if amount is None else Decimal(amount), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        ((fee(0),), "Reponer el DPI. GRATIS."),
        ((fee(100),), "Reponer el DPI. Q100."),
        ((fee(1250, most=Decimal(2000)),), "Reponer el DPI. Desde Q1,250."),
        ((fee(25, currency=Currency.USD),), "Reponer el DPI. US$25."),
        ((fee(None, note="según tarifa"),), "Reponer el DPI."),
        ((), "Reponer el DPI."),
    ],
)
def test_message_says_name_cost_and_address(fees: tuple[Fee, ...], said: str) -> None:
    assert message_of(sheet(name="Reponer el DPI", fees=fees), ADDRESS) == f"{said} {ADDRESS}"


def test_long_name_is_cut_and_the_address_is_whole() -> None:
    message = message_of(sheet(name="Autorización " * 30), ADDRESS)

    assert message.endswith(f" {ADDRESS}")
    assert room_taken(message) <= MESSAGE_LENGTH


def test_code_drawn_has_the_dark_modules_of_the_code() -> None:
    code = qr_code(ADDRESS)

    matrix = segno.make_qr(ADDRESS, error="m").matrix
    assert code.side == len(matrix) + 2 * QUIET_MODULES
    assert drawn(code.path) == {
        (x + QUIET_MODULES, y + QUIET_MODULES)
        for y, row in enumerate(matrix)
        for x, is_dark in enumerate(row)
        if is_dark
    }


def drawn(path: str) -> set[tuple[int, int]]:
    """The modules that a path fills, read back from its runs."""
    found = set()
    for run in path.removeprefix("M").split("M"):
        place, _, rest = run.partition("h")
        x, y = map(int, place.split())
        found |= {(x + step, y) for step in range(int(rest.partition("v")[0]))}
    return found
