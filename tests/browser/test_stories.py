"""Whole stories of citizens, by keyboard and by touch, with scripts and without."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visitor import Hands, Visitor

pytestmark = pytest.mark.browser

ACTION_MILLISECONDS = 15_000
WAYS = list(product(Hands, (True, False)))


@pytest.fixture(
    params=WAYS,
    ids=[f"{hands}-{'script' if has_script else 'no-script'}" for hands, has_script in WAYS],
)
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visitor]:
    """A person with a telephone whom nobody knows."""
    hands, has_script = request.param
    context = browser.new_context(
        java_script_enabled=has_script,
        has_touch=hands is Hands.TOUCH,
        locale="es-GT",
        viewport={"width": 360, "height": 740},
    )
    page = context.new_page()
    page.set_default_timeout(ACTION_MILLISECONDS)
    yield Visitor(page, hands, address)
    context.close()


def search(visitor: Visitor, words: str) -> None:
    """Search from the page that is open."""
    visitor.write(visitor.page.locator("#q"), words)
    if visitor.page.locator("#q[aria-expanded=true]").count():
        visitor.page.keyboard.press("Escape")  # whoever sees suggestions may leave them
    visitor.use(visitor.button("Buscar"))
    visitor.page.wait_for_url("**/buscar?**")


def heading(visitor: Visitor) -> str:
    return visitor.page.locator("h1").inner_text()


def test_lost_papers_are_found_in_the_words_of_the_street(visitor: Visitor) -> None:
    visitor.visit("/")

    search(visitor, "se me perdio el dpi")
    visitor.use(visitor.page.locator(".hits a").first)
    visitor.page.wait_for_url("**/servicio/**")

    assert heading(visitor) == "Reponer el DPI perdido, robado o dañado"


def by_topic(visitor: Visitor) -> None:
    visitor.use(visitor.link("Beca"))


def by_institution(visitor: Visitor) -> None:
    visitor.use(visitor.link("Todas, de la A a la Z"))
    visitor.use(visitor.link("Registro Nacional de las Personas"))


def by_category(visitor: Visitor) -> None:
    visitor.use(visitor.link("Vehículos, licencias y tránsito"))


def by_ministry(visitor: Visitor) -> None:
    visitor.use(visitor.link("ministerios"))
    visitor.use(visitor.link("Ministerio de Gobernación"))
    visitor.use(visitor.link("Ver sus servicios y los de las entidades que dependen de ella"))


def by_secretariat(visitor: Visitor) -> None:
    visitor.use(visitor.link("secretarías"))
    visitor.use(visitor.link("Secretaría de Obras Sociales"))


@pytest.mark.parametrize(
    "way", [by_topic, by_institution, by_category, by_ministry, by_secretariat]
)
def test_each_of_the_five_ways_leads_to_a_sheet(
    visitor: Visitor, way: Callable[[Visitor], None]
) -> None:
    visitor.visit("/")

    way(visitor)
    visitor.use(visitor.page.locator(".hits a").first)
    visitor.page.wait_for_url("**/servicio/**")

    expect(visitor.page.locator(".act .pairs")).to_contain_text("Costo")


def test_mistyped_word_is_understood_and_said(visitor: Visitor) -> None:
    visitor.visit("/")

    search(visitor, "pasporte")

    expect(visitor.page.locator("main")).to_contain_text("pasaporte")
    expect(visitor.page.locator(".hits a").first).to_contain_text("asaporte")


def test_results_are_narrowed_to_what_is_online_and_free(visitor: Visitor) -> None:
    visitor.visit("/buscar?q=certificado")

    visitor.use(visitor.page.locator(".facet").get_by_role("link", name="Todo en línea"))
    visitor.page.wait_for_url("**en_linea=si**")
    visitor.use(visitor.page.locator(".facet").get_by_role("link", name="Gratis"))
    visitor.page.wait_for_url("**gratis=si**")

    rows = visitor.page.locator(".hits > li")
    assert rows.count() > 0
    for row in rows.all():
        expect(row.locator(".facts")).to_contain_text("En línea")
        expect(row.locator(".facts")).to_contain_text("GRATIS")
    visitor.use(visitor.link("Quitar todos"))
    expect(visitor.page.get_by_text("Filtros puestos")).to_have_count(0)


def test_sheet_says_what_it_takes_before_anything_else(visitor: Visitor) -> None:
    visitor.visit("/servicio/reposicion-dpi")

    page = visitor.page
    expect(page.locator(".act .btn.go")).to_be_visible()
    for words in ("Costo", "Tiempo", "Q100.00", "30 días"):
        expect(page.locator(".act")).to_contain_text(words)
    for name in ("Lo que necesita", "Dónde y cuándo", "La ley que lo respalda"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert str(page.locator(".act .btn.go").get_attribute("href")).startswith("https://")


def test_list_is_ticked_and_printed(visitor: Visitor) -> None:
    visitor.visit("/servicio/reposicion-dpi")

    visitor.use(visitor.page.locator(".tick input").first)
    visitor.page.emulate_media(media="print")

    expect(visitor.page.locator(".tick input").first).to_be_checked()
    expect(visitor.page.locator(".tick")).to_be_visible()
    for hidden in (".top", ".foot", ".share", ".search"):
        expect(visitor.page.locator(hidden).first).to_be_hidden()


def test_error_is_reported_and_followed(visitor: Visitor) -> None:
    visitor.visit("/servicio/solvencia-fiscal")

    visitor.use(visitor.link("Reportar un error en esta ficha"))
    visitor.page.wait_for_url("**/reportar")
    visitor.use(visitor.page.locator("input[name=motivo]").first)
    visitor.write(visitor.page.locator("#texto"), "El enlace lleva a otra parte.")
    visitor.use(visitor.button("Enviar"))
    expect(visitor.page.locator("h1")).to_have_text("Recibimos su reporte")
    number = visitor.page.locator(".lead .num").inner_text()
    visitor.use(visitor.page.locator("main a[href*='/reporte/']"))

    expect(visitor.page.locator("h1")).to_have_text(f"Reporte {number}")
    expect(visitor.page.locator("main")).to_contain_text("Recibido")


def test_error_without_a_motive_comes_back_with_the_words(visitor: Visitor) -> None:
    visitor.visit("/servicio/apostilla/reportar")

    visitor.write(visitor.page.locator("#texto"), "No abre.")
    visitor.use(visitor.button("Enviar"))

    expect(visitor.page.get_by_role("alert")).to_contain_text("Escoja qué está mal")
    expect(visitor.page.locator("#texto")).to_have_value("No abre.")


def test_journey_is_followed_step_by_step(visitor: Visitor) -> None:
    visitor.visit("/")

    visitor.use(visitor.link("Perdí mis documentos"))
    visitor.page.wait_for_url("**/camino/**")
    expect(visitor.page.locator(".steps > li")).to_have_count(6)
    visitor.use(visitor.page.locator(".steps input").first)
    visitor.use(visitor.link("Reponer el DPI"))
    visitor.page.wait_for_url("**/servicio/**")

    visitor.use(visitor.link("Perdí mis documentos"))
    expect(visitor.page.locator("h1")).to_have_text("Perdí mis documentos")


def test_day_on_which_it_should_be_ready_is_counted(visitor: Visitor) -> None:
    visitor.visit("/servicio/reposicion-dpi")

    visitor.use(visitor.page.locator("summary", has_text="Contar los días"))
    visitor.use(visitor.button("Contar los días"))
    visitor.page.wait_for_url("**/plazo?desde=**")

    expect(visitor.page.locator(".lead")).to_contain_text("debería estar listo el")


def test_language_is_changed_and_stays(visitor: Visitor) -> None:
    visitor.visit("/servicio/reposicion-dpi")

    visitor.use(visitor.page.locator("header").get_by_role("link", name="English"))
    visitor.page.wait_for_url("**/en/servicio/**")
    expect(visitor.page.get_by_role("heading", name="What you need")).to_be_visible()
    visitor.use(visitor.page.locator("header a.brand"))

    visitor.page.wait_for_url("**/en/")
    assert visitor.page.locator("html").get_attribute("lang") == "en"


def test_poster_is_opened_and_leads_back(visitor: Visitor) -> None:
    visitor.visit("/servicio/reposicion-dpi")

    visitor.use(visitor.link("Cartel para imprimir"))
    visitor.page.wait_for_url("**/cartel")
    expect(visitor.page.locator(".code svg")).to_be_visible()
    visitor.use(visitor.link("Volver a la ficha"))

    expect(visitor.page.locator("h1")).to_contain_text("Reponer el DPI")
