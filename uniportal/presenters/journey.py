"""What the page of a journey says: its steps with what each takes, and what all of it may take."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import ceil

from canse.domain.duration import ResponseTime, TimeUnit
from canse.domain.journey import Journey, JourneyStep
from canse.domain.money import Currency
from canse.domain.service import Fee, ServiceSheet
from indices.spanish import is_stop_word, stem, tokens
from uniportal.presenters.rows import Row, row_of_sheet

CALENDAR_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7, TimeUnit.MONTH: 30}
WORKING_DAYS_A_WEEK, DAYS_A_WEEK = 5, 7
REMEMBERED_TEXTS = 1_000
"""Titles and phrases of all journeys, whose words are compared with every search."""


@dataclass(frozen=True, kw_only=True)
class StepView:
    """A step with the services by which it is done; `missing` counts those not published now."""

    title: str
    note: str
    condition: str
    is_parallel: bool
    services: tuple[Row, ...]
    missing: int


@dataclass(frozen=True, kw_only=True)
class Sum:
    """From what to what something adds up; steps not everybody needs count only in `most`."""

    least: Decimal
    most: Decimal
    currency: Currency


@dataclass(frozen=True, kw_only=True)
class JourneyView:
    """A journey; `days` are those of the calendar, None where no step tells how long it takes.

    `unknown_costs` and `unknown_times` count the steps of which nothing is known in figures.
    """

    journey: Journey
    steps: tuple[StepView, ...]
    institutions: int
    costs: tuple[Sum, ...]
    unknown_costs: int
    days: tuple[int, int] | None
    unknown_times: int


def present(journey: Journey, sheets: Mapping[str, ServiceSheet]) -> JourneyView:
    """Decide what the page says, given the published sheets of the services, by slug."""
    offers = [[sheets[slug] for slug in step.services if slug in sheets] for step in journey.steps]
    told_costs = [_known_costs(found) for found in offers]
    told_days = [_known_days(found) for found in offers]
    pairs = list(zip(journey.steps, offers, strict=True))
    owners = {
        one.institution.slug for found in offers for one in found if one.institution is not None
    }
    return JourneyView(
        journey=journey,
        steps=tuple(_step(step, found) for step, found in pairs),
        institutions=len(owners),
        costs=_sums(journey.steps, told_costs),
        unknown_costs=sum(not told for told in told_costs),
        days=_days(journey.steps, told_days),
        unknown_times=sum(told is None for told in told_days),
    )


def matching(text: str, journeys: Iterable[Journey]) -> Journey | None:
    """The journey that a text names: by all telling words of its title or of one of its phrases."""
    typed = _stems(text)
    if not typed:
        return None
    found = [
        (len(wanted), journey)
        for journey in journeys
        for phrase in (journey.title, *journey.phrases)
        if (wanted := _stems(phrase)) and wanted <= typed
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(token.word) for token in tokens(text) if not is_stop_word(token.word))


def _step(step: JourneyStep, found: Sequence[ServiceSheet]) -> StepView:
    return StepView(
        title=step.title,
        note=step.note,
        condition=step.condition,
        is_parallel=step.is_parallel,
        services=tuple(map(row_of_sheet, found)),
        missing=len(step.services) - len(found),
    )


Amounts = list[tuple[Currency, Decimal, Decimal]]
"""What each way to do a step costs: the currency, the least and the most."""


def _known_costs(found: Sequence[ServiceSheet]) -> Amounts:
    known = (_cost(sheet.fees) for sheet in found)
    return [cost for cost in known if cost is not None]


def _cost(fees: Sequence[Fee]) -> tuple[Currency, Decimal, Decimal] | None:
    """What one service costs; of several fees one pays from the least to the most of them."""
    amounts = [
        (fee.currency, fee.amount, fee.most or fee.amount) for fee in fees if fee.amount is not None
    ]
    currencies = {currency for currency, _, _ in amounts}
    if len(currencies) != 1 or len(amounts) < len(fees):
        return None
    least = min(amount for _, amount, _ in amounts)
    most = max(amount for _, _, amount in amounts)
    return currencies.pop(), least, most


def _sums(steps: Sequence[JourneyStep], told: Sequence[Amounts]) -> tuple[Sum, ...]:
    sums: dict[Currency, tuple[Decimal, Decimal]] = {}
    for step, amounts in zip(steps, told, strict=True):
        for currency in {currency for currency, _, _ in amounts}:
            least = min(low for known, low, _ in amounts if known is currency)
            most = max(high for known, _, high in amounts if known is currency)
            is_for_all = not step.condition and all(known is currency for known, _, _ in amounts)
            low, high = sums.get(currency, (Decimal(0), Decimal(0)))
            sums[currency] = (low + (least if is_for_all else 0), high + most)
    return tuple(
        Sum(least=low, most=high, currency=currency)
        for currency, (low, high) in sorted(sums.items())
        if high
    )


def _known_days(found: Sequence[ServiceSheet]) -> tuple[int, int] | None:
    """From how many to how many days of the calendar a step takes, by the ways that are told."""
    known = [days for sheet in found if (days := _calendar_days(sheet.response_time)) is not None]
    if not known:
        return None
    return min(least for least, _ in known), max(most for _, most in known)


def _calendar_days(time: ResponseTime | None) -> tuple[int, int] | None:
    if time is None or time.most is None or time.unit is None:
        return None
    if time.unit not in CALENDAR_DAYS:
        return 0, 0
    is_working = time.unit is TimeUnit.DAY and time.working is not False
    length = DAYS_A_WEEK / WORKING_DAYS_A_WEEK if is_working else CALENDAR_DAYS[time.unit]
    least = time.most if time.least is None else time.least
    return ceil(least * length), ceil(time.most * length)


def _days(
    steps: Sequence[JourneyStep], told: Sequence[tuple[int, int] | None]
) -> tuple[int, int] | None:
    """The days of all steps in order; those done meanwhile count only where they take longer."""
    if all(days is None for days in told):
        return None
    least, most, group = 0, 0, (0, 0)
    for step, days in zip(steps, told, strict=True):
        low, high = days or (0, 0)
        low = 0 if step.condition else low
        if step.is_parallel:
            group = (max(group[0], low), max(group[1], high))
            continue
        least, most, group = least + group[0], most + group[1], (low, high)
    return least + group[0], most + group[1]
