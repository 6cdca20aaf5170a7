"""Pages that no validator would pass are read as a browser shows them."""

from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, html, page
from tests.crawler.hostile.rows import row

DEPTH = 400
DEEP = (
    "<table><tr><td>" * DEPTH
    + '<a href="/adentro">Adentro</a>'
    + "</td></tr></table>" * DEPTH
    + '<a href="/afuera">Afuera</a>'
)
PAGES: dict[str, Answer] = {
    "/nulo": html(b'<h1>An\x00tes</h1><a href="/tra\x00mite">Ir</a><p>Despu\x00\xc3\xa9s'),
    "/hondo": html(f"<h1>Tablas</h1>{DEEP}"),
    "/vacia": html(""),
    "/comentario": html("<!-- nada por aquí -->"),
    "/comilla": html(
        '<h1>Lista</h1><a href="/a>uno</a><a href="/b">dos</a> <a href="/c">tres</a><p>Fin'
    ),
}
REACHED: dict[str, Answer] = {
    path: page(path) for path in ("/tramite", "/adentro", "/afuera", "/c")
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("html")
    return look({**linked(PAGES.items()), **REACHED}, folder)


@row(40)
def test_nul_is_dropped_and_nothing_is_lost_behind_it(seen: Seen) -> None:
    assert seen.words("/nulo") == "Antes Ir Después"
    assert seen.outcome("/tramite") == "ok"
    assert not [path for path in seen.site.asked if path.startswith("/tra") and path != "/tramite"]


@row(41)
@pytest.mark.parametrize("path", ["/adentro", "/afuera"])
def test_links_are_found_within_and_after_deep_tables(seen: Seen, path: str) -> None:
    assert seen.outcome(path) == "ok"


@row(43)
@pytest.mark.parametrize("path", ["/vacia", "/comentario"])
def test_page_that_says_nothing_is_called_empty(seen: Seen, path: str) -> None:
    assert seen.outcome(path) == "empty"


@row(44)
def test_forgotten_quote_costs_its_link_and_asks_for_no_monster(seen: Seen) -> None:
    assert seen.outcome("/c") == "ok"
    assert not [path for path in seen.site.asked if "uno" in path or "<" in path or "%3C" in path]
