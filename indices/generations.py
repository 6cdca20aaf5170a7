"""The folder of an index on disk: whole generations side by side, and a pointer to the current one.

A generation is a folder of files that never change once published. Every commit makes a new one
beside the old, sharing by hard link what stays the same, and is published by renaming the pointer
into place: whoever reads, in any process, sees the old generation whole or the new one whole, and
a process killed at any moment leaves nothing but a folder that the next writer removes.

    CURRENT                  "g000007 <sha256 of its manifest>"
    g000006/ g000007/        manifest.json and the files it lists with their sha256
    WRITE.lock MEND.lock     held with flock while writing or mending
"""

import fcntl
import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from indices.manifest import Manifest, Pointer, damaged, digest_of
from indices.port import IndexUnavailable

PRIVATE = 0o700
LOCK_POLL_SECONDS = 0.02
WRITE_LOCK = "WRITE.lock"
MEND_LOCK = "MEND.lock"

_FOLDER = re.compile(r"g(\d{6,12})")
_POINTER_FILE = "CURRENT"
_MANIFEST = "manifest.json"

Stamp = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A generation read and verified: the bytes checked are the bytes that will be searched."""

    pointer: Pointer
    manifest: Manifest
    contents: Mapping[str, bytes]
    stamps: Mapping[Path, Stamp]

    def holds(self, name: str, digest: str, stamp: Stamp) -> bool:
        """Whether a file was read with this digest, when it was the one it is now."""
        path = next((path for path in self.stamps if path.name == name), None)
        return (
            path is not None
            and self.manifest.files.get(name) == digest
            and self.stamps[path] == stamp
        )

    def is_untouched(self) -> bool:
        """Whether the files on disk are still those that were read."""
        try:
            return all(_stamp(path) == stamp for path, stamp in self.stamps.items())
        except OSError:
            return False


@dataclass(frozen=True, kw_only=True)
class Share:
    """Files, with their digests, that a new generation takes over unchanged from an older one."""

    folder: str
    files: Mapping[str, str]


class Generations:
    """The generations under one folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def pointer(self) -> Pointer:
        """Read which generation is current; IndexUnavailable when there is none."""
        try:
            return Pointer.decoded((self._root / _POINTER_FILE).read_bytes())
        except FileNotFoundError as error:
            raise IndexUnavailable("El índice no existe todavía.") from error
        except OSError as error:
            raise damaged() from error

    def read(self, pointer: Pointer, known: Snapshot | None = None) -> Snapshot:
        """Read every file of a generation and check it against the manifest.

        What an older snapshot read and checked is taken from it, where the file is still the same.
        """
        folder = self._root / pointer.folder
        try:
            paths = {folder / _MANIFEST: _stamp(folder / _MANIFEST)}
            manifest = Manifest.decoded((folder / _MANIFEST).read_bytes(), pointer.digest)
            contents: dict[str, bytes] = {}
            for name, digest in manifest.files.items():
                # Stamped before it is read: a change in between is then seen at the next search.
                stamp = paths[folder / name] = _stamp(folder / name)
                if known and known.holds(name, digest, stamp):
                    contents[name] = known.contents[name]
                    continue
                contents[name] = (folder / name).read_bytes()
                if digest_of(contents[name]) != digest:
                    raise damaged()
        except OSError as error:
            raise damaged() from error
        return Snapshot(pointer=pointer, manifest=manifest, contents=contents, stamps=paths)

    @contextmanager
    def locked(self, name: str, *, wait_seconds: float) -> Iterator[None]:
        """Hold a lock against other threads and processes; IndexUnavailable when it is not free."""
        self._root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        self._root.chmod(PRIVATE)
        deadline = time.monotonic() + wait_seconds
        with (self._root / name).open("ab") as file:
            while not _try_lock(file.fileno()):
                if time.monotonic() >= deadline:
                    raise IndexUnavailable("Otro proceso está escribiendo el índice.")
                time.sleep(LOCK_POLL_SECONDS)
            yield

    @contextmanager
    def new_folder(self, share: Share | None = None) -> Iterator[Path]:
        """Make the folder of the next generation, holding what it shares with an older one.

        The caller has the write lock. When it fails before it has published, the folder goes.
        """
        current = self._current_folder()
        if current:
            self._remove_all_but({current})
        folder = self._root / f"g{self._last_number() + 1:06}"
        folder.mkdir(mode=PRIVATE)
        try:
            if share:
                for name in share.files:
                    _link(self._root / share.folder / name, folder / name)
            yield folder
        except BaseException:
            if self._current_folder() != folder.name:
                shutil.rmtree(folder, ignore_errors=True)
            raise

    def publish(
        self, folder: Path, *, documents: int, applied: int, share: Share | None = None
    ) -> Pointer:
        """Write the manifest, force everything to the disk, switch, and drop what is older."""
        previous = self._current_folder()
        known = share.files if share else {}
        digests = {
            path.name: known.get(path.name) or _synced_digest(path)
            for path in sorted(folder.iterdir())
        }
        manifest = Manifest(documents=documents, applied=applied, files=digests).encoded()
        _write(folder / _MANIFEST, manifest)
        _sync_folder(folder)
        pointer = Pointer(folder=folder.name, digest=digest_of(manifest))
        fresh = self._root / f"{_POINTER_FILE}.new"
        _write(fresh, pointer.encoded())
        fresh.replace(self._root / _POINTER_FILE)
        _sync_folder(self._root)
        self._remove_all_but({previous, folder.name})
        return pointer

    def _current_folder(self) -> str:
        """The current generation's folder, or "" where there is none to be trusted."""
        try:
            return self.pointer().folder
        except IndexUnavailable:
            return ""

    def _folders(self) -> list[Path]:
        return sorted(path for path in self._root.iterdir() if _FOLDER.fullmatch(path.name))

    def _last_number(self) -> int:
        return max((int(path.name[1:]) for path in self._folders()), default=0)

    def _remove_all_but(self, kept: set[str]) -> None:
        for path in self._folders():
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        # Some file systems have no hard links.
        shutil.copy2(source, target)


def _synced_digest(path: Path) -> str:
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
