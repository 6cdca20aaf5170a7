"""Stage 1: each check fires on what it is for and not on what merely looks like it."""

import pytest

from canse.domain.audit import Verdict
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, dead_visit, sheet, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
LONG = "<p>" + "La municipalidad atiende a sus vecinos. " * 10 + "</p>"


CASES: Cases = [
    ("E1-01", LONG, MET),
    ("E1-01", "<p>Cargando…</p>", PARTIAL),
    ("E1-01", "<title>Cuenta suspendida</title>" + LONG, NOT_FOUND),
    ("E1-03", "<h2>Misión</h2><h2>Visión</h2>", MET),
    ("E1-03", "<h2>Misión</h2>", PARTIAL),
    ("E1-03", "<h2>Funciones</h2>", PARTIAL),
    ("E1-03", "<h2>Comisión de admisión</h2>", NOT_FOUND),
    ("E1-04", "<p>Tel. 2000-0000</p><p>5a calle 1-23 zona 1</p>", MET),
    ("E1-04", "<p>PBX 2000-0000</p><p>info@ejemplo.example</p>", MET),
    ("E1-04", "<p>info@ejemplo.example</p>", PARTIAL),
    ("E1-04", "<p>Bienvenidos al portal del año 2026.</p>", NOT_FOUND),
    ("E1-07", "<p>Decreto 57-2008, Acuerdo Gubernativo 1-2020 y Ley 5-2021.</p>", MET),
    ("E1-07", "<p>Decreto 57-2008 y otra vez Decreto 57-2008.</p>", PARTIAL),
    ("E1-07", "<p>La ley es igual para todos.</p>", NOT_FOUND),
    (
        "E1-12",
        "".join(f'<a href="https://{name}.gob.gt/">{name}</a>' for name in ("uno", "dos", "tres")),
        MET,
    ),
    (
        "E1-12",
        '<a href="https://uno.gob.gt/a">a</a><a href="https://uno.gob.gt/b">b</a>',
        PARTIAL,
    ),
    ("E1-12", '<a href="/otra/">Otra</a><a href="https://facebook.com/x">x</a>', NOT_FOUND),
    ("E1-13", "".join(f"<h3>¿Cómo {n}?</h3><p>Así.</p>" for n in range(3)), MET),
    ("E1-13", "".join(f"<h3>¿Cómo {n}?</h3><p>Así.</p>" for n in range(2)), PARTIAL),
    ("E1-13", "<h3>¿Dónde?</h3><p>Aquí.</p>", NOT_FOUND),
    ("E1-13", "<h3>¿Dónde?</h3><h3>¿Cuándo?</h3><h3>¿Cómo?</h3>", NOT_FOUND),
    ("E1-08", "<main><h1>Trámites</h1><p>Sin lista.</p></main>", NOT_FOUND),
    ("E1-09", "<main><h1>Permiso de obra</h1><p>Pídalo aquí.</p></main>", NOT_FOUND),
    ("E1-09", sheet("Permiso de obra"), MET),
    # What answers instead of the portal, and does not say so by its status.
    ("E1-01", visit_of("<title>Sitio en mantenimiento</title>" + LONG, ""), NOT_FOUND),
    ("E1-01", visit_of("<h1>Just a moment...</h1>" + LONG, ""), NOT_FOUND),
    ("E1-01", visit_of(LONG, "", status=500), NOT_FOUND),
    # A mission in a list of files is not told; "Quiénes somos" tells a part.
    ("E1-03", "<ul><li><a href=/m.pdf>Misión y visión</a></li></ul>", NOT_FOUND),
    ("E1-03", "<h2>Quiénes somos</h2><p>Una oficina del Estado.</p>", PARTIAL),
    # Contacts of whoever made the site, of a template, years, numbers of decrees.
    ("E1-04", "<footer><p>Desarrollado por Web, S. A., Tel. 2000-0000</p></footer>", NOT_FOUND),
    ("E1-04", "<p>Plan de gobierno 2020-2024</p>", NOT_FOUND),
    ("E1-04", "<p>hola@yourdomain.com</p>", NOT_FOUND),
    ("E1-04", "<a href='tel:#'>#</a>", NOT_FOUND),
    ("E1-04", "<a href='tel:+50220000000'><img src=t.png></a><p>a@b.example</p>", MET),
    ("E1-07", visit_of("<p>Decreto 1-2020, Ley 2-2020, Ley 3-2020.</p>", "noticias/x/"), NOT_FOUND),
    # The same links at the foot of every page are the template's.
    (
        "E1-12",
        "<footer>"
        + "".join(f'<a href="https://{n}.gob.gt/">{n}</a>' for n in ("uno", "dos", "tres"))
        + "</footer>",
        PARTIAL,
    ),
    # A heading that asks over links is a menu; a form asks, it does not answer.
    (
        "E1-13",
        "".join(f"<h3>¿Qué momento {n}?</h3><a href=/{n}>Nacer</a>" for n in range(3)),
        NOT_FOUND,
    ),
    (
        "E1-13",
        "<form action=/e><input name=dpi><input name=n><textarea name=m></textarea>"
        + "".join(f"<h3>¿Le gustó {n}?</h3><p>Poco.</p>" for n in range(3))
        + "<button>Enviar</button></form>",
        NOT_FOUND,
    ),
    ("E1-13", "".join(f"<h3>¿Y {n}?</h3><p>Lorem ipsum dolor.</p>" for n in range(3)), NOT_FOUND),
    ("E1-08", tuple(visit_of(sheet(f"Permiso {n}"), f"s/{n}/") for n in "abc"), MET),
]


@pytest.mark.parametrize("case", CASES)
def test_check_says_what_the_page_shows(case: Case) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case)
    assert answer.evidence or answer.verdict is NOT_FOUND


def test_services_are_counted_by_name_over_all_pages() -> None:
    pages = [visit_of(sheet(f"Permiso {name}"), f"s/{name}/") for name in ("rojo", "azul", "verde")]

    assert answer_of("E1-08", *pages).detail == "3"
    assert answer_of("E1-08", *pages).verdict is MET
    assert answer_of("E1-08", *pages[:2]).verdict is PARTIAL


def test_home_page_that_was_not_read_is_not_found() -> None:
    assert answer_of("E1-01", dead_visit("")).verdict is NOT_FOUND
