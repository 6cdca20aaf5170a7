"""How much processor time the worst searches take over 100,000 services, and whether any fails.

Run it with `make search-limits`; it ends with 1 when a search fails or takes more than is allowed.
The time is that of the thread alone, so that a busy machine does not count. What is asked once a
generation, when it is opened, is told apart: no search of a citizen waits for it twice.
"""

import gc
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import heappop, heappush
from pathlib import Path
from random import Random

import click

from indices.fields import FORMAT_VERSION
from indices.port import MAX_PAGE, MAX_PAGE_SIZE, Facet, Order, Query
from indices.spanish import is_stop_word, tokens
from indices.whoosh_engine import WhooshIndex
from tests.bench import search_corpus as corpus
from tests.indices.hostile_texts import Hostile, Troublemaker, known_attacks

LIMIT_SECONDS = 0.05
SEED = 2_026
FREQUENT = 300
SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Timed:
    """What one search took, in seconds of its thread; `collecting` is Python's part in it.

    The collector goes through all that the process holds when its turn comes, whoever searches.
    """

    seconds: float
    collecting: float
    what: str
    hostile: Hostile
    error: str = ""


@click.command()
@click.option("--size", default=100_000, help="How many services.")
@click.option("--count", default=5_000, help="How many random texts.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where the built index may stay.")
def main(size: int, count: int, keep: Path | None) -> None:
    """Search for every text, print the slowest, and tell by the exit code whether all is well."""
    words = frequent_words(size)
    hostile = [*known_attacks(words), *Troublemaker(words, SEED).texts(count)]
    slowest, own, bad = Slowest(by=_whole), Slowest(by=_own), Bad()
    with tempfile.TemporaryDirectory() as folder:
        index = _built((keep or Path(folder)) / f"limits-{size}-{FORMAT_VERSION}", size)
        click.echo(f"{size:,} services; opened in {_seconds(lambda: _open(index)):.2f} s")
        for one in _timed(index, hostile):
            for heap in (slowest, own):
                heap.add(one)
            bad.add(one)
        click.echo(f"opened again after a commit in {_reopened(index, size):.2f} s")
    _tell("slowest", slowest.found())
    _tell("without the collector", own.found())
    _tell("failed", bad.failed[:SHOWN])
    click.echo(
        f"{bad.total:,} searches and suggestions: {len(bad.failed)} failed, "
        f"{len(bad.over)} over {LIMIT_SECONDS * 1_000:.0f} ms, "
        f"{sum(_own(one) > LIMIT_SECONDS for one in bad.over)} of them without the collector"
    )
    sys.exit(int(bool(bad.failed or bad.over)))


class Slowest:
    """The few searches that took longest: all of them would be more for the collector."""

    def __init__(self, by: Callable[[Timed], float]) -> None:
        self._by = by
        self._heap: list[tuple[float, int, Timed]] = []
        self._number = 0

    def add(self, one: Timed) -> None:
        """Keep it when it is slower than another kept."""
        self._number += 1
        heappush(self._heap, (self._by(one), self._number, one))
        if len(self._heap) > SHOWN:
            heappop(self._heap)

    def found(self) -> list[Timed]:
        """The slowest first."""
        return [one for _, _, one in sorted(self._heap, reverse=True)]


class Bad:
    """What failed, what took too long, and how many there were in all."""

    def __init__(self) -> None:
        self.total = 0
        self.failed: list[Timed] = []
        self.over: list[Timed] = []

    def add(self, one: Timed) -> None:
        """Count one search."""
        self.total += 1
        if one.error:
            self.failed.append(one)
        if one.seconds > LIMIT_SECONDS:
            self.over.append(one)


def _whole(one: Timed) -> float:
    return one.seconds


def _own(one: Timed) -> float:
    return one.seconds - one.collecting


def frequent_words(size: int) -> list[str]:
    """The words that most services of the catalogue have, the most frequent first."""
    counts: Counter[str] = Counter()
    for document in corpus.base_documents(size):
        found = {token for text in document.texts.values() for token in tokens(text)}
        counts.update({one.written for one in found if not is_stop_word(one.word)})
    return [word for word, _ in counts.most_common(FREQUENT)]


def _built(folder: Path, size: int) -> WhooshIndex:
    index = WhooshIndex(folder)
    if index.status().documents != size:
        click.echo(f"{size:,}: building", err=True)
        index.rebuild(corpus.documents(size), applied=1)
    return WhooshIndex(folder)


def _open(index: WhooshIndex) -> None:
    """Load the generation, and what is joined the first time that it is asked for.

    As `wsgi.py` does, what was made when the process began is kept from the collector.
    """
    gc.collect()
    gc.freeze()
    for order in Order:
        index.search(Query(order=order, facets=tuple(Facet)))


def _reopened(index: WhooshIndex, size: int) -> float:
    """The seconds of the first search after one service was put in again as it was."""
    same = next(corpus.documents(size))
    index.apply(upserts=[same], deletes=(), applied=index.status().applied + 1)
    return _seconds(lambda: index.search(Query(text="licencia ", facets=tuple(Facet))))


class Collector:
    """Adds up the seconds that Python takes to look for what nobody needs any more."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._begun = 0.0

    def __enter__(self) -> "Collector":
        gc.callbacks.append(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._note)

    def _note(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._begun = time.thread_time()
        else:
            self.seconds += time.thread_time() - self._begun


def _timed(index: WhooshIndex, hostile: Iterable[Hostile]) -> Iterator[Timed]:
    chance = Random(SEED)
    for one in hostile:
        yield _one("plain", one, lambda text: index.search(Query(text=text)))
        query = narrowed(one.text, chance)
        yield _one("narrowed", one, partial(_search, index, query))
        yield _one("suggested", one, index.suggest)


def _search(index: WhooshIndex, query: Query, _: str) -> object:
    return index.search(query)


def _one(what: str, hostile: Hostile, ask: Callable[[str], object]) -> Timed:
    error = ""
    with Collector() as collector:
        start = time.thread_time()
        try:
            ask(hostile.text)
        except Exception as found:
            error = repr(found)
        seconds = time.thread_time() - start
    return Timed(
        seconds=seconds, collecting=collector.seconds, what=what, hostile=hostile, error=error
    )


def narrowed(text: str, chance: Random) -> Query:
    """A search for a text with all that can be asked beside it."""
    facets = tuple(Facet)
    values = ("si", "no", "0", "01", "0101", "persona", text[:9])
    chosen = chance.sample(facets, chance.randint(0, 3))
    return Query(
        text=text,
        filters={facet: tuple(chance.sample(values, 3)) for facet in chosen},
        order=chance.choice(tuple(Order)),
        page=chance.choice((-1, 0, 1, 2, MAX_PAGE, 10**12)),
        page_size=chance.choice((-1, 10, MAX_PAGE_SIZE, 10**12)),
        facets=facets,
        is_exact=chance.random() < 0.2,
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _tell(title: str, found: Iterable[Timed]) -> None:
    for one in found:
        told = f"{one.hostile.kind}, {one.what}: {one.hostile.text[:60]!r} {one.error}"
        took = f"{one.seconds * 1_000:6.1f} ms, collector {one.collecting * 1_000:6.1f}"
        click.echo(f"{title} {took}  {told.rstrip()}")


if __name__ == "__main__":
    main()
