"""Searching in a real browser: suggestions by keyboard and pointer, and pages anyone can read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.test_journey import SMALLEST_SCREEN, overflow

pytestmark = pytest.mark.browser

ACTION_MILLISECONDS = 15_000
PAGES = (
    "/buscar?q=certificado&en_linea=si&publico=persona",
    "/buscar?q=pasporte",
    "/buscar?q=pasaporte+zxqwv&exacto=1",
    "/buscar?q=carta+de+amor+para+el+perro",
    "/buscar?q=pasaporte&gratis=si&institucion=inab",
)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Page]:
    """The home page before somebody whose browser runs scripts."""
    context = browser.new_context(locale="es-GT")
    page = context.new_page()
    page.set_default_timeout(ACTION_MILLISECONDS)
    page.goto(address)
    yield page
    context.close()


def asked(page: Page) -> list[str]:
    """The addresses of the suggestions that a page asks for from now on."""
    urls: list[str] = []

    def note(request: Request) -> None:
        if "/sugerencias?" in request.url:
            urls.append(request.url)

    page.on("request", note)
    return urls


def type_and_wait(page: Page, text: str) -> None:
    """Type in the box until something is suggested."""
    page.get_by_role("combobox").press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()


def test_box_tells_what_it_is_and_what_is_open(visit: Page) -> None:
    box, options = visit.get_by_role("combobox"), visit.get_by_role("option")
    expect(box).to_have_accessible_name("Escriba qué necesita")
    expect(box).to_have_attribute("aria-expanded", "false")

    type_and_wait(visit, "pasaporte")

    expect(box).to_have_attribute("aria-expanded", "true")
    expect(visit.get_by_role("listbox")).to_have_accessible_name("Sugerencias")
    expect(visit.get_by_role("status")).to_have_text(f"Sugerencias: {options.count()}")


def test_arrows_walk_the_suggestions_and_enter_opens_the_one_chosen(visit: Page) -> None:
    box, options = visit.get_by_role("combobox"), visit.get_by_role("option")
    type_and_wait(visit, "pasaporte")

    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "q-0")
    expect(box).to_be_focused()
    while "Servicio" not in visit.locator("[aria-selected=true]").inner_text():
        box.press("ArrowDown")
    box.press("Enter")

    visit.wait_for_url("**/servicio/**")
    expect(visit.locator("h1")).to_contain_text("pasaporte", ignore_case=True)


def test_escape_closes_and_an_arrow_opens_again(visit: Page) -> None:
    box = visit.get_by_role("combobox")
    type_and_wait(visit, "pasaporte")

    box.press("Escape")

    expect(visit.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("pasaporte")
    box.press("ArrowDown")
    expect(visit.get_by_role("option").first).to_be_visible()


def test_leaving_the_box_closes_what_is_open(visit: Page) -> None:
    type_and_wait(visit, "pasaporte")

    visit.keyboard.press("Tab")

    expect(visit.get_by_role("listbox")).to_be_hidden()
    expect(visit.get_by_role("button", name="Buscar")).to_be_focused()


def test_enter_without_a_choice_searches_the_words_typed(visit: Page) -> None:
    type_and_wait(visit, "pasaporte")

    visit.keyboard.press("Enter")

    visit.wait_for_url("**/buscar?q=pasaporte")


def test_touched_suggestion_opens_its_page(visit: Page) -> None:
    type_and_wait(visit, "renap")

    visit.get_by_role("option", name="Institución").first.click()

    visit.wait_for_url("**/institucion/renap")


def test_word_typed_at_once_is_asked_for_once(visit: Page) -> None:
    urls = asked(visit)

    visit.get_by_role("combobox").fill("p")
    visit.get_by_role("combobox").fill("pasa")
    visit.get_by_role("combobox").fill("pasaporte")
    expect(visit.get_by_role("option").first).to_be_visible()

    assert [url.rpartition("=")[2] for url in urls] == ["pasaporte"]


def test_failure_is_silent_and_the_form_works_on(visit: Page) -> None:
    complaints: list[str] = []
    visit.on("pageerror", lambda error: complaints.append(error.message))
    failed: list[str] = []

    def fail(route: Route) -> None:
        failed.append(route.request.url)
        route.fulfill(status=500, body="no")

    visit.route("**/sugerencias?**", fail)
    with visit.expect_response("**/sugerencias?**"):
        visit.get_by_role("combobox").press_sequentially("pasaporte")
    visit.keyboard.press("Enter")

    visit.wait_for_url("**/buscar?q=pasaporte")
    assert failed
    assert complaints == []


def test_who_saves_data_is_not_asked_for_more(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', {value: {saveData: true}})"
    )
    page = context.new_page()
    urls = asked(page)

    page.goto(address)
    page.locator("#q").press_sequentially("pasaporte")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar?q=pasaporte")
    roles = page.get_by_role("combobox").count()
    context.close()

    assert (roles, urls) == (0, [])


def test_open_list_needs_no_sideways_scroll(visit: Page) -> None:
    visit.set_viewport_size(SMALLEST_SCREEN)

    type_and_wait(visit, "licencia")

    assert overflow(visit) <= 0


@pytest.mark.parametrize("path", PAGES)
def test_search_pages_need_no_sideways_scroll(page: Page, address: str, path: str) -> None:
    page.set_viewport_size(SMALLEST_SCREEN)

    page.goto(address + path)

    assert overflow(page) <= 0


def test_closed_filters_open_without_script(page: Page, address: str) -> None:
    page.goto(f"{address}/buscar?q=certificado")
    group = page.locator("#filtros > details").filter(has_text="Para quién")

    group.locator("summary").first.click()
    group.get_by_role("link", name="Empresas").click()

    page.wait_for_url("**/buscar?q=certificado&publico=empresa")
