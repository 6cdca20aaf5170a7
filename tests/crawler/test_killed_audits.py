"""An audit that is killed again and again ends as if nobody had touched it."""

import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.audit import Target, audit_portal
from tests.crawler.auditing import options, without_run
from tests.crawler.small_site import Pages, Reply, SmallSite, serve
from tests.crawler.tree_site import tree

PAGES = 400
SEED = 20261130
LONGEST_WAIT_SECONDS = 0.03  # between the question at which the audit is killed and its death
PROGRAM = "from uniportal.commands import main; main()"


class Kills:
    """The moments, by how many questions the portal was asked, at which the audit is killed."""

    def __init__(self, kills: int) -> None:
        self._random = random.Random(SEED)
        self.moments = sorted(self._random.sample(range(1, PAGES), kills))

    def wait(self) -> None:
        """Until some point between asking, receiving, writing and reading."""
        time.sleep(self._random.uniform(0, LONGEST_WAIT_SECONDS))


def start(url: str, out: Path) -> subprocess.Popen[str]:
    words = ["audit", url, "--allow-private", "--out", str(out), "--max-pages", "1000"]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_and_kill(site: SmallSite, out: Path, kills: Kills) -> tuple[int, str]:
    """Give the same order until it ends; how often it was killed, and what it said in the end."""
    killed = 0
    for moment in [*kills.moments, None]:
        process = start(site.url(), out)
        while moment is not None and process.poll() is None and len(site.asked) < moment:
            time.sleep(0.001)
        if moment is not None and process.poll() is None:
            kills.wait()
            process.kill()
        said, complaints = process.communicate()
        killed += process.returncode < 0
        assert process.returncode in (0, -9), complaints
        if process.returncode == 0:
            return killed, said
    raise AssertionError("the audit did not end")


def reports(folder: Path) -> list[Path]:
    return sorted(folder.rglob("report.json"))


def read(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def without_moments(report: dict[str, Any]) -> dict[str, Any]:
    """The report without its run and without the moment at which each page was read."""
    text = json.dumps(without_run(report))
    found = json.loads(re.sub(r'"fetched_at": "[^"]*"', '"fetched_at": ""', text))
    assert isinstance(found, dict)
    return found


def tell(config: pytest.Config, line: str) -> None:
    """Say the figures on the terminal, where there is one."""
    reporter = config.pluginmanager.getplugin("terminalreporter")
    if reporter is not None:
        reporter.write_line(line)


def portal() -> Pages:
    return {**tree(PAGES), "/robots.txt": Reply(status=404)}


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_killed_audit_ends_like_an_undisturbed_one(
    tmp_path: Path,
    pytestconfig: pytest.Config,
    record_property: Callable[[str, object], None],
) -> None:
    kills = Kills(pytestconfig.getoption("kills"))
    with serve(portal()) as site:
        killed, _ = run_and_kill(site, tmp_path / "a", kills)
        asked = Counter(site.asked)
        undisturbed = audit_portal(Target(url=site.url()), options(tmp_path / "b", max_pages=1000))
    (path,) = reports(tmp_path / "a")
    report = read(path)
    replayed = audit_portal(Target(replay=path.parent / "pages.warc.gz"), options(tmp_path / "c"))

    visited = Counter(page["url"] for page in report["pages"])
    twice = sum(asked.values()) - len(asked)
    record_property("kills", killed)
    record_property("asked_twice", twice)
    tell(pytestconfig, f"{killed} kills, {len(visited)} addresses, {twice} asked twice")
    assert killed == len(kills.moments)
    assert report["coverage"]["pages_fetched"] == PAGES
    assert set(visited.values()) == {1}
    assert twice <= min(killed, PAGES * 0.05)
    assert without_moments(report) == without_moments(read(undisturbed.path))
    assert without_run(report) == without_run(read(replayed.path))
    assert report["run"]["mode"] == "http"
