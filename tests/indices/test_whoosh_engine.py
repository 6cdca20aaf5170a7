"""The engine on disk keeps the contract, under threads and with little of its own to trust."""

import shutil
import stat
import threading
from pathlib import Path

import pytest

from indices.generations import WRITE_LOCK, Generations, Snapshot
from indices.manifest import Pointer
from indices.port import IndexUnavailable, Query, SearchIndex
from indices.whoosh_engine import WhooshIndex
from tests.indices.contract import CATALOGUE, SearchContract
from tests.indices.shelf import documents, service


class TestWhooshIndex(SearchContract):
    @pytest.fixture
    def empty(self, tmp_path: Path) -> SearchIndex:
        index = WhooshIndex(tmp_path / "index")
        index.rebuild([], applied=0)
        return index


@pytest.fixture
def index(tmp_path: Path) -> WhooshIndex:
    made = WhooshIndex(tmp_path / "index", wait_seconds=5.0)
    made.rebuild(CATALOGUE, applied=7)
    return made


def folders(index_folder: Path) -> list[str]:
    return sorted(path.name for path in index_folder.iterdir() if path.is_dir())


def test_index_is_unavailable_when_never_built(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path / "index")

    with pytest.raises(IndexUnavailable):
        index.search(Query(text="pasaporte"))
    with pytest.raises(IndexUnavailable):
        index.apply(upserts=[], deletes=[], applied=1)
    assert not index.status().is_healthy
    assert index.status().problem


def test_folder_is_private_when_made(index: WhooshIndex, tmp_path: Path) -> None:
    root = tmp_path / "index"
    made = [root, *(path for path in root.iterdir() if path.is_dir())]

    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o700}


def test_only_the_generation_before_is_kept(index: WhooshIndex, tmp_path: Path) -> None:
    for number in range(8, 12):
        index.apply(upserts=documents(service(number)), deletes=[], applied=number)
    index.rebuild(CATALOGUE, applied=20)

    assert folders(tmp_path / "index") == ["g000005", "g000006"]


def test_leftovers_of_a_killed_writer_are_removed_by_the_next(
    index: WhooshIndex, tmp_path: Path
) -> None:
    litter = tmp_path / "index" / "g000077"
    litter.mkdir()
    (litter / "MAIN_x.seg").write_bytes(b"half")

    index.apply(upserts=documents(service(8)), deletes=[], applied=8)

    assert folders(tmp_path / "index") == ["g000001", "g000002"]


def test_another_index_object_sees_commits_and_switches(index: WhooshIndex, tmp_path: Path) -> None:
    other = WhooshIndex(tmp_path / "index")
    before = other.search(Query()).total
    index.apply(upserts=documents(service(8)), deletes=[], applied=8)
    after_commit = other.search(Query()).total
    index.rebuild(CATALOGUE[:2], applied=9)

    assert (before, after_commit, other.search(Query()).total) == (7, 8, 2)


def test_same_folder_name_is_not_taken_for_the_same_index_when_all_was_deleted(
    index: WhooshIndex, tmp_path: Path
) -> None:
    reader = WhooshIndex(tmp_path / "index")
    reader.search(Query())
    shutil.rmtree(tmp_path / "index")
    index.rebuild(CATALOGUE[:3], applied=3)

    assert folders(tmp_path / "index") == ["g000001"]
    assert reader.search(Query()).total == 3


def test_search_tries_again_when_its_generation_is_swept_away(
    index: WhooshIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, read = WhooshIndex(tmp_path / "index"), Generations.read
    sweeps = iter([CATALOGUE[:2], CATALOGUE[:3]])

    def late(generations: Generations, pointer: Pointer, known: Snapshot | None = None) -> Snapshot:
        for documents_of_sweep in sweeps:
            index.rebuild(documents_of_sweep, applied=9)
        return read(generations, pointer, known)

    monkeypatch.setattr(Generations, "read", late)

    assert reader.search(Query()).total == 3


def test_apply_is_refused_when_another_writer_holds_the_lock(
    index: WhooshIndex, tmp_path: Path
) -> None:
    hasty = WhooshIndex(tmp_path / "index", wait_seconds=0.05)

    with (
        Generations(tmp_path / "index").locked(WRITE_LOCK, wait_seconds=0),
        pytest.raises(IndexUnavailable),
    ):
        hasty.apply(upserts=documents(service(8)), deletes=[], applied=8)

    hasty.apply(upserts=documents(service(8)), deletes=[], applied=8)
    assert hasty.status().documents == 8


def test_index_of_another_format_is_unavailable(
    index: WhooshIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indices.manifest.FORMAT_VERSION", 10_000)
    reader = WhooshIndex(tmp_path / "index")

    assert reader.status().problem == "El índice es de otra versión del programa."


def test_unwritable_folder_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("no es una carpeta")

    with pytest.raises(IndexUnavailable):
        WhooshIndex(tmp_path / "index").rebuild(CATALOGUE, applied=1)


def test_pointer_that_cannot_be_read_is_damage_and_rebuilt_over(
    index: WhooshIndex, tmp_path: Path
) -> None:
    (tmp_path / "index" / "CURRENT").write_bytes(b"\xff\n")
    problem = index.status().problem

    index.rebuild(CATALOGUE, applied=8)

    assert problem == "El índice está dañado: un archivo falta o cambió."
    assert index.search(Query()).total == 7
    assert folders(tmp_path / "index") == ["g000002"]


def test_apply_copies_where_the_disk_has_no_hard_links(
    index: WhooshIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no hay enlaces")

    monkeypatch.setattr("os.link", refuse)

    index.apply(upserts=documents(service(8)), deletes=[], applied=8)

    assert WhooshIndex(tmp_path / "index").search(Query()).total == 8


def test_threads_read_right_while_commits_happen(index: WhooshIndex) -> None:
    wrong: list[object] = []
    is_over = threading.Event()

    def read() -> None:
        last = 0
        while not is_over.is_set():
            try:
                page = index.search(Query(text="pasaporte"))
            except Exception as error:
                wrong.append(error)
                return
            if page.total < last or len(page.hits) != min(page.total, 10):
                wrong.append(page)
            last = page.total

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(20, 35):
        index.apply(
            upserts=documents(service(number, f"Pasaporte {number}")), deletes=[], applied=number
        )
    is_over.set()
    for reader in readers:
        reader.join()

    assert wrong == []
    assert index.search(Query(text="pasaporte")).total == 3 + 15


def test_two_threads_may_write_at_once(index: WhooshIndex) -> None:
    def write(first: int) -> None:
        for number in range(first, first + 5):
            index.apply(upserts=documents(service(number)), deletes=[], applied=number)

    writers = [threading.Thread(target=write, args=(first,)) for first in (100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert index.status().documents == 7 + 10
