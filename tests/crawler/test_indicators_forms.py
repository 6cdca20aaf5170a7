"""Forms of the portal: what is for citizens, told from search, newsletters and the staff's."""

import pytest

from canse.domain.audit import Verdict
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
LOG_IN = (
    "<form action='{}'><input name={}><input type=password name=c><button>Ingresar</button></form>"
)


SEND = "<form action=/e><input name=n><textarea name=m></textarea><button>Enviar</button></form>"
CITIZEN = "<main><h2>Contribuyentes</h2>" + LOG_IN.format("/entrar", "nit") + "{}</main>"
CASES: Cases = [
    # A query by one's own key; the search box of the site is none.
    ("E2-03", "<form action=/c><input name=placa><button>Consultar</button></form>", MET),
    ("E2-03", "<form action=/c><input name=s><button>Buscar</button></form>", NOT_FOUND),
    (
        "E2-03",
        ("<h1>Intranet</h1><form action=/c><input name=placa><button>Consultar</button></form>"),
        NOT_FOUND,
    ),
    # A search of the same site.
    ("E2-04", "<form action=/buscar><input name=q><button>Buscar</button></form>", MET),
    (
        "E2-04",
        ("<form action='https://otro.example/'><input name=q><button>Buscar</button></form>"),
        PARTIAL,
    ),
    ("E2-04", "<form action=/c><input name=placa><button>Consultar</button></form>", NOT_FOUND),
    # A message; an address for a mail program sends nothing.
    (
        "E2-05",
        (
            "<form action=/e><input name=n><textarea name=m></textarea>"
            "<button>Enviar</button></form>"
        ),
        MET,
    ),
    (
        "E2-05",
        (
            "<form action='mailto:a@b.example'><input name=n><textarea name=m>"
            "</textarea><button>Enviar</button></form>"
        ),
        NOT_FOUND,
    ),
    (
        "E2-05",
        ("<form action=/e><input type=email name=e><button>Suscribirse</button></form>"),
        NOT_FOUND,
    ),
    # Complaints.
    (
        "E2-06",
        ("<form action=/q><textarea name=m></textarea><button>Enviar queja</button></form>"),
        MET,
    ),
    (
        "E2-06",
        ("<main><h3>Quejas</h3><p>Su canal.</p><a href='https://forms.gle/x'>Ver más</a></main>"),
        PARTIAL,
    ),
    ("E2-06", "<p>Quejas al teléfono 2000-0000.</p>", NOT_FOUND),
    # Public information.
    (
        "E2-07",
        (
            "<h2>Solicitud de información pública</h2><form action=/i><input name=n>"
            "<textarea name=m></textarea><button>Pedir</button></form>"
        ),
        MET,
    ),
    (
        "E2-07",
        ("<main><ul><li><a href=/s.docx>Solicitud de información pública</a></li></ul></main>"),
        PARTIAL,
    ),
    ("E2-07", "<p>Ley de acceso a la información.</p>", NOT_FOUND),
    # Accounts of citizens, not of the staff.
    (
        "E3-03",
        (
            "<form action=/r><input name=dpi><input type=password name=a>"
            "<input type=password name=b><button>Crear cuenta</button></form>"
        ),
        MET,
    ),
    (
        "E3-03",
        (
            "<h2>Registro de empleados</h2><form action=/r>"
            "<input type=password name=a><input type=password name=b>"
            "<button>Crear</button></form>"
        ),
        NOT_FOUND,
    ),
    ("E3-04", LOG_IN.format("/entrar", "dpi"), MET),
    (
        "E3-04",
        "<h2>Contribuyentes</h2>"
        + LOG_IN.format("/entrar", "usuario")
        + "<p>Para el contribuyente.</p>",
        MET,
    ),
    ("E3-04", LOG_IN.format("/entrar", "usuario"), NOT_FOUND),
    ("E3-04", "<h2>Correo institucional</h2>" + LOG_IN.format("/entrar", "dpi"), NOT_FOUND),
    ("E3-04", LOG_IN.format("https://webmail.ejemplo.example/", "dpi"), NOT_FOUND),
    ("E3-04", LOG_IN.format("https://facebook.com/login", "dpi"), NOT_FOUND),
    (
        "E3-04",
        ("<main><h1>Permiso de obra</h1><p>Ingrese con su usuario en línea.</p></main>"),
        PARTIAL,
    ),
    # Encryption.
    (
        "E3-17",
        ("<form action='https://a.example/'><input name=dpi><button>Enviar</button></form>"),
        MET,
    ),
    (
        "E3-17",
        ("<form action='http://a.example/'><input name=dpi><button>Enviar</button></form>"),
        NOT_FOUND,
    ),
    (
        "E3-17",
        ("<form action='http://a.example/'><input name=q><button>Buscar</button></form>"),
        Verdict.NOT_APPLICABLE,
    ),
    # What looks like a query: a filter of news, of a table, another's procurement in a frame.
    (
        "E2-03",
        "<form action=/n><input name=busqueda><button>Filtrar</button></form>",
        NOT_FOUND,
    ),
    ("E2-03", "<label>Buscar: <input type=search></label><table></table>", NOT_FOUND),
    ("E2-03", "<iframe src='https://compras.gob.gt/consulta'></iframe>", NOT_FOUND),
    ("E2-04", "<a href='/busqueda'>Buscar</a>", MET),
    ("E2-04", "<script src='https://cse.google.com/cse.js?cx=1'></script>", PARTIAL),
    # The form that a theme brings as an example; boxes that nothing sends.
    (
        "E2-05",
        "<form action=/e><p>Lorem ipsum</p><input name=n><textarea name=m></textarea>"
        "<button>Enviar</button></form>",
        NOT_FOUND,
    ),
    ("E2-05", "<input name=n><textarea name=m></textarea><button>Enviar</button>", PARTIAL),
    # A report of what is broken is a channel by another name.
    (
        "E2-06",
        "<main><h1>Reporte de baches</h1><form action=/b><input name=lugar>"
        "<textarea name=d></textarea><button>Enviar</button></form></main>",
        MET,
    ),
    ("E2-06", "<h1>Reporte de ingresos</h1>" + SEND, NOT_FOUND),
    ("E2-06", "<main><a href=/quejas.pdf>Formato de quejas</a></main>", NOT_FOUND),
    (
        "E2-06",
        "<main><h1>Autorización de libro de quejas</h1><form action=/b><input name=dpi>"
        "<input type=file name=a><button>Enviar</button></form></main>",
        NOT_FOUND,
    ),
    # A form that only opens a mail program sends nothing.
    (
        "E2-07",
        "<h2>Solicitud de información pública</h2><form action='mailto:uip@x.example'>"
        "<input name=n><textarea name=m></textarea><button>Pedir</button></form>",
        PARTIAL,
    ),
    # Accounts that are a school's, a forum's, an event's; and what is only said.
    (
        "E3-03",
        "<title>Aula virtual - Moodle</title><form action=/signup><input name=dpi>"
        "<input type=password name=a><input type=password name=b><button>Crear</button></form>",
        NOT_FOUND,
    ),
    ("E3-03", "<a href=/registro>Crear una cuenta</a>", PARTIAL),
    ("E3-03", "<a href='https://facebook.com/r'>Crear una cuenta</a>", NOT_FOUND),
    ("E3-04", "<nav><a href=/acceso>Acceso</a></nav>", NOT_FOUND),
    ("E3-04", "<a href='/agencia/'>Agencia virtual</a>", PARTIAL),
    ("E3-04", "<script>var f = {type: 'password'}</script>", NOT_FOUND),
    ("E3-05", CITIZEN.format("<a href=/olvido>¿Olvidó su contraseña?</a>"), MET),
    ("E3-05", CITIZEN.format("<a href=/ayuda>Ayuda</a>"), NOT_FOUND),
    (
        "E3-05",
        "<h2>Correo institucional</h2>"
        + LOG_IN.format("/e", "u")
        + "<a href=/o>Olvidé mi clave</a>",
        NOT_FOUND,
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_check_says_what_the_form_is_for(case: Case) -> None:
    assert answer_of_case(case).verdict is verdict_of(case)


def test_query_is_named_by_its_page_where_the_heading_labels_a_part() -> None:
    html = (
        "<main><h1>Consulta de IUSI</h1><h2>Plazo</h2><p>Un mes.</p>"
        "<form action=/c><input name=matricula><button>Consultar</button></form></main>"
    )

    assert answer_of("E2-03", visit_of(html)).detail == "Consulta de IUSI"


def test_staff_page_confirms_no_log_in() -> None:
    page = visit_of("<main>" + LOG_IN.format("/entrar", "dpi") + "</main>", "intranet/")

    assert answer_of("E3-04", page).verdict is NOT_FOUND


def test_insecure_forms_are_shown() -> None:
    html = "<form action='http://a.example/x'><input name=dpi><button>Enviar</button></form>"

    answer = answer_of("E3-17", visit_of(html))

    assert answer.detail == "http://a.example/x"
    assert answer.evidence[0].rule == "formulario-sin-https"
