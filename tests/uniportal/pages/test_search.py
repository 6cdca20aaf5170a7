"""The results page: five ways alone and together, narrowing without script, nothing found."""

import logging
from pathlib import Path

import pytest
from bs4.element import Tag
from sqlalchemy import func, select

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import CategoryRow, InstitutionRow, ServiceRow
from canse.domain.publication import PublicationState
from indices.memory_engine import MemoryIndex
from indices.port import Order
from indices.rebuild import rebuild
from indices.resilient import ResilientIndex
from indices.whoosh_engine import WhooshIndex
from tests.page_client import FetchedPage, PageClient
from tests.uniportal.pages.reading import one
from uniportal.app import create_app
from uniportal.settings import Settings
from uniportal.wiring import Rooms

POOR = "carta de amor para el perro"


def names(page: FetchedPage) -> list[str]:
    """The services on a page, in order."""
    return [heading.get_text() for heading in page.soup.select(".hits h2")]


def total(page: FetchedPage) -> int:
    """The number of services its heading tells."""
    return int(one(page, "h1").get_text().split()[0].replace(",", ""))


def facet(page: FetchedPage, words: str) -> Tag:
    """The link of one filter."""
    found = [a for a in page.soup.select(".facet a") if words in a.get_text(" ", strip=True)]
    assert found, f"no filter «{words}»"
    return found[0]


