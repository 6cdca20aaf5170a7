"""Open data: what a program can read counts, and not what only calls itself so."""

from typing import Any

import pytest

from canse.domain.audit import Verdict
from crawler.document import Document
from crawler.visit import Outcome, Visit
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import visit_of

MET, PARTIAL, MISSING = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NONE, UNKNOWN = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE


def file(name: str, kind: str, **facts: Any) -> Visit:
    """A file that was opened and is truly of this kind."""
    return visit_of(
        "",
        name,
        page=None,
        outcome=Outcome.NOT_HTML,
        content_type="application/octet-stream",
        document=Document(kind=kind, **facts),
    )


def data_page(more: str = "", head: str = "", path: str = "datos/") -> Visit:
    """A page of open data with a link to one file."""
    return visit_of(
        f"<html><head>{head}</head><body><main><h1>Datos abiertos</h1>"
        "<p>Aquí están los datos de la institución.</p>"
        f'<a href="/obras.csv">Obras</a>{more}</main>',
        path,
    )


CSV = file("obras.csv", "csv", is_parsed=True)
NEWS = visit_of(
    '<main><article><h1>Datos abiertos: nueva política</h1><time datetime="2026-10-01">1 de '
    "octubre de 2026</time><p>La política se presentó ayer.</p></article></main>",
    "noticias/2026/datos-abiertos/",
)
ELSEWHERE = (
    '<main><h1>Inicio</h1><a href="https://datos.finanzas.example/">Datos abiertos</a></main>'
)
FILES_OF_LAW = '<main><h1>Información pública de oficio</h1><a href="/n1.{}">Numeral 1</a></main>'
OFTEN = "<p>Frecuencia de actualización: mensual</p><p>Última actualización: {}</p>"
FULL = (
    "<p>Responsable: Unidad de Planificación</p><p>Última actualización: 3 de noviembre de 2026</p>"
    "<p>Frecuencia: mensual</p><p>Descripción: obras en ejecución</p>"
)

CASES: Cases = (
    ("O-01", (data_page(), CSV), MET),
    ("O-01", "<main><h1>Datos abiertos</h1><p>Próximamente.</p></main>", PARTIAL),
    ("O-01", ELSEWHERE, MISSING),
    ("O-01", NEWS, MISSING),
    ("O-01", "<main><h1>Trámites</h1><p>Nada de eso.</p></main>", MISSING),
    ("O-02", (data_page(), CSV), MET),
    ("O-02", data_page(), PARTIAL),
    ("O-02", (visit_of("<p>Hola</p>"), file("obras.xls", "xls")), PARTIAL),
    ("O-02", (visit_of("<p>Hola</p>"), file("obras.csv", "csv", is_parsed=False)), MISSING),
    ("O-02", (visit_of("<p>Hola</p>"), file("obras.xlsx", "xlsx", has_text=False)), MISSING),
    ("O-02", (visit_of("<p>Hola</p>"), file("todo.zip", "zip", holds=("pdf",))), MISSING),
    ("O-02", (visit_of("<p>Hola</p>"), file("todo.zip", "zip", holds=("csv",))), MET),
    ("O-02", '<iframe src="https://app.powerbi.com/view?r=1"></iframe><p>Tablero</p>', MISSING),
    ("O-02", '<a href="/sitemap.xml">Mapa</a><a href="/feed.xml">Noticias</a>', MISSING),
    ("O-03", (data_page("<p>Licencia: Creative Commons CC BY 4.0</p>"), CSV), MET),
    ("O-03", (data_page(), CSV), MISSING),
    ("O-03", "<p>Bienvenidos.</p>", NONE),
    (
        "O-03",
        (
            data_page(),
            CSV,
            visit_of('<a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>', "otra/"),
        ),
        PARTIAL,
    ),
    ("O-04", data_page(head='<meta name="generator" content="CKAN 2.10">'), MET),
    ("O-04", data_page('<a href="/api/3/action/package_list">API</a>'), MET),
    ("O-04", data_page('<a href="/dataset/obras">Obras</a>'), PARTIAL),
    ("O-04", data_page('<link rel="https://api.w.org/" href="/wp-json/">'), MISSING),
    ("O-05", (data_page(FULL), CSV), MET),
    ("O-05", (data_page("<p>Fuente: Catastro</p>"), CSV), PARTIAL),
    ("O-05", (data_page(), CSV), MISSING),
    ("O-05", "<p>Bienvenidos.</p>", NONE),
    ("O-06", (visit_of("<p>Hola</p>"), CSV), MET),
    ("O-06", (visit_of("<p>Hola</p>"), file("a.xlsx", "xlsx")), PARTIAL),
    ("O-06", (visit_of("<p>Hola</p>"), file("a.pdf", "pdf")), MISSING),
    ("O-06", "<p>Hola</p>", NONE),
    ("O-06", '<a href="/a.pdf">Memoria</a>', UNKNOWN),
    ("O-07", (data_page(OFTEN.format("15 de noviembre de 2026")), CSV), MET),
    ("O-07", (data_page(OFTEN.format("3 de marzo de 2024")), CSV), MISSING),
    ("O-07", (data_page("<p>Se actualiza cada mes: mensual</p>"), CSV), PARTIAL),
    ("O-07", (data_page(), CSV), MISSING),
    ("O-07", "<p>Bienvenidos.</p>", NONE),
    ("O-08", FILES_OF_LAW.format("xlsx"), MET),
    ("O-08", FILES_OF_LAW.format("pdf"), MISSING),
    ("O-08", "<main><h1>Trámites</h1><a href='/a.xlsx'>Lista</a></main>", NONE),
    (
        "O-08",
        (
            visit_of(FILES_OF_LAW.format("xlsx"), "n1/"),
            visit_of(FILES_OF_LAW.format("pdf"), "n2/"),
            visit_of(FILES_OF_LAW.format("pdf").replace("n1", "n3"), "n3/"),
        ),
        PARTIAL,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_the_portal_offers(case: Case) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case), answer
    assert bool(answer.evidence) or verdict_of(case) not in (MET, PARTIAL)
