"""Says what a form is for, from its fields, its button and the words around it."""

import re
from enum import StrEnum
from functools import lru_cache

from canse.domain.naming import fold
from crawler.lexicon import Lexicon
from crawler.page import Field, Form
from crawler.words_of_services import (
    APPOINTMENT,
    COMPLAINT,
    IDENTITY,
    INFORMATION_REQUEST,
    STAFF,
    STAFF_PEOPLE,
)


class FormClass(StrEnum):
    """What a form does for the person who fills it in."""

    SEARCH = "busqueda"
    NEWSLETTER = "boletin"
    LOGIN = "inicio_sesion"
    REGISTRATION = "registro"
    RECOVERY = "recuperar_clave"
    COMPLAINT = "pqrd"
    INFORMATION_REQUEST = "laip"
    APPOINTMENT = "cita"
    PAYMENT = "pago"
    QUERY = "consulta"
    COMMENT = "comentario"
    SURVEY = "encuesta"
    APPLICATION = "solicitud"
    CONTACT = "contacto"
    OTHER = "otro"


_TYPED = frozenset({"text", "search", "email", "tel", "number", "date", "textarea", "url",
                    "password",
                    "file", "select", "datetime-local", "time", "month"})  # fmt: skip
_SEARCH_NAMES = re.compile(
    r"^(?:s|q|keys|query|busca\w*|buscar\w*|search\w*|searchfield\w*|searchword)$"
)
_SEARCH = Lexicon(
    "busqueda",
    r"""
    buscar?  busqueda  search  cerca  procurar  filtrar  buscador
    """,
)
_NEWSLETTER = Lexicon(
    "boletin",
    r"""
    suscri(?:birse|bete|bir|pcion|base)  boletin  newsletter  subscribe  inscreva-se
    iscriviti
    """,
)
_RECOVERY = Lexicon(
    "recuperar",
    r"""
    (?:recuperar|restablecer|olvid(?:e|o|aste)) .*(?:clave|contrasena|password)
    forgot.*password  reset.*password
    """,
)
_REGISTER = Lexicon(
    "registro",
    r"""
    registr(?:arse|arme|ate|ese|o|ar)  crear (?:una )?(?:cuenta|usuario)  sign up
    create (?:an )?account
    """,
)
_SURVEY = Lexicon(
    "encuesta",
    r"""
    encuesta  votar  satisfaccion  valuta  stelle  calific[ae]  fue util  survey  feedback
    """,
)
_COMMENT = Lexicon(
    "comentario",
    r"""
    (?:deja|publicar|enviar|escribe) (?:un |el |tu )?comentario  comment  responder
    """,
)
_CARD = Lexicon(
    "tarjeta",
    r"""
    numero de tarjeta  cvv  cvc  cc-number  cc-csc  card ?number
    """,
)
_QUERY = Lexicon(
    "consultar",
    r"""
    consult(?:ar?|e)  verificar  validar  ver estado  ingresar  rastrear  seguimiento
    """,
)
_LOOKUP = Lexicon("consulta", r"consultas?  verificacion  verificar  validacion  validar  rastreo")
_DATE = Lexicon("fecha", r"fecha  dia  hora  orario  mese  giorno  data")
_NOT_SENDING = Lexicon("sin-envio", r"cancel\w*  limpiar  borrar  clear  cerrar  chiudi  annulla")
_CAMEL = re.compile(r"([a-z])([A-Z])")
_SPACED = r"\1 \2"
_JOINTS = re.compile(r"[_.$:-]+")
_UPLOAD = "file"
FORMS_REMEMBERED = 2_000
_APPLICATION_FIELDS = 4
_QUERY_FIELDS = 3


@lru_cache(maxsize=FORMS_REMEMBERED)  # many indicators ask what the same form is for
def classify_form(form: Form) -> FormClass:
    """The first class whose marks the form shows."""
    for kind, is_kind in _TESTS:
        if is_kind(form):
            return kind
    return FormClass.OTHER


def identity_fields(form: Form) -> tuple[Field, ...]:
    """The fields that ask who somebody is or which file is theirs."""
    return tuple(f for f in form.fields if IDENTITY.find(_field_words(f)))


def has_upload(form: Form) -> bool:
    """Whether the form takes a file; a box that only looks like one does not."""
    return any(field.kind == _UPLOAD for field in form.fields)


def is_staff_form(form: Form) -> bool:
    """Whether words around a form say that it is for the institution's own people."""
    place = f"{form.heading} {form.action.replace('/', ' ')}"
    if STAFF.find(f"{place} {form.text}"):
        return True
    return _has_password(form) and bool(STAFF_PEOPLE.find(f"{place} {form.text}"))


