"""The form by which an institution replies: what was typed, and what is wrong with it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from canse.domain.reply import (
    EMAIL_LENGTH,
    NAME_LENGTH,
    POST_LENGTH,
    SERVICE_LENGTH,
    TEXT_LENGTH,
    NewReply,
    ReplyKind,
)
from uniportal.presenters.typed_text import typed_line, typed_text

INDICATOR_LENGTH = 40
LENGTHS = {
    "nombre": NAME_LENGTH,
    "cargo": POST_LENGTH,
    "correo": EMAIL_LENGTH,
    "indicador": INDICATOR_LENGTH,
    "servicio": SERVICE_LENGTH,
    "texto": TEXT_LENGTH,
}
REQUIRED = ("texto", "cargo", "nombre", "correo")
TRAP = "sitio"
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+){1,8}")


class Fault(StrEnum):
    """What is wrong with a field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_EMAIL = "not_email"
    UNKNOWN = "unknown"
    NOT_EMPTY = "not_empty"


@dataclass(frozen=True, kw_only=True)
class ReplyForm:
    """A form as it stands: each field as typed, and the fault of each that has one."""

    values: Mapping[str, str]
    kind: ReplyKind
    may_show_name: bool
    faults: Mapping[str, Fault]

    def reply(self, *, host: str, form_key: str, sender: str) -> NewReply:
        """What the form says, once it has no fault."""
        return NewReply(
            host=host,
            kind=self.kind,
            indicator=self.values["indicador"],
            service=self.values["servicio"],
            text=self.values["texto"],
            post=self.values["cargo"],
            name=self.values["nombre"],
            email=self.values["correo"],
            may_show_name=self.may_show_name,
            form_key=form_key,
            sender=sender,
        )


def empty_form(arguments: Mapping[str, str]) -> ReplyForm:
    """A form to fill in, begun with what the address says it is about."""
    values = dict.fromkeys(LENGTHS, "")
    for name in ("indicador", "servicio"):
        values[name] = typed_line(arguments.get(name, ""))[: LENGTHS[name]]
    return ReplyForm(
        values=values, kind=_kind(arguments.get("clase", "")), may_show_name=False, faults={}
    )


def read_form(sent: Mapping[str, str], indicators: Collection[str]) -> ReplyForm:
    """The form as sent, given the indicators that may be named; nothing typed is lost."""
    values = {name: typed_line(sent.get(name, "")) for name in LENGTHS if name != "texto"}
    values["texto"] = typed_text(sent.get("texto", ""))
    values["indicador"] = _known(values["indicador"], indicators)
    faults = {name: fault for name in LENGTHS if (fault := _fault(name, values[name]))}
    if values["indicador"] and values["indicador"] not in indicators:
        faults.setdefault("indicador", Fault.UNKNOWN)
    if sent.get(TRAP):
        faults[TRAP] = Fault.NOT_EMPTY
    return ReplyForm(
        values=values,
        kind=_kind(sent.get("clase", "")),
        may_show_name=sent.get("publicar_nombre") == "si",
        faults=faults,
    )


def _fault(name: str, value: str) -> Fault | None:
    if not value:
        return Fault.MISSING if name in REQUIRED else None
    if len(value) > LENGTHS[name]:
        return Fault.TOO_LONG
    if name == "correo" and not _EMAIL.fullmatch(value):
        return Fault.NOT_EMAIL
    return None


def _known(typed: str, indicators: Collection[str]) -> str:
    """The identifier meant, however its letters were written and whatever was copied after it."""
    first = typed.split(" ", 1)[0].rstrip(".:,·").upper()
    return next((known for known in indicators if known.upper() == first), typed)


def _kind(word: str) -> ReplyKind:
    return ReplyKind.REVIEW if word == ReplyKind.REVIEW.value else ReplyKind.ANSWER
