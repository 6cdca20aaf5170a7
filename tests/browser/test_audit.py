"""The journey of whoever was audited: from the list to the proof, and from there to a reply."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.test_journey import SMALLEST_SCREEN, overflow

pytestmark = pytest.mark.browser

AUDIT = "/institucion/renap/auditoria"


def test_reply_is_sent_from_beside_the_result(page: Page, address: str) -> None:
    page.goto(f"{address}/etapas")
    page.get_by_role("link", name="Registro Nacional de las Personas").click()
    page.wait_for_url(f"**{AUDIT}?**")
    page.get_by_role("link", name="Responder o pedir revisión").click()

    page.get_by_label("Código del indicador").fill("e1-01")
    page.get_by_label("Su respuesta").fill("La portada responde siempre.")
    page.get_by_label("Cargo o unidad").fill("Unidad de Informática")
    page.get_by_label("Nombre", exact=True).fill("Ana Ejemplo")
    page.get_by_label("Correo de la institución").fill("ana@renap.example")
    page.get_by_label("Pedir revisión").check()
    page.get_by_role("button", name="Enviar").click()

    expect(page.locator("h1")).to_have_text("Recibimos su respuesta")
    page.get_by_role("link", name="Volver a la revisión").click()
    expect(page.locator("#i-E1-01")).to_contain_text("En revisión.")


@pytest.mark.parametrize("path", ["/etapas", AUDIT, f"{AUDIT}/responder"])
def test_smallest_screen_needs_no_sideways_scroll(page: Page, address: str, path: str) -> None:
    page.set_viewport_size(SMALLEST_SCREEN)

    page.goto(address + path)

    assert overflow(page) <= 0


def test_proofs_are_on_paper_though_closed_on_screen(page: Page, address: str) -> None:
    page.set_viewport_size(ViewportSize(width=720, height=900))
    page.goto(address + AUDIT)
    proof = page.locator("#i-E1-01 blockquote")
    expect(proof).not_to_be_visible()

    page.emulate_media(media="print")

    expect(proof).to_be_visible()
    expect(page.get_by_role("link", name="Responder o pedir revisión")).not_to_be_visible()


def test_pages_of_the_audit_break_no_policy(page: Page, address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(error.message))

    for path in (AUDIT, f"{AUDIT}?pruebas=abiertas", f"{AUDIT}/responder"):
        page.goto(address + path)

    assert complaints == []
