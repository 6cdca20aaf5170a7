"""Participation: what lets people speak, and not news, lookups or boxes that look like it."""

from dataclasses import replace

import pytest

from canse.domain.audit import Verdict
from canse.domain.institution import InstitutionKind
from crawler.indicators.portal import PortalView
from crawler.indicators.run import run_indicators
from crawler.site import Site
from tests.crawler.cases import Cases, answer_of_case, verdict_of, visits_of_case
from tests.crawler.pages import PORTAL, answer_of, dead_visit, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
COMMENT = (
    "<form action='/c'><h3>Deja un comentario</h3><textarea name='t'></textarea>"
    "<button>Publicar comentario</button></form>"
)
POLL = (
    "<form action='/v'><p>Encuesta: ¿qué le parece el parque?</p>"
    "<label><input type='radio' name='a' value='1'>Bonito</label>"
    "<label><input type='radio' name='a' value='2'>Feo</label>{}<button>Votar</button></form>"
)
SECOND = (
    "<label><input type='radio' name='b' value='1'>Sí</label>"
    "<label><input type='radio' name='b' value='2'>No</label>"
)
PLAN = "<main><h1>Consulta pública del plan de uso del suelo</h1><p>{}</p></main>"
ACCOUNT = "<main><h2>Rendición de cuentas {}</h2><p>El concejo informa.</p>{}</main>"
REPORT = '<a href="/informe.pdf">Informe</a>'
COUNCILS = "<main><h2>COCODE de las aldeas</h2><p>Coordinadora: Ana Pérez.</p>{}</main>"
LONG = (
    "Opinaron setenta vecinos, y la mayoría pidió más árboles, más luz y una banqueta nueva. " * 2
)

