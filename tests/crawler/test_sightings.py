"""A mention is judged on its page alone: controls confirm, words and links declare."""

import pytest

from canse.domain.stages import Level
from crawler.ladder import Capability, Gate
from crawler.sightings import Sighting, see, shorten
from tests.crawler.pages import PORTAL, sheet, visit_of


def sighting(html: str, path: str = "tramites/x/") -> Sighting:
    (found,) = see([visit_of(html, path)], portal_url=PORTAL, furniture=frozenset())
    return found


def levels(html: str) -> tuple[Level, Level]:
    capabilities = sighting(html).capabilities
    return capabilities.rung_confirmed().level, capabilities.rung_declared().level


FORM = '<form action="/enviar" method="post">{}</form>'


@pytest.mark.parametrize(
    ("more", "confirmed", "declared"),
    [
        ("", Level.S1, Level.S1),
        ("<p>Pague en ventanilla y pida su cita por teléfono.</p>", Level.S1, Level.S1),
        ('<p><a href="/f.pdf">Descargar formulario</a></p>', Level.S2A, Level.S2A),
        ('<p><a href="/requisitos.pdf">Requisitos</a></p>', Level.S1, Level.S1),
        ('<p><a href="#">Descargar formulario</a></p>', Level.S1, Level.S1),
        ("<p>Descargue y llene el formulario.</p>", Level.S1, Level.S2A),
        (FORM.format("<textarea name=m></textarea><button>Enviar</button>"), Level.S2B, Level.S2B),
        (FORM.format("<input name=dpi><button>Enviar</button>"), Level.S3A, Level.S3A),
        (FORM.format("<input type=file name=a><button>Enviar</button>"), Level.S3A, Level.S3A),
        (FORM.format("<input name=dpi><button>Cancelar</button>"), Level.S1, Level.S1),
        (FORM.format("<input name=q><button>Buscar</button>"), Level.S1, Level.S1),
        (FORM.format("<input type=email name=e><button>Suscribirse</button>"), Level.S1, Level.S1),
        (FORM.format("<input name=expediente><button>Consultar</button>"), Level.S3B, Level.S3B),
        ('<p><a href="/iniciar/">Iniciar trámite</a></p>', Level.S1, Level.S3A),
        ('<p><a href="#">Iniciar trámite</a></p>', Level.S1, Level.S1),
        ('<p><a href="#" onclick="alert(1)">Solicitar</a></p>', Level.S1, Level.S1),
        ("<p>Haga la solicitud en línea con su usuario y contraseña.</p>", Level.S1, Level.S3B),
        ("<p>Este trámite no se hace en línea.</p>", Level.S1, Level.S1),
        ("<h2>Trámite en línea</h2><p>Próximamente.</p>", Level.S1, Level.S1),
        ("<p>Pague en línea con tarjeta.</p>", Level.S1, Level.S3B),
        (
            "<p>Ingrese con su usuario y contraseña. Recibirá el número de expediente por "
            "correo.</p>",
            Level.S1,
            Level.S3B,
        ),
        (
            "<p>Ingrese con su usuario y contraseña. La constancia se le envía por correo.</p>",
            Level.S1,
            Level.S3C,
        ),
        (
            '<form action="mailto:a@b.example"><textarea name=m></textarea>'
            "<button>Enviar</button></form>",
            Level.S2A,
            Level.S2A,
        ),
        (FORM.format("<input name=placa><button>Consultar</button>"), Level.S3A, Level.S3A),
        (
            '<p><a href="https://sede.ejemplo.example/saml2/login?SAMLRequest=x">Entrar</a></p>',
            Level.S1,
            Level.S3B,
        ),
        (
            "<h2>Pago electrónico</h2>"
            "<p>Deposite en la cuenta monetaria 000 y traiga la boleta.</p>"
            "<p>Haga una transferencia.</p>",
            Level.S1,
            Level.S1,
        ),
        (
            "<p>Solicite en línea y descargue su constancia; pague en línea.</p>",
            Level.S1,
            Level.S3C,
        ),
        (
            "<p>Entre con Identidad Única, la misma cuenta en las demás instituciones.</p>",
            Level.S1,
            Level.S4,
        ),
        (
            '<p><a href="https://id.estado.example/oauth2/authorize?client_id=1">Entrar</a></p>',
            Level.S1,
            Level.S4,
        ),
        (
            '<p><a href="https://accounts.google.com/oauth2/authorize">Entrar</a></p>',
            Level.S1,
            Level.S1,
        ),
        ('<p><a href="https://otro.example/">Solicitar</a></p>', Level.S1, Level.S1),
        ('<p><a href="https://otro.example/tramite">Solicitar</a></p>', Level.S1, Level.S3A),
        ('<p><a href="https://forms.gle/a">Solicitar</a></p>', Level.S1, Level.S3A),
        ('<iframe src="https://forms.office.com/r/1"></iframe>', Level.S2B, Level.S2B),
        ('<p><a href="mailto:a@b.example">Solicitar</a></p>', Level.S1, Level.S1),
    ],
)
def test_mention_has_the_level_its_page_proves(
    more: str, confirmed: Level, declared: Level
) -> None:
    assert levels(sheet("Constancia de residencia", more)) == (confirmed, declared)


