"""The public results of the audits."""

from canse.catalogue import Catalogue
from tests.page_client import PageClient
from tests.uniportal.pages.reading import one


def audit_of(catalogue: Catalogue, host: str) -> str:
    """The address of the newest audit of a portal."""
    audit_id = next(r.audit_id for r in catalogue.portal_results() if r.host == host)
    return f"/etapas/{audit_id}"


def test_portals_are_listed_with_their_stage_and_bars(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    page = visitor.get("/etapas")

    row = one(page, f"tr:has(a[href='{audit_of(audited_catalogue, 'muni.example')}'])")

    assert "3. Se hace en línea" in row.get_text()
    assert "100 % 2 de 2" in row.get_text().replace("\xa0", " ")
    assert "Primera revisión" in row.get_text()


def test_portal_nobody_could_look_at_has_a_state_of_its_own(visitor: PageClient) -> None:
    page = visitor.get("/etapas")

    row = next(r for r in page.soup.find_all("tr") if "caido.example" in r.get_text())

    assert "No se pudo evaluar" in row.get_text()
    assert "sin dato" in row.get_text()
    assert "Sin etapa" not in row.get_text()


def test_audit_shows_every_indicator_with_reason_and_proof(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    page = visitor.get(audit_of(audited_catalogue, "muni.example"))

    assert "Un servicio propio se inicia en línea." in page.text
    assert "Cumple La portada respondió." in page.text
    assert "Regla E1-01." in page.text
    assert "Vimos 3 de 3 páginas conocidas." in page.text


def test_audit_lists_the_services_found(visitor: PageClient, audited_catalogue: Catalogue) -> None:
    page = visitor.get(audit_of(audited_catalogue, "muni.example"))

    assert "Boleto de ornato" in page.text
    assert "Registrado en el catálogo" in page.text
    assert page.soup.select("script:not([src])") == []


def test_audit_that_could_not_look_says_why_and_blames_nobody(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    page = visitor.get(audit_of(audited_catalogue, "caido.example"))

    assert "No se pudo evaluar el 28 de noviembre de 2026." in page.text
    assert "No respondió en 30 s." in page.text
    assert page.soup.select(".stage") == []


def test_audit_that_does_not_exist_is_said_so(visitor: PageClient) -> None:
    visitor.get("/etapas/999999", status=404)


def test_short_pages_tell_what_exists_today(visitor: PageClient) -> None:
    assert "sitemap.xml" in visitor.get("/datos").text
    assert "/l/" in visitor.get("/operadores").text
