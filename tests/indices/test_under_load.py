"""Many threads and processes search while a writer commits or rebuilds: every answer is right."""

import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from indices.generations import Generations
from indices.manifest import Pointer
from indices.memory_engine import MemoryIndex
from indices.port import Facet, IndexUnavailable, Query
from indices.whoosh_corpus import WhooshCorpus
from indices.whoosh_engine import WhooshIndex
from tests.indices.load_catalogue import (
    asked,
    begin,
    commit,
    half_typed,
    other_services,
    said,
    suggested,
)
from tests.indices.shelf import documents, service
from tests.indices.test_damage import DAMAGES, FILES, newest

REPOSITORY = Path(__file__).resolve().parents[2]
THREADS = 8
PROCESSES = 4
OVERHANG_SECONDS = 0.3

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@contextmanager
def worker(task: str, folder: Path, count: int = 1) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.indices.load_worker", task, str(folder), str(count)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def nudge(*processes: subprocess.Popen[str]) -> None:
    """Let them begin, or end."""
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()


def report_of(process: subprocess.Popen[str]) -> Any:
    return json.loads(process.stdout.readline())


@dataclass
class Seen:
    """What all who searched saw."""

    searches: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    pages: set[tuple[int, int, int, str]] = field(default_factory=set)
    suggestions: set[tuple[int, int, int, int, str]] = field(default_factory=set)

    def add(self, report: Any) -> None:
        self.searches += report["searches"]
        self.errors.update(report["errors"])
        self.pages.update(map(tuple, report["pages"]))
        self.suggestions.update(map(tuple, report["suggestions"]))


class Reference:
    """What each generation must answer, found alone and in order by an engine of another make."""

    def __init__(self, seen: Seen, commits: int) -> None:
        self._seen = seen
        self._index = MemoryIndex()
        self._commits = commits
        self._open = set(seen.suggestions)

    def wrong(self) -> list[object]:
        """The answers that are not right."""
        begin(self._index)
        pages: dict[int, list[tuple[int, int, str]]] = {}
        for generation, kind, number, digest in self._seen.pages:
            pages.setdefault(generation, []).append((kind, number, digest))
        wrong: list[object] = []
        for generation in range(self._commits + 1):
            if generation:
                commit(generation).write_to(self._index)
            for kind, number, digest in pages.pop(generation, ()):
                if said(self._index.search(asked(kind, number))) != digest:
                    wrong.append((generation, asked(kind, number)))
            self._settle_suggestions(generation)
        return [*wrong, *pages, *self._open]

    def _settle_suggestions(self, generation: int) -> None:
        """Cross out what was suggested if this generation, where it may come from, says so."""
        possible = [one for one in self._open if one[0] <= generation <= one[1]]
        for one in possible:
            _, _, kind, number, digest = one
            if suggested(self._index.suggest(half_typed(kind, number))) == digest:
                self._open.discard(one)


def test_every_answer_is_that_of_its_generation_while_a_writer_commits(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    seconds = request.config.getoption("--load-seconds")
    begin(WhooshIndex(tmp_path))

    seen, written = searched_while_written(tmp_path, seconds)
    wrong = Reference(seen, written["commits"]).wrong()

    checked = len(seen.pages) + len(seen.suggestions)
    sys.stdout.write(
        f"\n{seen.searches:,} searches in {seconds} s, {written['commits']:,} commits, "
        f"{seen.errors.total()} errors, {len(wrong)} wrong ({checked:,} different answers)\n"
    )
    assert (dict(seen.errors), wrong[:5]) == ({}, [])
    assert written["generation"] == written["commits"]
    assert len({generation for generation, *_ in seen.pages}) > written["commits"] / 2


def searched_while_written(folder: Path, seconds: int) -> tuple[Seen, Any]:
    """One process of many threads, and many of one, search over a folder while another writes."""
    seen = Seen()
    with ExitStack() as stack:
        writer = stack.enter_context(worker("write", folder))
        counts = (THREADS, *[1] * PROCESSES)
        searchers = [stack.enter_context(worker("search", folder, count)) for count in counts]
        nudge(*searchers, writer)
        time.sleep(seconds)
        nudge(writer)
        written = report_of(writer)
        nudge(*searchers)
        for searcher in searchers:
            seen.add(report_of(searcher))
    return seen, written


class Watching:
    """Threads that search one index and note of each answer whether it is wholly of one kind."""

    def __init__(self, index: WhooshIndex) -> None:
        self.answers: list[list[str]] = [[] for _ in range(THREADS)]
        self.errors: list[str] = []
        self._index = index
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._watch, args=(one,)) for one in self.answers]

    def __enter__(self) -> "Watching":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _watch(self, answers: list[str]) -> None:
        # The page differs each time, so that few answers are remembered ones.
        while not self._is_over.is_set():
            query = Query(text="servicio ", page=1 + len(answers) % 5, facets=(Facet.CATEGORY,))
            try:
                page = self._index.search(query)
            except IndexUnavailable as error:
                self.errors.append(str(error))
                continue
            words = {hit.fields["name"].rsplit(maxsplit=1)[-1] for hit in page.hits}
            counted = [f"{one.value} {one.count}" for one in page.facets[Facet.CATEGORY]]
            told = [page.generation, page.total, *sorted(words), *counted, page.is_degraded]
            answers.append(" ".join(map(str, told)))


