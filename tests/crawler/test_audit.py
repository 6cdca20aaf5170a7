"""One portal from its address to its report."""

import socket
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from canse.domain.audit import SCHEMA, Limit
from canse.domain.errors import BadInput
from crawler.audit import Target, audit_portal
from crawler.exchange import MIB
from crawler.fetch import Patience
from crawler.politeness import Politeness
from crawler.visit import Visit
from tests.crawler.auditing import MUNI, audit, options, outcomes, read_json, without_run
from tests.crawler.hostile.manners import serve_manners
from tests.crawler.small_site import Pages, Reply, page, serve


def test_report_says_what_was_seen_and_what_not(tmp_path: Path) -> None:
    audited, site = audit(MUNI, tmp_path)

    coverage = audited.report.coverage
    seen = outcomes(audited)
    assert audited.report.portal.host == "127.0.0.1"
    assert coverage.evaluable
    assert coverage.limit is None
    assert coverage.pages_fetched == 4
    assert coverage.skipped == {"otro_portal": 1, "robots": 1}
    assert seen["/tramites/boleto"] == "ok"
    assert seen["/huerfana"] == "ok"
    assert seen["/perdida"] == "not_found"
    assert seen["/boleta.pdf"] == "not_html"
    assert "/noticias" not in site.asked
    assert site.asked.count("/") == 1


def test_report_has_the_shape_of_the_contract(tmp_path: Path) -> None:
    audited, site = audit(MUNI, tmp_path)

    report = read_json(audited)
    port = site.address.rpartition(":")[2]
    assert report["schema"] == SCHEMA
    assert audited.path.parent.parent == tmp_path / "informes" / f"127.0.0.1_{port}"
    assert audited.path.parent.name == report["run"]["id"]
    assert report["run"]["mode"] == "http"
    assert report["run"]["catalogue_version"]
    assert (audited.path.parent / "pages.warc.gz").stat().st_size > 0
    assert not list(audited.path.parent.glob(".*"))


def test_crawl_ends_at_the_number_of_pages_asked_for(tmp_path: Path) -> None:
    pages: Pages = {"/": page("Inicio", *(f"/p{n}" for n in range(50)))}
    pages |= {f"/p{n}": page(f"Página {n}", f"/p{n}/mas") for n in range(50)}

    audited, _ = audit(pages, tmp_path, max_pages=12)

    coverage = audited.report.coverage
    assert coverage.limit is Limit.PAGES
    assert coverage.pages_fetched == 12
    assert coverage.evaluable
    assert coverage.skipped["presupuesto"] == coverage.pages_known - 12
    assert "Se alcanzó el máximo de páginas." in coverage.reasons


def test_endless_portal_ends_in_spite_of_traps(tmp_path: Path) -> None:
    numbers = count()

    def more(times: int) -> Reply:
        number = next(numbers)
        links = (f"/a/{number}/{n}" for n in range(5))
        return page(f"Trampa {number}", *links, f"/cal?mes={number}")

    audited, site = audit({"/": page("Inicio", "/a"), "*": more}, tmp_path, max_pages=40)

    assert audited.report.coverage.limit is Limit.PAGES
    assert len(site.asked) < 150


def test_soft_not_found_is_told_when_the_portal_says_yes_to_all(tmp_path: Path) -> None:
    pages: Pages = {
        "/": page("Inicio", "/rota", "/buena"),
        "/buena": page("Buena"),
        "*": page("Lo sentimos", "/", text="No encontramos la página que usted busca aquí."),
        "/robots.txt": Reply(status=404),
    }

    audited, _ = audit(pages, tmp_path)

    assert outcomes(audited)["/rota"] == "soft_not_found"
    assert outcomes(audited)["/buena"] == "ok"
    assert outcomes(audited)["/"] == "ok"


def test_home_is_read_once_when_its_file_is_linked_too(tmp_path: Path) -> None:
    home = page("Inicio", "/index.html")

    audited, _ = audit({"/": home, "/index.html": home}, tmp_path)

    assert audited.report.coverage.pages_fetched == 1


