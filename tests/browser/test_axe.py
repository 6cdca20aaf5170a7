"""What a machine tells of accessibility, of every kind of page: faults, scroll, targets."""

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
    "phone-dark": (PHONE, "dark"),
    "desk-light": (DESK, "light"),
    "desk-dark": (DESK, "dark"),
}
KINDS = (
    "/", "/servicio/reposicion-dpi", "/servicio/reposicion-dpi/cartel",
    "/servicio/reposicion-dpi/plazo", "/servicio/reposicion-dpi/reportar",
    "/servicio/boleto-de-ornato", "/institucion/renap", "/institucion/renap/auditoria",
    "/institucion/renap/auditoria/responder", "/instituciones", "/categoria/identidad",
    "/tema/beca", "/evento/documentos", "/a-z", "/caminos", "/camino/perdi-mis-documentos",
    "/etapas", "/reporte", "/falta-un-servicio", "/datos", "/operadores", "/idiomas",
    "/sin-conexion", "/componentes", "/no-existe", "/buscar?q=zzzzqqqq",
    "/en/servicio/reposicion-dpi", "/quc/", "/l/", *PAGES,
)  # fmt: skip
OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"
LEAST_TARGET = 44
"""Pixels each way (look.md); WCAG 2.2 itself asks for 24, and lets links in a text be smaller."""
SMALL_TARGETS = """least => [...document.querySelectorAll('a[href], button, summary, label.pick')]
    .filter(one => one.checkVisibility() && !one.closest('.vh, .skip, p, dd, td, th, li.soft'))
    .map(one => [one.outerHTML.slice(0, 120), one.closest('.card') || one])
    .map(([html, target]) => [html, target.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.height < least - 0.5)
    .map(([html, box]) => `${Math.round(box.height)}: ${html}`)"""


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


@pytest.mark.parametrize("path", KINDS)
def test_page_has_no_fault(looked_at: Page, address: str, path: str) -> None:
    looked_at.goto(address + path)

    assert faults(looked_at) == []


@pytest.mark.parametrize("path", KINDS)
def test_page_fits_the_smallest_screen_and_letters_twice_as_large(
    browser: Browser, address: str, path: str
) -> None:
    page = browser.new_page(viewport=ViewportSize(width=320, height=568))
    page.goto(address + path)
    narrow = page.evaluate(OVERFLOW)
    # Letters of 200 % on a desk are a page of half the width.
    page.set_viewport_size(ViewportSize(width=640, height=400))
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    large = page.evaluate(OVERFLOW)
    page.close()

    assert (narrow, large) == (0, 0)


@pytest.mark.parametrize("path", [path for path in KINDS if path != "/l/"])
def test_targets_are_large_enough_for_a_thumb(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(address + path)
    small = page.evaluate(SMALL_TARGETS, LEAST_TARGET)
    page.close()

    assert small == []


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
