"""A form has the class of what it does for the person who fills it in."""

import pytest

from crawler.forms import (
    FormClass,
    classify_form,
    has_upload,
    identity_fields,
    is_staff_form,
    sending_texts,
)
from crawler.page import Form
from tests.crawler.pages import page_of


def form_of(html: str, heading: str = "") -> Form:
    title = f"<h2>{heading}</h2>" if heading else ""
    return page_of(f"<main>{title}<form action='/x' method='post'>{html}</form></main>").forms[0]


NAME = "<label>Nombre <input name=nombre></label>"
MAIL = "<label>Correo <input type=email name=correo></label>"
MESSAGE = "<label>Mensaje <textarea name=mensaje></textarea></label>"
DPI = "<label>DPI <input name=dpi></label>"
SEND = "<button>Enviar</button>"


@pytest.mark.parametrize(
    ("html", "heading", "kind"),
    [
        ("<input name=q><button>Buscar</button>", "", FormClass.SEARCH),
        ("<input type=search name=x>", "", FormClass.SEARCH),
        ("<input name=texto placeholder='Buscar trámite'>", "", FormClass.SEARCH),
        (MAIL + "<button>Suscribirse</button>", "", FormClass.NEWSLETTER),
        (
            "<label>Boletín <input name=b></label><button>Suscribirme al boletín</button>",
            "",
            FormClass.NEWSLETTER,
        ),
        (NAME + MAIL + SEND, "Suscripción al boletín", FormClass.NEWSLETTER),
        ("<input name=u><input type=password><button>Ingresar</button>", "", FormClass.LOGIN),
        ("<input type=password name=a><input type=password name=b>", "", FormClass.REGISTRATION),
        (
            NAME + MAIL + DPI + "<input type=password><button>Crear cuenta</button>",
            "",
            FormClass.REGISTRATION,
        ),
        (MAIL + "<button>Recuperar mi contraseña</button>", "", FormClass.RECOVERY),
        (
            "<label>Número de tarjeta <input name=t></label><input name=cvv>" + SEND,
            "",
            FormClass.PAYMENT,
        ),
        (NAME + MESSAGE + "<button>Publicar comentario</button>", "", FormClass.COMMENT),
        (
            "<input type=radio name=v><input type=radio name=v><button>Votar</button>",
            "Encuesta",
            FormClass.SURVEY,
        ),
        (NAME + MESSAGE + SEND, "Solicitud de información pública", FormClass.INFORMATION_REQUEST),
        (NAME + MESSAGE + "<button>Enviar queja</button>", "", FormClass.COMPLAINT),
        (
            DPI + "<input type=date name=fecha><button>Pedir cita</button>",
            "",
            FormClass.APPOINTMENT,
        ),
        ("<label>Placa <input name=placa></label><button>Consultar</button>", "", FormClass.QUERY),
        ("<input name=ruta><button>Consultar</button>", "Consulta de carreteras", FormClass.QUERY),
        (NAME + MAIL + DPI + "<input name=finca>" + SEND, "", FormClass.APPLICATION),
        ("<input type=file name=plano>" + SEND, "", FormClass.APPLICATION),
        (NAME + MAIL + MESSAGE + SEND, "Escríbanos", FormClass.CONTACT),
        ("<input name=color>" + SEND, "", FormClass.OTHER),
        ("<input name=a><input name=b><input name=c><input name=d>" + SEND, "", FormClass.OTHER),
        ("<input name=ruta><button>Consultar</button>", "Carreteras", FormClass.OTHER),
    ],
)
def test_form_has_its_class(html: str, heading: str, kind: FormClass) -> None:
    assert classify_form(form_of(html, heading)) is kind


@pytest.mark.parametrize("name", ["dpi", "txtCui", "numeroDocumento", "no_expediente", "nit"])
def test_identity_is_asked_for_by_the_name_of_a_field(name: str) -> None:
    assert identity_fields(form_of(f"<input name={name}>"))


@pytest.mark.parametrize("name", ["correo", "telefono", "asunto", "unit", "cuidado"])
def test_name_and_mail_are_no_identity(name: str) -> None:
    assert not identity_fields(form_of(f"<input name={name}>"))


def test_box_that_looks_like_an_upload_is_none() -> None:
    assert not has_upload(
        form_of("<div class=dropzone>Arrastre aquí su archivo</div><input name=a>")
    )
    assert has_upload(form_of("<input type=file name=a>"))


def test_cancel_sends_nothing() -> None:
    form = form_of("<input name=a><button>Cancelar</button><button>Limpiar</button>")

    assert sending_texts(form) == ()


def test_staff_form_is_known_by_the_words_around_it() -> None:
    log_in = "<input name=u><input type=password><button>Ingresar</button>"

    assert is_staff_form(form_of(log_in, "Correo institucional"))
    assert not is_staff_form(form_of(log_in, "Mi cuenta"))
