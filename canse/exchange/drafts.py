"""Turns one row of the official catalogue into fields of a service, with what is doubtful in it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from canse.domain.content import SHORT_LENGTH, as_plain
from canse.domain.duration import ResponseTime, parse_response_time
from canse.domain.errors import BadInput
from canse.domain.money import Currency
from canse.domain.naming import is_web_address, same_name_key
from canse.domain.service import (
    SUMMARY_LENGTH,
    Channel,
    ChannelKind,
    Fee,
    LegalBasis,
    Requirement,
    Step,
)
from canse.exchange.amounts import read_amount
from canse.exchange.catalogue_file import CatalogueForm, OfficialRow
from canse.exchange.listing import pieces
from canse.exchange.owners import Owners
from canse.exchange.plain_text import is_placeholder, one_line, plain_text

KEY_LENGTH = 250
URL_LENGTH = 2000
TIME_LENGTH = 300
TITLE_LENGTH = 200
LEAST_CAPITALS = 6
"""Letters from which a name in capitals is shouting and not an acronym."""

CATEGORIES = {
    "economia": "empresas",
    "energia": "ambiente",
    "manejo de animales y vegetales": "agricultura",
    "medio ambiente": "ambiente",
    "salud": "salud",
    "seguridad": "seguridad",
    "servicios de migracion": "migracion",
    "trabajo": "trabajo",
}
"""Official categories that have one of ours; the others hold things of several of ours."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a row says: the fields it states, by name of ServiceContent, and its doubts.

    `key` names the row in its form, so that it is known again in the next edition. A field that
    the row does not state, or states so that it cannot be kept, is not among `fields`.
    """

    line: int
    form: CatalogueForm
    key: str
    name: str
    fields: Mapping[str, Any]
    doubts: tuple[BadInput, ...] = ()

    @property
    def stated(self) -> dict[str, Any]:
        """The fields in plain values."""
        return {name: as_plain(value) for name, value in self.fields.items()}


@dataclass(frozen=True, kw_only=True)
class Drafter:
    """Makes drafts against the institutions and categories that the catalogue has."""

    owners: Owners
    categories: Collection[str]

    def draft(self, row: OfficialRow) -> Draft:
        """The draft of a row; BadInput when it can be no service at all."""
        if row.fault is not None:
            raise row.fault
        doubts: list[BadInput] = []
        is_full = row.form is CatalogueForm.FULL
        name = _name(row["nombre"] if is_full else row["trámite"], doubts)
        owner = self._owner(row["institución"], doubts)
        fields: dict[str, Any] = {"name": name, "source": _source(row)}
        if owner is not None:
            fields["institution"] = owner
        fields |= _addresses(row, doubts)
        if is_full:
            fields |= _texts(row)
            fields["fees"] = _fees(row, name, doubts)
            fields["response_time"] = _time(row["tiempo_de_respuesta"], doubts)
            fields |= self._category(row)
        return Draft(
            line=row.line,
            form=row.form,
            key=_key(row, name),
            name=name,
            fields=fields,
            doubts=tuple(doubts),
        )

    def _owner(self, cell: str, doubts: list[BadInput]) -> str | None:
        text = one_line(cell)
        slug = self.owners.slug_of(text)
        if slug is None and text:
            shown = shortened(text, TITLE_LENGTH)
            doubts.append(BadInput("La institución «{text}» no está en el catálogo.", text=shown))
        elif slug is None:
            doubts.append(BadInput("No dice de qué institución es."))
        return slug

    def _category(self, row: OfficialRow) -> dict[str, Any]:
        category = CATEGORIES.get(same_name_key(row["categoria"]))
        if category not in self.categories:
            return {}
        return {"category": category, "estimated_fields": frozenset({"category"})}


def _name(cell: str, doubts: list[BadInput]) -> str:
    name = one_line(cell)
    if is_placeholder(name):
        raise BadInput("No tiene nombre.")
    if len(name) > SHORT_LENGTH:
        raise BadInput("El nombre tiene más de {most} caracteres.", most=SHORT_LENGTH)
    if name.isupper() and sum(letter.isalpha() for letter in name) >= LEAST_CAPITALS:
        doubts.append(BadInput("El nombre está todo en mayúsculas."))
    if name[0].isdigit():
        doubts.append(BadInput("El nombre empieza con un número."))
    return name


def _addresses(row: OfficialRow, doubts: list[BadInput]) -> dict[str, Any]:
    is_full = row.form is CatalogueForm.FULL
    action = _address(row["enlace"] if is_full else row["URL"], doubts)
    official = "" if is_full else _address(row["URL Catálogo"], doubts)
    urls = dict.fromkeys(url for url in (action, official) if url)
    fields: dict[str, Any] = {"action_url": action} if action else {}
    if urls:
        fields["channels"] = tuple(Channel(kind=ChannelKind.WEB, url=url) for url in urls)
    return fields


def _address(cell: str, doubts: list[BadInput]) -> str:
    if not cell or (is_web_address(cell) and len(cell) <= URL_LENGTH):
        return cell
    text = shortened(one_line(cell), TITLE_LENGTH)
    doubts.append(BadInput("«{text}» no es una dirección web.", text=text))
    return ""


def _texts(row: OfficialRow) -> dict[str, Any]:
    description = _said(plain_text(row["descripcion"]))
    return {
        "summary": summary_of(description),
        "description": description,
        "requirements": tuple(Requirement(text=text) for text in _listed(row["requisitos"])),
        "steps": tuple(_step(text) for text in _listed(row["instrucciones"])),
        "result": _said(plain_text(row["documento_obtenible"])),
        "legal_bases": tuple(LegalBasis(citation=one) for one in _listed(row["respaldo_legal"])),
    }


def _fees(row: OfficialRow, name: str, doubts: list[BadInput]) -> tuple[Fee, ...]:
    text = one_line(row["costo"])
    if is_placeholder(text):
        return ()
    stated = one_line(row["codigo_moneda"]).upper() or Currency.GTQ.value
    try:
        amount, named = read_amount(text)
        if stated not in {one.value for one in Currency}:
            raise BadInput("No se conoce la moneda «{text}».", text=shortened(stated, 20))
        if named not in (None, stated):
            raise BadInput(
                "El costo «{text}» y la moneda {currency} no concuerdan.",
                text=text,
                currency=stated,
            )
    except BadInput as doubt:
        doubts.append(doubt)
        return (Fee(concept=name, note=f"{text} {stated}"),)
    return (Fee(concept=name, amount=amount, currency=Currency(stated)),)


def _time(cell: str, doubts: list[BadInput]) -> ResponseTime | None:
    text = one_line(cell)
    if is_placeholder(text):
        return None
    if len(text) > TIME_LENGTH:
        doubts.append(BadInput("El tiempo de respuesta es demasiado largo."))
        text = shortened(text, TIME_LENGTH)
    if re.fullmatch(r"[\d.,]+", text):
        doubts.append(BadInput("El tiempo «{text}» no dice si son horas o días.", text=text))
    return parse_response_time(text)


def summary_of(text: str) -> str:
    """The first sentence of a text when it fits in a summary; its beginning otherwise."""
    line = " ".join(text.split())
    sentence = re.match(r".{20,}?[.;](?=\s|$)", line)
    short = sentence.group().rstrip(";") if sentence else line
    return short if len(short) <= SUMMARY_LENGTH else shortened(line, SUMMARY_LENGTH)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut at a word and with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def _said(text: str) -> str:
    return "" if is_placeholder(text) else text


def _listed(cell: str) -> tuple[str, ...]:
    return pieces(_said(plain_text(cell)))


def _step(text: str) -> Step:
    if len(text) <= TITLE_LENGTH:
        return Step(title=text)
    return Step(title=summary_of(text), description=text)


def _source(row: OfficialRow) -> str:
    return f"Catálogo nacional de trámites ({row.form.value}), número {one_line(row['id'])}"


def _key(row: OfficialRow, name: str) -> str:
    """What a row is known by in its form: its number, or its institution and name without one."""
    number = one_line(row["id"])
    parts = ["id", number] if number else [same_name_key(row["institución"]), same_name_key(name)]
    return ":".join([row.form.value, *parts])[:KEY_LENGTH]
