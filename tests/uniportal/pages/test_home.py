"""The home page asks one question, and every way it offers leads somewhere."""

from tests.page_client import PageClient
from tests.uniportal.pages.reading import one


def test_home_asks_what_is_needed(visitor: PageClient) -> None:
    page = visitor.get("/")

    form = one(page, "form[role=search]")

    assert one(page, "h1").get_text() == "¿Qué trámite necesita?"
    assert (form["action"], form["method"]) == ("/buscar", "get")


def test_home_offers_the_five_ways_and_moments_of_life(visitor: PageClient) -> None:
    page = visitor.get("/")

    links = page.links()

    assert "/categoria/identidad" in links
    assert "/instituciones?tipo=ministerios" in links
    assert "/instituciones?tipo=secretarias" in links
    assert "/instituciones" in links
    assert any(link.startswith("/tema/") for link in links)
    assert any(link.startswith("/evento/") for link in links)
    assert "14 ministerios" in page.text
    assert "17 secretarías" in page.text


def test_no_link_of_home_is_dead(visitor: PageClient) -> None:
    links = {link for link in visitor.get("/").links() if link.startswith("/")}

    for link in sorted(links):
        if not link.startswith(("/static", "/l/")):
            visitor.get(link)


def test_everyday_needs_find_something(visitor: PageClient) -> None:
    needs = [link for link in visitor.get("/").links() if link.startswith("/buscar?q=")]

    assert len(needs) == 8
    for link in needs:
        assert "No encontramos" not in visitor.get(link).text, link


def test_home_in_english_keeps_the_texts_of_the_catalogue_in_spanish(visitor: PageClient) -> None:
    page = visitor.get("/en/")

    category = one(page, "a[href='/en/categoria/identidad']")

    assert one(page, "html")["lang"] == "en"
    assert category["lang"] == "es"
