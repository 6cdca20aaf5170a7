"""Sheets seen can be read without a connection, and always say when they were read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ACTION_MILLISECONDS = 15_000
SHEET = "/servicio/reposicion-dpi"
READY = """async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise(go => setTimeout(go, 20));
}"""
UNTIL = """async () => {{
    for (let tries = 0; tries < 750; tries++) {{
        if ({0}) return;
        await new Promise(go => setTimeout(go, 20));
    }}
    throw new Error("it never came to pass");
}}"""
"""Waits for what is told by a promise; Playwright's own wait takes any promise for a yes."""
KEPT = """async () => {
    const requests = await (await caches.open('paginas')).keys();
    return requests.map(one => new URL(one.url).pathname);
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor whose browser runs scripts and keeps things."""
    context = browser.new_context(locale="es-GT")
    yield context
    context.close()


@pytest.fixture
def seen(context: BrowserContext, address: str) -> Page:
    """A page that has the worker, and has seen one sheet."""
    page = context.new_page()
    page.set_default_timeout(ACTION_MILLISECONDS)
    page.goto(address + SHEET)
    assert context.service_workers == []
    page.keyboard.press("Tab")
    page.evaluate(READY)
    page.evaluate(UNTIL.format(f"(await ({KEPT})()).includes('{SHEET}')"))
    return page


def test_sheet_seen_is_read_offline_with_its_date(
    seen: Page, context: BrowserContext, address: str
) -> None:
    expect(seen.locator("[data-stale]")).to_be_hidden()
    context.set_offline(True)

    seen.goto(address + SHEET)

    expect(seen.locator("h1")).to_contain_text("Reponer el DPI")
    expect(seen.locator("[data-stale]")).to_be_visible()
    expect(seen.locator("[data-stale]")).to_contain_text("Sin conexión. Esto se leyó el")
    expect(seen.locator("[data-stale]")).to_contain_text(" de 20")


def test_sheet_is_fresh_again_with_a_connection(
    seen: Page, context: BrowserContext, address: str
) -> None:
    context.set_offline(True)
    seen.goto(address + SHEET)
    context.set_offline(False)

    seen.goto(address + SHEET)

    expect(seen.locator("[data-stale]")).to_be_hidden()


def test_what_was_not_seen_leads_to_the_list_of_what_was(
    seen: Page, context: BrowserContext, address: str
) -> None:
    context.set_offline(True)

    seen.goto(f"{address}/buscar?q=pasaporte")

    expect(seen.locator("h1")).to_have_text("Sin conexión")
    link = seen.locator("[data-kept] a", has_text="Reponer el DPI")
    link.click()
    expect(seen.locator("[data-stale]")).to_be_visible()


def test_offline_page_speaks_the_language_of_the_address(
    seen: Page, context: BrowserContext, address: str
) -> None:
    context.set_offline(True)

    seen.goto(f"{address}/en/servicio/otra-cosa")

    assert seen.locator("html").get_attribute("lang") == "en"


def test_nothing_is_kept_of_searches_and_reports(seen: Page, address: str) -> None:
    for path in ("/buscar?q=pasaporte", f"{SHEET}/reportar", "/l/"):
        seen.goto(address + path)

    assert set(seen.evaluate(KEPT)) <= {"/", SHEET}


def test_files_of_an_older_version_are_let_go(seen: Page, address: str) -> None:
    seen.evaluate("caches.open('archivos-vieja')")
    seen.evaluate("navigator.serviceWorker.getRegistration().then(one => one.unregister())")
    seen.goto(f"{address}/")
    seen.keyboard.press("Tab")
    seen.evaluate(READY)

    seen.evaluate(UNTIL.format("!await caches.has('archivos-vieja')"))
    assert any(name.startswith("archivos-") for name in seen.evaluate("caches.keys()"))


def test_site_can_be_put_among_the_programs_of_a_phone(seen: Page, address: str) -> None:
    link = seen.locator("link[rel=manifest]").get_attribute("href")
    manifest = seen.request.get(f"{address}{link}").json()

    assert manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        assert seen.request.get(address + icon["src"]).ok
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
