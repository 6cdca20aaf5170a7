"""What a file is, its header and its first bytes say; a name proves nothing."""

from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, answer, html, page, redirect
from tests.crawler.hostile.rows import row

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + b" " * 4000 + b"\n%%EOF\n"
LOG_IN = (
    "<!doctype html><html lang=es><title>Ingreso</title><h1>Identifíquese</h1><form method=post>"
    "<input name=usuario><input type=password name=clave><button>Ingresar</button></form>"
)
SHEET = (
    "<p>Sirve para construir.</p><h2>Requisitos</h2><ul><li>Documento de identidad.</li></ul>"
    '<h2>Costo</h2><p>Q 50.00</p><p><a href="{}">Descargar formulario</a></p>'
)
PAGES: dict[str, Answer] = {
    "/informe.html": answer(PDF, "Content-Type: application/pdf"),
    "/mentira.html": html(PDF),
    "/pagina.html": answer(
        b"<!doctype html><h1>Es una p\xc3\xa1gina</h1>", "Content-Type: application/octet-stream"
    ),
    "/obra": page("Licencia de obra", text=SHEET.format("/formulario.pdf")),
    "/baile": page("Licencia de baile", text=SHEET.format("/perdido.pdf")),
}
REACHED: dict[str, Answer] = {
    "/formulario.pdf": redirect("/ingreso"),
    "/ingreso": html(LOG_IN),
    "/perdido.pdf": html("<title>No existe</title><h1>No encontramos el archivo</h1>"),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("types")
    return look({**linked(PAGES.items()), **REACHED}, folder)


@row(80)
@pytest.mark.parametrize("path", ["/informe.html", "/mentira.html"])
def test_pdf_is_a_pdf_whatever_its_name(seen: Seen, path: str) -> None:
    visit = seen.visits[path]

    assert seen.outcome(path) == "not_html"
    assert visit.content_type == "application/pdf"


@row(80)
def test_page_is_a_page_whatever_its_header(seen: Seen) -> None:
    assert seen.words("/pagina.html") == "Es una página"


@row(82)
def test_form_behind_a_session_is_still_a_form_that_could_not_be_opened(seen: Seen) -> None:
    services = {service.name: service for service in seen.report.services}

    assert seen.outcome("/formulario.pdf") == "login_required"
    assert services["Licencia de obra"].stage_declared == 2
    assert services["Licencia de obra"].stage_confirmed == 2
    assert services["Licencia de baile"].stage_confirmed == 1
