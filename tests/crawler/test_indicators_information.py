"""Stage 1: each check fires on what it is for and not on what merely looks like it."""

import pytest

from canse.domain.audit import Verdict
from tests.crawler.pages import answer_of, dead_visit, sheet, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
LONG = "<p>" + "La municipalidad atiende a sus vecinos. " * 10 + "</p>"


@pytest.mark.parametrize(
    ("identity", "html", "verdict"),
    [
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
            "".join(
                f'<a href="https://{name}.gob.gt/">{name}</a>' for name in ("uno", "dos", "tres")
            ),
            MET,
        ),
        (
            "E1-12",
            '<a href="https://uno.gob.gt/a">a</a><a href="https://uno.gob.gt/b">b</a>',
            PARTIAL,
        ),
        ("E1-12", '<a href="/otra/">Otra</a><a href="https://facebook.com/x">x</a>', NOT_FOUND),
        ("E1-13", "".join(f"<h3>¿Cómo {n}?</h3><p>Así.</p>" for n in range(3)), MET),
        ("E1-13", "<h3>¿Dónde?</h3><p>Aquí.</p>", PARTIAL),
        ("E1-13", "<h3>¿Dónde?</h3><h3>¿Cuándo?</h3><h3>¿Cómo?</h3>", NOT_FOUND),
        ("E1-08", "<main><h1>Trámites</h1><p>Sin lista.</p></main>", NOT_FOUND),
        ("E1-09", "<main><h1>Permiso de obra</h1><p>Pídalo aquí.</p></main>", NOT_FOUND),
        ("E1-09", sheet("Permiso de obra"), MET),
    ],
)
def test_check_says_what_the_page_shows(identity: str, html: str, verdict: Verdict) -> None:
    answer = answer_of(identity, visit_of(html, "pagina/"))

    assert answer.verdict is verdict
    assert bool(answer.evidence) == (verdict is not NOT_FOUND or "suspendida" in html)


def test_services_are_counted_by_name_over_all_pages() -> None:
    pages = [visit_of(sheet(f"Permiso {name}"), f"s/{name}/") for name in ("rojo", "azul", "verde")]

    assert answer_of("E1-08", *pages).detail == "3"
    assert answer_of("E1-08", *pages).verdict is MET
    assert answer_of("E1-08", *pages[:2]).verdict is PARTIAL


def test_home_page_that_was_not_read_is_not_found() -> None:
    assert answer_of("E1-01", dead_visit("")).verdict is NOT_FOUND
