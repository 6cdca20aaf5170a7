"""The main journey as a citizen makes it: a question, the results, the sheet."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect

pytestmark = pytest.mark.browser

SMALLEST_SCREEN = ViewportSize(width=320, height=568)
MOST_REQUESTS = 5
MOST_BYTES = 60_000
MOST_TABS = 40


def focus_by_tab(page: Page, name: str) -> None:
    """Walk with the tab key to the first control of that name, as who has no mouse does."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator(f"[name={name}]:focus").count():
            return
    pytest.fail(f"{MOST_TABS} tabs do not reach «{name}»")


def test_passport_is_found_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    focus_by_tab(page, "q")

    page.keyboard.type("pasaporte")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar?**")
    first = page.locator("main").get_by_role("link", name="pasaporte").first
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/servicio/**")

    expect(page.locator("h1")).to_contain_text("pasaporte", ignore_case=True)


@pytest.mark.parametrize("path", ["/", "/buscar?q=pasaporte", "/buscar?q=zzzzqqqq"])
def test_smallest_screen_needs_no_sideways_scroll(page: Page, address: str, path: str) -> None:
    page.set_viewport_size(SMALLEST_SCREEN)

    page.goto(address + path)

    assert overflow(page) <= 0


def test_sheet_needs_no_sideways_scroll(page: Page, address: str) -> None:
    page.set_viewport_size(SMALLEST_SCREEN)
    page.goto(f"{address}/buscar?q=pasaporte")

    page.locator("main").get_by_role("link", name="pasaporte").first.click()
    page.wait_for_url("**/servicio/**")

    assert overflow(page) <= 0


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen, asked of the browser itself."""
    session = page.context.new_cdp_session(page)
    metrics = session.send("Page.getLayoutMetrics")
    session.detach()
    return int(metrics["cssContentSize"]["width"] - metrics["cssLayoutViewport"]["clientWidth"])


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/buscar?q=pasaporte",
        "/buscar?q=zzzzqqqq",
        "/servicio/reposicion-dpi",
        "/institucion/renap",
        "/instituciones",
        "/categoria/identidad",
        "/evento/documentos",
        "/camino/perdi-mis-documentos",
        "/a-z",
        "/etapas",
        "/l/",
    ],
)
def test_first_visit_is_small_and_asks_nobody_else(
    browser: Browser, address: str, path: str
) -> None:
    asked: list[Request] = []
    context = browser.new_context()
    context.on("request", lambda request: asked.append(request))

    context.new_page().goto(address + path, wait_until="networkidle")
    sizes = [request.sizes() for request in asked]
    context.close()

    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(address).netloc}
    assert len(asked) <= MOST_REQUESTS
    assert (
        sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= MOST_BYTES
    )


def test_no_page_of_the_journey_breaks_its_own_policy(page: Page, address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(error.message))

    paths = ("/", "/buscar?q=pasaporte", "/servicio/reposicion-dpi", "/instituciones", "/etapas")
    for path in (*paths, "/camino/perdi-mis-documentos", "/l/"):
        page.goto(address + path)

    assert complaints == []
