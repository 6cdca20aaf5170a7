"""Open data from the bytes of files to the verdict: what a program can read, and nothing else."""

from typing import Any

import pytest

from canse.domain.audit import Verdict
from crawler.document import Document
from crawler.documents import read_document
from crawler.visit import Outcome, Visit
from tests.crawler import files
from tests.crawler.cases import Cases, answer_of_case
from tests.crawler.files import CSV, TEXT_PDF, WORKBOOK, zip_of
from tests.crawler.pages import answer_of, visit_of

MET, PARTIAL, MISSING = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NONE, UNKNOWN = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE
TEXT = "<main><h1>Inicio</h1><p>Bienvenidos a la municipalidad.</p></main>"
NATIONAL = "https://datos.otra.gob.gt/"


def file(path: str, body: bytes, *, is_cut: bool = False) -> Visit:
    """A visit to a file, read as the crawler reads it."""
    url = f"https://portal.ejemplo.example/{path}"
    document = read_document(body, declared="", url=url, is_cut=is_cut)
    return visit_of("", path, page=None, document=document, outcome=Outcome.NOT_HTML)


def lost(path: str) -> Visit:
    """A file that answers with a page in its place."""
    return visit_of(
        "", path, page=None, outcome=Outcome.SOFT_NOT_FOUND, document=Document(kind="html")
    )


def data_page(more: str = "", title: str = "Datos abiertos") -> str:
    return f"<main><h1>{title}</h1><ul><li><a href='/obras.csv'>Obras</a></li></ul>{more}</main>"


def laip(*links: str, title: str = "Información pública de oficio") -> str:
    anchors = "".join(f"<li><a href='{link}'>{link}</a></li>" for link in links)
    return f"<main><h1>{title}</h1><ul>{anchors}</ul></main>"


OBRAS = file("obras.csv", CSV)
PICTURE = zip_of(xl__media__a_dot_png=b"\x89PNG", xl__worksheets__sheet1_dot_xml=b"<s/>")
DESCRIBED = (
    "<p>Unidad responsable: Secretaría Municipal.</p><p>Última actualización: 15/11/2026</p>"
    "<p>Frecuencia de actualización: mensual</p>"
)
OLD = DESCRIBED.replace("2026", "2023")

