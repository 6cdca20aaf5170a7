"""A page is read once, whatever its addresses."""

from pathlib import Path

import pytest

from crawler.copies import Copies, loose_key
from tests.crawler.auditing import audit, outcomes
from tests.crawler.pages import PORTAL, visit_of
from tests.crawler.small_site import Pages, page

WORDS = "<h1>Licencia</h1><p>Requisitos de la licencia de construcción."
CANONICAL = f'<link rel=canonical href="{PORTAL}licencia/">'


def are_copies(*visits: tuple[str, str]) -> list[bool]:
    copies = Copies()
    return [copies.is_copy(visit_of(html, path)) for path, html in visits]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("licencia", "licencia/"),
        ("licencia/", "Licencia"),
        ("licencia/", "licencia/index.php"),
        ("licencia/default.aspx", "licencia"),
    ],
)
def test_same_words_under_nearly_the_same_address_are_one_page(first: str, second: str) -> None:
    assert are_copies((first, WORDS), (second, WORDS)) == [False, True]


@pytest.mark.parametrize("paths", [("licencia/", "?p=12"), ("?p=12", "licencia/")])
def test_same_words_under_the_address_a_page_names_are_one_page(paths: tuple[str, str]) -> None:
    html = CANONICAL + WORDS

    assert are_copies(*((path, html) for path in paths)) == [False, True]


def test_same_words_elsewhere_are_another_page() -> None:
    assert are_copies(("a", WORDS), ("b", WORDS)) == [False, False]


def test_other_words_are_another_page_whatever_address_they_name() -> None:
    other = CANONICAL + "<h1>Boda</h1><p>Requisitos para casarse."

    assert are_copies(("licencia/", CANONICAL + WORDS), ("boda", other)) == [False, False]


def test_queries_tell_pages_apart() -> None:
    assert loose_key("http://a.gt/ver?id=1") != loose_key("http://a.gt/ver?id=2")
    assert are_copies(("ver?id=1", WORDS), ("ver?id=2", WORDS)) == [False, False]


def test_portal_is_read_once_in_spite_of_its_many_addresses(tmp_path: Path) -> None:
    sheet = page("Licencia", head='<link rel=canonical href="/licencia/">')
    links = ["/licencia", "/licencia/", "/LICENCIA", "/licencia/index.html", "/?p=12"]
    pages: Pages = {
        "/": page("Inicio", *links, "/imprimir?print=1", "/licencia?replytocom=3"),
        **dict.fromkeys(links, sheet),
        "/imprimir": page("Imprimir"),
    }

    audited, site = audit(pages, tmp_path)

    assert audited.report.coverage.pages_fetched == 3
    assert outcomes(audited)["/licencia"] == "ok"
    assert "/licencia?replytocom=3" not in site.asked
    assert "/imprimir?print=1" not in site.asked


def test_folder_that_says_yes_to_all_is_found_out_by_a_probe_of_its_own(tmp_path: Path) -> None:
    lost = page("Sistema de citas", "x/", "y/", text="Elija primero una de las opciones.")
    pages: Pages = {
        "/": page("Inicio", "/app/boletas", "/app/citas", "/app/perdida/"),
        "/app/boletas": page("Boletas"),
        "/app/citas": page("Citas"),
        "/app/*": lost,
    }

    audited, site = audit(pages, tmp_path)

    found = outcomes(audited)
    assert found["/app/perdida/"] == "soft_not_found"
    assert found["/app/boletas"] == found["/app/citas"] == "ok"
    assert not any("/x/" in path for path in site.asked)
    assert audited.report.coverage.pages_fetched == 3
