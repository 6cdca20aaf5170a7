"""What services prove one by one: downloads, transactions, gates and connection."""

import pytest

from canse.domain.audit import Verdict
from crawler.visit import Outcome
from tests.crawler.cases import Case, Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, dead_visit, sheet, visit_of

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NOT_APPLICABLE = Verdict.NOT_APPLICABLE
FORM = '<form action="/enviar">{}</form>'
APPLY = FORM.format("<input name=dpi><input type=file name=a><button>Enviar</button>")
ONLINE = "<p>Este trámite se hace en línea.</p>"


WINDOW = "<p>Ventanilla única del Ministerio de Economía y el Registro Mercantil.</p>"
FOUR = "<input name=dpi><input name=nombre><input name=direccion><input name=telefono>"
OF_A_SERVICE: Cases = [
    ("E2-01", '<a href="/f.pdf">Descargar formulario</a>', MET),
    ("E2-01", "<p>Descargue el formulario y llénelo.</p>", PARTIAL),
    ("E2-01", '<a href="/ley.pdf">Ley orgánica</a>', NOT_FOUND),
    ("E2-14", '<iframe src="https://forms.office.com/r/1"></iframe>', MET),
    ("E2-14", '<a href="https://forms.gle/1">Solicitar</a>', PARTIAL),
    ("E2-14", '<a href="https://ejemplo.example/1">Solicitar</a>', NOT_FOUND),
    ("E3-01", APPLY, MET),
    ("E3-01", ONLINE, PARTIAL),
    ("E3-01", FORM.format("<input type=email name=e><button>Suscribirse</button>"), NOT_FOUND),
    (
        "E3-06",
        FORM.format(
            "<input name=dpi><label>Número de tarjeta <input name=t></label><button>Pagar</button>"
        ),
        MET,
    ),
    ("E3-06", "<p>Pague en línea con tarjeta.</p>", PARTIAL),
    (
        "E3-06",
        "<h2>Pago electrónico</h2><p>Deposite en la cuenta monetaria 000.</p>",
        NOT_FOUND,
    ),
    ("E3-06", "<p>Pague con tarjeta en la caja. No hay pago en línea.</p>", NOT_FOUND),
    (
        "E3-08",
        FORM.format("<h2>Cita</h2><input type=date name=f><button>Pedir cita</button>"),
        MET,
    ),
    ("E3-08", "<p>Puede pedir su cita en línea.</p>", PARTIAL),
    ("E3-08", "<p>Pida su cita por teléfono.</p>", NOT_FOUND),
    ("E3-09", FORM.format("<input name=expediente><button>Consultar</button>"), MET),
    ("E3-09", "<p>Consulte el estado de su expediente.</p>", PARTIAL),
    ("E3-09", "<p>Pregunte en ventanilla.</p>", NOT_FOUND),
    ("E3-10", "<p>Descargue su constancia con firma.</p>", PARTIAL),
    ("E3-10", "<p>Retire su constancia en ventanilla.</p>", NOT_FOUND),
    ("E3-10", "<p>Consiste en emitir una certificación de inscripción de un bien.</p>", NOT_FOUND),
    ("E3-10", "<p>Se extiende la licencia de caza a mayores de edad.</p>", NOT_FOUND),
    ("E3-10", "<p>Se emite una certificación en formato electrónico.</p>", PARTIAL),
    ("E3-10", "<p>Al pagar se emite su solvencia.</p>", PARTIAL),
    ("E3-10", "<p>Expedimos el permiso en línea y en PDF.</p>", PARTIAL),
    (
        "E4-01",
        ("<p>Ventanilla única del Ministerio de Economía y el Registro Mercantil.</p>"),
        PARTIAL,
    ),
    ("E4-01", "<p>Ventanilla única de la Municipalidad.</p>", NOT_FOUND),
    ("E4-02", "<p>Entre con su Identidad Única.</p>", PARTIAL),
    ("E4-02", '<a href="https://facebook.com/login">Entrar con Facebook</a>', NOT_FOUND),
    ("E4-03", "<p>Sus datos son validados con RENAP.</p>", PARTIAL),
    ("E4-03", "<p>Adjunte la certificación de RENAP.</p>", NOT_FOUND),
    ("E4-05", "<p>El avance se ve en Mis trámites.</p>", PARTIAL),
    ("E4-05", "<p>Pregunte por su expediente.</p>", NOT_FOUND),
    (
        "E4-10",
        FORM.format(
            "<h2>Encuesta</h2><input type=radio name=v><input type=radio name=v>"
            "<button>Votar</button>"
        ),
        MET,
    ),
    ("E4-10", "<p>Su opinión nos importa.</p>", NOT_FOUND),
    ("E4-14", "<h3>Datos ya registrados</h3><p>Los tiene el Estado.</p>", PARTIAL),
    ("E4-14", "<p>Traiga sus datos.</p>", NOT_FOUND),
    ("E3-20", ONLINE, MET),
    ("E3-20", ONLINE + "<p>Debe presentarse en nuestras oficinas.</p>", NOT_FOUND),
    ("E3-20", "<p>Debe presentarse en nuestras oficinas.</p>", NOT_APPLICABLE),
    ("E3-21", ONLINE, MET),
    ("E3-21", ONLINE + "<p>Temporalmente fuera de servicio: no disponible.</p>", NOT_FOUND),
    ("E3-22", ONLINE, MET),
    ("E3-22", ONLINE + '<a href="https://otra.gob.gt/x">Iniciar trámite</a>', NOT_FOUND),
    # Forms to fill in: not a report, not one for those who ask for information.
    ("E2-01", "<button onclick=\"window.open('/f.pdf')\">Descargar formulario</button>", MET),
    ("E2-01", '<a href="https://drive.google.com/file/d/1/view">Descargar formulario</a>', MET),
    ("E2-14", '<a href="https://forms.gle/1">Llenar encuesta de satisfacción</a>', NOT_FOUND),
    # A bank's home, a cart of a theme, a gateway of its own.
    ("E3-06", '<a href="https://www.banrural.com.gt/"><img alt="Banrural"></a>', NOT_FOUND),
    ("E3-06", '<a href="https://secure.cybersource.com/x">Pagar licencia</a>', MET),
    ("E3-06", "<p>Pago con tarjeta en línea, próximamente.</p>", NOT_FOUND),
    ("E3-08", '<iframe src="https://calendly.com/oficina"></iframe>', MET),
    ("E3-08", '<iframe src="https://calendar.google.com/calendar/embed"></iframe>', NOT_FOUND),
    (
        "E3-09",
        FORM.format(
            "<h2>Rastreo de paquetes</h2><input name=expediente><button>Consultar</button>"
        ),
        NOT_FOUND,
    ),
    ("E3-10", FORM.format("<input name=dpi><button>Descargar constancia</button>"), MET),
    ("E3-10", FORM.format("<input name=dpi><button>Descargar formulario</button>"), NOT_FOUND),
    ("E3-10", "<p>Recibirá el número de expediente por correo.</p>", NOT_FOUND),
    ("E3-10", '<a href="/f.pdf">Descargar solicitud de constancia</a>', NOT_FOUND),
    ("E3-20", ONLINE + "<p>Si lo desea puede presentarse en la oficina.</p>", MET),
    ("E3-20", ONLINE + "<p>Se hace en línea o presencial.</p>", MET),
    ("E3-21", ONLINE + "<p>Sistema en mantenimiento el 3 de enero de 2020.</p>", MET),
    ("E3-21", ONLINE + "<p>Sistema en mantenimiento el 3 de enero de 2099.</p>", NOT_FOUND),
    ("E4-01", WINDOW + APPLY, MET),
    ("E4-01", "<p>Alianza con el Ministerio de Salud y el Registro Mercantil.</p>", NOT_FOUND),
    ("E4-03", "<p>Sus datos son validados con RENAP.</p>" + APPLY, MET),
    ("E4-03", FORM.format(FOUR + "<button>Consultar DPI</button>"), MET),
    ("E4-14", "<h3>Datos ya registrados</h3><p>Los tiene el Estado.</p>" + APPLY, MET),
]
ANYWHERE: Cases = [
    ("E2-10", '<a href="https://www.facebook.com/muni">f</a>', MET),
    ("E2-10", '<a href="https://www.facebook.com/sharer.php?u=x">Compartir</a>', NOT_FOUND),
    ("E2-10", '<a href="https://twitter.com/">t</a>', NOT_FOUND),
    ("E2-11", '<iframe src="https://www.youtube.com/embed/x"></iframe>', MET),
    ("E2-11", '<video src="/v.mp4"></video>', MET),
    ("E2-11", '<iframe src="https://www.google.com/maps/embed"></iframe>', NOT_FOUND),
    ("E2-10", "<p>Desarrollado por <a href='https://facebook.com/agencia'>Web</a></p>", NOT_FOUND),
    ("E2-10", '<a href="#"><img alt="Facebook"></a>', NOT_FOUND),
    ("E2-11", '<video src="/video/bg-fondo.mp4" autoplay></video>', NOT_FOUND),
    ("E2-11", '<embed src="/informe.pdf">', NOT_FOUND),
    ("E2-11", '<iframe src="https://googleads.doubleclick.net/v"></iframe>', NOT_FOUND),
    # A report is not a form to fill in, and neither is one for suppliers.
    (
        "E2-01",
        visit_of("<main><h1>Presupuesto</h1><a href=/sr1.pdf>Formulario SR1</a></main>", "poa/"),
        NOT_FOUND,
    ),
]
CASES: Cases = [
    *(
        (name, visit_of(sheet("Permiso de obra", more)), verdict)
        for name, more, verdict in OF_A_SERVICE
    ),
    *ANYWHERE,
]


