"""One service as a line of a list: what it is, whose it is, and the three facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from canse.domain.money import Currency
from canse.domain.service import Modality, Provenance, ServiceSheet
from indices.port import Hit
from uniportal.presenters.facts import Cost, CostKind, begun_with_capital, cost_of, time_of
from uniportal.presenters.marking import Piece, cut


@dataclass(frozen=True, kw_only=True)
class Row:
    """A service in a list; `institution` empty says that it has none assigned."""

    slug: str
    name: tuple[Piece, ...]
    summary: tuple[Piece, ...]
    institution: str
    category: str
    modality: Modality
    cost: Cost
    time: str
    is_unconfirmed: bool


def row_of_sheet(sheet: ServiceSheet) -> Row:
    """A line made from the whole sheet, where the catalogue and not the index was asked."""
    return Row(
        slug=sheet.slug,
        name=cut(sheet.name),
        summary=cut(sheet.summary),
        institution=sheet.institution.name if sheet.institution else "",
        category=sheet.category.name if sheet.category else "",
        modality=sheet.modality,
        cost=cost_of(sheet.fees, is_estimate="fees" in sheet.estimated_fields),
        time=time_of(sheet.response_time),
        is_unconfirmed=sheet.provenance is Provenance.CRAWLER and not sheet.is_confirmed,
    )


def row_of_hit(hit: Hit) -> Row:
    """A line made from what the index stores, with the words found marked."""
    stored = hit.fields
    return Row(
        slug=hit.slug,
        name=cut(stored.get("name", hit.slug), hit.marks.get("name", ())),
        summary=cut(stored.get("summary", ""), hit.marks.get("summary", ())),
        institution=stored.get("institution_name", ""),
        category=stored.get("category_name", ""),
        modality=Modality(stored.get("modality") or Modality.UNKNOWN),
        cost=_stored_cost(stored),
        time=begun_with_capital(stored.get("time", "")),
        is_unconfirmed=(
            stored.get("provenance") == Provenance.CRAWLER and stored.get("is_confirmed") != "si"
        ),
    )


def _stored_cost(stored: Mapping[str, str]) -> Cost:
    is_estimate = stored.get("is_cost_estimate") == "si"
    if stored.get("is_free") == "si":
        return Cost(kind=CostKind.FREE, is_estimate=is_estimate)
    if note := stored.get("cost_note"):
        return Cost(kind=CostKind.NOTE, note=note, is_estimate=is_estimate)
    if stored.get("is_cost_known") != "si":
        return Cost(kind=CostKind.UNKNOWN)
    least, most = Decimal(stored["cost_least"]), Decimal(stored["cost_most"])
    return Cost(
        kind=CostKind.EXACT if least == most else CostKind.RANGE,
        amount=least,
        most=None if least == most else most,
        currency=Currency(stored["cost_currency"]),
        is_estimate=is_estimate,
    )
