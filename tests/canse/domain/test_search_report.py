"""What a report puts in which list."""

from datetime import date

from canse.domain.search_report import MOST_LINES, TextCount, report_of

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def texts(counts: tuple[TextCount, ...]) -> list[str]:
    """The texts of a list, in order."""
    return [one.text for one in counts]


def test_searches_are_sorted_into_what_they_teach() -> None:
    report = report_of(
        FIRST,
        LAST,
        [
            TextCount(text="carne de perro", times=9, in_vain=9),
            TextCount(text="pasaporte", times=40, clicked=10, rank_sum=15),
            TextCount(text="dpi", times=12, in_vain=1),
            TextCount(text="beca", times=6),
            TextCount(text="raro", times=4),
            TextCount(text="", times=7),
        ],
        {"pasaporte": 30, "dpi": 6, "beca": 5},
        [TextCount(text="carne de gato", times=1), TextCount(text="carne de perro", times=2)],
    )

    assert texts(report.without_result) == ["carne de perro", "dpi"]
    assert texts(report.without_click) == ["dpi", "beca"]
    assert texts(report.rising) == ["carne de perro", "dpi"]
    assert texts(report.missing) == ["carne de perro", "carne de gato"]
    assert (report.searches, report.in_vain, report.unkept) == (78, 10, 7)
    assert (report.clicks, report.mean_rank) == (10, 1.5)


def test_lists_are_short() -> None:
    many = [TextCount(text=f"t{letter}", times=9, in_vain=9) for letter in range(50)]

    assert len(report_of(FIRST, LAST, many, {}, many).without_result) == MOST_LINES


def test_nothing_searched_is_an_empty_report() -> None:
    report = report_of(FIRST, LAST, [], {}, [])

    assert (report.searches, report.mean_rank, report.rising) == (0, None, ())
