"""Usability and technique: facts of the wire, shares of pages, and how sheets read."""

import pytest

from canse.domain.audit import Verdict
from crawler.indicators.comfort import fits_telephone, is_clear_date
from crawler.site import Site
from crawler.visit import Outcome, Visit
from tests.crawler.cases import Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, dead_visit, sheet, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NOT_APPLICABLE, NOT_EVALUABLE = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE
HOME = visit_of("<p>Hola</p>", "")
EASY = (
    "<p>Lleve su carné y una copia. Pida su turno en la mesa. Pague en la caja del patio. Le dan "
    "el recibo. Vaya con el recibo a la sala dos. Ahí le toman una foto. Firme la hoja. La carta "
    "sale en tres días. Si no viene, se la guardan un mes. Puede mandar a otra persona con una "
    "nota. Lleve la nota y una copia de su carné. No le cobran más.</p>"
)
HARD = (
    "<p>El administrado deberá apersonarse fehacientemente, mediante representación legalmente "
    "acreditada, a efecto de que la dependencia jurisdiccional correspondiente determine la "
    "procedencia extraordinaria de la inscripción solicitada, previa presentación documentada de "
    "las certificaciones administrativas correspondientes, debidamente legalizadas, autenticadas "
    "y complementadas con las declaraciones juramentadas reglamentariamente establecidas, "
    "observando inexcusablemente las disposiciones procedimentales complementarias anteriormente "
    "mencionadas, so pena de declararse inadmisible la solicitud inicialmente interpuesta por el "
    "interesado.</p>"
)


def links(*paths: str) -> Visit:
    """A home page with links to these paths."""
    return visit_of("".join(f'<a href="/{p}">Sección {p}</a>' for p in paths), "")


def canonical(path: str, target: str) -> Visit:
    """A page that says its address is another."""
    return visit_of(f'<link rel="canonical" href="{target}"><p>Hola</p>', path)


def loading(count: int, size: int = 9_000) -> Visit:
    """A home page of so many bytes that loads so many pictures."""
    return visit_of("".join(f'<img src="/{n}.png" alt="">' for n in range(count)), "", size=size)


def offered(depth: int) -> Visit:
    """A service sheet so many clicks away."""
    return visit_of(sheet("Licencia de construcción"), "tramites/licencia/", depth=depth)


