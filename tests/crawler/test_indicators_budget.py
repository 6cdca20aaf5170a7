"""The open budget: documents of the whole country, and those of each institution."""

import pytest

from canse.domain.audit import Verdict
from canse.domain.institution import InstitutionKind
from crawler.indicators.budget import NOT_THE_TREASURY
from crawler.site import Site
from crawler.visit import Visit
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NOT_APPLICABLE = Verdict.NOT_APPLICABLE
TREASURY = Site(kind=InstitutionKind.MINISTRY, country="gt")
COMPTROLLER = Site(kind=InstitutionKind.OVERSIGHT, country="gt")
MUNI = Site(kind=InstitutionKind.MUNICIPALITY, country="gt")
ABROAD = Site(kind=InstitutionKind.MUNICIPALITY, country="")


def treasury(*links: str) -> Visit:
    return visit_of(
        "<title>Ministerio de Finanzas Públicas</title><main>" + "".join(links) + "</main>", ""
    )


def muni(*links: str, path: str = "presupuesto/") -> Visit:
    return visit_of(f"<main><h1>Finanzas</h1>{''.join(links)}</main>", path)


def link(text: str, address: str = "/docs/a.pdf") -> str:
    return f'<p><a href="{address}">{text}</a></p>'


CASES: Cases = [
    ("B-01", treasury(link("Documento preliminar del presupuesto 2026")), MET, TREASURY),
    ("B-02", treasury(link("Proyecto de presupuesto 2027")), MET, TREASURY),
    ("B-03", treasury(link("Presupuesto aprobado 2026")), MET, TREASURY),
    ("B-04", treasury(link("Presupuesto ciudadano 2026")), MET, TREASURY),
    ("B-05", treasury(link("Informe mensual de ejecución, octubre de 2026")), MET, TREASURY),
    ("B-06", treasury(link("Informe semestral 2026")), MET, TREASURY),
    ("B-07", treasury(link("Liquidación del presupuesto 2025")), MET, TREASURY),
    ("B-08", treasury(link("Informe de auditoría a la liquidación 2025")), MET, COMPTROLLER),
    *((f"B-0{number}", treasury(link("Noticias")), NOT_FOUND, TREASURY) for number in range(1, 9)),
    # A document of another year, and a piece of news about the budget.
    ("B-02", treasury(link("Proyecto de presupuesto 2019")), PARTIAL, TREASURY),
    ("B-04", visit_of("<title>Ministerio de Finanzas</title><h1>Presupuesto ciudadano 2026</h1>",
                      "noticias/presentan/"), NOT_FOUND, TREASURY),
    # Another ministry makes no budget of the State.
    ("B-03", visit_of("<title>Ministerio de Ejemplos</title>" + link("Presupuesto aprobado 2026"),
                      ""), NOT_APPLICABLE, TREASURY),
    ("B-09", muni(link("Presupuesto de ingresos y egresos 2026")), MET, MUNI),
    ("B-09", muni(link("Presupuesto aprobado 2018")), PARTIAL, MUNI),
    ("B-09", muni(link("Presupuesto participativo")), NOT_FOUND, MUNI),
    ("B-09", visit_of("<title>Información pública</title><main><h3>Numeral 7</h3>"
                      + link("Aprobado 2026") + "</main>", "laip/"), MET, MUNI),
    # The numerals of another country's law are others; a project is not yet a budget.
    ("B-09", visit_of("<title>Información pública</title><main><h3>Numeral 7</h3>"
                      + link("Aprobado 2026") + "</main>", "laip/"), NOT_FOUND, ABROAD),
    ("B-09", muni(link("Proyecto de presupuesto de egresos 2026")), NOT_FOUND, MUNI),
    ("B-09", muni("<h3>Presupuesto aprobado 2019</h3>", link("Descargar"), "<h3>Otros</h3>",
                  link("Informe de 2026", "/otro.pdf")), PARTIAL, MUNI),
    ("B-10", muni(link("Ejecución presupuestaria, octubre de 2026")), MET, MUNI),
    ("B-10", muni(link("Ejecución presupuestaria, enero de 2026")), PARTIAL, MUNI),
    ("B-10", muni("<h2>Ejecución presupuestaria</h2><h3>2026</h3>", link("Octubre")), MET, MUNI),
    ("B-10", muni("<p>La ejecución del presupuesto es alta.</p>"), NOT_FOUND, MUNI),
    ("B-11", muni(link("Modificaciones presupuestarias 2026")), MET, MUNI),
    ("B-11", muni(link("Presupuesto aprobado 2026")), NOT_FOUND, MUNI),
    ("B-12", muni(link("Transparencia fiscal", "https://x.example/?entidad=1210")), MET, MUNI),
    ("B-12", muni(link("Sicoin GL", "https://x.example/")), PARTIAL, MUNI),
    ("B-12", muni(link("Transparencia", "https://x.example/")), NOT_FOUND, MUNI),
    ("B-12", muni(link("Transparencia fiscal", "https://x.example/")), NOT_APPLICABLE, ABROAD),
    ("B-13", muni(link("Presupuesto aprobado 2026", "/docs/a.xlsx")), MET, MUNI),
    ("B-13", muni(link("Presupuesto aprobado 2026", "/a.csv"), link("Presupuesto 2025", "/b.pdf"),
                  link("Presupuesto 2024", "/c.pdf")), PARTIAL, MUNI),
    ("B-13", muni(link("Presupuesto aprobado 2026")), NOT_FOUND, MUNI),
    ("B-13", muni(), NOT_FOUND, MUNI),
    ("B-13", muni(link("Liquidación del presupuesto 2025", "/a.csv")), NOT_FOUND, MUNI),
    ("B-13", treasury(link("Liquidación del presupuesto 2025", "/a.csv")), MET, TREASURY),
    ("B-14", muni("<h2>Artículo 17 Ter, Decreto 101-97</h2>", link("Informe de 2026")), MET, MUNI),
    ("B-14", muni("<h2>Artículo 17</h2>", link("Informe de 2026")), NOT_FOUND, MUNI),
    ("B-14", muni("<h2>Decreto 101-97</h2>"), NOT_APPLICABLE, ABROAD),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_check_says_what_the_portal_shows_of_its_budget(case: Case) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case)
    assert answer.evidence or answer.verdict is not MET


def test_ministry_that_is_not_of_finance_is_told_why() -> None:
    home = visit_of("<title>Ministerio de Ejemplos</title><p>Bienvenidos</p>", "")

    assert answer_of("B-01", home, site=TREASURY).detail == NOT_THE_TREASURY


def test_link_to_the_financial_system_says_where_it_leads() -> None:
    answer = answer_of("B-12", muni(link("Sicoin GL", "https://x.example/")), site=MUNI)

    assert answer.detail == "lleva a x.example, sin filtro propio"
    assert answer.evidence[0].snippet == "Sicoin GL → https://x.example/"