def test_words_find_services_and_are_marked(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=pasaporte")

    assert "asaporte" in names(page)[0]
    assert page.soup.select(".hits mark")
    assert one(page, "input#q")["value"] == "pasaporte"


def test_institution_and_category_count_what_the_database_counts(
    visitor: PageClient, audited_database: Database
) -> None:
    published = ServiceRow.state == PublicationState.PUBLISHED
    with audited_database.reading() as session:
        of_renap = session.scalar(
            select(func.count(ServiceRow.id))
            .join(InstitutionRow, InstitutionRow.id == ServiceRow.institution_id)
            .where(published, InstitutionRow.slug == "renap")
        )
        of_health = session.scalar(
            select(func.count(ServiceRow.id))
            .join(CategoryRow, CategoryRow.id == ServiceRow.category_id)
            .where(published, CategoryRow.slug == "salud")
        )
        everything = session.scalar(select(func.count(ServiceRow.id)).where(published))

    assert total(visitor.get("/buscar?institucion=renap")) == of_renap
    assert total(visitor.get("/buscar?categoria=salud")) == of_health
    assert total(visitor.get("/buscar")) == everything


@pytest.mark.parametrize("way", ["ministerio", "secretaria", "tema", "evento"])
def test_ways_count_what_the_sheets_say(
    visitor: PageClient, audited_catalogue: Catalogue, way: str
) -> None:
    counted: dict[str, int] = {}
    for sheet in audited_catalogue.published_sheets():
        values = {
            "ministerio": [sheet.ministry],
            "secretaria": [sheet.secretariat],
            "tema": sheet.topics,
            "evento": sheet.life_events,
        }[way]
        for value in values:
            if value:
                counted[value.slug] = counted.get(value.slug, 0) + 1
    slug = max(counted, key=lambda key: counted[key])

    assert total(visitor.get(f"/buscar?{way}={slug}")) == counted[slug]


def test_ways_combine_with_words_and_each_other(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    free = {sheet.name for sheet in audited_catalogue.services_of("renap") if sheet.is_free}

    words = visitor.get("/buscar?q=dpi")
    both = visitor.get("/buscar?q=dpi&institucion=renap&gratis=si")

    assert 0 < total(both) < total(words)
    assert set(names(both)) <= free


def test_filter_leads_to_as_many_as_it_promises(visitor: PageClient) -> None:
    link = facet(visitor.get("/buscar?q=pasaporte"), "Todo en línea")

    narrowed = visitor.get(str(link["href"]))

    assert total(narrowed) == int(one(link, ".num").get_text())
    assert str(facet(narrowed, "Todo en línea")["href"]) == "/buscar?q=pasaporte"


def test_chosen_filters_are_told_and_taken_off_one_by_one(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=dpi&institucion=renap&en_linea=si")

    chips = page.soup.select(".chips a")

    assert [" ".join(chip.get_text(" ").split()) for chip in chips] == [
        "Quitar filtro: Cómo se hace: Todo en línea ✕",
        "Quitar filtro: Institución: RENAP ✕",
        "Quitar todos",
    ]
    assert chips[0]["href"] == "/buscar?q=dpi&institucion=renap"
    assert chips[2]["href"] == "/buscar?q=dpi"


def test_other_words_keep_the_filters(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=dpi&institucion=renap")

    hidden = page.soup.select("form[role=search] input[type=hidden]")

    assert [(field["name"], field["value"]) for field in hidden] == [("institucion", "renap")]


def test_pages_follow_one_another_without_repeating(visitor: PageClient) -> None:
    first = visitor.get("/buscar?q=pasaporte")
    second = visitor.get(str(one(first, "a[rel=next]")["href"]))

    assert set(names(first)).isdisjoint(names(second))
    assert one(second, ".hits")["start"] == "11"
    assert one(second, "a[rel=prev]")["href"] == "/buscar?q=pasaporte"


def test_page_beyond_the_last_leads_back(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=pasaporte&pagina=200")

    assert "No hay tantas páginas" in page.text
    assert "/buscar?q=pasaporte" in page.links()


def test_order_by_name_is_alphabetical(visitor: PageClient) -> None:
    found = names(visitor.get("/buscar?institucion=renap&orden=nombre"))

    assert found[0].startswith("Certificado de defunción")


def test_misspelt_word_is_taken_right_and_can_be_taken_as_typed(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=pasporte&gratis=no")

    exact = visitor.get("/buscar?q=pasporte&gratis=no&exacto=1")

    assert "Mostramos resultados para « pasaporte »" in page.text
    assert "/buscar?q=pasaporte&gratis=no" in page.links()
    assert "/buscar?q=pasporte&gratis=no&exacto=1" in page.links()
    assert "tal como las escribió" in exact.text
    assert "/buscar?q=pasporte&gratis=no" in exact.links()


def test_words_that_no_service_has_together_are_named(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=pasaporte+zxqwv&exacto=1")

    assert "Ningún servicio tiene todas las palabras. Al primero le falta: «zxqwv»." in page.text
    assert "asaporte" in names(page)[0]


def test_groups_of_filters_are_closed_but_for_the_first(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=certificado")

    opened = [h.get_text(strip=True) for h in page.soup.select(".facet > h3")]
    closed = [s.get_text(strip=True) for s in page.soup.select(".facet > details > summary")]

    assert opened == ["Cómo se hace", "Costo", "Institución"]
    assert {"Categoría", "Para quién", "Etapa del servicio"} <= set(closed)


def test_audience_is_a_filter_said_in_words(visitor: PageClient) -> None:
    link = facet(visitor.get("/buscar?q=registro"), "Empresas y comerciantes")

    narrowed = visitor.get(str(link["href"]))

    assert link["href"] == "/buscar?q=registro&publico=empresa"
    assert total(narrowed) == int(one(link, ".num").get_text())


def test_place_is_said_by_its_name(visitor: PageClient) -> None:
    page = visitor.get("/buscar?departamento=01&municipio=0108")

    chosen = [chip.get_text(" ", strip=True) for chip in page.soup.select(".chips [aria-current]")]

    assert ["Guatemala" in chosen[0], "Mixco" in chosen[1]] == [True, True]


def test_every_order_is_offered_and_the_one_in_use_is_said(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=certificado&orden=revisados")

    orders = page.soup.select("details .chips a")

    assert len(orders) == len(Order)
    assert one(page, "main details summary").get_text() == "Orden: Revisado hace menos"


@pytest.mark.parametrize(
    "query",
    ["q=%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "q=" + "a" * 5000, "q=%FF%00", "etapa=x"],
)
def test_hostile_query_gets_a_whole_page(visitor: PageClient, query: str) -> None:
    page = visitor.get(f"/buscar?{query}")

    scripts = [script.get("src", "") for script in page.soup.find_all("script")]
    assert all(str(source).startswith("/static/site.js?") for source in scripts)


def test_nothing_found_tells_what_to_try_and_whom_to_call(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=zxqwv")

    assert "No encontramos servicios para «zxqwv»" in page.text
    assert "Qué puede probar" in page.text
    assert {"tel:1516", "tel:1550", "tel:1555"} <= set(page.links())


def test_nothing_found_with_filters_offers_to_take_each_off(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=pasaporte&gratis=si&institucion=inab")

    offers = {
        str(one(row, "a")["href"]): int(one(row, ".num").get_text().split()[0])
        for row in page.soup.select("li.row")
    }

    assert list(offers)[-1] == "/buscar?q=pasaporte"
    assert len(offers) > 1
    for url, count in offers.items():
        assert total(visitor.get(url)) == count > 0


def test_nothing_found_with_filters_shows_the_nearest_without_them(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=pasaporte&institucion=inab")

    nearest = [heading.get_text() for heading in page.soup.select(".hits h3")]

    assert "/buscar?q=pasaporte" in page.links()
    assert any("asaporte" in name for name in nearest)


def test_institution_chosen_is_offered_to_be_called_first(visitor: PageClient) -> None:
    page = visitor.get("/buscar?q=zxqwv&institucion=sat")

    called = [link for link in page.links() if link.startswith("tel:")]

    assert called[0] == "tel:1550"


def test_what_fits_badly_is_not_called_an_answer(visitor: PageClient) -> None:
    page = visitor.get(f"/buscar?q={POOR}")

    heading = one(page, "h1").get_text()
    nearest = page.soup.select(".hits h3")
    categories = [link for link in page.links() if link.startswith("/categoria/")]

    assert heading == f"No encontramos un servicio que responda bien a «{POOR}»"
    assert "Lo más parecido" in page.text
    assert 0 < len(nearest) <= 3
    assert categories
    assert not page.soup.select(".hits h2, .facet")


def test_missing_service_is_thanked_for_and_its_words_are_in_no_log(
    visitor: PageClient, caplog: pytest.LogCaptureFixture
) -> None:
    form = one(visitor.get("/buscar?q=zxqwv"), "form[method=post]")
    assert form["action"] == "/buscar/falta"

    with caplog.at_level(logging.INFO):
        answer = visitor.app.test_client().post("/buscar/falta", data={"q": "carné de perro"})

    assert "Gracias por avisar" in answer.text
    assert "perro" not in str([vars(record) for record in caplog.records])


def test_search_goes_on_and_says_so_while_the_index_is_damaged(
    audited_database: Database, settings: Settings, tmp_path: Path
) -> None:
    catalogue = Catalogue(audited_database)
    index = ResilientIndex(WhooshIndex(tmp_path / "nothing here"), catalogue)
    site = create_app(rooms=Rooms(settings, database=audited_database, index=index))

    page = PageClient(site).get("/buscar?q=pasaporte")

    assert index.wait_until_mended(60)
    assert "El buscador está en mantenimiento" in page.text
    assert "asaporte" in names(page)[0]


def test_search_goes_on_without_names_while_the_database_rests(
    audited_database: Database, settings: Settings, tmp_path: Path
) -> None:
    index = MemoryIndex()
    rebuild(index, Catalogue(audited_database))
    resting = Database(f"sqlite:///{tmp_path / 'no folder' / 'no.db'}")
    site = PageClient(create_app(rooms=Rooms(settings, database=resting, index=index)))

    found = site.get("/buscar?q=pasaporte")
    nothing = site.get("/buscar?q=zxqwv")

    assert "asaporte" in names(found)[0]
    assert facet(found, "Migracion")
    assert "tel:1555" not in nothing.links()


def test_help_lines_are_only_those_the_catalogue_has(
    empty: PageClient,
) -> None:
    page = empty.get("/buscar?q=dpi")

    assert "Si prefiere hablar con una persona" not in page.text


def test_chosen_topic_is_said_by_its_name_however_rare(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    rare = audited_catalogue.topics(5_000)[-1].term

    known = visitor.get(f"/buscar?tema={rare.slug}")
    unknown = visitor.get("/buscar?tema=no-existe")

    assert rare.name[1:] in one(known, ".chips [aria-current]").get_text()
    assert "No existe" in one(unknown, ".chips [aria-current]").get_text()
