"""Public information that the law orders to publish: by numeral, and the quality of the whole."""

from collections.abc import Iterable

import pytest

from canse.domain.audit import Verdict
from canse.domain.institution import InstitutionKind
from crawler.document import Document
from crawler.indicators.catalogue import load_catalogue
from crawler.indicators.disclosure import FOREIGN
from crawler.indicators.portal import PortalView
from crawler.indicators.run import OTHER_KIND, run_indicators
from crawler.site import Site
from crawler.visit import Outcome, Visit
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import PORTAL, answer_of, dead_visit, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NOT_APPLICABLE, NOT_EVALUABLE = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE
GT = Site(kind=InstitutionKind.MUNICIPALITY, country="gt")
CONGRESS = Site(kind=InstitutionKind.LEGISLATIVE, country="gt")
MEXICAN = Site(kind=InstitutionKind.MUNICIPALITY, country="")
TITLE = "<title>Información pública de oficio</title>"


def section(*numerals: str, path: str = "laip/", depth: int = 1) -> Visit:
    """The page of the section, as seen on the 30th of November of 2026."""
    html = f"{TITLE}<main><h1>Artículo 10, Decreto 57-2008</h1>{''.join(numerals)}</main>"
    return visit_of(html, path, depth=depth)


def numeral(number: int, under: str = "", name: str = "", article: int = 10) -> str:
    return f"<h3>Artículo {article} numeral {number} {name}</h3>{under}"


def pdf(name: str, path: str = "") -> str:
    return f'<p><a href="/docs/{path or abs(hash(name))}.pdf">{name}</a></p>'


def dated(number: int) -> str:
    return numeral(number, pdf(f"Informe de octubre de 2026 {number}"))


def many(numbers: Iterable[int], under: str = "") -> list[str]:
    return [numeral(n, under or pdf(f"Informe {n} de octubre de 2026", f"n{n}")) for n in numbers]


def document_of(path: str, kind: str, has_text: bool | None) -> Visit:
    return visit_of(
        "",
        path,
        page=None,
        outcome=Outcome.NOT_HTML,
        content_type="application/pdf",
        document=Document(kind=kind, has_text=has_text),
    )


T10 = [f"T10-{number:02}" for number in range(1, 30)]
T11 = [f"T11-{number:02}" for number in range(1, 11)]
WITHOUT_DUTY = {"T10-24", "T10-25"}
EXPLAINS = (
    "<title>El artículo 10 de la Ley de Acceso a la Información Pública</title><main>"
    "<h1>El artículo 10, un pilar de la transparencia</h1>"
    "<p>El numeral 5 pide la misión; el numeral 8, la ejecución presupuestaria de cada mes.</p>"
    "<p>Todo sujeto obligado debe cumplirlos.</p></main>"
)
LEASES = numeral(19)
SEVERAL = many((1, 2, 3))

