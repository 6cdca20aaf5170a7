"""Institutions, categories, topics and moments of life."""

import pytest

from canse.catalogue import Catalogue
from tests.page_client import PageClient
from tests.uniportal.pages.reading import one


def test_institution_lists_its_services_and_how_to_reach_it(visitor: PageClient) -> None:
    page = visitor.get("/institucion/renap")

    assert one(page, "h1").get_text() == "Registro Nacional de las Personas (RENAP)"
    assert "tel:1516" in page.links()
    assert "https://www.renap.gob.gt" in page.links()
    assert "/servicio/reposicion-dpi" in page.links()


def test_institution_tells_how_its_portal_stands(visitor: PageClient) -> None:
    page = visitor.get("/institucion/renap")

    assert "Revisado el 28 de noviembre de 2026." in page.text
    assert any(link.startswith("/institucion/renap/auditoria") for link in page.links())


def test_ministry_leads_to_the_services_of_all_that_depend_on_it(visitor: PageClient) -> None:
    page = visitor.get("/institucion/mingob")

    assert "/buscar?ministerio=mingob" in page.links()


def test_every_institution_has_a_whole_page(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    for item in audited_catalogue.institutions()[::15]:
        visitor.get(f"/institucion/{item.institution.slug}")


def test_institutions_are_listed_from_a_to_z_with_their_counts(visitor: PageClient) -> None:
    page = visitor.get("/instituciones")

    assert "172 instituciones" in page.text
    assert len(page.soup.select(".row a")) == 172
    assert one(page, ".letters a").get_text() == "A"


def test_institutions_of_a_kind_are_only_those(visitor: PageClient) -> None:
    page = visitor.get("/instituciones?tipo=ministerios")

    names = [link.get_text() for link in page.soup.select(".row a")]

    assert len(names) == 14
    assert one(page, "h1").get_text() == "Ministerios"


@pytest.mark.parametrize("kind", ["piratas", "", "%00"])
def test_unknown_kind_lists_all(visitor: PageClient, kind: str) -> None:
    assert "172 instituciones" in visitor.get(f"/instituciones?tipo={kind}").text


def test_empty_catalogue_still_has_its_lists(empty: PageClient) -> None:
    assert "Todavía no hay instituciones" in empty.get("/instituciones").text
    assert "Todavía no hay revisiones" in empty.get("/etapas").text
    empty.get("/")
    empty.get("/buscar")


def test_category_lists_its_services_and_how_to_narrow_them(visitor: PageClient) -> None:
    page = visitor.get("/categoria/identidad")

    assert one(page, "h1").get_text() == "Identidad y documentos personales"
    assert len(page.soup.select(".hits h2")) == 10
    assert "/buscar?categoria=identidad&pagina=2" in page.links()


def test_moment_of_life_and_topic_list_their_services(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    topic = audited_catalogue.topics(1)[0]

    assert visitor.get("/evento/viaje").soup.select(".hits h2")
    assert len(visitor.get(f"/tema/{topic.term.slug}").soup.select(".hits h2")) == topic.count


@pytest.mark.parametrize("kind", ["categoria", "tema", "evento", "institucion"])
def test_what_is_not_in_the_catalogue_is_said_so(visitor: PageClient, kind: str) -> None:
    visitor.get(f"/{kind}/no-existe", status=404)


def test_every_service_is_under_its_letter(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    first = visitor.get("/a-z")
    letters = [link for link in first.links() if link.startswith("/a-z?letra=")]

    listed = [link for letter in letters for link in visitor.get(letter).links()]

    services = {link for link in listed if link.startswith("/servicio/")}
    assert services == {f"/servicio/{one.slug}" for one in audited_catalogue.published_sheets()}


@pytest.mark.parametrize("letter", ["", "%", "ñ", "zzz", "\u202e"])
def test_any_letter_shows_a_page(visitor: PageClient, letter: str) -> None:
    assert visitor.get(f"/a-z?letra={letter}").soup.select(".letters [aria-current]")
