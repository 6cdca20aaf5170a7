"""What was seen before an audit was cut short is not asked again, nor is its time given back."""

import gzip
import re
import shutil
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from canse.domain.audit import Limit
from crawler.audit import Audited, Target, audit_portal
from crawler.order import Silence
from crawler.politeness import Politeness
from tests.crawler.auditing import MUNI, options, outcomes, read_json, without_run
from tests.crawler.small_site import Reply, SmallSite, page, serve
from tests.crawler.tree_site import tree

PAGES = 30
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Listener(Silence):
    """Remembers which portals were gone on with."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def resumed(self, url: str) -> None:
        """Remember it."""
        self.heard.append(url)


def members(archive: Path) -> list[bytes]:
    """The records of an archive, packed as they are, without the one that tells its end."""
    packed, rest = [], archive.read_bytes()
    while rest:
        unpacker = zlib.decompressobj(31)
        record = unpacker.decompress(rest)
        packed.append(rest[: len(rest) - len(unpacker.unused_data)])
        rest = unpacker.unused_data
    assert b"urn:uniportal:run" in record
    return packed[:-1]


def cut_short(audited: Audited, records: int, tail: bytes = b"") -> None:
    """Leave the run as if it had been killed after so many records."""
    archive = audited.path.with_name("pages.warc.gz")
    archive.write_bytes(b"".join(members(archive)[:records]) + tail)
    audited.path.unlink()


def audit_in_parts(
    site: SmallSite, folder: Path, records: int, **changes: Any
) -> tuple[Audited, Audited, list[str]]:
    """An undisturbed audit, the same cut short and gone on with, and what was asked again."""
    first = audit_portal(Target(url=site.url()), options(folder, **changes))
    whole = folder / "entera"
    shutil.copytree(first.path.parent, whole)
    cut_short(first, records)
    asked = len(site.asked)
    second = audit_portal(Target(url=site.url()), options(folder, **changes))
    undisturbed = Audited(report=first.report, path=whole / "report.json")
    return undisturbed, second, site.asked[asked:]


@pytest.mark.parametrize("records", [1, 2, 3, 4, 9, 33])
def test_only_what_was_not_seen_is_asked(tmp_path: Path, records: int) -> None:
    with serve(tree(PAGES)) as site:
        first, second, asked = audit_in_parts(site, tmp_path, records)

    everything = 3 + PAGES  # robots.txt, the probe, the sitemap and the pages
    assert second.report.coverage.pages_fetched == PAGES
    assert second.report.run.id == first.report.run.id
    assert second.report.run.started_at == first.report.run.started_at
    assert len(asked) >= everything - (records - 1)
    assert len(set(asked)) == len(asked)
    assert outcomes(second) == outcomes(first)


def test_archive_of_a_resumed_run_is_replayed_equal(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        _, second, _ = audit_in_parts(site, tmp_path, 5)
    archive = second.path.with_name("pages.warc.gz")

    replayed = audit_portal(Target(replay=archive), options(tmp_path / "otra"))

    assert without_run(read_json(replayed)) == without_run(read_json(second))
    assert read_json(second)["run"]["mode"] == "http"


def test_nothing_is_asked_when_only_the_report_is_missing(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        first = audit_portal(Target(url=site.url()), options(tmp_path))
        before, asked = read_json(first), len(site.asked)
        first.path.unlink()
        second = audit_portal(Target(url=site.url()), options(tmp_path))

    assert len(site.asked) == asked
    assert second.path == first.path
    assert without_run(read_json(second)) == without_run(before)


def test_resumption_is_told(tmp_path: Path) -> None:
    listener = Listener()
    with serve(MUNI) as site:
        first = audit_portal(Target(url=site.url()), options(tmp_path), listener)
        assert listener.heard == []
        cut_short(first, 3)
        audit_portal(Target(url=site.url()), options(tmp_path), listener)

    assert listener.heard == [site.url()]


def test_run_is_begun_anew_when_asked_to(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        first = audit_portal(Target(url=site.url()), options(tmp_path))
        cut_short(first, 5)
        second = audit_portal(Target(url=site.url()), options(tmp_path, fresh=True))

    assert second.report.run.id != first.report.run.id
    assert site.asked.count("/") == 2
    assert first.path.with_name("pages.warc.gz").exists()


def clock(begins: datetime, step: float) -> Callable[[], datetime]:
    """A clock that goes on by so many seconds each time somebody looks at it."""
    looks = count()
    return lambda: begins + timedelta(seconds=step * next(looks))


def test_time_already_spent_is_not_given_again(tmp_path: Path) -> None:
    spending = {"now": clock(NOON, 3), "monotonic": lambda: 0.0, "max_seconds": 60}
    ticks, fresh_ticks = count(), count()
    later = {"now": clock(NOON + timedelta(hours=1), 0), "max_seconds": 60}
    with serve(tree(PAGES)) as site:
        target = Target(url=site.url())
        cut_short(audit_portal(target, options(tmp_path, **spending)), 18)
        resumed = audit_portal(
            target, options(tmp_path, monotonic=lambda: float(next(ticks)), **later)
        )
        fresh = audit_portal(
            target, options(tmp_path / "b", monotonic=lambda: float(next(fresh_ticks)) / 4, **later)
        )

    assert resumed.report.coverage.limit is Limit.SECONDS
    assert 14 <= resumed.report.coverage.pages_fetched < PAGES
    assert fresh.report.coverage.limit is None


def test_pause_is_kept_after_the_last_answer_of_the_killed_run(tmp_path: Path) -> None:
    now, slept = [0.0], []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    with serve(tree(PAGES)) as site:
        cut_short(audit_portal(Target(url=site.url()), options(tmp_path)), 9)
        manners = Politeness(monotonic=lambda: now[0], sleep=sleep)
        asked = len(site.asked)
        audit_portal(
            Target(url=site.url()), options(tmp_path, politeness=manners, monotonic=lambda: now[0])
        )

    assert len(slept) == len(site.asked) - asked
    assert slept[0] >= 2.0


@pytest.mark.parametrize(("more", "rests"), [(1, 1), (4, 0)])
def test_rest_that_a_portal_asked_for_is_kept_unless_it_was(
    tmp_path: Path, more: int, rests: int
) -> None:
    now, slept = [0.0], []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pages = tree(PAGES)
    busy = Reply(status=429, headers=(("Retry-After", "1"),))
    pages["/p/1"] = lambda times: busy if times == 0 else page("Página 1", "/p/3", "/p/4")
    with serve(pages) as site:
        first = audit_portal(Target(url=site.url()), options(tmp_path))
        archive = first.path.with_name("pages.warc.gz")
        packed = members(archive)
        packed = [_ask_for(one, b"Retry-After: 1", b"Retry-After: 600") for one in packed]
        busy_at = next(n for n, one in enumerate(packed) if b" 429 " in gzip.decompress(one))
        archive.write_bytes(b"".join(packed[: busy_at + more]))
        first.path.unlink()
        manners = Politeness(spares_loopback=True, monotonic=lambda: now[0], sleep=sleep)
        audit_portal(
            Target(url=site.url()), options(tmp_path, politeness=manners, monotonic=lambda: now[0])
        )

    assert len([seconds for seconds in slept if seconds > 100]) == rests


def _ask_for(packed: bytes, old: bytes, new: bytes) -> bytes:
    """A record with other words of the same meaning, its length told anew."""
    record = gzip.decompress(packed)
    if old not in record:
        return packed
    head, _, block = record.partition(b"\r\n\r\n")
    body = block[:-4].replace(old, new)
    head = re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % len(body), head)
    return gzip.compress(head + b"\r\n\r\n" + body + b"\r\n\r\n")
