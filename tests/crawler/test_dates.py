"""Dates on pages: what is one, what only looks like one, and which is the newest."""

from datetime import date, timedelta
from typing import Any

import pytest

from crawler.dates import dated_texts, dates_in, newest_date, years_in
from tests.crawler.pages import NOON, visit_of

MARCH = date(2024, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Guatemala, 12 de marzo de 2024",
        "12 de Marzo del 2024",
        "12 marzo, 2024",
        "12-mar-2024",
        "Marzo 12, 2024",
        "March 12, 2024",
        "12 março 2024",
        "12/03/2024",
        "12-03-2024",
        "12.03.2024",
        "Del 12/3/2024",
        "2024-03-12",
        "2024-03-12T10:30:00-06:00",
        "2024/03/12",
        "Publicado el 12/03/2024.",
    ],
)
def test_date_is_read_however_it_is_written(text: str) -> None:
    assert dates_in(text) == (MARCH,)


@pytest.mark.parametrize(
    "text",
    [
        "Tel. 2012-08-15",
        "PBX: 2012-08-15",
        "Decreto No. 12-03-2008",
        "Acuerdo Gubernativo 12-03-2008",
        "Decreto 57-2008",
        "© 2014",
        "2019 28 meh",
        "31/02/2024",
        "12/03/2024/5",
        "1.2.3.2024-01-02.4",
        "Marzo de 2024",
        "99 de marzo de 2024",
        "hace 2 días",
        "12 de brumario de 2024",
        "12/03/1824",
        "",
    ],
)
def test_number_that_looks_like_a_date_is_none(text: str) -> None:
    assert dates_in(text) == ()


def test_month_comes_first_where_no_month_has_that_number() -> None:
    assert dates_in("03/25/2024") == (date(2024, 3, 25),)


def test_dates_of_one_text_are_each_read_once() -> None:
    text = "Del 1 de enero de 2024 al 12/03/2024 (1 de enero de 2024)."

    assert dates_in(text) == (date(2024, 1, 1), MARCH)


def test_text_full_of_numbers_is_read_in_bounds() -> None:
    assert len(dates_in(" ".join(f"{n % 28 + 1}/{n % 12 + 1}/2024" for n in range(5_000)))) <= 60


def test_years_are_told_from_prices_and_longer_numbers() -> None:
    assert years_in("POA 2023 y 2024, 2023; Q 2,024.00; 12024; 2024.50") == (2023, 2024)


@pytest.mark.parametrize(
    ("html", "changes", "found"),
    [
        ("<p>12 de marzo de 2024</p><p>1/1/2023</p>", {}, (MARCH, "12 de marzo de 2024")),
        ('<time datetime="2024-03-12">ayer</time>', {}, (MARCH, "fecha del código: 2024-03-12")),
        ("<p>Vence el 1 de enero de 2099.</p>", {}, None),
        ("<script>var fin = '2026-01-01'</script><p>Hola</p>", {}, None),
        ("<p>Tel. 2012-08-15. Decreto 57-2008. © 2014</p>", {}, None),
        ("<main><p>Hoy es 30 de noviembre de 2026</p></main>", {}, None),
        ("<header><p>lunes 30 de noviembre de 2026</p></header>", {}, None),
        (
            "<main><p>30 de noviembre de 2026</p></main>",
            {},
            (NOON.date(), "30 de noviembre de 2026"),
        ),
        ("<p>Hace 3 días</p>", {}, (NOON.date() - timedelta(days=3), "Hace 3 días")),
        ("<p>Hace una semana</p>", {}, (NOON.date() - timedelta(days=7), "Hace una semana")),
        (
            "<p>Hola</p>",
            {"headers": (("last-modified", "Tue, 12 Mar 2024 10:00:00 GMT"),)},
            (MARCH, "last-modified: Tue, 12 Mar 2024 10:00:00 GMT"),
        ),
        ("<p>a</p>", {"headers": (("last-modified", "Mon, 30 Nov 2026 12:00:00 GMT"),)}, None),
        ("<p>a</p>", {"headers": (("last-modified", "mañana"),)}, None),
        (
            "<p>a</p>",
            {"headers": (("last-modified", "Tue, 12 Mar 2024 10:00:00"),)},
            (MARCH, "last-modified: Tue, 12 Mar 2024 10:00:00"),
        ),
        ("", {"page": None}, None),
    ],
)
def test_newest_date_is_one_that_the_page_gives_itself(
    html: str, changes: dict[str, Any], found: tuple[date, str] | None
) -> None:
    assert newest_date(visit_of(html, **changes)) == found


def test_dated_texts_keep_what_is_still_to_come() -> None:
    visit = visit_of("<h3>Feria</h3><p>1 de enero de 2099</p><p>sin fecha</p>")

    assert [day for day, _ in dated_texts(visit)] == [date(2099, 1, 1)]
