"""What a machine can tell of accessibility: axe finds nothing on the pages of searching."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.test_search import PAGES

pytestmark = pytest.mark.browser

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=800)
LOOKS: dict[str, tuple[ViewportSize, Literal["light", "dark"]]] = {
    "phone-light": (PHONE, "light"),
    "desk-dark": (DESK, "dark"),
}


@pytest.fixture(params=LOOKS)
def looked_at(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a telephone by day and on a desk by night."""
    size, scheme = LOOKS[request.param]
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="es-GT")
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[tuple[str, str]]:
    """What axe finds wrong: the rule, and where it is broken."""
    found = Axe().run(page).response["violations"]
    return [(fault["id"], node["html"]) for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("path", ["/", "/buscar?q=zzzzqqqq", *PAGES])
def test_page_has_no_fault(looked_at: Page, address: str, path: str) -> None:
    looked_at.goto(address + path)

    assert faults(looked_at) == []


def test_open_suggestions_have_no_fault(looked_at: Page, address: str) -> None:
    looked_at.goto(address)
    looked_at.get_by_role("combobox").press_sequentially("licencia")
    expect(looked_at.get_by_role("option").first).to_be_visible()
    looked_at.keyboard.press("ArrowDown")

    assert faults(looked_at) == []


def test_fault_is_found_where_there_is_one(looked_at: Page, address: str) -> None:
    looked_at.goto(address)
    looked_at.evaluate("document.querySelector('label[for=q]').remove()")
    looked_at.evaluate("document.querySelector('#q').removeAttribute('placeholder')")

    assert "label" in {rule for rule, _ in faults(looked_at)}
