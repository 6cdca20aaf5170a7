"""What staff learn from searches: which find nothing, which please nobody, which grow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

FEWEST_SHOWN = 5
"""Fewer times than this say nothing of whether results please, or of a growth."""
GROWTH = 2.0
MOST_LINES = 20


@dataclass(frozen=True, kw_only=True)
class TextCount:
    """One text over a period: searched, of these without result, opened, and in the period before.

    An empty text stands for all searches of which no words are kept.
    """

    text: str
    times: int
    in_vain: int = 0
    clicked: int = 0
    rank_sum: int = 0
    before: int = 0


@dataclass(frozen=True, kw_only=True)
class SearchReport:
    """The searches of the days [first, last]; each list has the most frequent first.

    `mean_rank` is the mean place of what was opened, None while nothing was.
    """

    first: date
    last: date
    searches: int
    in_vain: int
    clicks: int
    mean_rank: float | None
    unkept: int
    without_result: tuple[TextCount, ...] = ()
    without_click: tuple[TextCount, ...] = ()
    rising: tuple[TextCount, ...] = ()
    missing: tuple[TextCount, ...] = ()


def report_of(
    first: date,
    last: date,
    counts: Iterable[TextCount],
    before: Mapping[str, int],
    missing: Iterable[TextCount],
) -> SearchReport:
    """Sort the counts of a period into a report; `before` tells how often in the one before."""
    everything = [replace(one, before=before.get(one.text, 0)) for one in counts]
    named = [one for one in everything if one.text]
    clicks = sum(one.clicked for one in everything)
    ranks = sum(one.rank_sum for one in everything)
    return SearchReport(
        first=first,
        last=last,
        searches=sum(one.times for one in everything),
        in_vain=sum(one.in_vain for one in everything),
        clicks=clicks,
        mean_rank=round(ranks / clicks, 1) if clicks else None,
        unkept=sum(one.times for one in everything if not one.text),
        without_result=tuple(
            sorted((one for one in named if one.in_vain), key=_in_vain)[:MOST_LINES]
        ),
        without_click=_most(one for one in named if _pleases_nobody(one)),
        rising=tuple(sorted(filter(_rises, named), key=_growth)[:MOST_LINES]),
        missing=_most(missing),
    )


def _pleases_nobody(one: TextCount) -> bool:
    return one.times - one.in_vain >= FEWEST_SHOWN and not one.clicked


def _rises(one: TextCount) -> bool:
    return one.times >= FEWEST_SHOWN and one.times >= GROWTH * one.before


def _in_vain(one: TextCount) -> tuple[int, str]:
    return -one.in_vain, one.text


def _growth(one: TextCount) -> tuple[int, str]:
    return one.before - one.times, one.text


def _most(counts: Iterable[TextCount]) -> tuple[TextCount, ...]:
    return tuple(sorted(counts, key=lambda one: (-one.times, one.text))[:MOST_LINES])
