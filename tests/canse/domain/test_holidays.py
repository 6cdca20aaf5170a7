"""The holidays of Guatemala fall on the days on which they were kept."""

from datetime import date

import pytest

from canse.domain.holidays import easter_sunday, holiday_on, holidays


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1961, 4, 2), (2008, 3, 23), (2011, 4, 24), (2019, 4, 21), (2020, 4, 12), (2021, 4, 4),
        (2022, 4, 17), (2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28),
        (2028, 4, 16), (2029, 4, 1), (2030, 4, 21), (2038, 4, 25), (2285, 3, 22),
    ],
)  # fmt: skip
def test_easter_falls_where_the_church_keeps_it(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("year", "june", "october"),
    [
        (2019, date(2019, 7, 1), date(2019, 10, 21)),
        (2020, date(2020, 6, 29), date(2020, 10, 19)),
        (2021, date(2021, 6, 28), date(2021, 10, 18)),
        (2022, date(2022, 7, 4), date(2022, 10, 24)),
        (2023, date(2023, 7, 3), date(2023, 10, 23)),
        (2024, date(2024, 7, 1), date(2024, 10, 21)),
        (2025, date(2025, 6, 30), date(2025, 10, 20)),
        (2026, date(2026, 6, 29), date(2026, 10, 19)),
    ],
)
def test_two_holidays_move_to_a_monday(year: int, june: date, october: date) -> None:
    named = {one.name: one.day for one in holidays(year)}

    assert (named["Día del Ejército"], named["Revolución de 1944"]) == (june, october)


@pytest.mark.parametrize("year", range(2024, 2031))
def test_holidays_are_in_order_and_of_their_year(year: int) -> None:
    days = [one.day for one in holidays(year)]

    assert days == sorted(days)
    assert len(set(days)) == len(days) == 14
    assert {day.year for day in days} == {year}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 2), "Jueves Santo"),
        (date(2026, 12, 24), "Nochebuena"),
        (date(2026, 8, 15), None),
        (date(2026, 12, 26), None),
    ],
)
def test_holiday_of_a_day_is_one_the_whole_country_keeps(day: date, name: str | None) -> None:
    found = holiday_on(day)

    assert (found.name if found else None) == name
