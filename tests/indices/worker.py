"""A second process for the tests of the index: python -m tests.indices.worker TASK FOLDER."""

import resource
import sys
from pathlib import Path

from canse.domain.publication import PublicationState
from indices.follow import follow
from indices.port import IndexUnavailable, Query
from indices.rebuild import rebuild
from indices.whoosh_engine import WhooshIndex
from tests.indices.shelf import Shelf, documents, service

SERVICES = 600


def long_shelf() -> Shelf:
    """A shelf whose change n is about service n, published when n is odd."""
    states = (PublicationState.SUSPENDED, PublicationState.PUBLISHED)
    shelf = Shelf()
    shelf.put(*(service(n, f"Servicio {n}", state=states[n % 2]) for n in range(1, SERVICES + 1)))
    return shelf


def published_among(changes: int) -> int:
    """How many services the index must hold once so many changes are applied."""
    return (changes + 1) // 2


def follow_slowly(folder: Path) -> None:
    """Apply the log in many small commits."""
    shelf, index = long_shelf(), WhooshIndex(folder)
    _say("ready")
    follow(index, shelf, limit=2)
    _say("done")


def rebuild_for_ever(folder: Path) -> None:
    """Rebuild again and again, until killed."""
    shelf, index = long_shelf(), WhooshIndex(folder)
    _say("ready")
    while True:
        rebuild(index, shelf)


def watch(folder: Path) -> None:
    """For each line read, say how many services the index finds."""
    index = WhooshIndex(folder)
    for _ in sys.stdin:
        _say(str(index.search(Query()).total))


def write_on_a_full_disk(folder: Path) -> None:
    """Try to apply where no file may grow beyond 2 kB."""
    index = WhooshIndex(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
    many = documents(*(service(n) for n in range(100, 400)))
    try:
        index.apply(upserts=many, deletes=[], applied=50)
    except IndexUnavailable as error:
        _say(str(error))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


TASKS = {task.__name__: task for task in (follow_slowly, rebuild_for_ever, watch)}
TASKS[write_on_a_full_disk.__name__] = write_on_a_full_disk

if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]))
