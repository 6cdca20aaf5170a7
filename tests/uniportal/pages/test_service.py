"""The sheet of a service."""

import pytest

from canse.catalogue import Catalogue
from tests.page_client import PageClient
from tests.uniportal.pages.reading import one

DPI = "/servicio/reposicion-dpi"


def test_first_thing_on_the_sheet_is_the_next_step(visitor: PageClient) -> None:
    page = visitor.get(DPI)

    button = one(page, ".btn.go")

    assert button.get_text() == "Ir al sitio de RENAP"
    assert button["href"] == "https://www.renap.gob.gt"
    assert set(button["rel"]) == {"noopener", "noreferrer", "nofollow", "external"}
    assert "Lo lleva a renap.gob.gt" in page.text


def test_sheet_tells_cost_time_and_where_it_comes_from(visitor: PageClient) -> None:
    text = visitor.get(DPI).text

    assert "Costo Q100.00" in text
    assert "Tiempo Unos 30 días hábiles" in text
    assert "Nadie de la institución lo ha revisado aún." in text
    assert "se presume" in text
    assert "Lo reunimos de fuentes públicas." in text


def test_requirements_can_be_ticked(visitor: PageClient) -> None:
    ticks = visitor.get(DPI).soup.select(".tick label")

    assert [label.get_text(strip=True) for label in ticks] == [
        "Recibo de pago",
        "Presentarse para foto y huellas",
    ]
    assert all(label.find("input", type="checkbox") for label in ticks)


def test_sheet_can_be_sent_to_somebody(visitor: PageClient) -> None:
    links = visitor.get(DPI).links()

    whatsapp = next(link for link in links if link.startswith("https://wa.me/?text="))
    sms = next(link for link in links if link.startswith("sms:?body="))

    assert "%2Fs%2F" in whatsapp or "/s/" in whatsapp
    assert "Reponer%20el%20DPI" in sms


def test_found_service_says_that_nobody_has_confirmed_it(visitor: PageClient) -> None:
    page = visitor.get("/servicio/boleto-de-ornato")

    assert "encontrado en el portal y aún no está confirmado por la institución" in page.text
    assert "Sin institución asignada" in page.text
    assert "Lo que todavía no sabemos" in page.text
    assert "Se ofrece en todo el país." not in page.text
    assert "Se empieza en línea; no sabemos si después hay que ir" in page.text


def test_found_service_shows_its_stage_with_reason_and_proof(visitor: PageClient) -> None:
    page = visitor.get("/servicio/boleto-de-ornato")

    assert len(page.soup.select(".stage .seen")) == 3
    assert one(page, ".stage .now").get_text().startswith("Se hace en línea")
    assert "Tiene un formulario de solicitud con DPI." in page.text
    assert "«Solicitar boleto de ornato»" in page.text
    assert "Visto el 28 de noviembre de 2026" in page.text
    assert "Regla E3-01." in page.text


def test_words_of_a_portal_stay_words(visitor: PageClient, audited_catalogue: Catalogue) -> None:
    slug = next(s.slug for s in audited_catalogue.published_sheets() if "<b>" in s.name)

    page = visitor.get(f"/servicio/{slug}")

    assert page.soup.select("script:not([src], [type='application/ld+json'])") == []
    assert page.soup.select("main b") == []
    assert "«<script>alert(1)</script>»" in page.text


def test_sheet_in_english_marks_spanish_words(visitor: PageClient) -> None:
    page = visitor.get(f"/en{DPI}")

    assert one(page, "html")["lang"] == "en"
    assert one(page, "h1")["lang"] == "es"


@pytest.mark.parametrize("slug", ["no-existe", "x" * 300, "%00"])
def test_service_that_is_not_there_is_said_so(visitor: PageClient, slug: str) -> None:
    visitor.get(f"/servicio/{slug}", status=404)


def test_every_published_service_has_a_whole_page(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    slugs = [sheet.slug for sheet in audited_catalogue.published_sheets()]

    for slug in slugs[::25]:
        visitor.get(f"/servicio/{slug}")
