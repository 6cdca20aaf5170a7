"""The index follows the catalogue by its change log, and is rebuilt when it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canse.domain.errors import CatalogueUnavailable
from canse.domain.publication import PublicationState
from canse.domain.service import ServiceSheet
from indices.follow import FollowResult, follow
from indices.memory_engine import MemoryIndex
from indices.port import Query, SearchIndex
from indices.rebuild import rebuild
from indices.whoosh_engine import WhooshIndex
from tests.indices.shelf import Shelf, service

SUSPENDED = PublicationState.SUSPENDED


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> SearchIndex:
    made: dict[str, Callable[[], SearchIndex]] = {
        "memory": MemoryIndex,
        "whoosh": lambda: WhooshIndex(tmp_path / "index"),
    }
    return made[request.param]()


@pytest.fixture
def shelf(index: SearchIndex) -> Shelf:
    made = Shelf(pairs=(("cédula", "DPI"),))
    made.put(service(1, "DPI"), service(2, "Pasaporte"), service(3, "Borrador", state=SUSPENDED))
    rebuild(index, made)
    return made


def test_rebuild_holds_the_published_only(index: SearchIndex, shelf: Shelf) -> None:
    assert (index.status().documents, index.status().applied) == (2, 3)
    assert index.search(Query(text="cedula")).total == 1


def test_rebuild_notes_the_change_number_read_before_the_sheets(index: SearchIndex) -> None:
    class BusyShelf(Shelf):
        def published_sheets(self):  # type: ignore[no-untyped-def]
            self.put(service(9, "Nuevo durante la lectura"))
            return super().published_sheets()

    busy = BusyShelf()
    busy.put(service(1))

    rebuild(index, busy)
    missed = index.status().applied
    follow(index, busy)

    assert missed == 1
    assert index.search(Query(text="nuevo")).total == 1


def test_follow_does_nothing_when_nothing_changed(index: SearchIndex, shelf: Shelf) -> None:
    generation = index.status().generation

    done = follow(index, shelf)

    assert done == FollowResult(changes=0, upserted=0, deleted=0, applied=3)
    assert index.status().generation == generation


def test_follow_puts_in_what_is_published_and_takes_out_the_rest(
    index: SearchIndex, shelf: Shelf
) -> None:
    shelf.put(service(1, "Cédula nueva"), service(2, "Pasaporte", state=SUSPENDED))
    shelf.put(service(3, "Publicado"), service(4, "Otro"), service(4, "Otro mejor"))
    shelf.remove(4)

    done = follow(index, shelf)

    assert done == FollowResult(changes=6, upserted=2, deleted=2, applied=9)
    assert {hit.slug for hit in index.search(Query()).hits} == {"servicio-1", "servicio-3"}


def test_follow_goes_on_in_commits_of_a_limit(index: SearchIndex, shelf: Shelf) -> None:
    shelf.put(*(service(n) for n in range(10, 31)))

    done = follow(index, shelf, limit=4)

    assert (done.changes, done.upserted, done.applied) == (21, 21, 24)
    assert index.status().documents == 23


def test_follow_brings_new_synonyms_with_the_changes(index: SearchIndex, shelf: Shelf) -> None:
    shelf.pairs = (("libreta", "pasaporte"),)
    shelf.put(service(5))

    follow(index, shelf)

    assert index.search(Query(text="libreta")).total == 1


def test_follow_rebuilds_when_the_log_is_shorter_than_what_is_applied(
    index: SearchIndex, shelf: Shelf
) -> None:
    other = Shelf()
    other.put(service(77, "Otro catálogo"))

    done = follow(index, other)

    assert done == FollowResult(changes=0, upserted=1, deleted=0, applied=1, was_rebuilt=True)
    assert [hit.slug for hit in index.search(Query()).hits] == ["servicio-77"]


def test_follow_builds_an_index_that_does_not_exist(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.put(service(1))
    index = WhooshIndex(tmp_path)

    assert follow(index, shelf).was_rebuilt
    assert index.status().documents == 1


def test_follow_leaves_the_index_as_it_was_when_the_catalogue_fails(
    index: SearchIndex, shelf: Shelf
) -> None:
    class FailingShelf(Shelf):
        def sheets(self, ids):  # type: ignore[no-untyped-def]
            raise CatalogueUnavailable("No responde.")

    failing = FailingShelf(held=dict[int, ServiceSheet](shelf.held), log=list(shelf.log))
    failing.put(service(8))

    with pytest.raises(CatalogueUnavailable):
        follow(index, failing)

    assert (index.status().documents, index.status().applied) == (2, 3)
