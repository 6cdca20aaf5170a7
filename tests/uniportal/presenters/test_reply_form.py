"""The form of a reply: cleaned of what nobody sees, bounded, and nothing typed is lost."""

import pytest

from canse.domain.reply import TEXT_LENGTH, ReplyKind
from uniportal.presenters.reply_form import Fault, ReplyForm, empty_form, read_form

KNOWN = {"E1-04", "LAIP-10.2"}
GOOD = {
    "texto": "Ya está.",
    "cargo": "Unidad de Informática",
    "nombre": "Luis Ejemplo",
    "correo": "luis@muni.example",
}


def read(**changes: str) -> ReplyForm:
    return read_form({**GOOD, **changes}, KNOWN)


def test_good_form_becomes_a_reply() -> None:
    form = read(clase="revision", indicador="E1-04", publicar_nombre="si")

    reply = form.reply(host="muni.example", form_key="clave", sender="marca")

    assert form.faults == {}
    assert (reply.kind, reply.indicator, reply.may_show_name) == (ReplyKind.REVIEW, "E1-04", True)
    assert (reply.text, reply.post, reply.host) == (
        "Ya está.",
        "Unidad de Informática",
        "muni.example",
    )


@pytest.mark.parametrize("typed", ["e1-04", " E1-04 ", "E1-04 · Lista de servicios", "E1-04."])
def test_indicator_is_known_however_it_is_written(typed: str) -> None:
    assert read(indicador=typed).values["indicador"] == "E1-04"


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"texto": " \n "}, {"texto": Fault.MISSING}),
        ({"texto": "x" * (TEXT_LENGTH + 1)}, {"texto": Fault.TOO_LONG}),
        ({"cargo": "\u202e"}, {"cargo": Fault.MISSING}),
        ({"correo": "luis@muni"}, {"correo": Fault.NOT_EMAIL}),
        ({"correo": "luis@" + "a." * 9 + "gt"}, {"correo": Fault.NOT_EMAIL}),
        ({"indicador": "E9-99"}, {"indicador": Fault.UNKNOWN}),
        ({"sitio": "x"}, {"sitio": Fault.NOT_EMPTY}),
        ({"servicio": "x" * 301}, {"servicio": Fault.TOO_LONG}),
    ],
)
def test_fault_names_its_field_and_keeps_what_was_typed(
    changes: dict[str, str], faults: dict[str, Fault]
) -> None:
    form = read(**changes)

    assert form.faults == faults
    assert form.values["nombre"] == "Luis Ejemplo"


def test_text_keeps_its_lines_without_what_cannot_be_seen() -> None:
    form = read(texto="Uno\r\n\n\n\n\u200bdos \x1b[31m\rtres", nombre="Luis\n\tEjemplo")

    assert form.values["texto"] == "Uno\n\n dos  [31m\ntres"
    assert form.values["nombre"] == "Luis Ejemplo"


def test_empty_form_begins_with_what_the_address_says_and_no_more() -> None:
    form = empty_form({"indicador": "E1-04" * 20, "texto": "nada", "clase": "otra"})

    assert len(form.values["indicador"]) == 40
    assert (form.values["texto"], form.kind, form.faults) == ("", ReplyKind.ANSWER, {})
