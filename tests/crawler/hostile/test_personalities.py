"""Portals of bad will, all in one run: each ends in its time and word, and harms nobody else."""

import json
import os
import ssl
import subprocess
import sys
import threading
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


def audit_all(folder: Path) -> Outcome:
    """Audit the healthy portal alone, then among all the others."""
    faults, root = contexts(folder)
    everybody = {f"{one.name}.example": one.answers for one in PERSONALITIES}
    everybody[f"{HEALTHY_NAME}.example"] = HEALTHY
    with serve_portals(everybody, faults) as portals:
        names = [one.name for one in PERSONALITIES]
        names.insert(len(names) // 2, HEALTHY_NAME)
        tls = {one.name: one.tls for one in PERSONALITIES}
        urls = {name: url_of(name, tls.get(name, ""), portals) for name in names}
        healthy = {HEALTHY_NAME: urls[HEALTHY_NAME]}
        alone, _ = run(healthy, portals, folder / "sola", root)
        together, memory = run(urls, portals, folder / "todas", root)
        lasted = json.loads((together / "times.json").read_text())
        return Outcome(
            reports=read_reports(together, urls),
            seconds={name: lasted[url] for name, url in urls.items()},
            memory=memory,
            manners=portals.manners,
            alone=read_reports(alone, healthy)[HEALTHY_NAME],
        )


def test_there_are_forty_of_them_at_least() -> None:
    assert len({one.name for one in PERSONALITIES}) == len(PERSONALITIES) >= 40


def test_each_ends_in_its_time_and_word_and_harms_nobody(tmp_path: Path) -> None:
    """One test, for it is one run: processes that share out the tests would each run it anew."""
    outcome = audit_all(tmp_path)
    manners = outcome.manners

    assert {one.name: found for one in PERSONALITIES if (found := faults_of(outcome, one))} == {}
    assert {name: took for name, took in outcome.seconds.items() if took > MOST_SECONDS} == {}
    assert 0 < outcome.memory <= MOST_MEMORY
    assert manners.knocks == []
    assert manners.methods == {"GET"}
    assert {host: most for host, most in manners.most_at_once.items() if most > 1} == {}
    assert {host: gap for host, gap in gaps(manners).items() if gap < PAUSE} == {}
    check_healthy(outcome)


def faults_of(outcome: Outcome, one: Personality) -> list[str]:
    """What is not as it should be with the audit of one portal."""
    report = outcome.reports.get(one.name)
    if report is None:
        return ["sin informe"]
    coverage, asked = report["coverage"], outcome.manners.asked[f"{one.name}.example"]
    home = next(page for page in report["pages"] if page["url"] == report["portal"]["url"])
    faults = [f"never: {path}" for path in asked if one.never and path.startswith(one.never)]
    if home["outcome"] != one.outcome:
        faults.append(f"outcome: {home['outcome']}")
    if one.says not in " ".join(coverage["reasons"]):
        faults.append(f"says: {coverage['reasons']}")
    if one.skips and not coverage["skipped"].get(one.skips):
        faults.append(f"skips: {coverage['skipped']}")
    if len(asked) > 3 * MAX_PAGES + ASKED_BESIDE_PAGES:
        faults.append(f"asked: {len(asked)}")
    return faults


def gaps(manners: Manners) -> dict[str, float]:
    """The mean seconds from one question to the next, for each host asked often enough."""
    found = {
        host: (moments[-1] - moments[0]) / (len(moments) - 1)
        for host, moments in manners.moments.items()
        if len(moments) > 2 and host != f"{HEALTHY_NAME}.example"  # asked in two runs
    }
    assert len(found) > 20
    return found


def check_healthy(outcome: Outcome) -> None:
    """The healthy portal is judged among the others as it is alone."""
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
