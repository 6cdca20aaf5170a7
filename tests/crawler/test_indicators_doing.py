"""Stages 2 to 4 within services: how things are sent, signed, followed and joined."""

import pytest

from canse.domain.audit import Verdict
from crawler.visit import Visit
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import sheet, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NONE = Verdict.NOT_APPLICABLE
APPLY = (
    "<form action=/enviar method=post><label>DPI <input name=dpi></label><label>Nombre "
    "<input name=nombre></label>{}<button>Enviar solicitud</button></form>"
)
FILE = "<label>Documento <input type=file name=archivo></label>"
AGREE = "<label><input type=checkbox name=ok> Acepto el tratamiento de mis datos</label>"
ON_DATA = "<label><input type=checkbox name=ok> Cuidamos sus datos.</label> Consiento su uso."
WHOLE = (
    "<h2>Pasos</h2><p>Llene la solicitud.</p><h2>Tiempo</h2><p>5 días</p><h2>Lugar</h2>"
    "<p>Oficina central.</p>"
)
STEPS = (
    "<ol><li>Cree su usuario.</li><li>Inicie sesión en el sistema.</li><li>{}</li><li>{}</li></ol>"
)


def service(more: str, name: str = "Permiso de obra") -> Visit:
    """A page of one service with requirements, a cost and whatever else."""
    return visit_of(sheet(name, more))


def form(heading: str, fields: str, button: str) -> str:
    return (
        f"<main><h1>{heading}</h1><form action=/x method=post>{fields}"
        f"<button>{button}</button></form></main>"
    )


DPI = "<label>DPI <input name=dpi></label>"
CODE = "<label>Código del documento <input name=codigo></label>"
MOMENTS = "<main><h1>Para usted</h1>{}</main>"
LINKS = "".join(
    f'<a href="https://portal.ejemplo.example/{path}">{text}</a>'
    for path, text in (("nacer/", "Nacer"), ("estudiar/", "Estudiar"), ("empresas/", "Empresas"))
)


def moment(path: str, *names: str) -> Visit:
    """The page of a moment of life with its services."""
    items = "".join(f"<h2>{name}</h2><p>Se pide en la oficina. Costo: Q 5.00</p>" for name in names)
    return visit_of(f"<main><h1>Trámites</h1>{items}</main>", path)


SERVED = (
    visit_of(MOMENTS.format(LINKS), ""),
    moment("nacer/", "Certificado de nacimiento", "Licencia de maternidad", "Subsidio de leche"),
    moment("estudiar/", "Beca de estudios", "Certificación de estudios", "Carné de estudiante"),
    moment("empresas/", "Licencia de negocio", "Patente de comercio", "Permiso de rótulo"),
)
CONSULTED = "<main><h1>Consulta pública del reglamento</h1><p>Envíe sus ideas.</p>{}</main>"
VOTE = "<main><h1>Presupuesto participativo</h1>{}</main>"

