"""Asks engines by turns and keeps what each query took; and what is said of many such times."""

import math
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from indices.document import Document
from tests.bench.peers_face import Peer
from tests.bench.search_queries import Asked, Batch, Kind

UPDATES_A_ROUND = 3
VISIBLE_WITHIN_SECONDS = 60.0
UPDATE = "update until visible"

Changed = Callable[[int, str], Document]
"""The document of a service by its number, with a word put into its name."""


@dataclass(frozen=True)
class Times:
    """What the queries of a row took one engine, in milliseconds, a list for each round."""

    rounds: list[list[float]] = field(default_factory=list)

    @property
    def p50(self) -> float:
        """The middle of all."""
        return statistics.median(self._all())

    @property
    def p95(self) -> float:
        """What 95 of 100 stay within."""
        return sorted(self._all())[math.ceil(0.95 * len(self._all())) - 1]

    def _all(self) -> list[float]:
        return [one for times in self.rounds for one in times]

    def against(self, other: "Times") -> float:
        """The ratio of the medians of each round; of these ratios the middle one."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median(
            statistics.median(ours) / statistics.median(theirs) for ours, theirs in pairs
        )


@dataclass(frozen=True)
class Figures:
    """All that was measured at one size: times by (row, engine), and what was not asked and why."""

    size: int
    times: dict[tuple[str, str], Times] = field(default_factory=dict)
    lacking: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def rows(self) -> list[str]:
        """The rows, in the order in which they were measured first."""
        return list(dict.fromkeys(row for row, _ in self.times))

    def note(self, row: str, engine: str, times: list[float]) -> None:
        """Keep the times of one batch."""
        self.times.setdefault((row, engine), Times()).rounds.append(times)


def measure(
    size: int,
    peers: Sequence[Peer],
    rounds: Sequence[Sequence[Batch]],
    changed: Changed,
    tell: Callable[[str], None],
) -> Figures:
    """Warm up, then ask batch by batch, a different engine first each time; tells how far it is."""
    figures = Figures(size)
    for number, batches in enumerate(rounds):
        _warm_up(size, peers, batches)
        for turn, batch in enumerate(batches):
            _ask_all(figures, _rotated(peers, number + turn), batch)
        tell(f"round {number + 1} of {len(rounds)} measured")
    # Last, as a changed index is laid down in more pieces than one that was just built.
    for number in range(len(rounds)):
        for peer in _rotated(peers, number):
            figures.note(UPDATE, peer.name, [*_updates(peer, changed, number)])
    tell("updates measured")
    return figures


def _rotated(peers: Sequence[Peer], by: int) -> list[Peer]:
    start = by % len(peers)
    return [*peers[start:], *peers[:start]]


def _warm_up(size: int, peers: Sequence[Peer], batches: Sequence[Batch]) -> None:
    for batch in batches:
        for peer in peers:
            if not peer.lacks(batch.kind, size):
                shared = replace(batch, queries=_share(peer, batch, size))
                for one in shared.warming():
                    peer.find(one)


def _ask_all(figures: Figures, peers: Sequence[Peer], batch: Batch) -> None:
    for peer in peers:
        if reason := peer.lacks(batch.kind, figures.size):
            figures.lacking[batch.row, peer.name] = reason
            continue
        queries = _share(peer, batch, figures.size)
        figures.note(batch.row, peer.name, [_milliseconds(peer, one) for one in queries])


def _share(peer: Peer, batch: Batch, size: int) -> tuple[Asked, ...]:
    return batch.queries[: peer.batch_size(len(batch.queries), size)]


def _milliseconds(peer: Peer, asked: Asked) -> float:
    start = time.perf_counter()
    peer.find(asked)
    return (time.perf_counter() - start) * 1000


def _updates(peer: Peer, changed: Changed, number: int) -> Iterator[float]:
    """Put words nobody has into names, one service at a time, until they are found there."""
    for place in range(UPDATES_A_ROUND):
        service = 1 + number * UPDATES_A_ROUND + place
        word = f"novedad{service}"
        document = changed(service, word)
        asked = Asked(kind=Kind.ENDED, words=(word,))
        start = time.perf_counter()
        peer.put(document)
        while service not in dict(peer.find(asked).shown):
            if time.perf_counter() - start > VISIBLE_WITHIN_SECONDS:
                raise TimeoutError(f"{peer.name} does not show what it was given.")
        yield (time.perf_counter() - start) * 1000