CASES: Cases = [
    ("P-01", '<a href="https://wa.me/50220000000">WhatsApp</a>', MET),
    ("P-01", '<a href="https://api.whatsapp.com/send?phone=50220000000">Chat</a>', MET),
    ("P-01", '<script src="https://embed.tawk.to/abc/default"></script><p>Hola</p>', MET),
    ("P-01", '<a href="https://www.facebook.com/MuniEjemplo">Facebook</a>', PARTIAL),
    ("P-01", '<a href="https://api.whatsapp.com/send?text=hola">Compartir</a>', NOT_FOUND),
    ("P-01", '<a href="https://www.facebook.com/sharer.php?u=x">Compartir</a>', NOT_FOUND),
    ("P-01", '<a href="https://youtu.be/abcdefg">Video</a>', NOT_FOUND),
    ("P-02", COMMENT, MET),
    ("P-02", '<iframe src="https://muni.disqus.com/embed.js"></iframe><p>Hola</p>', MET),
    ("P-02", '<a href="/foro/">Foro ciudadano</a>', PARTIAL),
    ("P-02", "<p>Los comentarios están cerrados.</p>", NOT_FOUND),
    ("P-02", '<a href="/n/1">Alcalde inaugura el Foro Económico Regional</a>', NOT_FOUND),
    (
        "P-02",
        "<h2>Contacto</h2><form action='/c'><input name='correo'><textarea name='t'></textarea>"
        "<button>Enviar comentario</button></form>",
        NOT_FOUND,
    ),
    ("P-03", PLAN.format("Envíe su opinión hasta el 15 de diciembre de 2026."), MET),
    ("P-03", PLAN.format("Del 1 de noviembre de 2026 al 30 de noviembre de 2026."), MET),
    ("P-03", PLAN.format("Cerró el 15 de marzo de 2026."), PARTIAL),
    ("P-03", PLAN.format("Envíe su opinión."), PARTIAL),
    ("P-03", '<nav><a href="/consultas/">Consulta ciudadana</a></nav>', PARTIAL),
    ("P-03", "<main><h1>Consulta pública de expedientes</h1></main>", NOT_FOUND),
    (
        "P-03",
        "<main><h1>Consulta pública</h1><form><label>Expediente <input name='expediente'></label>"
        "<button>Consultar</button></form></main>",
        NOT_FOUND,
    ),
    ("P-04", POLL.format(SECOND), MET),
    (
        "P-04",
        '<a href="https://docs.google.com/forms/d/e/x/viewform">Encuesta de satisfacción</a>',
        MET,
    ),
    ("P-04", POLL.format(""), PARTIAL),
    ("P-04", '<a href="/n/2">Presentan encuesta nacional de hogares</a>', NOT_FOUND),
    ("P-04", '<a href="https://docs.google.com/forms/d/e/x/viewform">Inscripción</a>', NOT_FOUND),
    ("P-05", ACCOUNT.format("2025", REPORT), MET),
    ("P-05", ACCOUNT.format("", REPORT + "<p>3 de marzo de 2026</p>"), MET),
    ("P-05", ACCOUNT.format("2025", ""), PARTIAL),
    ("P-05", ACCOUNT.format("", REPORT), PARTIAL),
    ("P-05", (visit_of(ACCOUNT.format("2025", REPORT), "r/"), dead_visit("informe.pdf")), PARTIAL),
    ("P-05", '<nav><a href="/rc/">Rendición de cuentas</a></nav>', PARTIAL),
    ("P-05", "<main><h1>Cuentas por pagar</h1></main>", NOT_FOUND),
    ("P-06", COUNCILS.format("<p>Tel. 2000-0000</p>"), MET),
    ("P-06", COUNCILS.format("<p>cocode@ejemplo.example</p>"), MET),
    ("P-06", COUNCILS.format("<p>Período 2024-2028.</p>"), PARTIAL),
    ("P-06", "<main><p>El consejo de administración, tel. 2000-0000.</p></main>", NOT_FOUND),
    ("P-07", f"<main><h2>Resultados de la consulta pública</h2><p>{LONG}</p></main>", MET),
    ("P-07", '<a href="/r.pdf">Resultados de la encuesta de satisfacción</a>', MET),
    ("P-07", "<main><h2>Resultados de la consulta pública</h2></main>", PARTIAL),
    ("P-07", f"<main><h2>Resultados de la licitación</h2><p>{LONG}</p></main>", NOT_FOUND),
    ("P-07", '<a href="/e.pdf">Resultados de la encuesta nacional de empleo</a>', NOT_FOUND),
    ("P-08", '<a href="/denuncia/">Denuncie la corrupción</a>', MET),
    ("P-08", "<main><h2>Auditoría social</h2><p>Escriba a as@ejemplo.example.</p></main>", MET),
    ("P-08", "<main><h2>Auditoría social</h2><p>Es un derecho de todos.</p></main>", PARTIAL),
    (
        "P-08",
        '<a href="/n/3">Fiscalía recibe del alcalde denuncia por corrupción en la obra del puente '
        "viejo de la aldea</a>",
        NOT_FOUND,
    ),
    (
        "P-08",
        (visit_of('<a href="/denuncia/">Línea ética</a>', ""), dead_visit("denuncia/")),
        NOT_FOUND,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_the_page_shows(case: tuple[object, ...]) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case)
    assert bool(answer.evidence) == (answer.verdict is not NOT_FOUND)


def test_a_consultation_is_open_by_the_day_of_the_visit_not_by_the_clock() -> None:
    visit = visit_of(PLAN.format("Hasta el 15 de diciembre de 2026."), "c/")
    later = replace(visit, fetched_at=visit.fetched_at.replace(year=2027))

    assert answer_of("P-03", visit).verdict is MET
    assert answer_of("P-03", later).verdict is PARTIAL


def test_councils_of_neighbours_are_not_asked_of_a_ministry() -> None:
    visits = visits_of_case(COUNCILS.format("<p>Tel. 2000-0000</p>"))

    verdicts = {
        kind: next(
            finding.verdict
            for finding in run_indicators(PortalView.of(PORTAL, visits, [], Site(kind=kind)))
            if finding.id == "P-06"
        )
        for kind in (InstitutionKind.MINISTRY, InstitutionKind.MUNICIPALITY)
    }

    assert verdicts[InstitutionKind.MINISTRY] is Verdict.NOT_APPLICABLE
    assert verdicts[InstitutionKind.MUNICIPALITY] is MET
