"""Portals of bad will, all in one run: each ends in its time and word, and harms nobody else."""

import json
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.crawler import certificates
from tests.crawler.certificates import make_authority, server_context
from tests.crawler.hostile.auditor import MAX_PAGES, PAUSE
from tests.crawler.hostile.healthy import HEALTHY
from tests.crawler.hostile.personalities import PERSONALITIES, Personality
from tests.crawler.hostile.personality_server import Manners, Portals, serve_portals

ROOT = Path(__file__).parents[3]
HEALTHY_NAME = "sana"
MOST_SECONDS = 20.0
MOST_MEMORY = 300 * 2**20
RUN_SECONDS = 240
# What the crawler asks for of its own accord: robots, sitemap, contact of security, the lost page.
ASKED_BESIDE_PAGES = 60

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(2 * RUN_SECONDS),
    pytest.mark.skipif(
        certificates.OPENSSL is None,
        reason="hace falta el programa openssl para hacer certificados",
    ),
]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the run of all portals left: reports and seconds by name, memory, the server's tale."""

    reports: dict[str, dict[str, Any]]
    seconds: dict[str, float]
    memory: int
    manners: Manners
    alone: dict[str, Any]


def contexts(folder: Path) -> tuple[dict[str, ssl.SSLContext], Path]:
    """Four ways of doing TLS badly, and the root that the crawler trusts."""
    authority = make_authority(folder)

    def chain(name: str, host: str, days: int = 30) -> Path:
        leaf = authority.leaf(name, names=f"DNS:{host}.example", days=days)
        return authority.chain(leaf, authority.middle)

    old = ssl.TLSVersion.TLSv1
    return {
        "vencido": server_context(chain("vencido", "vencido", -1)),
        "autofirmado": server_context(certificates.self_signed(folder)),
        "otro": server_context(chain("otro", "ajeno")),
        "viejo": server_context(chain("viejo", "tls-viejo"), lowest=old, highest=old),
    }, authority.root.certificate


def url_of(name: str, tls: str, portals: Portals) -> str:
    scheme, port = ("https", portals.tls[tls]) if tls else ("http", portals.http)
    return f"{scheme}://{name}.example:{port}/"


def run(urls: dict[str, str], portals: Portals, folder: Path, root: Path) -> tuple[Path, int]:
    """Audit these portals in a process of its own; where the reports are, and the most memory."""
    folder.mkdir()
    order = folder / "order.json"
    order.write_text(
        json.dumps({"urls": [*urls.values()], "trusted": portals.sockets, "out": str(folder)})
    )
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.crawler.hostile.auditor", str(order)],
        cwd=ROOT,
        env={**os.environ, "SSL_CERT_FILE": str(root)},
    )
    most, ended = [0], threading.Event()

    def measure() -> None:
        while not ended.wait(0.05):
            most[0] = max(most[0], memory_of(child.pid))

    thread = threading.Thread(target=measure)
    thread.start()
    try:
        assert child.wait(RUN_SECONDS) == 0
    finally:
        child.kill()
        ended.set()
        thread.join()
    return folder, most[0]


def memory_of(root: int) -> int:
    """The memory of a process and all below it, in bytes."""
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
            sizes[int(entry.name)] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return sum(size for pid, size in sizes.items() if _is_below(pid, root, parents))


def _is_below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid > 1 and pid != root:
        pid = parents.get(pid, 0)
    return pid == root


def read_reports(folder: Path, urls: dict[str, str]) -> dict[str, dict[str, Any]]:
    found = {}
    for path in folder.glob("*/*/report.json"):
        report = json.loads(path.read_text(encoding="utf-8"))
        found[report["portal"]["url"]] = report
    return {name: found[url] for name, url in urls.items() if url in found}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    folder = tmp_path_factory.mktemp("personalidades")
    faults, root = contexts(folder)
    everybody = {f"{one.name}.example": one.answers for one in PERSONALITIES}
    everybody[f"{HEALTHY_NAME}.example"] = HEALTHY
    with serve_portals(everybody, faults) as portals:
        urls = {one.name: url_of(one.name, one.tls, portals) for one in PERSONALITIES}
        healthy = {HEALTHY_NAME: url_of(HEALTHY_NAME, "", portals)}
        alone, _ = run(healthy, portals, folder / "sola", root)
        half = len(urls) // 2
        names = [*[*urls][:half], HEALTHY_NAME, *[*urls][half:]]
        urls = {name: (urls | healthy)[name] for name in names}
        together, memory = run(urls, portals, folder / "todas", root)
        lasted = json.loads((together / "times.json").read_text())
        yield Outcome(
            reports=read_reports(together, urls),
            seconds={name: lasted[url] for name, url in urls.items()},
            memory=memory,
            manners=portals.manners,
            alone=read_reports(alone, healthy)[HEALTHY_NAME],
        )


def home_of(report: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in report["pages"] if one["url"] == report["portal"]["url"])


def test_there_are_forty_of_them_at_least() -> None:
    assert len({one.name for one in PERSONALITIES}) == len(PERSONALITIES) >= 40


@pytest.mark.parametrize("one", PERSONALITIES, ids=lambda one: one.name)
def test_portal_ends_in_its_time_and_word(outcome: Outcome, one: Personality) -> None:
    report = outcome.reports[one.name]
    coverage = report["coverage"]
    asked = outcome.manners.asked[f"{one.name}.example"]

    assert outcome.seconds[one.name] <= MOST_SECONDS
    assert home_of(report)["outcome"] == one.outcome
    assert one.says in " ".join(coverage["reasons"])
    assert not one.skips or coverage["skipped"][one.skips] > 0
    assert not [path for path in asked if path.startswith(one.never)] or not one.never
    assert len(asked) <= 3 * MAX_PAGES + ASKED_BESIDE_PAGES


def test_healthy_portal_has_the_same_report_as_alone(outcome: Outcome) -> None:
    report = outcome.reports[HEALTHY_NAME]

    assert report["coverage"]["evaluable"]
    assert {service["stage_confirmed"] for service in report["services"]} == {1, 2, 3}
    assert timeless(report) == timeless(outcome.alone)


def timeless(report: dict[str, Any]) -> Any:
    """A report without the moments that differ from run to run."""
    kept = {name: value for name, value in report.items() if name != "run"}
    return json.loads(
        json.dumps(kept),
        object_hook=lambda found: {k: v for k, v in found.items() if k != "fetched_at"},
    )


def test_nobody_knocks_where_nobody_may(outcome: Outcome) -> None:
    assert outcome.manners.knocks == []


def test_memory_stays_bounded_whatever_a_portal_does(outcome: Outcome) -> None:
    assert 0 < outcome.memory <= MOST_MEMORY


def test_each_portal_is_asked_one_thing_at_a_time_with_pauses(outcome: Outcome) -> None:
    manners = outcome.manners
    gaps = {
        host: (moments[-1] - moments[0]) / (len(moments) - 1)
        for host, moments in manners.moments.items()
        if len(moments) > 2 and host != f"{HEALTHY_NAME}.example"
    }

    assert len(gaps) > 20
    assert {host for host, most in manners.most_at_once.items() if most > 1} == set()
    assert {host: gap for host, gap in gaps.items() if gap < PAUSE} == {}


def test_nothing_is_ever_sent(outcome: Outcome) -> None:
    assert outcome.manners.methods == {"GET"}
