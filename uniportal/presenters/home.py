"""What the home page offers: everyday needs, categories, moments of life, and the ways in."""

from collections.abc import Sequence
from dataclasses import dataclass

from canse.domain.overview import CatalogueFigures, TermCount

MOMENTS_AT_FIRST = 9
TOPICS = 18


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """Everything the home page shows; what holds no service is left out."""

    figures: CatalogueFigures
    categories: tuple[TermCount, ...]
    moments: tuple[TermCount, ...]
    more_moments: tuple[TermCount, ...]
    topics: tuple[TermCount, ...]


def present(
    *,
    figures: CatalogueFigures,
    categories: Sequence[TermCount],
    life_events: Sequence[TermCount],
    topics: Sequence[TermCount],
) -> HomeView:
    """Decide what the home page offers, the fullest moments of life first."""
    moments = sorted(_filled(life_events), key=lambda item: -item.count)
    return HomeView(
        figures=figures,
        categories=tuple(_filled(categories)),
        moments=tuple(moments[:MOMENTS_AT_FIRST]),
        more_moments=tuple(moments[MOMENTS_AT_FIRST:]),
        topics=tuple(_filled(topics)[:TOPICS]),
    )


def _filled(items: Sequence[TermCount]) -> list[TermCount]:
    return [item for item in items if item.count]
