"""The page of an institution's audit, and its results as data."""

from canse.catalogue import Catalogue
from tests.page_client import PageClient

PAGE = "/institucion/renap/auditoria"


def test_institution_shows_its_audit_with_advice_and_a_way_to_reply(visitor: PageClient) -> None:
    page = visitor.get(PAGE)

    assert "Registro Nacional de las Personas: revisión de su portal" in page.text
    assert "Responder o pedir revisión" in page.text
    assert any(link.startswith(f"{PAGE}/responder") for link in page.links())
    assert page.soup.select("script:not([src])") == []


def test_findings_can_be_filtered_by_a_link(visitor: PageClient) -> None:
    met = visitor.get(f"{PAGE}?veredicto=cumple")
    none = visitor.get(f"{PAGE}?veredicto=no_aplica")

    assert met.soup.select_one("#i-E1-01") is not None
    assert none.soup.select_one("#i-E1-01") is None
    assert "Ningún indicador tiene ese resultado." in none.text


def test_proofs_open_by_a_link_without_script(visitor: PageClient) -> None:
    assert visitor.get(PAGE).soup.select("details[open]") == []
    assert visitor.get(f"{PAGE}?pruebas=abiertas").soup.select("details[open]") != []


def test_portal_of_another_is_not_shown_as_its_own(visitor: PageClient) -> None:
    visitor.get(f"{PAGE}?portal=muni.example", status=404)


def test_institution_nobody_audited_says_so(visitor: PageClient) -> None:
    page = visitor.get("/institucion/sat/auditoria")

    assert "Todavía no" in page.text


def test_institution_that_does_not_exist_has_no_audit(visitor: PageClient) -> None:
    visitor.get("/institucion/no-existe/auditoria", status=404)


def test_list_is_given_as_data(visitor: PageClient, audited_catalogue: Catalogue) -> None:
    with visitor.app.test_client().get("/etapas.csv") as response:
        lines = response.get_data(as_text=True).splitlines()

    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]
    assert len(lines) == 1 + len(audited_catalogue.portal_results())


def test_audit_is_given_to_programs_too(visitor: PageClient) -> None:
    client = visitor.app.test_client()

    answer = client.get("/api/v1/instituciones/renap/auditoria?portal=renap.gob.gt").get_json()

    (portal,) = answer["portals"]
    assert portal["result"]["host"] == "renap.gob.gt"
    assert [finding["id"] for finding in portal["findings"]] == ["E1-01"]
    assert portal["replies"] == []
    other = client.get("/api/v1/instituciones/renap/auditoria?portal=muni.example")
    assert other.status_code == 404


def test_audited_institution_is_in_the_sitemap(visitor: PageClient) -> None:
    text = visitor.app.test_client().get("/sitemap.xml").get_data(as_text=True)

    assert f"{PAGE}</loc>" in text
    assert "/institucion/sat/auditoria" not in text