CASES: Cases = [
    ("O-01", (visit_of(data_page()), OBRAS), MET),
    ("O-01", data_page(title="Portal de Datos Abiertos"), MET),
    ("O-01", "<h1>Datos abiertos</h1><p>En construcción.</p>", PARTIAL),
    ("O-01", "<footer><a href='/datos/'>Datos abiertos</a></footer>", PARTIAL),
    ("O-01", f"<a href='{NATIONAL}'>Datos abiertos</a>", MISSING),
    ("O-01", "<h1>Capacitan a vecinos en el uso de datos abiertos</h1>", MISSING),
    ("O-01", (visit_of(data_page(), "noticias/datos-abiertos/"), OBRAS), MISSING),
    ("O-01", (visit_of(data_page()), lost("obras.csv")), PARTIAL),
    ("O-01", TEXT, MISSING),
    ("O-02", (visit_of(TEXT), OBRAS), MET),
    ("O-02", (visit_of(TEXT), file("gasto.xlsx", WORKBOOK)), MET),
    ("O-02", (visit_of(TEXT), file("gasto.xlsx", WORKBOOK[:-40], is_cut=True)), MET),
    ("O-02", (visit_of(TEXT), file("a.zip", zip_of(a_dot_csv=b"a,b\n1,2\n"))), MET),
    ("O-02", data_page(), PARTIAL),
    ("O-02", (visit_of(TEXT), file("a.xls", files.ole_of("Workbook"))), PARTIAL),
    ("O-02", (visit_of(TEXT), file("a.xlsx", PICTURE)), MISSING),
    ("O-02", (visit_of(TEXT), file("a.xls", b"<table><tr><td>1</td></tr></table>")), MISSING),
    ("O-02", (visit_of(TEXT), file("a.zip", zip_of(a_dot_pdf=TEXT_PDF))), MISSING),
    ("O-02", (visit_of(TEXT), file("a.csv", b"solo una frase")), MISSING),
    ("O-02", (visit_of(TEXT), file("a.xml", b"<rss><channel/></rss>")), MISSING),
    ("O-02", (visit_of(data_page()), lost("obras.csv")), MISSING),
    ("O-02", "<a href='/sitemap.xml'>Mapa</a><a href='/rss.xml'>RSS</a>", MISSING),
    ("O-02", f"<a href='{NATIONAL}gasto.csv'>Gasto</a>", MISSING),
    ("O-02", "<iframe src='https://app.powerbi.com/view?r=a'></iframe>", MISSING),
    ("O-03", data_page("<p>Licencia de uso: Creative Commons Atribución.</p>"), MET),
    ("O-03", data_page("<a href='https://creativecommons.org/licenses/by/4.0/'>CC</a>"), MET),
    (
        "O-03",
        (
            visit_of(data_page(), "datos/"),
            visit_of("<a href='https://creativecommons.org/licenses/by/4.0/'>CC</a>", "otra/"),
        ),
        PARTIAL,
    ),
    ("O-03", data_page(), MISSING),
    ("O-03", data_page("<p>Requisitos para la licencia de construcción.</p>"), MISSING),
    ("O-03", "<a href='https://creativecommons.org/licenses/by/4.0/'>CC</a>", NONE),
    ("O-03", TEXT, NONE),
    ("O-04", f"<meta name=generator content='ckan 2.10.1'>{TEXT}", MET),
    ("O-04", "<a href='/api/3/action/package_list'>API</a>", MET),
    ("O-04", "<a href='/data.json'>Catálogo</a>", MET),
    (
        "O-04",
        '<script type="application/ld+json">{"@type": "DataCatalog"}</script>' + TEXT,
        MET,
    ),
    ("O-04", "<a href='/dataset/presupuesto-2026'>Presupuesto</a>", PARTIAL),
    ("O-04", f"<a href='{NATIONAL}api/3/action/package_list'>API</a>", MISSING),
    ("O-04", f"<meta name=generator content='WordPress 6.4'>{TEXT}", MISSING),
    ("O-04", '<script type="application/ld+json">[[[{"a": "DataCatalog"]</script>', MISSING),
    ("O-05", data_page(DESCRIBED), MET),
    ("O-05", data_page("<p>Última actualización: 15/11/2026</p>"), PARTIAL),
    ("O-05", data_page(), MISSING),
    ("O-05", f"{TEXT}{DESCRIBED}", NONE),
    ("O-06", (visit_of(TEXT), OBRAS, file("a.pdf", TEXT_PDF)), MET),
    ("O-06", (visit_of(TEXT), file("a.xlsx", WORKBOOK)), PARTIAL),
    ("O-06", (visit_of(TEXT), file("a.pdf", TEXT_PDF)), MISSING),
    ("O-06", (visit_of(TEXT), file("a.pdf", TEXT_PDF), file("a.csv", b"una frase")), MISSING),
    ("O-06", laip("/a.pdf"), UNKNOWN),
    ("O-06", TEXT, NONE),
    ("O-07", data_page(DESCRIBED), MET),
    ("O-07", data_page(OLD), MISSING),
    ("O-07", data_page("<p>Periodicidad: anual</p>"), PARTIAL),
    ("O-07", data_page("<p>Se actualizan cada mes.</p><p>Al 15/11/2026.</p>"), MET),
    ("O-07", data_page("<p>Última actualización: 15/11/2026</p>"), MISSING),
    ("O-07", f"{TEXT}{DESCRIBED}", NONE),
    ("O-08", laip("/a.pdf", "/a.xlsx"), MET),
    ("O-08", laip("/a.pdf", "/b.pdf"), MISSING),
    (
        "O-08",
        (
            visit_of(laip("/a.xlsx"), "uno/"),
            visit_of(laip("/b.pdf"), "dos/"),
            visit_of(laip("/c.pdf"), "tres/"),
        ),
        PARTIAL,
    ),
    ("O-08", laip("https://drive.google.com/drive/folders/abc"), PARTIAL),
    ("O-08", (visit_of(laip("/a.pdf", "/a.xlsx")), lost("a.xlsx")), MISSING),
    (
        "O-08",
        (
            visit_of(laip("/a.pdf", "/a.xls")),
            file("a.xls", b"<table><tr><td>1</td></tr></table>"),
        ),
        MISSING,
    ),
    ("O-08", laip("/a.pdf", "/a.xlsx", title="Turismo"), NONE),
    ("O-08", laip("/sigue/"), NONE),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2].value}")
def test_check_says_what_was_seen(case: tuple[Any, ...]) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is case[2]
    if answer.verdict in (MET, PARTIAL):
        assert answer.evidence
    if answer.verdict in (UNKNOWN, NONE):
        assert answer.detail


def test_boards_are_named_though_they_are_no_open_data() -> None:
    board = "<iframe src='https://app.powerbi.com/view?r=a'></iframe>"

    answer = answer_of("O-02", visit_of(board))

    assert "tableros" in answer.detail
    assert "app.powerbi.com" in answer.evidence[0].snippet


def test_data_of_others_are_shown_though_they_are_not_counted() -> None:
    answer = answer_of("O-01", visit_of(f"<a href='{NATIONAL}'>Datos abiertos</a>"))

    assert "otra institución" in answer.detail
    assert NATIONAL in answer.evidence[0].snippet


def test_snippet_alone_shows_the_file_and_how_it_was_read() -> None:
    (piece,) = answer_of("O-02", visit_of(TEXT), OBRAS).evidence

    assert piece.snippet == "Archivo csv, leído como tal: https://portal.ejemplo.example/obras.csv"
