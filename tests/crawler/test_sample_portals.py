"""The sample portals are served as the old hosts they imitate would serve them."""

import csv
import re
import socket
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

import pytest

from canse.domain.institution import InstitutionKind
from crawler.sample_answers import TYPES, Answer, SampleSite, load_site
from crawler.sample_portals import (
    SAMPLE_PORTALS,
    SAMPLES_FOLDER,
    SamplePortal,
    serve_samples,
)

ROOT = "http://127.0.0.1:1/"
SHIPPED = {".html", ".xml", ".txt", ".css", ".js", ".svg", ".pdf", ".csv"}
SESSION = re.compile(r"/\(S\([0-9a-f]{24}\)\)|\?PHPSESSID=[0-9a-f]{24}$")
EXPECTED = list(
    csv.DictReader((SAMPLES_FOLDER / "expected.csv").read_text(encoding="utf-8").splitlines())
)

each_portal = pytest.mark.parametrize("portal", SAMPLE_PORTALS, ids=lambda portal: portal.folder)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def links_of(body: bytes) -> list[str]:
    reader = _Links()
    reader.feed(body.decode("cp1252", "replace"))
    return reader.found


def walk(site: SampleSite) -> Iterator[tuple[str, Answer]]:
    """Every address that a visitor reaches by links, sessions left out and one month only."""
    waiting, seen = ["/"], set()
    while waiting:
        target = SESSION.sub("", waiting.pop())
        if target in seen or "?mes=" in target:
            continue
        seen.add(target)
        answer = site.answer(target, ROOT)
        yield target, answer
        links = [answer.location] if answer.location else []
        if answer.content_type == "text/html":
            links += links_of(answer.body)
        for link in links:
            url = urlsplit(urljoin(urljoin(ROOT, target), link))
            if f"{url.scheme}://{url.netloc}/" == ROOT:
                waiting.append(url._replace(scheme="", netloc="", fragment="").geturl())


def is_lost(answer: Answer) -> bool:
    """Whether a portal says that it lacks a page, honestly or under a 200."""
    return answer.status == 404 or "Página no encontrada".encode("cp1252") in answer.body


def expected(portal: SamplePortal, *kinds: str) -> list[dict[str, str]]:
    return [row for row in EXPECTED if row["portal"] == portal.folder and row["kind"] in kinds]


def test_sample_portals_are_a_ministry_a_secretariat_and_a_municipality() -> None:
    kinds = [portal.kind for portal in SAMPLE_PORTALS]

    assert kinds == [
        InstitutionKind.MINISTRY,
        InstitutionKind.SECRETARIAT,
        InstitutionKind.MUNICIPALITY,
    ]


@each_portal
def test_every_link_leads_somewhere_when_it_is_not_a_deliberate_gap(portal: SamplePortal) -> None:
    site = load_site(portal.path)

    lost = {target for target, answer in walk(site) if is_lost(answer)}

    assert lost == {row["page"] for row in expected(portal, "missing")}


@each_portal
def test_every_html_file_is_reached_by_links_from_the_home(portal: SamplePortal) -> None:
    site = load_site(portal.path)

    reached = {answer.body for _, answer in walk(site) if b"@@" not in answer.body}
    unreached = {
        name
        for name, body in site.files.items()
        if name.endswith(".html") and b"@@" not in body and body not in reached
    }

    assert unreached <= {"/buscar/index.html"}


@each_portal
def test_every_expected_page_is_there(portal: SamplePortal) -> None:
    site = load_site(portal.path)
    pages = {row["page"] for row in expected(portal, "service", "trap", "disallowed", "script")}

    lost = {page for page in pages if is_lost(site.answer(page, ROOT))}

    assert len(pages) >= 10
    assert lost == set()