CASES: Cases = [
    ("E2-13", service("<p>Envíe su solicitud al correo tramites@muni.example.</p>"), MET),
    ("E2-13", service("<p>Nuestro correo es info@muni.example.</p>"), NOT_FOUND),
    ("E2-13", service("<p>Preséntese en la oficina.</p>"), NOT_FOUND),
    ("E2-16", service(WHOLE), MET),
    ("E2-16", service("<h2>Tiempo</h2><p>Pendiente</p><h2>Pasos</h2><p>Pendiente</p>"), NOT_FOUND),
    ("E2-16", "<main><h1>Permiso de obra</h1><p>Pídalo aquí.</p></main>", NOT_FOUND),
    ("E3-02", service(APPLY.format(FILE)), MET),
    ("E3-02", service("<p>Suba sus documentos al sistema.</p>"), PARTIAL),
    ("E3-02", form("Vacantes: envíe su currículum", DPI + FILE, "Enviar"), NOT_FOUND),
    ("E3-02", service(APPLY.format("")), NOT_FOUND),
    ("E3-07", form("Impuesto", DPI, "Generar boleta de pago"), MET),
    ("E3-07", service("<p>Genere su boleta de pago en el sistema.</p>"), PARTIAL),
    ("E3-07", service("<p>Pague en el banco.</p>"), NOT_FOUND),
    ("E3-11", form("Verificar certificaciones", CODE, "Verificar"), MET),
    (
        "E3-11",
        "<main><p>Escanee el código QR para verificar la autenticidad del documento.</p></main>",
        PARTIAL,
    ),
    ("E3-11", "<main><p>Escanee el código QR del menú.</p></main>", NOT_FOUND),
    ("E3-12", form("Solicitud", DPI, "Firmar electrónicamente"), MET),
    ("E3-12", service("<p>Firme la solicitud con firma electrónica avanzada.</p>"), PARTIAL),
    (
        "E3-12",
        "<main><h1>Noticias</h1><p>El ministro firmó la ley de firma electrónica.</p></main>",
        NOT_FOUND,
    ),
    (
        "E3-13",
        service(APPLY.format("") + "<p>Al enviar recibirá un número de expediente.</p>"),
        MET,
    ),
    ("E3-13", "<main><p>Recibirá un número de expediente.</p></main>", PARTIAL),
    ("E3-13", "<main><p>Gracias por contactarnos.</p></main>", NOT_FOUND),
    ("E3-14", '<main><a href="/declarar">Declaración jurada en línea</a></main>', MET),
    ("E3-14", '<main><a href="https://sat.gob.gt/x">Declaración anual</a></main>', NOT_FOUND),
    ("E3-15", '<main><a href="/casillero">Casillero electrónico</a></main>', MET),
    ("E3-15", "<main><p>Se le avisará por notificación electrónica.</p></main>", PARTIAL),
    ("E3-15", '<main><a href="/buzon">Buzón electrónico de sugerencias</a></main>', NOT_FOUND),
    ("E3-16", service(APPLY.format(AGREE)), MET),
    ("E3-16", service(APPLY.format(ON_DATA)), MET),
    ("E3-16", service(APPLY.format("<p>Al enviar acepta el uso de sus datos.</p>")), PARTIAL),
    ("E3-16", service(APPLY.format("")), NOT_FOUND),
    ("E3-16", "<p>Aceptar cookies</p>", NONE),
    ("E3-18", service(STEPS.format("Suba los documentos.", "Pague con tarjeta.")), MET),
    ("E3-18", service(STEPS.format("Imprima el formulario.", "Envíe la solicitud.")), PARTIAL),
    ("E3-18", service("<ol><li>Venga.</li><li>Espere.</li></ol>"), NOT_FOUND),
    (
        "E3-19",
        form(
            "Inscripción al curso de panadería",
            DPI + "<label>Nombre <input name=nombre></label><label>Correo <input type=email "
            "name=correo></label><label>Teléfono <input type=tel name=tel></label>",
            "Inscribirse",
        ),
        MET,
    ),
    ("E3-19", '<main><a href="/inscripcion">Inscríbete aquí</a></main>', PARTIAL),
    ("E3-19", '<main><a href="https://guatecompras.gt/x">Presentar oferta</a></main>', NOT_FOUND),
    (
        "E4-02",
        '<main><a href="https://identidad.gob.gt/oauth2/authorize?response_type=code">Entrar</a>'
        "</main>",
        MET,
    ),
    (
        "E4-02",
        '<main><a href="https://www.facebook.com/v1/dialog/oauth?response_type=code">Entrar</a>'
        "</main>",
        NOT_FOUND,
    ),
    ("E4-04", '<main><a href="/api/docs">Documentación de la API</a></main>', MET),
    ("E4-04", '<main><a href="/wp-json/">datos</a></main>', NOT_FOUND),
    ("E4-05", '<main><a href="/mis-tramites">Mis trámites</a></main>', MET),
    ("E4-05", '<main><a href="/my-account">Mi cuenta</a><a href="/cart">Carrito</a></main>',
     NOT_FOUND),
    ("E4-06", SERVED, MET),
    ("E4-06", MOMENTS.format(LINKS), PARTIAL),
    (
        "E4-06",
        MOMENTS.format(
            "".join(
                f'<a href="/noticias/{n}/">{text}</a>'
                for n, text in enumerate(("Educación", "Familia", "Vivienda"))
            )
        ),
        NOT_FOUND,
    ),
    (
        "E4-07",
        form("Recordatorio de vencimiento", "<input type=email name=correo>", "Avíseme"),
        MET,
    ),
    ("E4-07", service("<p>Le avisaremos antes de que venza su licencia.</p>"), PARTIAL),
    ("E4-07", form("Boletín", "<input type=email name=correo>", "Suscribirse"), NOT_FOUND),
    ("E4-08", CONSULTED.format("<h2>Resultados de la consulta</h2><p>Se aceptaron tres.</p>"), MET),
    ("E4-08", CONSULTED.format(""), NOT_FOUND),
    ("E4-08", "<main><p>El plan está disponible para consulta pública.</p></main>", NOT_FOUND),
    ("E4-09", VOTE.format("<p>Asambleas: 3 de octubre de 2026.</p>"), MET),
    ("E4-09", "<main><p>Participe en el presupuesto participativo de su zona.</p></main>", PARTIAL),
    ("E4-09", '<main><h1>Presupuesto</h1><a href="/p.pdf">Presupuesto 2026</a></main>', NOT_FOUND),
    ("E4-11", service('<a href="https://tramites.gob.gt/servicio/900/">Ver la ficha</a>'), MET),
    ("E4-11", service('<a href="https://tramites.gob.gt/">Catálogo</a>'), NOT_FOUND),
    ("E4-12", service('<a href="https://declaraguate.sat.gob.gt/x">Pagar</a>'), MET),
    ("E4-12", service("<p>Pague con el formulario SAT-2000 en Declaraguate.</p>"), PARTIAL),
    ("E4-12", service("<p>Pague en la caja.</p>"), NOT_FOUND),
    (
        "E4-13",
        "<main><h1>Seguimiento</h1><p>Vea el estado de su expediente en el Registro Mercantil y en "
        "la Superintendencia de Administración.</p><form action=/x><input name=expediente><button>"
        "Consultar</button></form></main>",
        MET,
    ),
    ("E4-13", "<main><p>Vea el estado de su expediente en la Municipalidad.</p></main>", NOT_FOUND),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_can_be_done(case: Case) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is verdict_of(case), answer
    assert bool(answer.evidence) or verdict_of(case) not in (MET, PARTIAL)
