"""Ticks stay on the phone, links are copied, and without script neither button is there."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

SHEET = "/servicio/reposicion-dpi"
JOURNEY = "/camino/perdi-mis-documentos"


@pytest.mark.parametrize("path", [SHEET, JOURNEY])
def test_ticks_are_kept_and_cleared(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    page.goto(address + path)
    clear = page.get_by_role("button", name="Borrar las marcas")
    expect(clear).to_be_hidden()

    page.locator(".tick input").nth(1).check()
    page.reload()

    expect(page.locator(".tick input").nth(0)).not_to_be_checked()
    expect(page.locator(".tick input").nth(1)).to_be_checked()
    clear.click()
    expect(clear).to_be_hidden()
    page.reload()
    expect(page.locator(".tick input").nth(1)).not_to_be_checked()
    page.close()


def test_link_is_copied_and_that_is_said(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + SHEET)

    page.get_by_role("button", name="Copiar el enlace").click()

    expect(page.locator("[data-copy] + [role=status]")).to_have_text("Enlace copiado")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{address}/s/")
    page.goto(copied)
    assert page.url == address + SHEET
    context.close()


def test_without_script_nothing_that_needs_it_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SHEET)

    page.locator(".tick input").first.check()

    expect(page.locator(".tick input").first).to_be_checked()
    for name in ("Borrar las marcas", "Copiar el enlace"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    context.close()
