"""The home page offers only what leads somewhere."""

from canse.domain.overview import CatalogueFigures, TermCount
from canse.domain.service import Term
from uniportal.presenters.home import MOMENTS_AT_FIRST, TOPICS, present

FIGURES = CatalogueFigures(
    services=3, institutions=2, ministries=1, secretariats=0, municipalities=0, portals_audited=0
)


def terms(counts: list[int]) -> list[TermCount]:
    return [
        TermCount(term=Term(slug=f"t{n}", name=f"T{n}"), count=count)
        for n, count in enumerate(counts)
    ]


def test_home_leaves_out_what_is_empty_and_keeps_editorial_order() -> None:
    view = present(figures=FIGURES, categories=terms([1, 0, 5]), life_events=[], topics=[])

    assert [item.term.slug for item in view.categories] == ["t0", "t2"]


def test_home_shows_the_fullest_moments_of_life_first() -> None:
    counts = list(range(MOMENTS_AT_FIRST + 3))

    view = present(figures=FIGURES, categories=[], life_events=terms(counts), topics=[])

    assert view.moments[0].count == max(counts)
    assert len(view.moments) == MOMENTS_AT_FIRST
    assert [item.count for item in view.more_moments] == [2, 1]


def test_home_shows_some_topics() -> None:
    view = present(figures=FIGURES, categories=[], life_events=[], topics=terms([1] * 40))

    assert len(view.topics) == TOPICS