CASES: Cases = [
    # Every numeral is met by a current file under its name, and not found where nothing names it.
    *((key, section(*many((int(key[4:]),))), MET, GT) for key in T10),
    *((key, section(), NOT_APPLICABLE if key in WITHOUT_DUTY else NOT_FOUND, GT) for key in T10),
    *(
        (key, section(numeral(int(key[4:]), pdf("De octubre de 2026"), article=11)), MET, CONGRESS)
        for key in T11
    ),
    *((key, section(), NOT_FOUND, CONGRESS) for key in T11),
    # A numeral of one article is not that of another.
    ("T11-05", section(dated(5)), NOT_FOUND, CONGRESS),
    ("T10-05", section(numeral(5, pdf("De octubre de 2026"), article=11)), NOT_FOUND, GT),
    ("T10-04", section("<h2>Artículo 17 Ter, Decreto 101-97</h2><h3>Numeral 4</h3>" + pdf("2026")),
     NOT_FOUND, GT),
    # How portals write a numeral.
    ("T10-05", section("<h4>Num. 05</h4>" + pdf("POA 2026"), *SEVERAL), MET, GT),
    ("T10-05", section("<h4>10.5 Plan operativo anual</h4>" + pdf("POA 2026")), MET, GT),
    ("T10-05", section("<h4>05 - Misión, objetivos y plan operativo</h4>" + pdf("2026")), MET, GT),
    ("T10-12", section("<h3>Viajes nacionales e internacionales</h3>" + pdf("Octubre de 2026")),
     MET, GT),
    ("T10-22", section("<table><tr><td>Compras directas</td><td><a href='/c.pdf'>Octubre 2026</a>"
                       "</td></tr></table>"), MET, GT),
    ("T10-27", section("<details><summary>Numeral 27</summary>" + pdf("Índice 2026") + "</details>"
                       ), MET, GT),
    ("T10-13", section("<a href='/i.pdf'><img src='/i.png' alt='Numeral 13, inventario 2026'></a>"),
     MET, GT),
    ("T10-13", section(numeral(13, "<a href='/?wpdmdl=77'>Inventario 2026</a>")), MET, GT),
    ("T10-08", section("<h2>2026</h2>", numeral(8, "<h4>Año 2026</h4>" + pdf("Octubre"))), MET, GT),
    ("T10-15", section("<h3>10.5 millones para becas</h3>"), PARTIAL, GT),
    ("T10-09", section("<table>", *(
        f"<tr><td>{n}</td><td>Nombre propio</td><td><a href='/n{n}.pdf'>2026</a></td></tr>"
        for n in range(1, 30)), "</table>"), MET, GT),
    ("T10-09", section(*(f"<h3>0{n} - Nombre propio</h3>" + pdf(f"De 2026 {n}")
                         for n in range(1, 10))), MET, GT),
    ("T10-09", section("<p>Fondos del 9.</p>", "<h3>9. Gaceta</h3>" + pdf("2026")), NOT_FOUND, GT),
    # What looks like a numeral met and is not.
    ("T10-08", section(numeral(8)), PARTIAL, GT),
    ("T10-08", section(numeral(8, pdf("Ejecución de diciembre de 2019"))), PARTIAL, GT),
    ("T10-08", section(numeral(8, pdf("Ejecución", "ejecucion"))), PARTIAL, GT),
    ("T10-08", section(numeral(8, "<a href='/ley.pdf'>Decreto 57-2008</a>")), PARTIAL, GT),
    ("T10-08", section(*many((5, 6, 7, 8), pdf("Todo 2026", "todo"))), PARTIAL, GT),
    ("T10-08", (section(numeral(8, pdf("2026", "no-esta"))), dead_visit("docs/no-esta.pdf")),
     PARTIAL, GT),
    ("T10-08", section(numeral(8, "<a href='https://drive.google.com/drive/folders/1x'>2026</a>")),
     PARTIAL, GT),
    ("T10-08", section(numeral(8, "<a href='/ejecucion/'>Ver aquí</a>")), PARTIAL, GT),
    ("T10-08", visit_of(EXPLAINS, "uip/"), NOT_FOUND, GT),
    ("T10-08", visit_of("<main><h2>Requisitos</h2><h3>8. Manuales</h3></main>", "tramite/"),
     NOT_FOUND, GT),
    # What changes seldom needs no date, and may be on the page itself.
    ("T10-02", section(numeral(2, "<p>1a calle 1-01, PBX 2200-0000</p>")), MET, GT),
    ("T10-06", section(numeral(6, pdf("Manual de procedimientos"))), MET, GT),
    # A page behind the numeral counts as what lies under it.
    ("T10-08", (section(numeral(8, "<a href='/ejecucion/'>Ver aquí</a>")),
                visit_of("<main><h1>Ejecución</h1>" + pdf("Octubre de 2026") + "</main>",
                         "ejecucion/")), MET, GT),
    ("T10-08", (section(numeral(8, "<a href='/2026/'>Año 2026</a><a href='/2019/'>2019</a>")),
                visit_of(pdf("Octubre"), "2026/"), visit_of(pdf("Mayo"), "2019/")), MET, GT),
    ("T10-08", (section(numeral(8, "<a href='/2019/'>Año 2019</a>")),
                visit_of(pdf("Octubre"), "2019/")), PARTIAL, GT),
    ("T10-26", (section("<a href='/26-archivo/'>26. Archivo</a>"),
                visit_of("<main><p>Los sujetos obligados publicarán un informe.</p></main>",
                         "26-archivo/")), PARTIAL, GT),
    # What the portal declares not to apply.
    ("T10-21", section(numeral(21, "<p>No aplica: la municipalidad no tiene fideicomisos.</p>")),
     NOT_APPLICABLE, GT),
    ("T10-08", section(numeral(8, "<p>No aplica a esta institución.</p>")), PARTIAL, GT),
    ("T10-21", section(numeral(21, "<p>No aplica en 2019.</p>" + pdf("Año 2026"))), MET, GT),
    # The law of one country asks nothing of another's portals.
    ("T10-08", section(dated(8)), NOT_APPLICABLE, MEXICAN),
    ("T-00", section(*many(range(1, 9))), NOT_APPLICABLE, MEXICAN),
    # The section.
    ("T-00", section(*many(range(1, 9))), MET, GT),
    ("T-00", section(*many(range(1, 9)), path="a/b/c/laip/", depth=4), PARTIAL, GT),
    ("T-00", visit_of("<a href='/uip/'>Acceso a la información</a>", ""), PARTIAL, GT),
    ("T-00", (visit_of("<a href='/uip/'>Transparencia</a>", ""), visit_of(EXPLAINS, "uip/")),
     PARTIAL, GT),
    ("T-00", visit_of("<a href='/noticias/'>Noticias</a>", ""), NOT_FOUND, GT),
    # The quality of what it holds.
    ("T-Q1", section(*many(range(1, 9))), MET, GT),
    ("T-Q1", section(*many((4, 8)), *many((7, 12, 22), pdf("De 2019"))), PARTIAL, GT),
    ("T-Q1", section(numeral(8, pdf("De 2018"))), NOT_FOUND, GT),
    ("T-Q1", section(), NOT_APPLICABLE, GT),
    ("T-Q2", section(*many(range(1, 9))), MET, GT),
    ("T-Q2", section(numeral(4), numeral(8)), NOT_FOUND, GT),
    ("T-Q5", section(*many(range(1, 9))), MET, GT),
    ("T-Q5", section(numeral(6, pdf("Manual"))), NOT_FOUND, GT),
    ("T-Q4", section(numeral(8, "<a href='/docs/e.xlsx'>Octubre de 2026</a>")), MET, GT),
    ("T-Q4", section(numeral(8, pdf("Octubre de 2026") + "<a href='/docs/e.csv'>Datos 2026</a>")),
     PARTIAL, GT),
    ("T-Q4", section(dated(8)), NOT_FOUND, GT),
    ("T-Q4", section(numeral(8)), NOT_APPLICABLE, GT),
    ("T-Q3", (section(numeral(8, pdf("De 2026", "e"))), document_of("docs/e.pdf", "pdf", True)),
     MET, GT),
    ("T-Q3", (section(numeral(8, pdf("De 2026", "e"))), document_of("docs/e.pdf", "pdf", False)),
     NOT_FOUND, GT),
    ("T-Q3", section(dated(8)), NOT_EVALUABLE, GT),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_check_says_what_the_portal_publishes(case: Case) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case)
    assert answer.evidence or answer.verdict is not MET


