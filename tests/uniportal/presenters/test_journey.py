"""What a journey may take is added up honestly: ranges, ways, conditions, and what is not known."""

from decimal import Decimal

import pytest

from canse.domain.duration import parse_response_time
from canse.domain.journey import Journey, JourneyStep
from canse.domain.money import Currency
from canse.domain.service import Fee, ServiceSheet
from tests.builders import sheet
from uniportal.presenters.journey import Sum, matching, present


def costing(slug: str, *amounts: int, time: str = "", **changes: object) -> ServiceSheet:
    """A sheet with these fees and this term."""
    fees = tuple(Fee(concept="Pago", amount=Decimal(amount), **changes) for amount in amounts)  # type: ignore[arg-type]
    return sheet(slug=slug, fees=fees, response_time=parse_response_time(time))


def step(*services: str, condition: str = "", is_parallel: bool = False) -> JourneyStep:
    return JourneyStep(
        title="Paso", services=services, condition=condition, is_parallel=is_parallel
    )


def journey(*steps: JourneyStep) -> Journey:
    return Journey(slug="camino", title="Camino", summary="", steps=steps)


def quetzales(least: int, most: int) -> Sum:
    return Sum(least=Decimal(least), most=Decimal(most), currency=Currency.GTQ)


SHEETS = {
    one.slug: one
    for one in (
        costing("cien", 100, time="5 días hábiles"),
        costing("gratis", 0, time="inmediato"),
        costing("caro", 400, time="1 mes"),
        costing("varios", 50, 75, time="1 a 3 días"),
        costing("dolares", 25, currency=Currency.USD),
        costing("no-se"),
    )
}


@pytest.mark.parametrize(
    ("steps", "costs", "unknown"),
    [
        ([step("cien"), step("caro")], (quetzales(500, 500),), 0),
        ([step("cien", "caro")], (quetzales(100, 400),), 0),
        ([step("cien"), step("caro", condition="Solo si")], (quetzales(100, 500),), 0),
        ([step("varios")], (quetzales(50, 75),), 0),
        ([step("cien"), step("no-se")], (quetzales(100, 100),), 1),
        ([step("gratis")], (), 0),
        ([step("cien"), step("no-esta")], (quetzales(100, 100),), 1),
    ],
)
def test_costs_are_added_up(steps: list[JourneyStep], costs: tuple[Sum, ...], unknown: int) -> None:
    view = present(journey(*steps), SHEETS)

    assert (view.costs, view.unknown_costs) == (costs, unknown)


def test_two_currencies_stay_apart() -> None:
    view = present(journey(step("cien"), step("dolares")), SHEETS)

    assert [(one.currency, one.most) for one in view.costs] == [
        (Currency.GTQ, Decimal(100)),
        (Currency.USD, Decimal(25)),
    ]


@pytest.mark.parametrize(
    ("steps", "days", "unknown"),
    [
        ([step("cien"), step("caro")], (37, 37), 0),
        ([step("cien"), step("caro", is_parallel=True)], (30, 30), 0),
        ([step("caro"), step("cien", is_parallel=True), step("cien")], (37, 37), 0),
        ([step("cien", condition="Solo si")], (0, 7), 0),
        ([step("varios")], (2, 5), 0),
        ([step("gratis"), step("no-se")], (0, 0), 1),
        ([step("no-se")], None, 1),
    ],
)
def test_days_are_added_up(
    steps: list[JourneyStep], days: tuple[int, int] | None, unknown: int
) -> None:
    view = present(journey(*steps), SHEETS)

    assert (view.days, view.unknown_times) == (days, unknown)


def test_step_whose_service_is_not_published_stays() -> None:
    view = present(journey(step("cien", "no-esta"), step("no-esta")), SHEETS)

    assert [(len(one.services), one.missing) for one in view.steps] == [(1, 1), (0, 1)]


NAMED = Journey(
    slug="perdi",
    title="Perdí mis documentos",
    summary="",
    steps=(),
    phrases=("me robaron la cartera",),
)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("perdi mis documentos", True),
        ("ayer perdí todos mis documentos", True),
        ("me robaron mi cartera que hago", True),
        ("documentos", False),
        ("perdí mi dpi", False),
        ("", False),
        ("¿?", False),
    ],
)
def test_text_names_a_journey_by_all_its_telling_words(text: str, is_named: bool) -> None:
    assert (matching(text, [NAMED]) is NAMED) is is_named
