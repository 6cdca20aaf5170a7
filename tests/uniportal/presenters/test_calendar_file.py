"""A calendar file holds what was put in, in lines that every calendar reads."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from uniportal.presenters.calendar_file import LINE_OCTETS, CalendarDay, calendar_file

NOW = datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
DAY = CalendarDay(
    day=date(2026, 12, 31),
    title="Cita: Licencia; de conducir, tipo A",
    text="Lleve:\n- DPI \\ copia\n- Recibo",
    address="https://uniportal.gob.gt/servicio/licencia",
    key="cita-7-2026-12-31@uniportal",
)


def values(file: str) -> dict[str, str]:
    """What a calendar reads: lines unfolded, each name with its value, signs given back."""
    lines = file.replace("\r\n ", "").split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    return {name: _unescaped(value) for name, _, value in pairs}


def _unescaped(value: str) -> str:
    found, signs = [], iter(value)
    for sign in signs:
        following = next(signs, "") if sign == "\\" else sign
        found.append("\n" if sign == "\\" and following == "n" else following)
    return "".join(found)


def test_file_holds_the_day() -> None:
    read = values(calendar_file(DAY, NOW))

    assert read["DTSTART;VALUE=DATE"] == "20261231"
    assert read["DTEND;VALUE=DATE"] == "20270101"
    assert read["DTSTAMP"] == "20261201T153000Z"
    assert read["UID"] == DAY.key
    assert (read["SUMMARY"], read["DESCRIPTION"], read["URL"]) == (DAY.title, DAY.text, DAY.address)


@given(title=st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])))
def test_any_title_is_read_back_from_lines_of_bounded_length(title: str) -> None:
    file = calendar_file(replace(DAY, title=title), NOW)

    assert all(len(line.encode()) <= LINE_OCTETS for line in file.split("\r\n"))
    assert values(file)["SUMMARY"] == title
