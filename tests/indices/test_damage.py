"""Any damage to any file of the index is noticed at once, never a wrong count or another error."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indices.manifest import Manifest, Pointer, digest_of
from indices.port import IndexUnavailable, Query
from indices.whoosh_engine import WhooshIndex
from tests.indices.contract import CATALOGUE
from tests.indices.shelf import documents, service


def flip(content: bytes, position: int) -> bytes:
    return content[:position] + bytes([content[position] ^ 0x04]) + content[position + 1 :]


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "flipped": lambda path: path.write_bytes(flip(path.read_bytes(), path.stat().st_size // 2)),
}
FILES = ("CURRENT", "*/manifest.json", "*/_MAIN_*.toc", "*/MAIN_*.seg", "*/knowledge.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = WhooshIndex(tmp_path / "index")
    index.rebuild(CATALOGUE, applied=7)
    index.apply(upserts=documents(service(8)), deletes=[], applied=8)
    return tmp_path / "index"


def newest(folder: Path, pattern: str) -> Path:
    return sorted(folder.glob(pattern))[-1]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", FILES)
def test_damage_is_noticed_when_opened(folder: Path, pattern: str, damage: str) -> None:
    DAMAGES[damage](newest(folder, pattern))
    index = WhooshIndex(folder)

    with pytest.raises(IndexUnavailable):
        index.search(Query(text="pasaporte"))
    assert not index.status().is_healthy


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", FILES)
def test_damage_is_noticed_while_serving(folder: Path, pattern: str, damage: str) -> None:
    index = WhooshIndex(folder)
    assert index.search(Query(text="pasaporte")).total == 3
    DAMAGES[damage](newest(folder, pattern))

    with pytest.raises(IndexUnavailable):
        index.search(Query(text="pasaporte"))
    with pytest.raises(IndexUnavailable):
        index.apply(upserts=documents(service(9)), deletes=[], applied=9)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", FILES)
def test_rebuild_cures_any_damage(folder: Path, pattern: str, damage: str) -> None:
    index = WhooshIndex(folder)
    index.search(Query())
    DAMAGES[damage](newest(folder, pattern))

    index.rebuild(CATALOGUE, applied=7)

    assert (index.search(Query(text="pasaporte")).total, index.status().documents) == (3, 7)


def test_index_goes_on_when_a_file_was_only_touched(folder: Path) -> None:
    index = WhooshIndex(folder)
    index.search(Query())
    newest(folder, "*/MAIN_*.seg").touch()

    assert index.search(Query()).total == 8


def resign(folder: Path, **changes: int) -> None:
    """Make the manifest agree with the files as they are now."""
    pointer = Pointer.decoded((folder / "CURRENT").read_bytes())
    path = folder / pointer.folder / "manifest.json"
    manifest = Manifest.decoded(path.read_bytes(), pointer.digest)
    files = {name: digest_of((path.parent / name).read_bytes()) for name in manifest.files}
    path.write_bytes(replace(manifest, files=files, **changes).encoded())
    signed = replace(pointer, digest=digest_of(path.read_bytes()))
    (folder / "CURRENT").write_bytes(signed.encoded())


@pytest.mark.parametrize("damage", ["emptied", "cut"])
@pytest.mark.parametrize("pattern", ["*/_MAIN_*.toc", "*/MAIN_*.seg", "*/knowledge.json"])
def test_what_whoosh_cannot_read_is_damage_even_when_the_digests_agree(
    folder: Path, pattern: str, damage: str
) -> None:
    DAMAGES[damage](newest(folder, pattern))
    resign(folder)

    with pytest.raises(IndexUnavailable):
        WhooshIndex(folder).search(Query())


def test_documents_other_than_counted_are_damage(folder: Path) -> None:
    resign(folder, documents=9)

    with pytest.raises(IndexUnavailable):
        WhooshIndex(folder).search(Query())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_flipped_byte_ever_gives_a_wrong_count(folder: Path, data: st.DataObject) -> None:
    path = newest(folder, data.draw(st.sampled_from(FILES)))
    whole = path.read_bytes()
    position = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(flip(whole, position))
    try:
        with pytest.raises(IndexUnavailable):
            WhooshIndex(folder).search(Query())
    finally:
        path.write_bytes(whole)

    assert WhooshIndex(folder).search(Query()).total == 8
