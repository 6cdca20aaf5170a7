"""The judgement of a portal: whole, calm before hostile pages, and always the same."""

import random

from canse.domain.audit import SNIPPET_LENGTH, Verdict
from canse.domain.naming import is_web_address
from canse.domain.stages import Stage
from crawler.judge import judge
from crawler.visit import Outcome
from tests.crawler.pages import PORTAL, dead_visit, sheet, visit_of

APPLY = (
    '<form action="/enviar" method="post"><input name=dpi><input name=expediente>'
    "<input type=file name=a><button>Enviar</button></form>"
)
HOME = (
    '<html lang="es"><title>Portal de Ejemplo</title><main><h1>Bienvenidos</h1>'
    "<p>" + "La institución atiende a todas las personas. " * 6 + "</p></main></html>"
)
PORTAL_VISITS = [
    visit_of(HOME, ""),
    visit_of(sheet("Constancia de residencia", APPLY), "s/residencia/"),
    visit_of(sheet("Licencia de obra", '<a href="/f.pdf">Descargar formulario</a>'), "s/obra/"),
    visit_of("<main><h1>Noticias</h1><p>Nueva licencia en línea.</p></main>", "noticias/"),
    dead_visit("f.pdf"),
]


def test_portal_is_judged_with_its_title_language_services_and_stage() -> None:
    judged = judge(PORTAL_VISITS, portal_url=PORTAL)

    assert (judged.title, judged.language) == ("Portal de Ejemplo", "es")
    assert [s.name for s in judged.services] == ["Constancia de residencia", "Licencia de obra"]
    assert [int(s.stage_confirmed) for s in judged.services] == [3, 1]
    assert judged.stage.declared >= judged.stage.confirmed >= Stage.EMERGING
    assert all(service.qualifies for service in judged.services)


def test_judgement_is_the_same_in_whatever_order_pages_come() -> None:
    first = judge(PORTAL_VISITS, portal_url=PORTAL)

    for seed in range(5):
        shuffled = random.Random(seed).sample(PORTAL_VISITS, len(PORTAL_VISITS))
        assert judge(shuffled, portal_url=PORTAL) == first


def test_nothing_is_judged_when_nothing_was_read() -> None:
    judged = judge([dead_visit("", Outcome.TIMED_OUT)], portal_url=PORTAL)

    assert judged.services == ()
    assert judged.stage.confirmed is Stage.NONE
    assert {finding.verdict for finding in judged.indicators} == {Verdict.NOT_EVALUABLE}
    assert judge([], portal_url=PORTAL).services == ()


def test_page_that_says_not_found_or_needs_script_is_not_judged() -> None:
    for outcome in (Outcome.SOFT_NOT_FOUND, Outcome.NEEDS_SCRIPT, Outcome.SERVER_ERROR):
        visits = [visit_of(HOME, ""), visit_of(sheet("Licencia de obra"), "s/", outcome=outcome)]

        assert judge(visits, portal_url=PORTAL).services == ()


def test_hostile_page_ends_in_values_that_a_report_may_hold() -> None:
    hostile = sheet(
        "Licencia <script>alert(1)</script>" + "x" * 50,
        '<a href="javascript:alert(1)">Iniciar trámite</a><a href="http://a b/">Pagar</a>'
        '<form action="http://[x"><input name=dpi><button>Enviar</button></form>'
        f"<p>{'palabra ' * 4000}</p>",
    )

    judged = judge([visit_of(hostile, "s/")], portal_url=PORTAL)

    for service in judged.services:
        assert service.action_url is None or is_web_address(service.action_url)
        assert all(len(piece.snippet) <= SNIPPET_LENGTH for piece in service.evidence)
    for finding in judged.indicators:
        assert all(len(piece.snippet) <= SNIPPET_LENGTH for piece in finding.evidence)


def test_every_claim_has_its_evidence() -> None:
    judged = judge(PORTAL_VISITS, portal_url=PORTAL)

    assert all(service.evidence and service.mentions for service in judged.services)
    met = [f for f in judged.indicators if f.verdict in (Verdict.MET, Verdict.PARTIAL)]
    assert met
    assert all(finding.evidence for finding in met)