def test_live_link_is_only_what_it_leads_to_when_all_steps_are_in_person() -> None:
    page = sheet(
        "Licencia ambiental",
        "<h2>Pasos</h2><p>El usuario se presenta a ventanilla.</p>"
        '<h2>Ir al trámite en línea</h2><a href="https://otro.example/x">Ver trámite</a>',
    )

    assert levels(page) == (Level.S1, Level.S1)


def test_complaint_with_the_form_of_a_third_party_is_a_message() -> None:
    page = (
        "<main><h3>Quejas</h3><p>Canal para presentar sus quejas.</p>"
        '<button data-url="https://docs.google.com/forms/d/e/1/viewform">Ver más</button></main>'
    )

    assert levels(page) == (Level.S1, Level.S2B)


def test_appointment_is_confirmed_when_a_form_asks_for_the_date() -> None:
    page = sheet(
        "Revisión de cargas",
        FORM.format(
            "<h2>Cita</h2><label>Fecha <input type=date name=f></label><button>Pedir cita</button>"
        ),
    )

    assert Capability.APPOINTMENT in sighting(page).capabilities.confirmed()
    assert levels(page)[0] is Level.S3A


def test_card_form_is_a_payment() -> None:
    page = sheet(
        "Boleto de ornato",
        FORM.format(
            "<input name=dpi><label>Número de tarjeta <input name=t></label><button>Pagar</button>"
        ),
    )

    assert levels(page)[0] is Level.S3B


@pytest.mark.parametrize(
    ("more", "gate"),
    [
        ("<p>Debe presentarse en nuestras oficinas.</p>", Gate.IN_PERSON),
        ("<p>Servicio no disponible.</p>", Gate.NOT_AVAILABLE),
        (
            (
                '<form action="http://inseguro.example/x"><input name=dpi>'
                "<button>Enviar</button></form>"
            ),
            Gate.INSECURE_FORM,
        ),
        ('<p><a href="https://otra.gob.gt/x">Ver trámite</a></p>', Gate.OTHER_OWNER),
    ],
)
def test_gate_closes_on_what_caps_the_level(more: str, gate: Gate) -> None:
    assert gate in sighting(sheet("Permiso de obra", more)).capabilities.gate_names()


@pytest.mark.parametrize(
    "more",
    [
        "<p>Si lo desea, también puede presentarse en nuestras oficinas.</p>",
        '<p><a href="/otra/">Ver trámite</a></p>',
        '<form action="/x"><input name=dpi><button>Enviar</button></form>',
    ],
)
def test_no_gate_closes_on_what_does_not(more: str) -> None:
    assert sighting(sheet("Permiso de obra", more)).capabilities.gates == ()


def test_evidence_says_where_when_and_by_which_rule() -> None:
    (piece, *_) = sighting(sheet("Permiso de obra")).evidence()

    assert piece.url == PORTAL + "tramites/x/"
    assert piece.status == 200
    assert piece.sha256 == "0" * 64
    assert piece.selector == "h1:nth-of-type(1)" or piece.selector.endswith("h1:nth-of-type(1)")
    assert piece.snippet.startswith("Permiso de obra · Sirve")
    assert piece.rule == "E1-09:nombre-en-titulo"


def test_snippet_is_cut_to_what_a_report_holds() -> None:
    assert len(shorten("palabra " * 100)) == 300
    assert shorten("  corto \n texto ") == "corto texto"


def test_page_that_was_not_read_shows_nothing() -> None:
    assert see([visit_of("", page=None)], portal_url=PORTAL, furniture=frozenset()) == []