def test_refresh_and_frames_are_followed(tmp_path: Path) -> None:
    pages: Pages = {
        "/": page("Entrada", head='<meta http-equiv=refresh content="0; url=/portal">'),
        "/portal": Reply(body=b"<frameset><frame src=/marco></frameset>"),
        "/marco": page("Marco"),
    }

    audited, _ = audit(pages, tmp_path)

    assert outcomes(audited)["/marco"] == "ok"


@pytest.mark.parametrize(
    ("home", "robots", "words"),
    [
        (Reply(status=503), None, "error del servidor"),
        (Reply(status=403), None, "no permite el acceso"),
        (Reply(status=302, headers=(("Location", "http://otra.gob.gt/"),)), None, "otro portal"),
        (Reply(body=b""), None, "vacía"),
        (Reply(body=b"<div id=app></div><script src=a.js></script>"), None, "JavaScript"),
        (page("Inicio"), Reply(status=500), "robots.txt"),
        (page("Inicio"), Reply(body=b"User-agent: *\nDisallow: /", kind="text/plain"), "robots"),
    ],
)
def test_portal_is_not_evaluable_and_says_why(
    tmp_path: Path, home: Reply, robots: Reply | None, words: str
) -> None:
    pages: Pages = {"/": home, "/robots.txt": robots or Reply(status=404)}

    audited, _ = audit(pages, tmp_path)

    assert not audited.report.coverage.evaluable
    assert words in " ".join(audited.report.coverage.reasons)
    assert read_json(audited)["coverage"]["evaluable"] is False


def test_portal_that_does_not_answer_gives_a_report(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    audited = audit_portal(Target(url=f"http://127.0.0.1:{port}/"), options(tmp_path))

    assert not audited.report.coverage.evaluable
    assert audited.report.coverage.reasons == ("El portal rechazó la conexión.",)
    assert outcomes(audited)["/"] == "connection_refused"


def test_portal_is_read_whole_when_its_certificate_is_bad(tmp_path: Path) -> None:
    with serve(MUNI, tls=True) as site:
        first = audit_portal(Target(url=site.url()), options(tmp_path))
    archive = first.path.parent / "pages.warc.gz"

    second = audit_portal(Target(replay=archive), options(tmp_path))

    assert outcomes(first)["/"] == outcomes(first)["/tramites/boleto"] == "ok"
    assert first.report.coverage.evaluable
    assert "no lo firmó ninguna autoridad reconocida" in first.report.coverage.reasons[0]
    assert "/noticias" not in site.asked
    assert without_run(read_json(second)) == without_run(read_json(first))


def test_portal_is_left_alone_when_it_falls_silent(tmp_path: Path) -> None:
    links = [f"/p{n}" for n in range(40)]
    calls: list[str] = []

    def hang(times: int) -> Reply:
        calls.append("")
        raise ConnectionAbortedError

    pages: Pages = {"/": page("Inicio", *links), **dict.fromkeys(links, hang)}

    audited, _ = audit(pages, tmp_path)

    assert "El portal dejó de responder durante la auditoría." in audited.report.coverage.reasons
    assert len(calls) < 25


def test_page_that_ruins_its_parser_costs_only_itself(tmp_path: Path) -> None:
    pages: Pages = {
        "/": page("Inicio", "/mala", "/buena"),
        "/mala": Reply(body=b"<p>morir"),
        "/buena": page("Buena"),
    }
    parser = "tests.crawler.parsers:die_of_the_word"

    first, _ = audit(pages, tmp_path, parser=parser)
    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), options(tmp_path))

    assert outcomes(first)["/mala"] == "parse_failed"
    assert outcomes(first)["/buena"] == "ok"
    assert without_run(read_json(second)) == without_run(read_json(first))


