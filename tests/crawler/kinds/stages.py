"""Pages on which the stage, not the service, is what is hard to see."""

from tests.crawler.kinds.case import Case


def sheet(more: str, name: str = "Constancia de residencia") -> str:
    """A plain sheet of the office with something more on it."""
    return (
        f"<main><h1>{name}</h1><p>Acredita dónde vive una persona.</p>"
        f"<h2>Requisitos</h2><ul><li>Documento de identidad</li></ul>{more}</main>"
    )


def one(name: str, more: str, declared: int, confirmed: int) -> Case:
    """A sheet whose only service stands at these stages."""
    return Case(
        name=name,
        path=f"tramites/{name}",
        html=sheet(more),
        services={"Constancia de residencia": (declared, confirmed)},
    )


STAGES = (
    one("link-to-requirements", '<a href="/r">Consultar requisitos</a>', 1, 1),
    one("link-to-more-information", '<a href="/r">Solicitar más información</a>', 1, 1),
    one("link-to-the-newsletter", '<a href="/b">Registrarse al boletín</a>', 1, 1),
    one("link-take-a-turn", '<a href="https://turnos.example/x">Sacar turno</a>', 3, 1),
    one("link-ask-for-an-hour", '<a href="https://citas.example/x">Pedir hora</a>', 3, 1),
    one("link-start-now", '<a href="https://apply.example/x">Start now</a>', 3, 1),
    one("link-go-to-the-procedure", '<a href="https://otro.example/t/3">Ir al trámite</a>', 3, 1),
    one("link-enrol", '<a href="/inscripcion/nueva">Inscribirse</a>', 3, 1),
    one("link-renew", '<a href="/renovar/nueva">Renovar en línea</a>', 3, 1),
    one("link-pay-now", '<a href="https://pagos.example/x">Pagar ahora</a>', 3, 1),
    one(
        "link-get-the-paper", '<a href="https://otro.example/emitir">Obtener certificado</a>', 3, 1
    ),
    one("link-to-a-bare-home-page", '<a href="https://otro.example/">Iniciar trámite</a>', 1, 1),
    one("link-by-script-only", '<button onclick="abrirTramite(3)">Iniciar trámite</button>', 3, 1),
    one("button-without-anything", "<button>Iniciar trámite</button>", 1, 1),
    one("empty-link", '<a href="">Solicitar</a>', 1, 1),
    one("script-that-does-nothing", '<a href="javascript:void(0)">Solicitar</a>', 1, 1),
    one("word-document", '<a href="/f/solicitud.doc">Solicitud en Word</a>', 2, 2),
    one(
        "form-in-a-cloud-folder",
        '<a href="https://drive.google.com/file/d/1/view">Formulario</a>',
        2,
        2,
    ),
    one("facts-in-a-pdf", '<a href="/ficha.pdf">Ficha informativa</a>', 1, 1),
    one("form-to-print-and-bring", "<p>Descargue el formulario, imprímalo y entréguelo.</p>", 2, 1),
    one(
        "online-with-a-paper-at-the-end",
        "<p>Llene la solicitud en línea y retire la constancia en ventanilla.</p>",
        3,
        1,
    ),
    one("online-or-in-person", "<p>Puede hacerlo en línea o de forma presencial.</p>", 3, 1),
    one("not-online", "<p>Este servicio no se presta en línea.</p>", 1, 1),
    one(
        "online-denied-then-affirmed",
        "<p>Antes no se hacía en línea. Ahora solicite en línea.</p>",
        3,
        1,
    ),
    one("online-soon", "<p>Próximamente podrá hacerlo en línea.</p>", 1, 1),
    one(
        "online-today-other-soon",
        "<p>Solicite en línea. Próximamente también por aplicación.</p>",
        3,
        1,
    ),
    one("with-a-user", "<p>Ingrese con su usuario y contraseña a la plataforma.</p>", 3, 1),
    one("upload-by-words", "<p>Suba sus documentos en formato PDF.</p>", 3, 1),
    one("shared-login-by-words", "<p>Acceda con Clave Única.</p>", 4, 1),
    one(
        "data-from-another-registry",
        "<p>Solicite en línea con su usuario; sus datos son validados con el RENAP.</p>",
        4,
        1,
    ),
    one("paper-of-another-registry", "<p>Adjunte certificación del RENAP.</p>", 1, 1),
    one("by-mail", "<p>Envíe los documentos al correo tramites@muni.example</p>", 2, 1),
    one("call-for-an-appointment", "<p>Agende su cita al teléfono 2222-0000.</p>", 1, 1),
    one("card-at-the-window", "<p>Se puede pagar con tarjeta en la ventanilla.</p>", 1, 1),
    one(
        "staff-link", '<a href="https://intranet.muni.example/login">Acceso funcionarios</a>', 1, 1
    ),
    one(
        "message-form-that-offers",
        '<form action="/x" method="post"><input name="nombre" placeholder="Nombre">'
        '<input type="email" name="correo" placeholder="Correo">'
        '<textarea name="m" placeholder="Mensaje"></textarea><button>Solicitar</button></form>',
        3,
        2,
    ),
    one(
        "identity-form",
        '<form method="post"><label>CUI <input name="cui"></label><button>Enviar</button></form>',
        3,
        3,
    ),
    one(
        "plate-form",
        '<form method="post"><label>Placa <input name="placa"></label>'
        "<button>Consultar</button></form>",
        3,
        3,
    ),
    one(
        "file-form",
        '<form method="post" enctype="multipart/form-data"><input type="file" name="a">'
        "<button>Enviar</button></form>",
        3,
        3,
    ),
    one(
        "form-without-a-button",
        '<form method="post"><label>CUI <input name="cui"></label></form>',
        1,
        1,
    ),
    one(
        "search-of-the-site",
        '<form action="/buscar"><input name="q"><button>Buscar</button></form>',
        1,
        1,
    ),
    one(
        "payment-form",
        '<form method="post"><label>Número de tarjeta <input name="t"></label><label>'
        "CVV <input name=c></label><button>Pagar</button></form>",
        3,
        3,
    ),
)
