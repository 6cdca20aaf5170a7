"""What may be asked of the API, and how an address becomes a question to the index."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from canse.domain.institution import InstitutionKind
from indices.port import MAX_PAGE, MAX_PAGE_SIZE, MAX_TEXT_LENGTH, Facet, Order, Query
from uniportal.api.fields import PlainText, Slug, WholeNumber, Word
from uniportal.languages import gettext

MOST_VALUES = 8
YES_OR_NO = ("si", "no")
AUDIENCES = ("persona", "empresa", "extranjero", "institucion")
STAGES = ("0", "1", "2", "3", "4")
REPORTED_FACETS = (
    Facet.CATEGORY,
    Facet.INSTITUTION,
    Facet.MINISTRY,
    Facet.SECRETARIAT,
    Facet.TOPIC,
    Facet.STAGE,
    Facet.ONLINE,
    Facet.FREE,
    Facet.AUDIENCE,
    Facet.DEPARTMENT,
    Facet.MUNICIPALITY,
)


def _values(field: fields.Field[Any]) -> fields.List[Any]:
    return fields.List(field, validate=validate.Length(max=MOST_VALUES))


class ServicesQuestion(Schema):
    """The parameters of the list of services; any other is refused."""

    q = PlainText(longest=MAX_TEXT_LENGTH, load_default="")
    tema = _values(Slug())
    institucion = _values(Slug())
    categoria = _values(Slug())
    ministerio = _values(Slug())
    secretaria = _values(Slug())
    evento = _values(Slug())
    etapa = _values(Word(STAGES))
    en_linea = _values(Word(YES_OR_NO))
    gratis = _values(Word(YES_OR_NO))
    publico = _values(Word(AUDIENCES))
    departamento = _values(Slug())
    municipio = _values(Slug())
    exacto = Word(("1",), load_default="")
    orden = Word(tuple(Order), load_default=Order.RELEVANCE.value)
    pagina = WholeNumber(least=1, most=MAX_PAGE, load_default=1)
    por_pagina = WholeNumber(least=1, most=MAX_PAGE_SIZE, load_default=10)

    class Meta:
        """Nothing unnamed is let through."""

        unknown = RAISE


class InstitutionsQuestion(Schema):
    """The parameters of the list of institutions."""

    tipo = Word(tuple(InstitutionKind), load_default="")

    class Meta:
        """Nothing unnamed is let through."""

        unknown = RAISE


class AuditQuestion(Schema):
    """The parameters of an institution's audit; without one, all its portals."""

    portal = PlainText(longest=255, load_default="")

    class Meta:
        """Nothing unnamed is let through."""

        unknown = RAISE


class NoQuestion(Schema):
    """For addresses that take no parameters."""

    class Meta:
        """Nothing unnamed is let through."""

        unknown = RAISE


def read_question(schema: Schema, arguments: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Read the parameters of an address; ValidationError names each that cannot be used."""
    repeated = {
        name: [gettext("Se puede dar una sola vez.")]
        for name, values in arguments.items()
        if len(values) > 1 and not isinstance(schema.fields.get(name), fields.List)
    }
    if repeated:
        raise ValidationError(repeated)
    unknown = {
        name[:60]: [gettext("No existe ese parámetro.")]
        for name in arguments
        if name not in schema.fields
    }
    if unknown:
        raise ValidationError(unknown)
    loaded: dict[str, Any] = schema.load(
        {
            name: list(values) if isinstance(schema.fields[name], fields.List) else values[0]
            for name, values in arguments.items()
        }
    )
    return loaded


def query_of(question: Mapping[str, Any]) -> Query:
    """The question to the index that a read question stands for."""
    return Query(
        text=question["q"],
        filters={facet: tuple(question[facet.value]) for facet in Facet if facet.value in question},
        order=Order(question["orden"]),
        page=question["pagina"],
        page_size=question["por_pagina"],
        facets=REPORTED_FACETS,
        is_exact=bool(question["exacto"]),
    )
