"""Stages 1 and 2 beside services: identity, people, dates, reaching out, and look-alikes."""

import pytest

from canse.domain.audit import Verdict
from crawler.document import Document
from crawler.visit import Outcome, Visit
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, sheet, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NONE, UNKNOWN = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE
ROWS = "".join(
    f"<tr><td>Jefe de Unidad {n}</td><td>Persona {n}</td><td>2000-000{n}</td></tr>"
    for n in range(1, 4)
)
MENU = "<nav>" + "".join(f'<a href="/m{n}">Entrada {n}</a>' for n in range(5)) + "</nav><p>Hola</p>"
OPEN_HOURS = "<p>Horario de atención: lunes a viernes de 8:00 a 16:00 horas</p>"
MAP = '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>'
FORM_LINK = '<a href="/f.pdf">Descargar formulario</a>'
JOBS = "<main><h1>Empleos</h1>{}</main>"
ENGLISH = (
    "The office is open to the public and you can apply for a permit with your identity document. "
    "If you have any questions about the service, please call us or write to the address below. "
) * 8
SPANISH = (
    "La oficina atiende al público y usted puede pedir el permiso con su documento de identidad. "
    "Si tiene preguntas sobre el servicio, llame o escriba a la dirección que está abajo. "
) * 8


def news(*days: str) -> Visit:
    """A page of news with these days."""
    items = "".join(f"<li>{day}: se inauguró la obra número {n}</li>" for n, day in enumerate(days))
    return visit_of(f"<main><h1>Noticias</h1><ul>{items}</ul></main>", "noticias/")


def documents(*names: str) -> str:
    return "<main>" + "".join(f'<a href="/{name}">{name}</a>' for name in names) + "</main>"


def form_file(*, is_fillable: bool | None) -> tuple[Visit, Visit]:
    """A service with a form in PDF, and the PDF as it was read."""
    file = visit_of(
        "",
        "f.pdf",
        page=None,
        outcome=Outcome.NOT_HTML,
        content_type="application/pdf",
        document=Document(kind="pdf", is_fillable=is_fillable),
    )
    return visit_of(sheet("Permiso de obra", FORM_LINK)), file