CASES: Cases = [
    ("U-01", HOME, MET, Site(has_real_404=True)),
    ("U-01", HOME, NOT_FOUND, Site(has_real_404=False)),
    ("U-01", HOME, NOT_EVALUABLE, Site()),
    ("U-02", (links("a/", "b/"), visit_of("<p>A</p>", "a/"), visit_of("<p>B</p>", "b/")), MET),
    ("U-02", (links("a/", "b/"), visit_of("<p>A</p>", "a/"), dead_visit("b/")), NOT_FOUND),
    (
        "U-02",
        (
            links("a/", "b/"),
            visit_of("<p>A</p>", "a/"),
            dead_visit("b/", Outcome.DISALLOWED),
        ),
        MET,
    ),
    ("U-02", links("a/"), NOT_EVALUABLE),
    ("U-03", HOME, MET, Site(has_robots=True)),
    ("U-03", HOME, NOT_FOUND, Site(has_robots=False)),
    ("U-03", HOME, NOT_EVALUABLE, Site()),
    ("U-04", HOME, MET, Site(has_sitemap=True)),
    ("U-04", HOME, NOT_FOUND, Site(has_sitemap=False)),
    ("U-04", HOME, NOT_EVALUABLE, Site()),
    ("U-05", (canonical("", "/"), canonical("a/", "/a/")), MET),
    ("U-05", (canonical("a/", "/"), canonical("b/", "/")), NOT_FOUND),
    ("U-05", canonical("a/", "https://otro.example/a/"), NOT_FOUND),
    ("U-05", (canonical("a/", "/viejo/"), dead_visit("viejo/")), NOT_FOUND),
    ("U-05", HOME, NOT_FOUND),
    ("U-06", '<meta name="viewport" content="width=device-width">', MET),
    ("U-06", '<meta name="viewport" content="width=1024">', NOT_FOUND),
    ("U-06", "<p>Hola</p>", NOT_FOUND),
    ("U-07", loading(5), MET),
    ("U-07", loading(5, size=200_000), PARTIAL),
    ("U-07", loading(60), PARTIAL),
    ("U-07", loading(5, size=900_000), NOT_FOUND),
    ("U-07", loading(120), NOT_FOUND),
    ("U-08", '<meta name="description" content="Trámites de la municipalidad.">', MET),
    ("U-08", '<meta property="og:description" content="Trámites de la muni.">', MET),
    ("U-08", '<meta name="description" content="Inicio">', NOT_FOUND),
    ("U-09", "<p>¿Le fue útil esta página?</p><a href='/si'>¿Fue útil? Sí</a>", MET),
    (
        "U-09",
        "<form action='/o'><p>¿Encontró lo que buscaba?</p>"
        "<label><input type='radio' name='o'>Sí</label><button>Enviar</button></form>",
        MET,
    ),
    ("U-09", '<a href="/error">Reportar un error en esta página</a>', MET),
    ("U-09", "<p>¿Le fue útil esta página?</p>", PARTIAL),
    ("U-09", "<p>Descargue el formulario de la página del registro.</p>", NOT_FOUND),
    ("U-10", offered(3), MET),
    ("U-10", (offered(5), visit_of(sheet("Licencia de construcción"), "x/", depth=2)), MET),
    ("U-10", offered(4), NOT_FOUND),
    ("U-10", HOME, NOT_APPLICABLE),
    ("U-11", '<script src="/a.js"></script>', MET),
    ("U-11", '<link rel="stylesheet" href="https://letras.example.net/a.css">', PARTIAL),
    ("U-11", '<script src="https://www.googletagmanager.com/gtm.js"></script>', NOT_FOUND),
    ("U-11", '<a href="https://www.facebook.com/muni">Facebook</a>', MET),
    ("U-12", '<meta name="generator" content="WordPress 6.5">', MET),
    ("U-12", '<img src="/wp-content/uploads/a.png" alt="">', PARTIAL),
    ("U-12", '<a href="/wp-content/uploads/a.pdf">Informe</a>', NOT_APPLICABLE),
    ("U-13", "<p>Publicado el 3 de marzo de 2026.</p><p>Vence el 31/12/2026.</p>", MET),
    ("U-13", "<p>Publicado el 12/31/2026.</p><p>Vence el 1/2/26.</p>", NOT_FOUND),
    ("U-13", "<p>Tel. 2000-0000, decreto 57-2008.</p>", NOT_APPLICABLE),
    ("U-14", sheet("Licencia de construcción", EASY), MET),
    ("U-14", sheet("Licencia de construcción", HARD), NOT_FOUND),
    ("U-14", sheet("Licencia de construcción"), NOT_EVALUABLE),
    ("U-14", HOME, NOT_APPLICABLE),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_the_portal_shows(case: tuple[object, ...]) -> None:
    assert answer_of_case(case).verdict is verdict_of(case)


def test_fact_of_the_wire_is_shown_at_the_home_page() -> None:
    answer = answer_of("U-03", HOME, site=Site(has_robots=False))

    assert answer.evidence[0].url == HOME.url
    assert "/robots.txt" in answer.evidence[0].snippet


def test_broken_link_is_shown_where_it_stands() -> None:
    answer = answer_of("U-02", links("roto/"), dead_visit("roto/"))

    assert answer.evidence[0].url == HOME.url
    assert "«Sección roto/» lleva a" in answer.evidence[0].snippet
    assert "código 404" in answer.evidence[0].snippet


@pytest.mark.parametrize(
    ("view", "is_fit"),
    [
        ("width=device-width, initial-scale=1", True),
        ("WIDTH = Device-Width", True),
        ("width=320", True),
        ("width=980", False),
        ("initial-scale=1", False),
        ("", False),
    ],
)
def test_view_that_fits_a_telephone(view: str, is_fit: bool) -> None:
    assert fits_telephone(view) is is_fit


@pytest.mark.parametrize(
    ("written", "is_clear"),
    [
        ("31/12/2026", True),
        ("31-12-2026", True),
        ("3.12.2026", True),
        ("12/31/2026", False),
        ("1/2/26", False),
        ("2026-03-04", True),
        ("2026-13-04", None),
        ("8.2.10", None),
        ("1-2-26", None),
        ("192.168.1", None),
        ("1/2/3", None),
        ("45/10/2026", None),
        ("10/10/9999", None),
    ],
)
def test_date_in_figures(written: str, is_clear: bool | None) -> None:
    assert is_clear_date(written) is is_clear
