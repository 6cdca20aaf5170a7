"""What is asked of our index beside the other engines, and whether it was reached."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.peers_fts5 import StemmedFts5
from tests.bench.peers_ours import OurIndex
from tests.bench.peers_tantivy import Tantivy
from tests.bench.search_measure import Figures
from tests.bench.search_queries import NEW_KINDS, Kind, Seen

LARGE, MIDDLE = 100_000, 10_000
WARM = (Kind.ONE, Kind.ALL, Kind.FACETS)


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """How many times as long as another engine ours may take at most; `is_p95` for the slow ones.

    The ratio of p50 is the middle one of the ratios of each round; that of p95 is over all rounds.
    """

    size: int
    row: str
    against: str
    most: float
    is_p95: bool = False

    def reached(self, figures: Figures) -> float:
        """The ratio measured."""
        ours = figures.times[self.row, OurIndex.name]
        theirs = figures.times[self.row, self.against]
        return ours.p95 / theirs.p95 if self.is_p95 else ours.against(theirs)

    def __str__(self) -> str:
        share = "p95" if self.is_p95 else "p50"
        return f"{self.row}, {share} against {self.against}"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A ratio asked, and the one measured."""

    ratio: Ratio
    reached: float

    @property
    def is_kept(self) -> bool:
        """Whether it is no more than asked."""
        return self.reached <= self.ratio.most


def verdicts(figures: Figures) -> list[Verdict]:
    """All that is asked at this size."""
    asked = [one for one in ratios() if one.size == figures.size]
    return [Verdict(ratio=one, reached=one.reached(figures)) for one in asked]


def ratios() -> Iterator[Ratio]:
    """Everything asked."""
    other = Tantivy.name
    for kind in WARM:
        yield Ratio(size=MIDDLE, row=kind.value, against=other, most=2.5)
        yield Ratio(size=LARGE, row=kind.value, against=other, most=1.5)
        yield Ratio(size=LARGE, row=kind.value, against=other, most=3.0, is_p95=True)
    yield Ratio(size=MIDDLE, row=Kind.ANY.value, against=other, most=4.0)
    yield Ratio(size=LARGE, row=Kind.ANY.value, against=other, most=4.0)
    yield Ratio(size=LARGE, row=Kind.ANY.value, against=other, most=10.0, is_p95=True)
    for kind in (Kind.ONE, Kind.FACETS):
        yield Ratio(size=LARGE, row=kind.value, against=StemmedFts5.name, most=0.2)
    for kind in NEW_KINDS:
        row = kind.value + Seen.NEVER.value
        yield Ratio(size=LARGE, row=row, against=other, most=15.0, is_p95=True)
