"""The days on which the State of Guatemala does not work, worked out for any year.

Sources, as remembered and to be checked against the Diario de Centro América: Código de Trabajo
(Decreto 1441), article 127, with the feast of the capital on 15 August; Decreto 19-2018, by which
30 June and 20 October move to a Monday; Ley de Servicio Civil (Decreto 1748), article 69, for the
half days. Feasts of other municipalities are not known here.
"""

from dataclasses import dataclass
from datetime import date, timedelta

THURSDAY = 3


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """A day without work; `is_half_day` closes at noon, `only_in` is the place that keeps it."""

    day: date
    name: str
    is_half_day: bool = False
    only_in: str = ""


def holidays(year: int) -> tuple[Holiday, ...]:
    """All of a year, in order."""
    easter = easter_sunday(year)
    found = [
        Holiday(day=date(year, 1, 1), name="Año Nuevo"),
        Holiday(day=easter - timedelta(days=4), name="Miércoles Santo", is_half_day=True),
        Holiday(day=easter - timedelta(days=3), name="Jueves Santo"),
        Holiday(day=easter - timedelta(days=2), name="Viernes Santo"),
        Holiday(day=easter - timedelta(days=1), name="Sábado de Gloria"),
        Holiday(day=date(year, 5, 1), name="Día del Trabajo"),
        Holiday(day=_moved(date(year, 6, 30)), name="Día del Ejército"),
        Holiday(day=date(year, 8, 15), name="Virgen de la Asunción", only_in="Guatemala"),
        Holiday(day=date(year, 9, 15), name="Día de la Independencia"),
        Holiday(day=_moved(date(year, 10, 20)), name="Revolución de 1944"),
        Holiday(day=date(year, 11, 1), name="Día de Todos los Santos"),
        Holiday(day=date(year, 12, 24), name="Nochebuena", is_half_day=True),
        Holiday(day=date(year, 12, 25), name="Navidad"),
        Holiday(day=date(year, 12, 31), name="Fin de año", is_half_day=True),
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def holiday_on(day: date) -> Holiday | None:
    """The holiday of a day that the whole country keeps, if there is one."""
    return next((one for one in holidays(day.year) if one.day == day and not one.only_in), None)


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian rule, as Meeus, Jones and Butcher wrote it down."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leaps = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * leaps + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _moved(day: date) -> date:
    """The Monday on which a day is kept: the one before until Wednesday, else the next."""
    weekday = day.weekday()
    if weekday < THURSDAY:
        return day - timedelta(days=weekday)
    return day + timedelta(days=7 - weekday)
