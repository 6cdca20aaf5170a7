"""The pages of journeys, and the ways that lead to them."""

from canse.catalogue import Catalogue
from canse.journeys import Journeys
from tests.page_client import PageClient
from tests.uniportal.pages.reading import one


def test_every_step_of_every_journey_leads_to_its_sheet(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    journeys = Journeys(audited_catalogue._database).listed()

    for journey in journeys:
        page = visitor.get(f"/camino/{journey.slug}")
        for step in journey.steps:
            assert step.title in page.text
            assert {f"/servicio/{slug}" for slug in step.services} <= set(page.links())
    assert {f"/camino/{one.slug}" for one in journeys} <= set(visitor.get("/caminos").links())


def test_home_and_results_and_sheet_lead_to_journeys(visitor: PageClient) -> None:
    assert "/caminos" in visitor.get("/").links()
    assert "/camino/perdi-mis-documentos" in visitor.get("/buscar?q=me+robaron+la+cartera").links()
    assert "/camino/perdi-mis-documentos" in visitor.get("/servicio/reposicion-dpi").links()
    assert "/camino/perdi-mis-documentos" not in visitor.get("/buscar?q=pasaporte").links()


def test_journey_says_what_it_may_take(visitor: PageClient) -> None:
    page = visitor.get("/camino/perdi-mis-documentos")

    assert "Falta el" in one(page, ".act").get_text()
    assert one(page, ".steps")["data-keep"] == "journey:perdi-mis-documentos"


def test_journey_that_is_none_is_said(visitor: PageClient) -> None:
    assert "No existe el camino" in visitor.get("/camino/no-existe", status=404).text
