"""Counts in working days: Monday to Friday, without the holidays of the whole country.

A half day counts: whoever comes in the morning is attended.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from canse.domain.duration import ResponseTime, TimeUnit
from canse.domain.holidays import holiday_on

SATURDAY = 5
DAYS_A_WEEK = 7
DAYS_A_MONTH = 30
MOST_DAYS = 1_000


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When something handed in on a day should be ready; `is_working` says how it was counted.

    `days` is the longest term stated. `is_assumed` says that the source does not tell which days
    count: calendar days are then taken for weeks and months, working days for days.
    """

    start: date
    due: date
    days: int
    is_working: bool
    is_assumed: bool


def is_working_day(day: date) -> bool:
    """Whether public offices attend on a day."""
    holiday = holiday_on(day)
    return day.weekday() < SATURDAY and (holiday is None or holiday.is_half_day)


def after_working_days(start: date, days: int) -> date:
    """The day that comes so many working days after another, which itself is not counted."""
    day = start
    for _ in range(min(days, MOST_DAYS)):
        day = next_working_day(day)
    return day


def next_working_day(day: date) -> date:
    """The first working day after a day."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def deadline(start: date, time: ResponseTime | None) -> Deadline | None:
    """When a service asked for on a day is due; None where no term in days is known."""
    if time is None or not time.most or time.unit is None:
        return None
    length = {TimeUnit.DAY: 1, TimeUnit.WEEK: DAYS_A_WEEK, TimeUnit.MONTH: DAYS_A_MONTH}
    if time.unit not in length:
        return None
    days = time.most * length[time.unit]
    if days > MOST_DAYS:
        return None
    is_working = time.working if time.working is not None else time.unit is TimeUnit.DAY
    return Deadline(
        start=start,
        due=after_working_days(start, days) if is_working else start + timedelta(days=days),
        days=days,
        is_working=is_working,
        is_assumed=time.working is None,
    )
