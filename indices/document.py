"""How a service sheet becomes a document of the index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from canse.domain.institution import InstitutionRef
from canse.domain.service import Audience, Fee, ServiceSheet, Term
from indices.merit import merit_of

MUNICIPALITY_DIGITS = 4
_AUDIENCES = {
    Audience.PERSON: "persona",
    Audience.BUSINESS: "empresa",
    Audience.FOREIGNER: "extranjero",
    Audience.INSTITUTION: "institucion",
}


@dataclass(frozen=True, kw_only=True)
class Document:
    """What is indexed of one service.

    `texts` maps a searched field of `indices.fields` to raw Spanish text, `facets` a facet's name
    to its values, `stored` what a result page shows. `updated` and `checked` are ISO dates, by
    which results can be sorted.
    `merit` multiplies how well words fit; 1 is usual (docs/relevance.md).
    """

    id: int
    slug: str
    texts: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    stored: Mapping[str, str]
    updated: str
    checked: str = ""
    merit: float = 1.0


def document_of(sheet: ServiceSheet, today: date | None = None) -> Document:
    """Make the document of a sheet; pure, so that any engine gets the same one.

    `today` is the day by which a sheet counts as freshly checked.
    """
    return Document(
        id=sheet.id,
        slug=sheet.slug,
        texts=_texts(sheet),
        facets=_facets(sheet),
        stored=_stored(sheet),
        updated=sheet.updated_at.isoformat(),
        checked=_checked(sheet),
        merit=merit_of(sheet, today),
    )


def _texts(sheet: ServiceSheet) -> dict[str, str]:
    owners = (sheet.institution, sheet.ministry, sheet.secretariat)
    return {
        "name": sheet.name,
        "popular_names": _lines(term.name for term in sheet.topics),
        "summary": sheet.summary,
        "description": _lines((sheet.description, sheet.result)),
        "institution": _lines(dict.fromkeys(f"{o.name} {o.acronym}" for o in owners if o)),
        "category": sheet.category.name if sheet.category else "",
        "requirements": _lines(requirement.text for requirement in sheet.requirements),
        "life_events": _lines(term.name for term in sheet.life_events),
    }


def _facets(sheet: ServiceSheet) -> dict[str, tuple[str, ...]]:
    return {
        "tema": _slugs(*sheet.topics),
        "institucion": _slugs(sheet.institution),
        "categoria": _slugs(sheet.category),
        "ministerio": _slugs(sheet.ministry),
        "secretaria": _slugs(sheet.secretariat),
        "etapa": (str(int(sheet.stage)),),
        "en_linea": ("si" if sheet.is_online else "no",),
        "gratis": ("si" if sheet.is_free else "no",),
        "evento": _slugs(*sheet.life_events),
        "publico": tuple(_AUDIENCES[one] for one in sheet.audiences),
        "departamento": tuple(dict.fromkeys(code[:2] for code in _codes(sheet))),
        "municipio": tuple(code for code in _codes(sheet) if len(code) == MUNICIPALITY_DIGITS),
    }


def _codes(sheet: ServiceSheet) -> tuple[str, ...]:
    """The codes of the places where it is offered and elsewhere not."""
    return tuple(place.code for place in sheet.coverage if place.code)


def _checked(sheet: ServiceSheet) -> str:
    """When somebody last looked whether the sheet is true, empty where nobody did."""
    moments = [moment for moment in (sheet.reviewed_at, sheet.last_seen_at) if moment]
    return max(moments).isoformat() if moments else ""


def _stored(sheet: ServiceSheet) -> dict[str, str]:
    """What a result page shows: machine values, which the page puts into words."""
    owner, category = sheet.institution, sheet.category
    return {
        "number": str(sheet.number),
        "name": sheet.name,
        "summary": sheet.summary,
        "institution_slug": owner.slug if owner else "",
        "institution_name": owner.name if owner else "",
        "institution_acronym": owner.acronym if owner else "",
        "category_slug": category.slug if category else "",
        "category_name": category.name if category else "",
        "modality": sheet.modality.value,
        "stage": str(int(sheet.stage)),
        "stage_confirmed": str(int(sheet.stage_confirmed)),
        "stage_declared": str(int(sheet.stage_declared)),
        "is_online": _flag(sheet.is_online),
        "is_free": _flag(sheet.is_free),
        "is_cost_estimate": _flag(_is_cost_estimate(sheet)),
        "time": sheet.response_time.text if sheet.response_time else "",
        "is_confirmed": _flag(sheet.is_confirmed),
        "provenance": sheet.provenance.value,
    } | _cost(sheet.fees)


def _is_cost_estimate(sheet: ServiceSheet) -> bool:
    return "fees" in sheet.estimated_fields or any(fee.is_estimate for fee in sheet.fees)


def _cost(fees: tuple[Fee, ...]) -> dict[str, str]:
    """The span of what may be paid, when every fee is known and all are in one currency.

    Where no amount is known at all, the source's own words are all there is.
    """
    amounts = [amount for fee in fees for amount in (fee.amount, fee.most) if amount is not None]
    currencies = {fee.currency.value for fee in fees}
    is_known = bool(fees) and len(currencies) == 1 and all(f.amount is not None for f in fees)
    return {
        "is_cost_known": _flag(is_known),
        "cost_least": _money(min(amounts)) if is_known else "",
        "cost_most": _money(max(amounts)) if is_known else "",
        "cost_currency": currencies.pop() if is_known else "",
        "cost_note": "" if amounts else next((fee.note for fee in fees if fee.note), ""),
    }


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _slugs(*named: Term | InstitutionRef | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.slug for one in named if one))


def _flag(value: bool) -> str:
    return "si" if value else "no"


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
