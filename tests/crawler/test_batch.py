"""Many portals in one order: a few at a time, and gone on with when they were stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.batch import Batch, Ended
from crawler.commands import audit
from crawler.order import Options, Silence, Target
from tests.crawler.auditing import options
from tests.crawler.small_site import Pages, Reply, SmallSite, page, serve
from tests.crawler.tree_site import tree

PAGES = 195
PROGRAM = "from uniportal.commands import main; main()"
SMALL: Pages = {"/": page("Inicio", "/a"), "/a": page("A")}
LARGE: Pages = {**tree(60), "/robots.txt": Reply(status=404)}


@contextmanager
def sites(*portals: Pages) -> Iterator[list[SmallSite]]:
    with ExitStack() as stack:
        yield [stack.enter_context(serve(pages)) for pages in portals]


def run(served: Sequence[SmallSite], out: Path, *words: str) -> Result:
    addresses = [site.url() for site in served]
    return CliRunner().invoke(audit, [*addresses, "--allow-private", "--out", str(out), *words])


def batch(served: Sequence[SmallSite], out: Path, **changes: Any) -> list[Ended]:
    asked: Options = replace(options(out), **changes)
    targets = [Target(url=site.url()) for site in served]
    return Batch(targets=targets, options=asked, progress=Silence()).run()


def journals(out: Path) -> list[Path]:
    return sorted(out.glob(".batch-*"))


def test_table_tells_each_portal_in_the_order_given(tmp_path: Path) -> None:
    with sites(SMALL, {"/": Reply(status=500)}, LARGE) as served:
        result = run(served, tmp_path, "--max-pages", "30")

    titles, *rows = result.stdout.splitlines()
    assert result.exit_code == 3
    assert titles.split()[:5] == ["Portal", "Etapa", "Declarada", "Servicios", "Páginas"]
    assert ["completa" in row for row in rows] == [True, False, False]
    assert "no evaluable" in rows[1]
    assert "hasta el máximo de páginas" in rows[2]
    assert len({row.index("127.0.0.1_") for row in rows[::2]}) == 1


def test_no_journal_is_left_when_the_batch_came_to_its_end(tmp_path: Path) -> None:
    with sites(SMALL, SMALL) as served:
        run(served, tmp_path)
        run(served, tmp_path)

    assert journals(tmp_path) == []
    assert [site.asked.count("/a") for site in served] == [2, 2]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_so_many_portals_are_audited_at_once_as_asked_for(tmp_path: Path, number: int) -> None:
    at_once: list[int] = []

    class Watcher(Silence):
        running = 0

        def started(self, url: str, max_pages: int) -> None:
            Watcher.running += 1
            at_once.append(Watcher.running)

        def finished(self, url: str, report: object) -> None:
            Watcher.running -= 1

    with sites(SMALL, SMALL, SMALL, SMALL) as served:
        targets = [Target(url=site.url()) for site in served]
        order = Batch(
            targets=targets, options=options(tmp_path), progress=Watcher(), at_once=number
        )
        ended = order.run()

    assert max(at_once) == number
    assert all(one.result is not None for one in ended)


def test_one_connection_is_open_to_each_portal_whatever_is_audited_at_once(
    tmp_path: Path,
) -> None:
    with sites(LARGE, LARGE, LARGE) as served:
        run(served, tmp_path, "--at-once", "3")

    assert {site.most_at_once for site in served} == {1}


def start(served: Sequence[SmallSite], out: Path) -> "subprocess.Popen[str]":
    """The command in a group of processes of its own, as a terminal starts it."""
    words = ["audit", *(site.url() for site in served), "--allow-private", "--out", str(out)]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_until_one_is_done(out: Path) -> None:
    for _ in range(6000):
        if any('"report"' in journal.read_text() for journal in journals(out)):
            return
        time.sleep(0.01)
    raise AssertionError("no portal was done")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_batch_stopped_by_a_signal_goes_on_with_the_same_order(
    tmp_path: Path, number: signal.Signals
) -> None:
    slow: Pages = {**tree(PAGES), "/robots.txt": Reply(status=404)}
    with sites(SMALL, slow, slow) as served:
        process = start(served, tmp_path)
        wait_until_one_is_done(tmp_path)
        os.killpg(process.pid, number)
        table, complaints = process.communicate()
        stopped_at = [len(site.asked) for site in served]
        second = start(served, tmp_path)
        said, _ = second.communicate()

    assert process.returncode == 3
    assert "Auditoría detenida; la misma orden la retoma." in complaints
    assert "Traceback" not in complaints
    assert "completa" in table.splitlines()[1]
    assert "detenida" in table.splitlines()[3]
    assert second.returncode == 0
    assert [row.count("completa") for row in said.splitlines()[1:]] == [1, 1, 1]
    assert len(served[0].asked) == stopped_at[0]
    reports = [json.loads(path.read_text()) for path in tmp_path.rglob("report.json")]
    assert sorted(one["coverage"]["pages_fetched"] for one in reports) == [2, PAGES, PAGES]
    assert all("parse_failed" not in json.dumps(one["pages"]) for one in reports)
    assert all(len(site.asked) - len(set(site.asked)) <= 1 for site in served)


def test_portals_done_before_a_kill_are_not_asked_again(
    tmp_path: Path,
) -> None:
    done: list[Path] = []

    def die(target: Target, result: Any) -> None:
        if done:
            raise RuntimeError("as a kill would")
        done.append(result.path)

    with sites(SMALL, SMALL) as served:
        targets = [Target(url=site.url()) for site in served]
        order = Batch(
            targets=targets,
            options=options(tmp_path),
            progress=Silence(),
            at_once=1,
            after=die,
        )
        with pytest.raises(RuntimeError):
            order.run()
        left = journals(tmp_path / "informes")
        asked = len(served[0].asked)
        ended = batch(served, tmp_path)

    assert len(left) == 1
    assert len(served[0].asked) == asked
    assert next(one.result.path for one in ended if one.result) == done[0]
    assert journals(tmp_path / "informes") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"fresh": True},
        {"max_pages": 7},
        {"now": lambda: options(Path()).now() + timedelta(hours=25)},
    ],
    ids=["fresh", "other choices", "a day later"],
)
def test_portals_are_asked_again_when_it_is_another_order(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    def die(target: Target, result: Any) -> None:
        if target.url == served[1].url():
            raise RuntimeError("as a kill would")

    with sites(SMALL, SMALL) as served:
        targets = [Target(url=site.url()) for site in served]
        order = Batch(
            targets=targets, options=options(tmp_path), progress=Silence(), at_once=1, after=die
        )
        with pytest.raises(RuntimeError):
            order.run()
        batch(served, tmp_path, **changes)

    assert served[0].asked.count("/a") == 2
