"""How fast our index finds, beside plain Whoosh, SQLite FTS5 and tantivy over the same catalogue.

All engines are asked the same queries by turns in one process: what counts is the ratio, not the
milliseconds. Run it with `make bench-search`; it ends with 1 when a ratio asked is missed.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from zlib import crc32

import click

from indices.fields import FORMAT_VERSION
from tests.bench import search_corpus as corpus
from tests.bench.peers_face import Peer
from tests.bench.peers_fts5 import Fts5, StemmedFts5
from tests.bench.peers_ours import OurIndex
from tests.bench.peers_tantivy import Tantivy
from tests.bench.peers_whoosh import PlainWhoosh
from tests.bench.search_asked import Verdict, verdicts
from tests.bench.search_chart import chart
from tests.bench.search_measure import Figures, measure
from tests.bench.search_queries import Seen, rounds_of_batches
from tests.bench.search_report import (
    Built,
    built_table,
    ratios_table,
    times_table,
    verdicts_table,
    written,
)

BATCH = 10
MEGABYTE = 1_000_000
DOCUMENT = corpus.ROOT / "docs" / "search-speed.md"
PICTURE = corpus.ROOT / "docs" / "pictures" / "search-speed.svg"
ENGINES: dict[str, Callable[[Path], Peer]] = {
    OurIndex.name: OurIndex,
    Tantivy.name: Tantivy,
    Fts5.name: Fts5,
    StemmedFts5.name: StemmedFts5,
    PlainWhoosh.name: PlainWhoosh,
}

OWN_ANALYSIS = (Fts5.name, PlainWhoosh.name)
"""What these hold does not change with our analysis."""


@click.command()
@click.option("--sizes", default="1000,10000,100000", help="Numbers of services, by commas.")
@click.option("--rounds", default=5, help="How many times all engines are asked by turns.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where built indexes may stay.")
@click.option("--write", is_flag=True, help="Put the figures into the documents.")
def main(sizes: str, rounds: int, keep: Path | None, *, write: bool) -> None:
    """Measure every size, print tables, and tell by the exit code whether all is as asked."""
    judged: list[Verdict] = []
    sections: list[str] = []
    figures = Figures(0)
    for size in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            built = dict(_laid_out(size, keep or work / "built", work))
            figures = _measured(size, rounds, work)
        judged += verdicts(figures)
        sections.append(_section(figures, built))
        click.echo(f"\n{sections[-1]}")
    if write:
        written(DOCUMENT, "\n\n".join(sections))
        PICTURE.write_text(chart(figures, list(ENGINES), _drawn(figures)), "utf-8")
    sys.exit(int(not all(one.is_kept for one in judged)))


def _laid_out(size: int, keep: Path, work: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """Build what is not kept yet, and copy it to where it may be changed.

    Yields for each engine the seconds of the building, zero where it was kept, and megabytes.
    """
    catalogue = f"{size}-{_fingerprint(size):08x}"
    for name, engine in ENGINES.items():
        held = keep / (catalogue if name in OWN_ANALYSIS else f"{catalogue}-{FORMAT_VERSION}")
        folder, done = held / name, held / f"{name}.built"
        start = time.perf_counter()
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            _tell(size, f"building {name}")
            with closing(engine(folder)) as peer:
                peer.build(corpus.documents(size))
            done.write_text(f"{time.perf_counter() - start:.3f}", "utf-8")
        shutil.copytree(folder, work / name)
        total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        yield name, (float(done.read_text("utf-8")), total / MEGABYTE)


def _fingerprint(size: int) -> int:
    """A number by which another catalogue of the same size is told apart."""
    last = list(corpus.base_documents(size))
    return crc32(repr([one.texts for one in last]).encode())


def _measured(size: int, rounds: int, work: Path) -> Figures:
    peers = [engine(work / name) for name, engine in ENGINES.items()]
    asked = rounds_of_batches(corpus.base_documents(size), rounds, BATCH)
    with ExitStack() as stack:
        for peer in peers:
            stack.callback(peer.close)
        return measure(size, peers, asked, partial(corpus.changed, size), partial(_tell, size))


def _tell(size: int, what: str) -> None:
    click.echo(f"{size:,}: {what}", err=True)


def _section(figures: Figures, built: Built) -> str:
    """All tables of one size."""
    ours, *others = ENGINES
    asked = verdicts(figures)
    tables = [
        f"## {figures.size:,} services",
        times_table(figures, list(ENGINES)),
        ratios_table(figures, ours, others),
        *([verdicts_table(asked)] if asked else []),
        built_table(built),
    ]
    return "\n\n".join(tables)


def _drawn(figures: Figures) -> list[str]:
    """The rows of the picture: those of texts asked before."""
    return [row for row in figures.rows if not row.endswith((Seen.WORDS, Seen.NEVER))]


if __name__ == "__main__":
    main()
