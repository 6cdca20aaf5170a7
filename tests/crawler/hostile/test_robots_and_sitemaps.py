"""robots.txt and sitemaps are understood however they are sent."""

import gzip
from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, answer, html, page, redirect, serve_raw
from tests.crawler.hostile.rows import row

RULES = b"User-agent: *\nDisallow: /privado\n"
MUNI: dict[str, Answer] = linked([("/privado", page("Privado")), ("/publico", page("Público"))])


def plain(body: bytes, **more: str) -> bytes:
    return answer(body, "Content-Type: text/plain", **more)  # type: ignore[arg-type]


def with_robots(robots: Answer, folder: Path) -> Seen:
    return look({**MUNI, "/robots.txt": robots}, folder)


@row(28)
def test_first_rule_counts_when_the_file_begins_with_a_bom(tmp_path: Path) -> None:
    seen = with_robots(plain(b"\xef\xbb\xbf" + RULES), tmp_path)

    assert "/privado" not in seen.site.asked
    assert seen.outcome("/publico") == "ok"


@row(29)
def test_portal_is_closed_for_now_when_its_robots_answer_503(tmp_path: Path) -> None:
    busy = html("<!doctype html><h1>En mantenimiento</h1>", status="503 Service Unavailable")
    seen = with_robots(busy, tmp_path)

    assert set(seen.site.asked) == {"/robots.txt"}
    assert seen.site.asked.count("/robots.txt") == 3
    assert not seen.report.coverage.evaluable
    assert seen.report.coverage.reasons == ("El archivo robots.txt respondió con el error 503.",)


@row(29)
def test_portal_is_read_when_its_robots_answer_at_the_second_try(tmp_path: Path) -> None:
    busy = html("<h1>Espere</h1>", status="503 Service Unavailable")
    seen = with_robots(lambda asked: plain(RULES) if asked.times else busy, tmp_path)

    assert seen.report.coverage.evaluable
    assert "/privado" not in seen.site.asked


@row(31)
def test_rules_of_another_host_hold_for_the_portal_that_sent_us_there(tmp_path: Path) -> None:
    with serve_raw({"/reglas.txt": plain(RULES)}, host="127.0.0.2") as other:
        seen = with_robots(redirect(other.url("/reglas.txt")), tmp_path)

    assert other.asked == ["/reglas.txt"]
    assert "/privado" not in seen.site.asked
    assert seen.outcome("/publico") == "ok"


@row(31)
@pytest.mark.parametrize(("hops", "is_private_asked"), [(5, False), (6, True)])
def test_rules_are_sought_through_five_redirects(
    tmp_path: Path, hops: int, is_private_asked: bool
) -> None:
    chain: dict[str, Answer] = {f"/r{n}": redirect(f"/r{n + 1}") for n in range(1, hops)}
    chain[f"/r{hops}"] = plain(RULES)
    seen = look({**MUNI, **chain, "/robots.txt": redirect("/r1")}, tmp_path)

    assert ("/privado" in seen.site.asked) is is_private_asked


@row(32)
def test_blank_line_does_not_end_a_group(tmp_path: Path) -> None:
    seen = with_robots(plain(b"User-agent: *\n\n\nDisallow: /privado\n"), tmp_path)

    assert "/privado" not in seen.site.asked


@row(34)
def test_page_of_html_holds_no_rules_and_is_noted(tmp_path: Path) -> None:
    seen = with_robots(html("<!doctype html><p>User-agent: *\nDisallow: /\n"), tmp_path)

    robots = next(one for one in seen.report.pages if one.url.endswith("/robots.txt"))
    assert seen.outcome("/privado") == "ok"
    assert robots.note == "robots_es_html"


def sitemap(*addresses: str, head: str = '<?xml version="1.0"?>') -> bytes:
    inner = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f"{head}<urlset>{inner}</urlset>".encode()


XML = "Content-Type: application/xml"
PATHS = ("/html", "/linea", "/cdata", "/mentira", "/comprimido")
SITEMAPS: dict[str, Answer] = {
    "/html.xml": html(sitemap("/html")),
    "/linea.xml": answer(b"\r\n" + sitemap("/linea"), XML),
    "/vacio.xml": answer(b"", XML),
    "/cdata.xml": answer(sitemap("<![CDATA[/cdata]]>"), XML),
    "/mentira.xml.gz": answer(sitemap("/mentira"), "Content-Type: application/gzip"),
    "/comprimido.xml": answer(gzip.compress(sitemap("/comprimido")), XML),
}


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    lines = "".join(f"Sitemap: {path}\n" for path in SITEMAPS)
    pages: dict[str, Answer] = {path: page(path) for path in PATHS}
    robots = {"/robots.txt": plain(lines.encode())}
    folder: Path = tmp_path_factory.mktemp("sitemaps")
    return look({"/": page("Inicio"), **pages, **SITEMAPS, **robots}, folder)


@row(35)
def test_sitemap_is_read_when_sent_as_html(mapped: Seen) -> None:
    assert mapped.outcome("/html") == "ok"


@row(37)
def test_sitemap_is_read_when_its_first_line_is_blank(mapped: Seen) -> None:
    assert mapped.outcome("/linea") == "ok"


@row(37)
def test_empty_sitemap_is_said_to_be_empty(mapped: Seen) -> None:
    assert mapped.outcome("/vacio.xml") == "empty"
    assert mapped.report.coverage.evaluable


@row(38)
@pytest.mark.parametrize("path", ["/cdata", "/mentira", "/comprimido"])
def test_address_is_found_however_it_is_wrapped(mapped: Seen, path: str) -> None:
    assert mapped.outcome(path) == "ok"
