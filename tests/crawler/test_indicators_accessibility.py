"""Accessibility: each automatic check counts what it should and nothing that only looks alike."""

from dataclasses import replace

import pytest

from canse.domain.audit import Verdict
from crawler.document import Document
from crawler.visit import Outcome, Visit
from tests.crawler.cases import Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, dead_visit, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NOT_APPLICABLE, NOT_EVALUABLE = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE
SPANISH = (
    "<p>La municipalidad atiende a los vecinos en la oficina de la planta baja, de lunes a "
    "viernes, y también recibe sus solicitudes por teléfono. Para más información, pregunte en la "
    "ventanilla por el trámite que necesita y lleve su documento de identificación con una "
    "copia.</p>"
)
ENGLISH = (
    "<p>The town hall is open to all of the people who live in the area from Monday to Friday, and "
    "it takes your requests by telephone as well. For more information, ask at the desk about what "
    "you need, and bring your identity card with a copy of it.</p>"
)
STATEMENT = (
    "<main><h1>Accesibilidad</h1><p>Este portal sigue las pautas WCAG 2.2 en su nivel AA. Todavía "
    "hay contenidos no accesibles: los planos del catastro y los videos de las sesiones, que no "
    "tienen subtítulos. Los vamos a corregir este año, empezando por los más vistos.</p>"
    "<p>Si encuentra una barrera, escriba un correo a accesibilidad@ejemplo.example y le "
    "responderemos en cinco días hábiles.</p></main>"
)


def pictures(good: int, bad: str) -> str:
    """So many pictures with a text, and others after them."""
    return "".join(f'<img src="/f{n}.jpg" alt="Vista {n}">' for n in range(good)) + bad


def titled(*titles: str) -> tuple[Visit, ...]:
    """One page for each title."""
    return tuple(
        visit_of(f"<title>{title}</title>", f"p{number}/") for number, title in enumerate(titles)
    )


def pdf(name: str, has_text: bool | None) -> Visit:
    """A linked PDF file that was opened."""
    document = Document(kind="pdf", has_text=has_text)
    return visit_of(
        "", name, page=None, outcome=Outcome.NOT_HTML, content_type="application/pdf",
        document=document,
    )  # fmt: skip


def styled(*styles: str) -> str:
    """One passage for each style."""
    return "".join(f'<p style="{style}">Aviso {n}</p>' for n, style in enumerate(styles))