CASES: Cases = [
    ("E1-02", "<title>Municipalidad de Ejemplo</title><p>Hola</p>", MET),
    ("E1-02", '<img src=/l.png alt="Logo de la Municipalidad de Ejemplo"><p>Hola</p>', MET),
    ("E1-02", "<title>Inicio</title><p>Hola</p><footer>Municipalidad de Ejemplo</footer>", PARTIAL),
    ("E1-02", "<title>Guía turística de Ejemplo</title><p>Playas y hoteles.</p>", NOT_FOUND),
    ("E1-02", "<title>Bienvenidos</title><p>Hola</p>", NOT_FOUND),
    ("E1-05", f"<main><h1>Directorio</h1><table>{ROWS}</table></main>", MET),
    ("E1-05", documents("directorio-telefonico.pdf"), PARTIAL),
    ("E1-05", f"<main><h1>Directorio de prensa</h1><table>{ROWS}</table></main>", NOT_FOUND),
    ("E1-05", "<main><p>Llame al 2000-0000.</p></main>", NOT_FOUND),
    ("E1-06", '<main><img src="/organigrama.png" alt="Organigrama"></main>', MET),
    ("E1-06", documents("organigrama-2026.pdf"), MET),
    ("E1-06", "<main><h1>Organigrama</h1><p>En construcción.</p></main>", PARTIAL),
    (
        "E1-06",
        "<main><h1>Noticias</h1><p>El concejo aprobó ayer el nuevo organigrama.</p></main>",
        NOT_FOUND,
    ),
    ("E1-10", news("3 de marzo de 2026", "4 de abril de 2026", "5 de mayo de 2026"), MET),
    ("E1-10", news("3 de marzo de 2026"), PARTIAL),
    ("E1-10", news("3 de marzo de 2030", "4 de abril de 2030", "5 de mayo de 2030"), NOT_FOUND),
    ("E1-10", "<main><h1>Noticias</h1><p>hace 2 días</p></main>", PARTIAL),
    ("E1-10", "<main><h1>Noticias</h1><p>Pronto habrá.</p></main>", NOT_FOUND),
    ("E1-11", news("15 de noviembre de 2026"), MET),
    ("E1-11", news("15 de septiembre de 2026"), PARTIAL),
    ("E1-11", news("15 de marzo de 2020"), NOT_FOUND),
    ("E1-11", "<p>© 2026 Municipalidad</p>", NOT_FOUND),
    ("E1-11", "<p>Tel. 2012-0815</p>", NOT_FOUND),
    ("E1-14", documents("a-2024.pdf", "b-2024.pdf", "c-2025.pdf", "d-2025.pdf", "e-2026.pdf"), MET),
    ("E1-14", documents("a-2024.pdf", "b-2025.pdf"), PARTIAL),
    ("E1-14", "<main>" + '<a href="/a.pdf">A 2024</a>' * 9 + "</main>", PARTIAL),
    ("E1-14", "<main><p>Nada.</p></main>", NOT_FOUND),
    ("E1-15", f"<main>{MAP}{OPEN_HOURS}</main>", MET),
    ("E1-15", f"<main>{OPEN_HOURS}</main>", PARTIAL),
    ("E1-15", "<main><p>Radio Ejemplo: programación de 8:00 a 16:00 horas</p></main>", NOT_FOUND),
    ("E1-16", "<p>Hola</p>", NOT_FOUND),
    ("E1-17", MENU, MET),
    ("E1-17", '<p>Hola</p><a href="/mapa">Mapa del sitio</a>', MET),
    ("E1-17", '<nav><a href="/a">A</a></nav><p>Hola</p>', PARTIAL),
    ("E1-17", '<p>Hola</p><a href="/sitemap.xml">Mapa del sitio</a>', NOT_FOUND),
    ("E2-02", form_file(is_fillable=True), MET),
    ("E2-02", form_file(is_fillable=False), NOT_FOUND),
    ("E2-02", form_file(is_fillable=None), UNKNOWN),
    ("E2-02", "<p>Sin formularios.</p>", NOT_FOUND),
    ("E2-08", '<main><a href="/noticias.rss">RSS</a></main>', MET),
    ("E2-08", '<link rel=alternate type="application/rss+xml" href="/feed/"><p>Hola</p>', PARTIAL),
    (
        "E2-08",
        '<link rel=alternate type="application/rss+xml" href="/comments/feed/"><p>Hola</p>',
        NOT_FOUND,
    ),
    (
        "E2-09",
        "<form action=/alta method=post><h3>Boletín</h3><input type=email name=correo>"
        "<button>Suscribirse</button></form>",
        MET,
    ),
    (
        "E2-09",
        "<form action=https://x.list-manage.com/subscribe method=post><h3>Boletín</h3>"
        "<input type=email name=correo><button>Suscribirse</button></form>",
        PARTIAL,
    ),
    ("E2-09", "<form action=/s><input name=s><button>Buscar</button></form>", NOT_FOUND),
    (
        "E2-12",
        (
            visit_of(f"<main><p>{SPANISH}</p><a href='/en/x'>English</a></main>", "es/x"),
            visit_of(f"<html lang=en><main><p>{ENGLISH}</p></main>", "en/x"),
            visit_of(f"<main><p>{SPANISH} Otra vez.</p></main>", "es/y"),
        ),
        MET,
    ),
    (
        "E2-12",
        f"<main><p>{SPANISH}</p></main>"
        '<script src="https://translate.google.com/translate_a/element.js"></script>',
        PARTIAL,
    ),
    ("E2-12", f"<main><p>{SPANISH}</p></main>", NOT_FOUND),
    ("E2-15", '<a href="https://wa.me/50220000000">Escríbanos</a>', MET),
    ("E2-15", '<a href="https://api.whatsapp.com/send?text=Mire">Compartir</a>', NOT_FOUND),
    (
        "E2-17",
        "<main><h1>Calculadora de IUSI</h1><form action=/c><input name=valor><button>Calcular"
        "</button></form></main>",
        MET,
    ),
    ("E2-17", '<main><a href="/calculadora">Calculadora de impuestos</a></main>', PARTIAL),
    (
        "E2-17",
        '<main><a href="https://banco.example/credito">Calculadora de préstamos</a></main>',
        NOT_FOUND,
    ),
    (
        "E2-18",
        '<a href="https://play.google.com/store/apps/details?id=gt.gob.ejemplo.app">App</a>',
        MET,
    ),
    (
        "E2-18",
        '<a href="https://play.google.com/store/apps/details?id=com.otra.cosa">App</a>',
        PARTIAL,
    ),
    (
        "E2-18",
        '<a href="https://play.google.com/store/apps/details?id=com.adobe.reader">Lector</a>',
        NOT_FOUND,
    ),
    (
        "E2-19",
        "<main><p>Active las notificaciones y reciba avisos por mensaje de texto.</p></main>"
        '<script src="https://cdn.onesignal.com/sdks/OneSignalSDK.js"></script>',
        MET,
    ),
    (
        "E2-19",
        '<p>Hola</p><script src="https://cdn.onesignal.com/sdks/OneSignalSDK.js"></script>',
        PARTIAL,
    ),
    ("E2-19", "<main><p>Este sitio usa cookies; active las notificaciones de cookies.</p></main>",
     NOT_FOUND),
    (
        "E2-20",
        visit_of(
            JOBS.format("<p>Plaza de piloto: reciben papelería hasta el 3 de octubre de 2026</p>"),
            "empleos/",
        ),
        MET,
    ),
    ("E2-20", visit_of(JOBS.format("<p>Envíe su hoja de vida.</p>"), "empleos/"), PARTIAL),
    (
        "E2-20",
        "<main><h1>Licitaciones y compras</h1><p>Cierra el 3 de octubre de 2026</p></main>",
        NOT_FOUND,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("portal", "verdict"),
    [
        ("https://muni.gob.gt/", MET),
        ("https://www.ejemplo.mil.gt/", MET),
        ("https://gob.gt.ejemplo.example/", NOT_FOUND),
        ("http://127.0.0.1:8000/", NONE),
        ("http://caminos.localhost/", NONE),
    ],
)
def test_name_of_the_state_is_known_by_its_end(portal: str, verdict: Verdict) -> None:
    assert answer_of("E1-16", visit_of("<p>Hola</p>"), portal_url=portal).verdict is verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_the_portal_shows(case: Case) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case), answer
    assert bool(answer.evidence) or verdict_of(case) not in (MET, PARTIAL)
