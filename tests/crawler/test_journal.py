"""A run that was cut short is found, and only the right one, and only its whole records."""

import fcntl
import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.archive import ArchiveWriter, RunFacts
from crawler.exchange import Exchange
from crawler.journal import Interrupted, find_interrupted, whole_length
from crawler.replay import open_journal

AT = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
URL = "http://muni.example/"
FACTS = RunFacts(
    run_id="20261130T120000Z-ab12cd",
    started_at=AT,
    portal_url=URL,
    institution=None,
    max_pages=7,
    max_seconds=9.5,
    user_agent="UniportalBot/1.0",
    tool_version="0.1.0",
)


def answer(second: int, url: str = URL) -> Exchange:
    at = AT + timedelta(seconds=second)
    return Exchange(url=url, fetched_at=at, status=200, reason="OK", body=b"hola " * 40_000)


def begin(portal: Path, facts: RunFacts = FACTS, answers: int = 2) -> Path:
    """A run that was killed after so many answers; the path of its archive."""
    folder = portal / facts.run_id
    folder.mkdir(parents=True)
    with ArchiveWriter.begin(folder / "pages.warc.gz", facts) as writer:
        for number in range(answers):
            writer.write(answer(number * 3, f"{URL}{number}"))
    return folder / "pages.warc.gz"


def find(portal: Path, facts: RunFacts = FACTS, after: timedelta = timedelta(hours=1)) -> str:
    """The identity of the run that is found; empty when there is none."""
    found = find_interrupted(portal, facts, AT + after)
    if found is None:
        return ""
    found.file.close()
    return found.run_id


def test_run_is_found_with_what_it_was_and_spent(tmp_path: Path) -> None:
    begin(tmp_path)

    found = find_interrupted(tmp_path, FACTS, AT + timedelta(hours=1))

    assert isinstance(found, Interrupted)
    with found.file:
        assert (found.run_id, found.started_at) == (FACTS.run_id, AT)
        assert found.archive.left == 2
        assert found.archive.hosts == {"muni.example"}


@pytest.mark.parametrize("cut", [1, 7, 100])
def test_archive_is_cut_back_to_its_last_whole_record(tmp_path: Path, cut: int) -> None:
    path = begin(tmp_path, answers=1)
    whole = path.stat().st_size
    with ArchiveWriter(path.open("ab")) as writer:
        writer.write(answer(9))
    path.write_bytes(path.read_bytes()[:-cut])

    found = find_interrupted(tmp_path, FACTS, AT)

    assert found is not None
    with found.file:
        assert path.stat().st_size == found.file.tell() == whole


def test_run_goes_on_in_the_same_archive(tmp_path: Path) -> None:
    path = begin(tmp_path, answers=1)
    path.write_bytes(path.read_bytes() + b"\x1f\x8b medio registro")
    found = find_interrupted(tmp_path, FACTS, AT)
    assert found is not None

    with ArchiveWriter.go_on(found.file, AT + timedelta(hours=5)) as writer:
        writer.write(answer(5 * 3600 + 4))

    archive = open_journal(path)
    assert archive is not None
    assert archive.left == 2
    assert archive.info["run"] == FACTS.run_id


def test_time_between_death_and_resumption_is_not_spent(tmp_path: Path) -> None:
    path = begin(tmp_path, replace(FACTS, started_at=AT))
    with ArchiveWriter.go_on(path.open("ab"), AT + timedelta(hours=5)) as writer:
        writer.write(answer(5 * 3600 + 4))

    archive = open_journal(path)

    assert archive is not None
    assert archive.spent.seconds == pytest.approx(3 + 4)


@pytest.mark.parametrize(
    "other",
    [
        {"max_pages": 8},
        {"max_seconds": 10.0},
        {"portal_url": "http://muni.example/otra/"},
        {"institution": "muni"},
        {"user_agent": "UniportalBot/1.0 (+otra)"},
        {"tool_version": "0.2.0"},
        {"aliases": ("otra.example",)},
        {"has_browser": True},
    ],
)
def test_run_with_other_choices_is_left_alone(tmp_path: Path, other: dict[str, object]) -> None:
    before = begin(tmp_path).read_bytes()

    assert find(tmp_path, replace(FACTS, **other)) == ""  # type: ignore[arg-type]
    assert (tmp_path / FACTS.run_id / "pages.warc.gz").read_bytes() == before


@pytest.mark.parametrize("after", [timedelta(hours=25), timedelta(hours=-1)])
def test_run_too_old_or_of_tomorrow_is_left_alone(tmp_path: Path, after: timedelta) -> None:
    begin(tmp_path)

    assert find(tmp_path, after=after) == ""


def test_run_with_a_report_is_over(tmp_path: Path) -> None:
    begin(tmp_path).with_name("report.json").write_text("{}")

    assert find(tmp_path) == ""


def test_run_that_somebody_is_at_is_left_to_them(tmp_path: Path) -> None:
    path = begin(tmp_path)
    with path.open("rb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)

        assert find(tmp_path) == ""

    assert find(tmp_path) == FACTS.run_id


def test_latest_run_is_taken_of_several(tmp_path: Path) -> None:
    begin(tmp_path)
    later = replace(FACTS, run_id="20261130T123000Z-ff00ff", started_at=AT + timedelta(minutes=30))
    begin(tmp_path, later)

    assert find(tmp_path) == later.run_id


def test_folder_in_which_nothing_whole_was_written_is_removed(tmp_path: Path) -> None:
    path = begin(tmp_path)
    path.write_bytes(path.read_bytes()[:20])

    assert find(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"hola", gzip.compress(b"hola", mtime=0), b"WARC/1.0\r\n\r\n"])
def test_file_that_is_no_archive_of_ours_is_no_run(tmp_path: Path, content: bytes) -> None:
    begin(tmp_path).write_bytes(content)

    assert find(tmp_path) == ""


def test_no_run_is_found_where_nothing_was_audited(tmp_path: Path) -> None:
    assert find(tmp_path / "nada") == ""


def test_whole_length_ends_at_the_first_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    first, second = gzip.compress(b"a" * 300_000), bytearray(gzip.compress(bytes(range(256)) * 99))
    second[len(second) // 2] ^= 0xFF
    path.write_bytes(first + bytes(second) + first)

    with path.open("rb") as file:
        assert whole_length(file) == len(first)


def test_whole_length_counts_every_member(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    members = [gzip.compress(bytes([number]) * (number * 9_000)) for number in range(40)]
    path.write_bytes(b"".join(members))

    with path.open("rb") as file:
        assert whole_length(file) == sum(map(len, members))