@pytest.mark.slow
def test_audit_ends_and_repeats_itself_when_every_page_is_hostile(tmp_path: Path) -> None:
    patience = Patience(total=1.0, silent=0.3)
    with serve_manners(home="/todo") as site:
        first = audit_portal(Target(url=site.url("/")), options(tmp_path, patience=patience))
    archive = first.path.parent / "pages.warc.gz"

    second = audit_portal(Target(replay=archive), options(tmp_path))

    seen = outcomes(first)
    assert len(seen) >= 35
    assert {"timed_out", "too_large", "bad_redirect", "leaves_portal", "not_html"} <= {
        *seen.values()
    }
    assert without_run(read_json(second)) == without_run(read_json(first))
    assert {urlsplit(page.url).netloc for page in first.report.pages} == {site.address[7:]}


def test_one_connection_at_a_time_is_open(tmp_path: Path) -> None:
    _, site = audit(MUNI, tmp_path)

    assert site.most_at_once == 1


def test_only_the_beginning_of_a_big_document_is_read(tmp_path: Path) -> None:
    pages: Pages = {
        "/": page("Inicio", "/grande.pdf"),
        "/grande.pdf": Reply(body=b"%PDF-1.4" + b"x" * (8 * MIB), kind="application/pdf"),
    }

    audited, _ = audit(pages, tmp_path)

    found = next(one for one in audited.report.pages if one.url.endswith("/grande.pdf"))
    assert found.bytes == 8 * MIB + 8
    assert (audited.path.parent / "pages.warc.gz").stat().st_size < MIB


def test_watcher_is_told_of_each_step(tmp_path: Path) -> None:
    told: list[str] = []

    class Watcher:
        def started(self, url: str, max_pages: int) -> None:
            told.append("empieza")

        def resumed(self, url: str) -> None:
            told.append("retoma")

        def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
            told.append(visit.outcome.value)

        def finished(self, url: str, report: object) -> None:
            told.append("termina")

    with serve(MUNI) as site:
        audit_portal(Target(url=site.url()), options(tmp_path), Watcher())

    assert told[0] == "empieza"
    assert told[-1] == "termina"
    assert told.count("ok") == 4


@pytest.mark.parametrize("url", ["", "hola mundo", "ftp://a.gt/", "http://a@b.gt/"])
def test_address_is_refused_in_words_when_it_is_none(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadInput, match="no es la dirección"):
        audit_portal(Target(url=url), options(tmp_path))


def make_clock() -> tuple[Callable[[], float], list[float], Callable[[float], Any]]:
    """A clock that only sleeping moves."""
    now = [0.0]
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    return (lambda: now[0]), slept, sleep


def test_pauses_are_kept_when_the_portal_is_not_spared(tmp_path: Path) -> None:
    monotonic, slept, sleep = make_clock()
    politeness = Politeness(monotonic=monotonic, sleep=sleep)
    pages = {**MUNI, "/robots.txt": Reply(body=b"User-agent: *\nCrawl-delay: 7\n")}

    _, site = audit(pages, tmp_path, politeness=politeness)

    assert len(slept) == len(site.asked) - 1
    assert slept[0] == 2.0
    assert set(slept[1:]) == {7.0}


def test_sitemaps_of_an_index_are_read_and_foreign_ones_not(tmp_path: Path) -> None:
    pages = dict(MUNI)
    pages["/robots.txt"] = Reply(body=b"Sitemap: /indice.xml\nSitemap: http://otra.gob.gt/s.xml\n")
    pages["/indice.xml"] = Reply(
        body=b"<sitemapindex><loc>/a.xml</loc><loc>/indice.xml</loc></sitemapindex>"
    )
    pages["/a.xml"] = Reply(body=b"<urlset><loc>/solo-aqui</loc></urlset>", kind="text/html")
    pages["/solo-aqui"] = page("Solo aquí")

    audited, site = audit(pages, tmp_path)

    assert outcomes(audited)["/solo-aqui"] == "ok"
    assert site.asked.count("/indice.xml") == 1
