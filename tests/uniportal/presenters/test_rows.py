"""A line of a list says the same whether the index or the catalogue was asked."""

from decimal import Decimal
from typing import Any

import pytest

from canse.domain.duration import ResponseTime
from canse.domain.money import Currency
from canse.domain.service import Fee, Modality, Provenance, ServiceSheet
from indices.document import document_of
from indices.port import Hit
from tests.builders import sheet
from uniportal.presenters.facts import CostKind
from uniportal.presenters.marking import Piece
from uniportal.presenters.rows import row_of_hit, row_of_sheet


def hit_of(service: ServiceSheet, **changes: Any) -> Hit:
    """What the index would give back of a service."""
    return Hit(id=1, slug=service.slug, score=1.0, fields=document_of(service).stored, **changes)


def test_hit_says_what_the_sheet_says() -> None:
    service = sheet(response_time=ResponseTime(text="unos 30 días"))

    assert row_of_hit(hit_of(service)) == row_of_sheet(service)


@pytest.mark.parametrize(
    ("fees", "kind"),
    [
        ((), CostKind.UNKNOWN),
        ((Fee(concept="a", amount=Decimal(0)),), CostKind.FREE),
        ((Fee(concept="a", amount=Decimal(5)),), CostKind.EXACT),
        ((Fee(concept="a", amount=Decimal(5), most=Decimal(9)),), CostKind.RANGE),
    ],
)
def test_hit_says_the_cost_it_knows(fees: tuple[Fee, ...], kind: CostKind) -> None:
    assert row_of_hit(hit_of(sheet(fees=fees))).cost.kind is kind


def test_hit_says_the_words_of_the_source_where_there_is_no_amount() -> None:
    cost = row_of_hit(hit_of(sheet(fees=(Fee(concept="a", note="según avalúo"),)))).cost

    assert (cost.kind, cost.note) == (CostKind.NOTE, "según avalúo")


def test_hit_keeps_the_currency_and_the_doubt_of_a_cost() -> None:
    fees = (Fee(concept="a", amount=Decimal(50), currency=Currency.USD, is_estimate=True),)

    cost = row_of_hit(hit_of(sheet(fees=fees))).cost

    assert (cost.amount, cost.currency, cost.is_estimate) == (Decimal(50), Currency.USD, True)


def test_hit_marks_the_words_found() -> None:
    row = row_of_hit(hit_of(sheet(name="Reponer DPI"), marks={"name": ((8, 11),)}))

    assert row.name == (Piece(text="Reponer "), Piece(text="DPI", is_marked=True))


def test_hit_of_an_index_that_stores_little_is_still_a_line() -> None:
    row = row_of_hit(Hit(id=1, slug="algo", score=0.0, fields={}))

    assert row.name == (Piece(text="algo"),)
    assert row.modality is Modality.UNKNOWN
    assert row.institution == ""


@pytest.mark.parametrize(
    ("provenance", "is_confirmed", "is_unconfirmed"),
    [
        (Provenance.CRAWLER, False, True),
        (Provenance.CRAWLER, True, False),
        (Provenance.SEED, False, False),
    ],
)
def test_only_what_the_crawler_found_is_said_to_be_unconfirmed(
    provenance: Provenance, is_confirmed: bool, is_unconfirmed: bool
) -> None:
    service = sheet(provenance=provenance, is_confirmed=is_confirmed)

    assert row_of_sheet(service).is_unconfirmed is is_unconfirmed
    assert row_of_hit(hit_of(service)).is_unconfirmed is is_unconfirmed


def test_service_without_owner_or_category_is_a_line() -> None:
    row = row_of_sheet(
        sheet(institution=None, category=None, response_time=ResponseTime(text="mismo día"))
    )

    assert (row.institution, row.category, row.time) == ("", "", "Mismo día")