def test_verdict_shows_the_numeral_and_its_newest_file() -> None:
    page = section(numeral(8, pdf("Enero de 2026", "e1") + pdf("Octubre de 2026", "e10")))

    answer = answer_of("T10-08", page, site=GT)

    assert answer.detail == "2 documentos; el más reciente, «Octubre de 2026», de octubre de 2026"
    assert answer.evidence[0].snippet == "Artículo 10 numeral 8"
    assert answer.evidence[1].snippet == f"Octubre de 2026 → {PORTAL}docs/e10.pdf"


def test_numeral_on_another_site_says_which() -> None:
    page = section(numeral(8, "<a href='https://otro.example/laip/8/'>Ver</a>"))

    answer = answer_of("T10-08", page, site=GT)

    assert answer.verdict is PARTIAL
    assert answer.detail == "se enlaza otro sitio (otro.example), que no se visitó"


def test_old_numeral_says_how_old() -> None:
    answer = answer_of("T10-08", section(numeral(8, pdf("Diciembre de 2019"))), site=GT)

    assert answer.detail == "lo más reciente que se vio es de 2019"


def test_declaration_is_the_evidence_of_what_does_not_apply() -> None:
    page = section(numeral(21, "<p>No aplica: no hay fideicomisos.</p>"))

    answer = answer_of("T10-21", page, site=GT)

    assert answer.detail == "el portal lo declara: «No aplica: no hay fideicomisos»"
    assert [piece.snippet for piece in answer.evidence] == ["No aplica: no hay fideicomisos."]


def test_law_asks_by_kind_and_country_and_says_so() -> None:
    view = PortalView.of(PORTAL, [section()], [], GT)
    reasons = {finding.id: finding.reason for finding in run_indicators(view)}
    abroad = PortalView.of(PORTAL, [section()], [], MEXICAN)
    foreign = {finding.id: finding.reason for finding in run_indicators(abroad)}

    assert reasons["T11-01"] == f"No aplica: {OTHER_KIND}."
    assert foreign["T10-01"] == f"No aplica: {FOREIGN}."
    assert all(finding.verdict is NOT_APPLICABLE for finding in run_indicators(abroad)
               if finding.id.startswith("T"))  # fmt: skip


def test_numeral_that_nobody_could_read_in_the_law_says_so() -> None:
    law = [i for i in load_catalogue().indicators if i.id.startswith(("T10", "T11"))]

    assert len(law) == 39
    assert all(i.is_source_checked != i.source.endswith("texto por comprobar") for i in law)
