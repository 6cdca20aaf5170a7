"""A damaged index answers from the catalogue and heals by itself, once."""

from pathlib import Path

import pytest

from indices.generations import MEND_LOCK, Generations
from indices.port import Facet, IndexUnavailable, Query
from indices.rebuild import rebuild
from indices.resilient import RETRY_SECONDS, ResilientIndex
from indices.whoosh_engine import WhooshIndex
from tests.indices.shelf import Shelf, documents, service

LONG = 30.0


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf() -> Shelf:
    made = Shelf(pairs=(("libreta", "pasaporte"),))
    made.put(service(1, "Pasaporte"), service(2, "Cita de pasaporte"), service(3, "Licencia"))
    return made


@pytest.fixture
def folder(tmp_path: Path, shelf: Shelf) -> Path:
    rebuild(WhooshIndex(tmp_path), shelf)
    return tmp_path


@pytest.fixture
def index(folder: Path, shelf: Shelf, clock: Clock) -> ResilientIndex:
    return ResilientIndex(WhooshIndex(folder), shelf, clock)


def damage(folder: Path) -> None:
    for path in folder.glob("*/MAIN_*.seg"):
        path.write_bytes(b"")


def test_search_is_the_index_s_own_while_it_is_whole(index: ResilientIndex) -> None:
    page = index.search(Query(text="pasaporte"))

    assert (page.total, page.is_degraded) == (2, False)
    assert index.wait_until_mended(0)


def test_damage_is_answered_from_the_catalogue_and_healed(
    index: ResilientIndex, folder: Path
) -> None:
    index.search(Query())
    damage(folder)

    during = index.search(Query(text="libreta", facets=(Facet.FREE,)))
    assert index.wait_until_mended(LONG)
    after = index.search(Query(text="libreta", facets=(Facet.FREE,)))

    assert (during.total, during.is_degraded) == (2, True)
    assert (after.total, after.is_degraded) == (2, False)
    assert after.facets == during.facets
    assert index.status().is_healthy


def test_damage_is_healed_a_second_time(index: ResilientIndex, folder: Path) -> None:
    for _ in range(2):
        damage(folder)
        assert index.search(Query()).is_degraded
        assert index.wait_until_mended(LONG)

    assert not index.search(Query()).is_degraded


def test_missing_index_is_built(tmp_path: Path, shelf: Shelf) -> None:
    index = ResilientIndex(WhooshIndex(tmp_path / "index"), shelf)

    page = index.search(Query(text="licencia"))
    assert index.wait_until_mended(LONG)

    assert (page.total, page.is_degraded) == (1, True)
    assert not index.search(Query()).is_degraded


def test_two_that_find_the_damage_mend_it_once(folder: Path, shelf: Shelf) -> None:
    both = [ResilientIndex(WhooshIndex(folder), shelf) for _ in range(2)]
    damage(folder)

    for index in both:
        index.search(Query())
    for index in both:
        assert index.wait_until_mended(LONG)

    assert not any(index.search(Query()).is_degraded for index in both)
    assert both[0].status().generation.startswith("g000002-")


def test_search_sees_new_changes_while_the_index_cannot_be_mended(
    index: ResilientIndex, folder: Path, shelf: Shelf
) -> None:
    with Generations(folder).locked(MEND_LOCK, wait_seconds=0):
        damage(folder)
        before = index.search(Query()).total
        assert index.wait_until_mended(LONG)
        shelf.put(service(4))
        after = index.search(Query()).total

    assert (before, after) == (3, 4)


def test_mending_that_failed_is_tried_again_only_after_a_pause(
    index: ResilientIndex, folder: Path, clock: Clock
) -> None:
    with Generations(folder).locked(MEND_LOCK, wait_seconds=0):
        damage(folder)
        index.search(Query())
        assert index.wait_until_mended(LONG)
    index.search(Query())
    assert index.wait_until_mended(LONG)
    at_once = index.status().is_healthy
    clock.now += RETRY_SECONDS

    index.search(Query())
    assert index.wait_until_mended(LONG)

    assert (at_once, index.status().is_healthy) == (False, True)


def test_search_is_unavailable_when_the_catalogue_fails_too(
    index: ResilientIndex, folder: Path, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    damage(folder)
    shelf.is_closed = True

    with pytest.raises(IndexUnavailable):
        index.search(Query())
    assert index.wait_until_mended(LONG)

    failed = [record for record in caplog.records if record.message == "index_mending_failed"]
    assert [record.exc_info for record in failed] == [None]


def test_search_goes_on_with_what_it_has_when_the_catalogue_fails_later(
    index: ResilientIndex, folder: Path, shelf: Shelf
) -> None:
    with Generations(folder).locked(MEND_LOCK, wait_seconds=0):
        damage(folder)
        index.search(Query())
        assert index.wait_until_mended(LONG)
    shelf.is_closed = True

    page = index.search(Query())

    assert (page.total, page.is_degraded) == (3, True)


def test_writing_goes_to_the_index_itself(index: ResilientIndex, folder: Path) -> None:
    index.apply(upserts=documents(service(9)), deletes=[1], applied=11)
    applied = WhooshIndex(folder).status()
    index.rebuild(documents(service(9)), applied=12)

    assert (applied.documents, applied.applied) == (3, 11)
    assert WhooshIndex(folder).status().documents == 1