def test_expected_stages_cover_all_four_and_never_confirm_more_than_declared() -> None:
    rows = [row for row in EXPECTED if row["kind"] == "service"]

    assert {int(row["declared"]) for row in rows} == {1, 2, 3, 4}
    assert [row for row in rows if int(row["confirmed"]) > int(row["declared"])] == []


@each_portal
def test_links_to_outside_stay_under_the_reserved_domain(portal: SamplePortal) -> None:
    site = load_site(portal.path)

    hosts = {
        urlsplit(link).hostname or ""
        for name, body in site.files.items()
        if name.endswith(".html")
        for link in [*links_of(body), *site.redirects.values()]
        if link.startswith("http")
    }

    assert hosts
    assert {host for host in hosts if not host.endswith(".example")} == set()
    assert portal.address.endswith(".localhost/")


@each_portal
def test_telephones_are_made_up(portal: SamplePortal) -> None:
    site = load_site(portal.path)

    found = {n for body in site.files.values() for n in re.findall(rb"\b[2-7]\d{3}-\d{4}\b", body)}

    assert found <= {b"2000-0000", b"2000-0001", b"2000-0002"}


def test_files_have_only_extensions_that_are_shipped() -> None:
    suffixes = {path.suffix for path in SAMPLES_FOLDER.rglob("*") if path.is_file()}

    assert suffixes <= SHIPPED


@each_portal
def test_every_file_has_a_content_type(portal: SamplePortal) -> None:
    names = load_site(portal.path).files

    assert {name for name in names if Path(name).suffix not in TYPES} == set()


@each_portal
def test_pdf_files_are_whole(portal: SamplePortal) -> None:
    pdfs = {n: b for n, b in load_site(portal.path).files.items() if n.endswith(".pdf")}

    broken = [n for n, b in pdfs.items() if not (b.startswith(b"%PDF-") and b.endswith(b"%%EOF\n"))]

    assert broken == []
    for body in pdfs.values():
        start = int(body.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0])
        assert body[start:].startswith(b"xref")


@pytest.fixture(scope="module")
def served() -> Iterator[dict[str, str]]:
    with serve_samples() as addresses:
        yield addresses


def test_each_portal_answers_at_its_own_port_without_charset_or_cookie(
    served: dict[str, str],
) -> None:
    assert list(served) == [portal.slug for portal in SAMPLE_PORTALS]
    assert len(set(served.values())) == 3
    for address in served.values():
        with urlopen(address, timeout=5) as answer:
            assert answer.headers["Content-Type"] == "text/html"
            assert answer.headers["Set-Cookie"] is None
            assert b"ficticia" in answer.read()


def test_sitemap_names_the_port_in_use(served: dict[str, str]) -> None:
    address = served["municipalidad-de-san-ejemplo"]

    with urlopen(f"{address}sitemap.xml", timeout=5) as answer:
        found = re.findall(r"<loc>(.*?)</loc>", answer.read().decode())

    assert f"{address}servicios/" in found
    assert all(url.startswith(address) for url in found)


def test_head_says_the_size_and_sends_no_body(served: dict[str, str]) -> None:
    address = served["secretaria-de-bibliotecas-de-ejemplo"]
    request = Request(f"{address}documentos/FichaPrestamo.pdf", method="HEAD")

    with urlopen(request, timeout=5) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        assert int(answer.headers["Content-Length"]) > 0
        assert answer.read() == b""


def test_form_sent_is_refused(served: dict[str, str]) -> None:
    address = served["ministerio-de-caminos-de-ejemplo"]

    with pytest.raises(HTTPError) as refused:
        urlopen(f"{address}reporte-de-baches/", data=b"m=hola", timeout=5)

    with refused.value as answer:
        assert answer.code == 405


def test_ports_are_closed_when_the_block_ends() -> None:
    with serve_samples() as addresses:
        ports = [urlsplit(address).port for address in addresses.values()]

    for port in ports:
        with socket.socket() as probe:
            probe.settimeout(5)
            assert probe.connect_ex(("127.0.0.1", port or 0)) != 0
