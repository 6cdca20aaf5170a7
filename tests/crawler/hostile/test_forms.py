"""Forms count wherever a browser would show them, and none speaks for the whole portal."""

from pathlib import Path

import pytest

from canse.domain.audit import FoundService
from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, html
from tests.crawler.hostile.rows import row

SEARCH = '<form action="/buscar"><input name="q"><button>Buscar</button></form>'
APPLY = (
    '<form action="/enviar" method="post"><label>DPI <input name="dpi"></label>'
    '<label>Expediente <input name="expediente"></label><input type="file" name="foto">'
    "<button>Enviar solicitud</button></form>"
)
LOG_IN = (
    '<form action="/entrar" method="post"><label>Usuario <input name="usuario"></label>'
    '<label>Clave <input type="password" name="clave"></label><button>Ingresar</button></form>'
)
NESTED = APPLY.replace('action="/enviar"', 'action="/interior"')
PAGER = "".join(
    f"<a href=\"javascript:__doPostBack('lista','Page${n}')\">{n}</a> " for n in range(2, 6)
)


def sheet(name: str, *, before: str = "", within: str = "", after: str = "") -> bytes:
    return html(
        f"<!doctype html><html lang=es><meta charset=utf-8><title>{name}</title><body>{before}"
        f"<main><h1>{name}</h1><p>Sirve para lo que su nombre dice.</p><h2>Requisitos</h2><ul>"
        f"<li>Documento de identidad.</li></ul><h2>Costo</h2><p>Q 50.00</p>{within}</main></body>"
        f"</html>{after}"
    )


PAGES: dict[str, Answer] = {
    "/residencia": sheet("Constancia de residencia", after=APPLY),
    "/obra": sheet("Licencia de obra", before=SEARCH, within=APPLY),
    "/anidado": html(
        '<form action="/buscar"><input name="q"><button>Buscar</button>'
        f"<h1>Solvencia municipal</h1>{NESTED}</form><p>Pie"
    ),
    "/ingreso": html(f"{SEARCH}<main><h1>Ingreso de vecinos</h1>{LOG_IN}</main>"),
    "/lista": html(
        '<form action="/lista" method="post"><input type="hidden" name="__VIEWSTATE" value="x">'
        f"<h1>Trámites</h1><table><tr><td>Licencia de baile</td></tr></table>{PAGER}</form>"
    ),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("forms")
    return look(linked(PAGES.items()), folder)


def service(seen: Seen, name: str) -> FoundService:
    return next(one for one in seen.report.services if one.name == name)


@row(46)
def test_form_after_the_end_of_the_page_is_the_control_of_its_service(seen: Seen) -> None:
    (form,) = seen.page("/residencia").forms

    assert form.action == seen.site.url("/enviar")
    assert service(seen, "Constancia de residencia").stage_confirmed == 3


@row(47)
def test_fields_of_an_inner_form_belong_to_the_outer(seen: Seen) -> None:
    (form,) = seen.page("/anidado").forms

    assert form.action == seen.site.url("/buscar")
    assert [field.name for field in form.fields] == ["q", "dpi", "expediente", "foto"]


@row(49)
def test_service_is_graded_by_its_own_form_when_the_search_comes_first(seen: Seen) -> None:
    assert [form.action for form in seen.page("/obra").forms] == [
        seen.site.url("/buscar"),
        seen.site.url("/enviar"),
    ]
    assert service(seen, "Licencia de obra").stage_confirmed == 3


@row(49)
def test_log_in_is_found_when_the_search_comes_first(seen: Seen) -> None:
    kinds = [[field.kind for field in form.fields] for form in seen.page("/ingreso").forms]

    assert kinds == [["text"], ["text", "password"]]


@row(50)
def test_list_that_goes_on_behind_a_script_is_reported(seen: Seen) -> None:
    assert (
        "Hay listas que continúan solo por medio de un programa (JavaScript), en 1 página;"
        " lo que sigue no se leyó." in seen.report.coverage.reasons
    )
    assert not [path for path in seen.site.asked if "doPostBack" in path]


def test_no_form_is_ever_sent(seen: Seen) -> None:
    assert not {"/enviar", "/buscar", "/entrar", "/interior"} & {*seen.site.asked}
    assert all(head.startswith("GET ") for head in seen.site.heads)