def sending_texts(form: Form) -> tuple[str, ...]:
    """The words on the buttons that send the form; "Cancelar" sends nothing."""
    return tuple(text for text in form.submit_texts if not _NOT_SENDING.starts(text))


def _typed(form: Form) -> tuple[Field, ...]:
    return tuple(field for field in form.fields if field.kind in _TYPED)


def _field_words(field: Field) -> str:
    return f"{field.label} {_JOINTS.sub(' ', _CAMEL.sub(_SPACED, field.name))}"


def _words(form: Form) -> str:
    return " ".join((form.heading, form.text, *form.submit_texts))


def _is_search(form: Form) -> bool:
    typed = [f for f in _typed(form) if f.kind != "select"]
    if len(typed) != 1:
        return False
    field = typed[0]
    is_named = field.kind == "search" or bool(_SEARCH_NAMES.match(fold(field.name)))
    words = " ".join((field.label, *form.submit_texts))
    return is_named or (bool(_SEARCH.find(words)) and not identity_fields(form))


def _is_newsletter(form: Form) -> bool:
    typed = _typed(form)
    has_mail = any(
        f.kind == "email" or "mail" in fold(f.name) or "correo" in fold(f.label) for f in typed
    )
    if len(typed) == 1 and _NEWSLETTER.find(" ".join(form.submit_texts)):
        return True
    return has_mail and len(typed) <= 3 and bool(_NEWSLETTER.find(_words(form)))


def _has_password(form: Form) -> bool:
    return any(field.kind == "password" for field in form.fields)


def _is_recovery(form: Form) -> bool:
    return not _has_password(form) and len(_typed(form)) <= 2 and bool(_RECOVERY.find(_words(form)))


def _is_registration(form: Form) -> bool:
    passwords = sum(field.kind == "password" for field in form.fields)
    return passwords >= 1 and (
        passwords > 1
        or (len(_typed(form)) >= _APPLICATION_FIELDS and bool(_REGISTER.find(_words(form))))
    )


def _is_payment(form: Form) -> bool:
    return any(_CARD.find(_field_words(field)) for field in form.fields)


def _is_appointment(form: Form) -> bool:
    has_date = any(
        field.kind in ("date", "datetime-local", "time", "month") or _DATE.find(_field_words(field))
        for field in form.fields
    )
    return has_date and bool(
        APPOINTMENT.find(f"{form.heading} {' '.join(form.submit_texts)} {form.text}")
    )


def _is_complaint(form: Form) -> bool:
    asked = " ".join((form.heading, *form.submit_texts, *(_field_words(f) for f in form.fields)))
    return bool(COMPLAINT.find(asked)) and len(_typed(form)) >= 1


def _is_information_request(form: Form) -> bool:
    return bool(INFORMATION_REQUEST.find(form.heading)) and len(_typed(form)) >= 2


def _is_query(form: Form) -> bool:
    typed = _typed(form)
    words = " ".join((form.heading, *form.submit_texts))
    if not 1 <= len(typed) <= _QUERY_FIELDS:
        return False
    if identity_fields(form):
        return bool(_QUERY.find(words) or _SEARCH.find(words))
    return bool(_LOOKUP.find(form.heading) and _QUERY.find(" ".join(form.submit_texts)))


def _is_comment(form: Form) -> bool:
    return any(f.kind == "textarea" for f in form.fields) and bool(_COMMENT.find(_words(form)))


def _is_survey(form: Form) -> bool:
    choices = [f for f in form.fields if f.kind in ("radio", "checkbox")]
    return len(choices) >= 2 and not identity_fields(form) and bool(_SURVEY.find(_words(form)))


def _is_application(form: Form) -> bool:
    typed = _typed(form)
    has_identity = bool(identity_fields(form))
    return (has_identity and len(typed) >= _APPLICATION_FIELDS) or has_upload(form)


def _is_contact(form: Form) -> bool:
    has_message = any(f.kind == "textarea" for f in form.fields)
    return has_message and len(_typed(form)) >= 2


_TESTS = (
    (FormClass.RECOVERY, _is_recovery),
    (FormClass.REGISTRATION, _is_registration),
    (FormClass.LOGIN, _has_password),
    (FormClass.SEARCH, _is_search),
    (FormClass.NEWSLETTER, _is_newsletter),
    (FormClass.PAYMENT, _is_payment),
    (FormClass.COMMENT, _is_comment),
    (FormClass.SURVEY, _is_survey),
    (FormClass.INFORMATION_REQUEST, _is_information_request),
    (FormClass.APPOINTMENT, _is_appointment),
    (FormClass.COMPLAINT, _is_complaint),
    (FormClass.QUERY, _is_query),
    (FormClass.APPLICATION, _is_application),
    (FormClass.CONTACT, _is_contact),
)
