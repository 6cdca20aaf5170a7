"""Changing the language in a real browser: by keyboard, without script, on a small phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import faults
from tests.browser.test_journey import SMALLEST_SCREEN, overflow

pytestmark = pytest.mark.browser

SMALLEST_TARGET = 44
SEARCH = "/buscar?q=pasaporte"
DRAFT_PAGES = ("/quc/", f"/cak{SEARCH}", "/ixl/no-existe", "/idiomas")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a small phone."""
    context = browser.new_context(viewport=SMALLEST_SCREEN, locale="es-GT")
    yield context.new_page()
    context.close()


def test_language_is_changed_by_keyboard_and_the_page_stays_the_same(
    page: Page, address: str
) -> None:
    page.goto(address + SEARCH)
    page.get_by_text("Idiomas nacionales").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}/quc{SEARCH}")
    expect(page.get_by_role("button", name="Utzukuxik")).to_be_visible()
    expect(page.get_by_text("no ha revisado esta traducción")).to_be_visible()

    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{address}/en{SEARCH}")


def test_drafts_are_folded_until_asked_for(phone: Page, address: str) -> None:
    phone.goto(address)
    draft = phone.get_by_role("link", name="Kaqchikel")
    expect(draft).to_be_hidden()

    phone.get_by_text("Idiomas nacionales").click()

    expect(draft).to_be_visible()


@pytest.mark.parametrize("path", DRAFT_PAGES)
def test_languages_fit_and_can_be_touched_on_a_small_phone(
    phone: Page, address: str, path: str
) -> None:
    phone.goto(address + path)
    phone.locator(".tongues summary").click()

    assert overflow(phone) <= 0
    boxes = [link.bounding_box() for link in phone.locator(".tongues a, .tongues summary").all()]
    assert [box for box in boxes if not box or box["height"] < SMALLEST_TARGET] == []


@pytest.mark.parametrize("path", DRAFT_PAGES)
def test_machine_finds_no_fault_with_the_list_open(phone: Page, address: str, path: str) -> None:
    phone.goto(address + path)
    phone.locator(".tongues summary").click()

    assert faults(phone) == []