VIEW = '<meta name="viewport" content="width=device-width, initial-scale=1{}">'
HOME = visit_of("<p>Hola</p>", "")
CASES: Cases = [
    ("A-01", f'<html lang="es-GT"><body>{SPANISH}</body></html>', MET),
    ("A-01", f'<html lang="en"><body>{ENGLISH}</body></html>', MET),
    ("A-01", '<html lang="es"><body><p>Hola</p></body></html>', MET),
    ("A-01", f'<html lang="en"><body>{SPANISH}</body></html>', NOT_FOUND),
    ("A-01", f"<html><body>{SPANISH}</body></html>", NOT_FOUND),
    ("A-01", '<html lang="xx"><body><p>Hola</p></body></html>', NOT_FOUND),
    ("A-02", titled("Inicio", "Trámites", "Contacto"), MET),
    ("A-02", titled("Inicio", "Trámites", "Mapa", "Inicio", "Citas", "Obras", "Agua"), PARTIAL),
    ("A-02", titled("Portal", "Portal", "portal"), NOT_FOUND),
    ("A-02", titled("", ""), NOT_FOUND),
    ("A-03", pictures(19, '<img src="/x.jpg">'), MET),
    ("A-03", pictures(1, '<img src="/adorno.png" alt="">'), MET),
    ("A-03", pictures(4, '<img src="/x.jpg">'), PARTIAL),
    ("A-03", pictures(1, '<img src="/a.jpg"><img src="/b.jpg" alt="IMG_2041.jpg">'), NOT_FOUND),
    ("A-03", '<img src="/foto-01.png" alt="foto-01">', NOT_FOUND),
    ("A-03", '<template><img src="/x.jpg"></template><p>Hola</p>', NOT_APPLICABLE),
    ("A-03", '<div hidden><img src="/x.jpg"></div><p>Hola</p>', NOT_APPLICABLE),
    (
        "A-04",
        '<form><label for="a">DPI</label><input id="a" name="a"><button>Ir</button></form>',
        MET,
    ),
    ("A-04", '<form><input name="a" aria-label="DPI"><button>Ir</button></form>', MET),
    ("A-04", '<form><input name="a" placeholder="DPI"><button>Ir</button></form>', NOT_FOUND),
    ("A-04", "<p>Sin formularios.</p>", NOT_APPLICABLE),
    ("A-05", "<main><h1>Trámites</h1><h2>Agua</h2><h3>Pago</h3><h2>Obras</h2></main>", MET),
    ("A-05", "<main><h1>Trámites</h1><h2>Agua</h2></main><footer><h5>Pie</h5></footer>", MET),
    ("A-05", "<main><h1>Trámites</h1><h4>Agua</h4></main>", NOT_FOUND),
    ("A-05", "<main><h2>Trámites</h2></main>", NOT_FOUND),
    ("A-06", VIEW.format(""), MET),
    ("A-06", VIEW.format(", maximum-scale=5"), MET),
    ("A-06", VIEW.format(", user-scalable=no"), NOT_FOUND),
    ("A-06", VIEW.format(", maximum-scale=1.0"), NOT_FOUND),
    ("A-06", "<p>Hola</p>", NOT_APPLICABLE),
    ("A-07", "<nav><a href='/a'>A</a></nav><main><p>Hola</p></main>", MET),
    ("A-07", '<a href="#c">Saltar al contenido</a><div id="c"><p>Hola</p></div>', MET),
    ("A-07", "<nav><a href='/a'>A</a></nav><div><p>Hola</p></div>", NOT_FOUND),
    ("A-08", '<a href="/agua/">Pago del agua</a><a href="/obras/">Obras</a>', MET),
    ("A-08", '<a href="/agua/" title="Pago del agua">Ver más</a>', MET),
    ("A-08", '<a href="/agua/"><img src="/a.png" alt="Pago del agua"></a>', MET),
    ("A-08", '<a href="/agua/">¡Clic aquí!</a><a href="/obras/">Leer más »</a>', NOT_FOUND),
    ("A-08", '<a href="/agua/"><i class="fa fa-tint"></i></a>', NOT_FOUND),
    ("A-08", '<a href="/agua/">v</a><a href="/agua/?p=2">»</a>', NOT_FOUND),
    ("A-08", '<a href="/agua/?p=2">2</a>', MET),
    ("A-08", "<p>Hola</p>", NOT_APPLICABLE),
    ("A-09", '<iframe src="/mapa/" title="Mapa de la sede"></iframe>', MET),
    ("A-09", '<iframe src="/mapa/"></iframe>', NOT_FOUND),
    ("A-09", '<noscript><iframe src="https://medir.example/"></iframe></noscript>', NOT_APPLICABLE),
    ("A-10", styled("color:#000; background-color:#fff", "color:navy;background:white"), MET),
    ("A-10", styled("color:#ccc; background-color:#fff"), NOT_FOUND),
    ("A-10", styled("color:#777; background-color:#fff"), NOT_EVALUABLE),
    ("A-10", styled("color:#ccc; background:url(f.png)"), NOT_EVALUABLE),
    ("A-10", styled("color:#ccc"), NOT_EVALUABLE),
    ("A-11", (HOME, pdf("a.pdf", True)), MET),
    ("A-11", (HOME, pdf("a.pdf", True), pdf("b.pdf", None)), MET),
    ("A-11", (HOME, pdf("a.pdf", False)), NOT_FOUND),
    ("A-11", (HOME, pdf("a.pdf", None)), NOT_EVALUABLE),
    ("A-11", HOME, NOT_APPLICABLE),
    ("A-12", STATEMENT, MET),
    ("A-12", '<footer><a href="/accesibilidad/">Accesibilidad</a></footer>', PARTIAL),
    (
        "A-12",
        (visit_of('<a href="/accesibilidad/">Accesibilidad</a>', ""), dead_visit("accesibilidad/")),
        NOT_FOUND,
    ),
    ("A-12", '<a href="#">Menú de accesibilidad</a>', NOT_FOUND),
    ("A-12", '<a href="https://ajustes.example/widget">Accesibilidad</a>', NOT_FOUND),
    ("A-12", "<main><h1>Accesibilidad</h1><p>Tenemos rampas en la entrada.</p></main>", NOT_FOUND),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_the_page_shows(case: tuple[object, ...]) -> None:
    assert answer_of_case(case).verdict is verdict_of(case)


def test_evidence_counts_and_names_the_first_nodes() -> None:
    bad = "".join(f'<img src="/m{n}.jpg">' for n in range(9))

    answer = answer_of("A-03", visit_of(pictures(1, bad), ""))

    assert answer.detail == "1 de 10 imágenes con texto alternativo (10 %)"
    assert len(answer.evidence) == 5
    assert answer.evidence[0].snippet.startswith("1 de 10 imágenes")
    assert answer.evidence[4].snippet == "Falla: m4.jpg con alt ausente"


def test_share_is_never_rounded_up_to_a_band() -> None:
    answer = answer_of("A-03", visit_of(pictures(18, '<img src="/x.jpg">'), ""))

    assert "(94 %)" in answer.detail
    assert answer.verdict is PARTIAL


def test_picture_of_the_template_counts_once() -> None:
    logo = '<img src="/logo.png"><img src="/{}.jpg" alt="Vista">'
    pages = [visit_of(logo.format(n), f"p{n}/") for n in range(20)]

    assert answer_of("A-03", *pages).detail.startswith("20 de 21")


def test_addresses_of_one_page_share_their_title() -> None:
    html = '<title>Trámites</title><link rel="canonical" href="/tramites/">'
    pages = [visit_of(html, path) for path in ("tramites/", "tramites/?orden=1")]

    assert answer_of("A-02", *pages).verdict is MET


def test_an_error_page_is_not_judged() -> None:
    error = visit_of("<p>No está.</p>", "x/", outcome=Outcome.NOT_FOUND, status=404)

    assert answer_of("A-01", error).verdict is NOT_EVALUABLE
    assert answer_of("A-01", replace(error, outcome=Outcome.OK)).verdict is NOT_FOUND


def test_hostile_styles_and_names_are_only_read() -> None:
    styles = (
        "color:#fffffffffff;background:#0",
        "color:rgb(999,1,1);background:rgb(1,1,1)",
        ";" * 900,
    )
    page = visit_of(styled(*styles) + '<img src="http://[x" alt="' + "a" * 5000 + '">', "")

    assert answer_of("A-10", page).verdict is MET
    assert answer_of("A-03", page).verdict is MET
