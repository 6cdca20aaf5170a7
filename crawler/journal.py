"""Runs that were cut short: found, locked, cut back to their last whole record, to be gone on with.

The archive of a run is its journal: every answer is on the disk before the next page is asked for,
so what a killed run had seen is read back from there (docs/adr/0011).
"""

import fcntl
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from crawler.archive import DATE_FORMAT, RunFacts
from crawler.exchange import KIB, MIB
from crawler.replay import ReplaySource, open_journal
from crawler.report import ARCHIVE_NAME, REPORT_NAME

RESUMED_WITHIN = timedelta(hours=24)
_STEP = 64 * KIB
_GZIP = 31
_OF_THE_RUN = frozenset({"run", "started-at"})


@dataclass(frozen=True, kw_only=True)
class Interrupted:
    """A run without a report whose archive is ours to go on with.

    `file` is locked and stands at the end of the last whole record; `took` is how many seconds the
    last answer may have taken.
    """

    folder: Path
    file: BinaryIO
    archive: ReplaySource
    run_id: str
    started_at: datetime
    took: float


def find_interrupted(portal_folder: Path, facts: RunFacts, now: datetime) -> Interrupted | None:
    """The latest run on a portal that was cut short, asked for with the same choices as `facts`.

    A run that another process is at, that has other choices, or that began too long ago is left as
    it is. A folder in which nothing whole was written is removed.
    """
    for folder in _run_folders(portal_folder):
        found = _take(folder, facts, now)
        if found is not None:
            return found
    return None


def _run_folders(portal_folder: Path) -> list[Path]:
    try:
        return sorted((one for one in portal_folder.iterdir() if one.is_dir()), reverse=True)
    except OSError:
        return []


def _take(folder: Path, facts: RunFacts, now: datetime) -> Interrupted | None:
    if (folder / REPORT_NAME).exists():
        return None
    try:
        file = (folder / ARCHIVE_NAME).open("r+b")
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # It may have ended between the first look and the lock.
        is_ours = not (folder / REPORT_NAME).exists()
        found = _read(folder, file, facts, now) if is_ours else None
    except OSError:
        found = None
    if found is None:
        file.close()
    return found


def _read(folder: Path, file: BinaryIO, facts: RunFacts, now: datetime) -> Interrupted | None:
    written_at = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    length = whole_length(file)
    if length == 0:
        (folder / ARCHIVE_NAME).unlink()
        folder.rmdir()
        return None
    archive = open_journal(folder / ARCHIVE_NAME)
    started_at = _started_at(archive) if archive else None
    if archive is None or started_at is None or not _is_same(archive, facts):
        return None
    if not timedelta(0) <= now - started_at <= RESUMED_WITHIN:
        return None
    file.truncate(length)
    file.seek(length)
    last = archive.spent.last or started_at
    return Interrupted(
        folder=folder,
        file=file,
        archive=archive,
        run_id=archive.info["run"],
        started_at=started_at,
        took=max((written_at - last).total_seconds(), 0.0),
    )


def _is_same(archive: ReplaySource, facts: RunFacts) -> bool:
    asked = {name: value for name, value in facts.fields().items() if name not in _OF_THE_RUN}
    return all(archive.info.get(name, "") == value for name, value in asked.items())


def _started_at(archive: ReplaySource) -> datetime | None:
    try:
        return datetime.strptime(archive.info.get("started-at", ""), DATE_FORMAT).replace(
            tzinfo=UTC
        )
    except ValueError:
        return None


def whole_length(file: BinaryIO) -> int:
    """How many bytes of an archive, one packed member a record, are whole records."""
    length = 0
    for end in _ends_of_members(file):
        length = end
    return length


def _ends_of_members(file: BinaryIO) -> Iterator[int]:
    """Where each whole member ends, up to the first that is damaged or cut."""
    file.seek(0)
    place, data = 0, file.read(_STEP)
    while data:
        unpacker = zlib.decompressobj(_GZIP)
        while not unpacker.eof:
            try:
                unpacker.decompress(data, MIB)
            except zlib.error:
                return
            place += len(data) - len(unpacker.unconsumed_tail or unpacker.unused_data)
            data = unpacker.unconsumed_tail or unpacker.unused_data
            if not data and not unpacker.eof:
                data = file.read(_STEP)
                if not data:
                    return
        yield place
        data = data or file.read(_STEP)
