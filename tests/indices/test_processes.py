"""The index between processes: what one writes the other sees, and a kill leaves nothing half."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indices.follow import follow
from indices.port import Query
from indices.whoosh_engine import WhooshIndex
from tests.indices.contract import CATALOGUE
from tests.indices.shelf import documents, service
from tests.indices.worker import SERVICES, long_shelf, published_among

KILLS = 10
REPOSITORY = Path(__file__).resolve().parents[2]


@contextmanager
def worker(task: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.indices.worker", task, str(folder)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().rstrip("\n")


def ask(process: subprocess.Popen[str]) -> str:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    return line_of(process)


def test_another_process_sees_commits_and_switches(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild(CATALOGUE, applied=7)

    with worker("watch", tmp_path) as process:
        first = ask(process)
        index.apply(upserts=documents(service(8)), deletes=[], applied=8)
        second = ask(process)
        index.rebuild(CATALOGUE[:2], applied=9)
        third = ask(process)

    assert (first, second, third) == ("7", "8", "2")


def test_follow_is_right_after_being_killed_again_and_again(tmp_path: Path) -> None:
    index, shelf, chance = WhooshIndex(tmp_path), long_shelf(), random.Random(5)
    index.rebuild([], applied=0)

    for _ in range(KILLS):
        with worker("follow_slowly", tmp_path) as process:
            assert line_of(process) == "ready"
            time.sleep(chance.uniform(0.02, 0.12))
        status = index.status()
        assert status.is_healthy
        assert status.documents == published_among(status.applied)
    follow(index, shelf)

    assert index.status().documents == published_among(SERVICES)
    assert index.search(Query(text="servicio")).total == published_among(SERVICES)
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) <= 2


def test_rebuild_is_right_after_being_killed_again_and_again(tmp_path: Path) -> None:
    index, chance = WhooshIndex(tmp_path), random.Random(6)
    index.rebuild(CATALOGUE, applied=7)
    allowed = {7, published_among(SERVICES)}

    for _ in range(KILLS):
        with worker("rebuild_for_ever", tmp_path) as process:
            assert line_of(process) == "ready"
            time.sleep(chance.uniform(0.02, 0.4))
        assert index.status().is_healthy
        assert index.search(Query()).total in allowed
    index.rebuild(CATALOGUE, applied=7)

    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 2


def test_full_disk_leaves_the_last_commit(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild(CATALOGUE, applied=7)

    with worker("write_on_a_full_disk", tmp_path) as process:
        said = line_of(process)

    assert said == "No se pudo escribir el índice en el disco."
    assert (index.status().documents, index.status().applied) == (7, 7)
    index.apply(upserts=documents(service(8)), deletes=[], applied=8)
    assert index.status().documents == 8