@pytest.mark.parametrize("case", CASES)
def test_check_says_what_the_service_proves(case: Case) -> None:
    assert answer_of_case(case).verdict is verdict_of(case)


def test_form_that_is_a_page_in_disguise_is_only_announced() -> None:
    page = visit_of(sheet("Permiso de obra", '<a href="/f.pdf">Descargar formulario</a>'))
    disguised = visit_of("<p>Inicio</p>", "f.pdf")

    assert answer_of("E2-01", page, disguised).verdict is PARTIAL


def test_form_that_leads_to_nothing_is_only_announced() -> None:
    page = visit_of(sheet("Permiso de obra", '<a href="/f.pdf">Descargar formulario</a>'))

    answer = answer_of("E2-01", page, dead_visit("f.pdf"))

    assert answer.verdict is PARTIAL
    assert answer.detail == "Permiso de obra"


def test_service_whose_target_is_down_is_not_available() -> None:
    page = visit_of(sheet("Permiso de obra", '<a href="/iniciar/">Iniciar trámite</a>'))

    answer = answer_of("E3-21", page, dead_visit("iniciar/", Outcome.SERVER_ERROR))

    assert answer.verdict is NOT_FOUND
    assert answer.evidence[0].rule == "destino-caido"


def test_survey_counts_only_on_the_page_of_a_service() -> None:
    survey = FORM.format(
        "<h2>Encuesta</h2><input type=radio name=v><input type=radio name=v><button>Votar</button>"
    )

    assert answer_of("E4-10", visit_of(survey, "pagina/")).verdict is NOT_FOUND


def test_the_same_name_norm_or_profile_is_counted_once() -> None:
    twice = (
        '<a href="https://www.facebook.com/muni">f</a><a href="https://facebook.com/muni/fotos">f</a>'
        "<p>Calle 1 zona 1, Tel. 2000-0000.</p><p>Otra vez: Tel. 2000-0000.</p>"
    )
    pages = [visit_of(sheet("Permiso de obra", twice), f"s/{n}/") for n in range(3)]

    assert answer_of("E1-08", *pages).detail == "1"
    assert answer_of("E2-10", *pages).detail == "facebook.com"
    assert len(answer_of("E1-04", *pages).evidence) == 2