def test_every_answer_is_wholly_old_or_wholly_new_while_all_is_rebuilt(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    services = request.config.getoption("--load-services")
    index = WhooshIndex(tmp_path)
    old = index.rebuild(other_services("vieja", 300), applied=1)
    index.search(Query())

    with worker("rebuild", tmp_path, services) as builder, Watching(index) as watching:
        nudge(builder)
        report = report_of(builder)
        time.sleep(OVERHANG_SECONDS)
        index.search(Query())

    expected = [
        f"{old} 300 vieja vieja 300 False",
        f"{report['generation']} {services} nueva nueva {services} False",
    ]
    searches = sum(map(len, watching.answers))
    sys.stdout.write(
        f"\n{services:,} services rebuilt in {report['seconds']} s, {searches:,} searches "
        f"meanwhile, {len(watching.errors)} errors\n"
    )
    assert watching.errors == []
    for answers in watching.answers:
        assert list(dict.fromkeys(answers)) == expected
        assert answers == sorted(answers, key=expected.index)


@pytest.mark.parametrize("damage", ["deleted", "cut"])
@pytest.mark.parametrize("pattern", FILES)
def test_no_thread_is_told_wrong_when_a_file_is_damaged_under_it(
    tmp_path: Path, pattern: str, damage: str
) -> None:
    index = WhooshIndex(tmp_path)
    old = index.rebuild(other_services("vieja", 60), applied=1)

    with Watching(index) as watching:
        wait_until(lambda: all(watching.answers))
        DAMAGES[damage](newest(tmp_path, pattern))
        wait_until(lambda: len(watching.errors) > THREADS)
        new = index.rebuild(other_services("nueva", 50), applied=2)
        wait_until(lambda: all(answers[-1].startswith(new) for answers in watching.answers))

    expected = [f"{old} 60 vieja vieja 60 False", f"{new} 50 nueva nueva 50 False"]
    for answers in watching.answers:
        assert list(dict.fromkeys(answers)) == expected


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for it; the time limit of the test is the end of all patience."""
    while not is_so():
        time.sleep(0.01)


def test_a_thread_that_comes_late_gets_the_words_of_its_own_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, reader = WhooshIndex(tmp_path), WhooshIndex(tmp_path)
    writer.rebuild(documents(service(1, "Zapatería municipal"), service(2)), applied=1)
    pointer = Generations(tmp_path).pointer()
    reader.search(Query())
    writer.apply(upserts=[], deletes=[1], applied=2)
    reader.search(Query())
    # Another thread had read the pointer before that commit, and is only now let go on.
    monkeypatch.setattr(Generations, "pointer", lambda _: pointer)

    assert reader.search(Query(text="zapa")).total == 1


class OvertakenReader(WhooshIndex):
    """Its reader has looked where the index stands, and goes on only when a writer has begun."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, look_seconds=60.0)
        self.reader = threading.Thread(target=self.search, args=(Query(),))
        self.has_looked, self.may_go_on = threading.Event(), threading.Event()

    def _opened(self, pointer: Pointer) -> WhooshCorpus:
        corpus = super()._opened(pointer)
        if threading.current_thread() is self.reader:
            self.has_looked.set()
            self.may_go_on.wait()
        return corpus

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with super()._writing():
            self.may_go_on.set()
            self.reader.join()
            yield


def test_commit_follows_that_of_another_when_a_reader_is_overtaken(tmp_path: Path) -> None:
    index, other = OvertakenReader(tmp_path), WhooshIndex(tmp_path)
    other.rebuild([], applied=0)
    index.reader.start()
    index.has_looked.wait()

    other.apply(upserts=documents(service(1)), deletes=[], applied=1)
    index.apply(upserts=documents(service(2)), deletes=[], applied=2)

    assert WhooshIndex(tmp_path).status().documents == 2
