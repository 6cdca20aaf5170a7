"""Addresses are asked for as browsers would, and what is none is not asked for."""

from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, look
from tests.crawler.hostile.raw_server import Answer, html, page
from tests.crawler.hostile.rows import row

HOME = """<!doctype html><html lang="es"><title>Inicio</title><h1>Inicio</h1>
<a href="/con
salto">1</a> <a href="/con\ttab">2</a> <a href="http://[x">3</a> <a href="/a%252Fb">4</a>
<a href="/100%/oferta">5</a> <a href="/base">6</a> <a href="data:text/html,/dato">7</a>
<img src="data:image/png;base64,iVBORw0KGgo=/imagen"> <a href="/final">8</a>
<script>var ruta = "/guion/secreto"; location.ruta = '/otra/ruta.html'; let u = "a/b/c";</script>
<script type="application/json">{"url": "/json/interno"}</script>"""
BASE = '<base target="_top"><base href="/uno/"><base href="/dos/"><h1>Base</h1><a href="p">Ir</a>'
ANSWERS: dict[str, Answer] = {
    "/": html(HOME),
    "/base": html(BASE),
    **{
        path: page(path)
        for path in ("/consalto", "/contab", "/a%252Fb", "/100%25/oferta", "/uno/p", "/final")
    },
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("urls")
    return look(ANSWERS, folder)


@row(52)
@pytest.mark.parametrize("path", ["/consalto", "/contab"])
def test_line_breaks_and_tabs_are_taken_out(seen: Seen, path: str) -> None:
    assert seen.outcome(path) == "ok"


@row(53)
def test_href_that_is_no_address_is_counted_and_the_next_one_read(seen: Seen) -> None:
    assert seen.report.coverage.skipped["direccion_invalida"] == 1
    assert seen.outcome("/final") == "ok"


@row(55)
def test_percent_sign_is_not_decoded_twice(seen: Seen) -> None:
    assert seen.outcome("/a%252Fb") == "ok"
    assert not {"/a%2Fb", "/a/b"} & {*seen.site.asked}


@row(56)
def test_first_base_counts(seen: Seen) -> None:
    assert seen.outcome("/uno/p") == "ok"
    assert "/dos/p" not in seen.site.asked


@row(58)
def test_texts_in_scripts_and_data_are_no_addresses(seen: Seen) -> None:
    lists = {"/sitemap.xml", "/sitemap_index.xml"}
    known = {"/robots.txt", "/.well-known/security.txt", *lists, *ANSWERS}
    asked = {path for path in seen.site.asked if "uniportal-no-existe" not in path}

    assert asked <= known


@row(59)
def test_lone_percent_sign_is_encoded_to_ask_and_kept_to_report(seen: Seen) -> None:
    assert seen.outcome("/100%25/oferta") == "ok"
    assert "/100%/oferta" in [link.raw for link in seen.page("/").links]
