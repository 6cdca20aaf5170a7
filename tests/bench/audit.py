"""How many pages a second the auditor examines, beside a plain loop over the same files.

Both loops run by turns on one core in the same process: what counts is the ratio, not the seconds.
The plain loop makes a tree of each page and collects its links; the auditor reads the page whole
and judges its portal. Run it with `make bench-audit`; it ends with 1 under FLOOR.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from bs4 import BeautifulSoup
from warcio.archiveiterator import ArchiveIterator

from crawler.encoding import decode
from crawler.judge import judge
from crawler.parse import parse_page
from crawler.parsing_child import PAGES_A_COLLECTION
from crawler.sample_answers import load_site
from crawler.sample_portals import SAMPLE_PORTALS
from crawler.visit import Outcome, Visit

FLOOR = 0.60
ROUNDS = 5
PAGES_A_PORTAL = 40
REAL_PORTALS = Path(__file__).resolve().parents[2].parent / "shared" / "portals" / "sites"
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Portal:
    """The pages of one portal: address and text."""

    url: str
    pages: tuple[tuple[str, str], ...]


def main() -> int:
    """Measure, print one line a round and the middle ratio, and say whether it is enough."""
    portals = tuple(real_portals()) or tuple(sample_portals())
    count = sum(len(portal.pages) for portal in portals)
    click.echo(f"{len(portals)} portals, {count} pages, one core")
    seconds(examine, portals[:1])  # Lists of words are compiled when they are first looked up.
    ratios = []
    for number in range(1, ROUNDS + 1):
        plain, ours = seconds(plain_loop, portals), seconds(examine, portals)
        ratios.append(plain / ours)
        click.echo(
            f"round {number}: plain {count / plain:.0f} pages/s, "
            f"auditor {count / ours:.0f} pages/s, ratio {plain / ours:.2f}"
        )
    middle = statistics.median(ratios)
    click.echo(f"ratio {middle:.2f} (asked: {FLOOR:.2f} or more)")
    return int(middle < FLOOR)


def seconds(work: Callable[[Portal], object], portals: tuple[Portal, ...]) -> float:
    """The processor time of one kind of work over all portals."""
    # What lies about from before must not be looked through again in the middle of a measurement.
    gc.collect()
    gc.freeze()
    start = time.process_time()
    for portal in portals:
        work(portal)
    return time.process_time() - start


def plain_loop(portal: Portal) -> int:
    """What anybody would write: a tree, and the links of it."""
    links = 0
    for _, text in portal.pages:
        links += len([a["href"] for a in BeautifulSoup(text, "lxml").find_all("a", href=True)])
    return links


def examine(portal: Portal) -> int:
    """What the auditor does: read every page, judge the portal by all of them.

    As in its own processes, garbage is looked for between pages and not in the middle of one.
    """
    gc.disable()
    visits = []
    for number, (url, text) in enumerate(portal.pages):
        visits.append(_visit(url, text, number))
        if number % PAGES_A_COLLECTION == PAGES_A_COLLECTION - 1:
            gc.collect(0)
    services = judge(visits, portal_url=portal.url).services
    gc.enable()
    return len(services)


def real_portals() -> Iterator[Portal]:
    """The first pages of each archived portal, where the archives are there."""
    for path in sorted(REAL_PORTALS.glob("*.warc.gz")):
        pages = tuple(_archived(path))
        if pages:
            yield Portal(pages[0][0], pages)


def sample_portals() -> Iterator[Portal]:
    """The pages of the invented portals."""
    for sample in SAMPLE_PORTALS:
        site = load_site(sample.path)
        pages = tuple(
            (f"{sample.address}{path.lstrip('/')}", body.decode("utf-8", "replace"))
            for path, body in sorted(site.files.items())
            if path.endswith(".html")
        )
        yield Portal(sample.address, pages)


def _archived(path: Path) -> Iterator[tuple[str, str]]:
    found = 0
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            body = record.content_stream().read() if record.rec_type == "response" else b""
            if b"<html" in body[:1000].lower() and found < PAGES_A_PORTAL:
                found += 1
                yield record.rec_headers.get_header("WARC-Target-URI"), decode(body, "").text


def _visit(url: str, text: str, number: int) -> Visit:
    return Visit(
        url=url,
        final_url=url,
        status=200,
        outcome=Outcome.OK,
        content_type="text/html",
        encoding="utf-8",
        size=len(text),
        sha256="0" * 64,
        fetched_at=NOON,
        depth=min(number, 3),
        found_on="",
        page=parse_page(text, url=url),
    )


if __name__ == "__main__":
    sys.exit(main())
