"""Every page offers itself in the languages we have, and a draft says what it is."""

import pytest
from bs4.element import Tag

from canse.catalogue import Catalogue
from tests.page_client import FetchedPage, PageClient
from tests.uniportal.translating import read, translatable
from uniportal.language_registry import DRAFTS, TRANSLATIONS, Language

QUERY = "/buscar?q=partida&orden=nombre"
ENGLISH_PAGES = ("/", "/buscar?q=partida", "/etapas", "/a-z", "/instituciones", "/idiomas")


def offered(page: FetchedPage) -> list[Tag]:
    """The links to the same page in other languages."""
    return [link for link in page.soup.select(".tongues a") if link.get("hreflang")]


def meta(page: FetchedPage, name: str) -> str:
    """What a page says to robots."""
    found = page.soup.find("meta", attrs={"name": name})
    return str(found["content"]) if isinstance(found, Tag) else ""


@pytest.mark.parametrize("prefix", ["", "/en", "/cak"])
def test_same_page_is_offered_in_every_language(pages: PageClient, prefix: str) -> None:
    links = offered(pages.get(prefix + QUERY))

    assert [(link["hreflang"], link["href"]) for link in links] == [
        ("es", QUERY),
        *[(code, f"/{code}{QUERY}") for code in ("en", "quc", "cak", "mam", "ixl")],
    ]


def test_language_is_offered_under_its_own_name_and_a_draft_is_said_to_be_one(
    pages: PageClient,
) -> None:
    links = offered(pages.get("/en/"))

    assert [(link["lang"], " ".join(link.get_text(" ").split())) for link in links] == [
        ("es", "Español"),
        ("en", "English"),
        ("quc", "K\u02bciche\u02bc (draft)"),
        ("cak", "Kaqchikel (draft)"),
        ("es", "Mam (draft)"),
        ("es", "Ixil (draft)"),
    ]
    assert {link.small["lang"] for link in links if link.small} == {"en"}


@pytest.mark.parametrize("code", ["es", "en", "ixl"])
def test_current_language_is_said(pages: PageClient, code: str) -> None:
    page = pages.get("/" if code == "es" else f"/{code}/")

    current = [link for link in offered(page) if link.get("aria-current")]

    assert [link["hreflang"] for link in current] == [code]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.code)
@pytest.mark.parametrize("address", ["/", "/buscar?q=partida", "/servicio/no-existe"])
def test_page_of_a_draft_says_so_and_stays_out_of_indexes(
    pages: PageClient, draft: Language, address: str
) -> None:
    page = pages.get(f"/{draft.code}{address}", status=None)

    note = page.soup.select_one("main .note")
    assert note is not None
    assert note["lang"] == "es"
    assert "Borrador" in note.get_text()
    assert "noindex" in meta(page, "robots")
    assert page.headers["X-Robots-Tag"] == "noindex"
    (canonical,) = page.soup.select("link[rel=canonical]")
    assert canonical["href"] == f"http://localhost{address}"


@pytest.mark.parametrize("prefix", ["", "/en", "/quc"])
def test_drafts_are_no_alternates(pages: PageClient, prefix: str) -> None:
    page = pages.get(f"{prefix}/")

    alternates = {str(link["hreflang"]) for link in page.soup.select("link[rel=alternate]")}
    assert alternates & {draft.code for draft in DRAFTS} == set()


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_page_of_a_complete_language_may_be_indexed(pages: PageClient, address: str) -> None:
    page = pages.get(address)

    assert "X-Robots-Tag" not in page.headers
    assert "noindex" not in meta(page, "robots")
    assert page.soup.select("main .note[lang=es]") == []


@pytest.mark.parametrize("asked", ["quc", "en", "quc-GT,en;q=0.8", "*", "zz-!!"])
def test_languages_of_the_browser_choose_nothing(pages: PageClient, asked: str) -> None:
    page = pages.get("/", headers={"Accept-Language": asked})

    assert page.soup.html is not None
    assert page.soup.html["lang"] == "es-GT"
    assert "Accept-Language" not in page.headers.get("Vary", "")


@pytest.mark.parametrize("code", ["kek", "agu-x-chalchit", "xin", "zz"])
def test_language_without_texts_has_no_address(pages: PageClient, code: str) -> None:
    page = pages.get(f"/{code}/", status=404)

    assert page.soup.html is not None
    assert page.soup.html["lang"] == "es-GT"


def test_error_in_a_draft_is_told_in_spanish_and_marked(pages: PageClient) -> None:
    page = pages.get("/mam/servicio/no-existe", status=404)

    assert page.soup.h1 is not None
    assert page.soup.h1["lang"] == "es"


def test_lite_page_of_a_draft_says_so(pages: PageClient) -> None:
    page = pages.get("/quc/l/")

    assert "Borrador" in page.text
    assert "Utzukuxik" in page.text


@pytest.mark.parametrize("prefix", ["", "/en", "/ixl"])
def test_page_of_languages_lists_all_and_the_proof_of_each_draft(
    pages: PageClient, prefix: str
) -> None:
    page = pages.get(f"{prefix}/idiomas")

    codes = {str(tag["lang"]) for tag in page.soup.select("main table th[lang]")}
    assert {"quc", "kek", "acr", "jac", "es"} <= codes
    assert len(page.soup.select("main > div > table tbody tr")) == 25
    assert len(page.soup.select("main details")) == len(DRAFTS)
    assert "mozilla-mobile/focus-android" in page.text


def english_only() -> set[str]:
    """What our texts say in English and never in Spanish."""
    texts = list(translatable(read(TRANSLATIONS / "en/LC_MESSAGES/messages.po")))
    said = {str(message.string) for message in texts if isinstance(message.id, str)}
    return said - {str(message.id) for message in texts if isinstance(message.id, str)}


def languages_of(page: FetchedPage) -> list[tuple[str, str]]:
    """Each piece of text of a page, with the language it is said to be in."""
    found = []
    for piece in page.soup.find_all(string=True):
        words = " ".join(piece.split()).strip(" .:()")
        spoken = [str(tag["lang"]) for tag in piece.parents if tag.get("lang")]
        if words and spoken:
            found.append((words, spoken[0]))
    return found


def test_english_text_is_never_called_spanish(pages: PageClient, catalogue: Catalogue) -> None:
    slug = catalogue.institutions()[0].institution.slug
    sheet = next(iter(catalogue.published_sheets())).slug
    ours = english_only()

    addresses = (*ENGLISH_PAGES, f"/institucion/{slug}", f"/servicio/{sheet}")
    for address in addresses:
        spoken = languages_of(pages.get(f"/en{address}"))
        assert [words for words, code in spoken if code == "es" and words in ours] == [], address
        assert [words for words, code in spoken if code == "en" and words in ours] != [], address
