"""A process that searches or writes for the tests under load.

    python -m tests.indices.load_worker search FOLDER THREADS
    python -m tests.indices.load_worker write FOLDER
    python -m tests.indices.load_worker rebuild FOLDER SERVICES

It says "ready", begins with the first line of its input, ends with the next, and then says what it
did as one line of JSON.
"""

import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from indices.whoosh_engine import WhooshIndex
from tests.indices.load_catalogue import (
    HALF_TYPED,
    KINDS,
    asked,
    commit,
    half_typed,
    other_services,
    said,
    suggested,
)

PAUSE_SECONDS = 0.1
LOOK_SECONDS = 0.05
SHARE_OF_SUGGESTIONS = 0.15
POLITENESS = 10
"""Whoever searches lets the writer go first: it has to keep its pace on a machine of few cores."""


class Searcher:
    """Searches in many threads over one index; each different answer is kept once."""

    def __init__(self, folder: Path, look_seconds: float) -> None:
        self._index = WhooshIndex(folder, look_seconds=look_seconds)
        self._noting = threading.Lock()
        self._searches = 0
        self._pages: set[tuple[int, int, int, str]] = set()
        self._suggestions: set[tuple[int, int, int, int, str]] = set()
        self._errors: Counter[str] = Counter()
        self._latest = 0

    def work(self, is_over: threading.Event, seed: int) -> None:
        """Search until it is over; an error is noted and the search goes on."""
        chance, begun = Random(seed), 0
        while not is_over.is_set():
            try:
                begun = self._one(chance, begun)
            except Exception as error:
                with self._noting:
                    self._errors[f"{error!r} from {error.__cause__!r}"] += 1

    def _one(self, chance: Random, begun: int) -> int:
        """One search; returns the generation of its answer, or of the one before."""
        number = max(1, self._latest + chance.randrange(-2, 2))
        if chance.random() < SHARE_OF_SUGGESTIONS:
            self._suggest(chance.randrange(HALF_TYPED), number)
            return begun
        kind = chance.randrange(KINDS)
        page = self._index.search(asked(kind, number))
        generation = generation_number(page.generation)
        with self._noting:
            self._searches += 1
            self._latest = max(self._latest, generation)
            self._pages.add((generation, kind, number, said(page)))
            if generation < begun:
                self._errors["an older generation after a newer one"] += 1
        return generation

    def _suggest(self, kind: int, number: int) -> None:
        """Suggestions do not say where they come from: it lies between two looks at the index."""
        before = generation_number(self._index.status().generation)
        found = self._index.suggest(half_typed(kind, number))
        after = generation_number(self._index.status().generation)
        with self._noting:
            self._searches += 1
            self._suggestions.add((before, after, kind, number, suggested(found)))

    def report(self) -> dict[str, object]:
        """What was done and seen."""
        return {
            "searches": self._searches,
            "errors": self._errors,
            "pages": sorted(self._pages),
            "suggestions": sorted(self._suggestions),
        }


def generation_number(name: str) -> int:
    """The commit that made a generation: 0 is what was built at first."""
    return int(name.split("-", maxsplit=1)[0].removeprefix("g")) - 1


def search(folder: Path, threads: int) -> dict[str, object]:
    """Search in so many threads; a lone one looks for commits as seldom as the site does."""
    os.nice(POLITENESS)
    searcher = Searcher(folder, LOOK_SECONDS if threads == 1 else 0.0)
    is_over = threading.Event()
    pool = [
        threading.Thread(target=searcher.work, args=(is_over, os.getpid() * 100 + place))
        for place in range(threads)
    ]
    _wait_for_a_line()
    for thread in pool:
        thread.start()
    sys.stdin.readline()
    is_over.set()
    for thread in pool:
        thread.join()
    return searcher.report()


def write(folder: Path, _: int) -> dict[str, object]:
    """Commit ten times a second."""
    index, is_over, number = WhooshIndex(folder), threading.Event(), 0
    _wait_for_a_line()
    threading.Thread(target=_end_with_a_line, args=(is_over,), daemon=True).start()
    due = time.monotonic()
    while not is_over.is_set():
        number += 1
        commit(number).write_to(index)
        due += PAUSE_SECONDS
        is_over.wait(max(0.0, due - time.monotonic()))
    return {"commits": number, "generation": generation_number(index.status().generation)}


def rebuild(folder: Path, services: int) -> dict[str, object]:
    """Build a generation of other services."""
    index = WhooshIndex(folder)
    _wait_for_a_line()
    start = time.monotonic()
    generation = index.rebuild(other_services("nueva", services), applied=2)
    return {"generation": generation, "seconds": round(time.monotonic() - start, 1)}


def _wait_for_a_line() -> None:
    _say("ready")
    sys.stdin.readline()


def _end_with_a_line(is_over: threading.Event) -> None:
    sys.stdin.readline()
    is_over.set()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


TASKS: dict[str, Callable[[Path, int], dict[str, object]]] = {
    task.__name__: task for task in (search, write, rebuild)
}

if __name__ == "__main__":
    name, place, *count = sys.argv[1:]
    _say(json.dumps(TASKS[name](Path(place), int(count[0]) if count else 1)))
