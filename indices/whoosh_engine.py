"""The index on disk with Whoosh: any number of readers in threads and processes, one writer.

Nothing of a generation is trusted before its digest is checked, since Whoosh unpickles its files.
Any damage ends in IndexUnavailable, never in a wrong count.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from canse.domain.search_knowledge import SearchKnowledge
from indices.analysis import analyse
from indices.document import Document
from indices.generations import MEND_LOCK, WRITE_LOCK, Generations, Share, Snapshot
from indices.knowledge_file import KNOWLEDGE_FILE, encoded
from indices.manifest import Pointer
from indices.port import NO_KNOWLEDGE, IndexStatus, IndexUnavailable, Page, Query, Suggestion
from indices.searching import search
from indices.suggesting import suggest
from indices.whoosh_corpus import WhooshCorpus
from indices.whoosh_schema import SCHEMA, laid_down
from indices.whoosh_segments import SegmentShelf

WRITE_WAIT_SECONDS = 30.0
TRIES = 3

_Result = TypeVar("_Result")


class WhooshIndex:
    """The port over one folder; `wait_seconds` is how long a writer waits for another.

    Whether the folder changed is looked up at most every `look_seconds`, and after own writes.
    """

    def __init__(
        self,
        folder: Path,
        *,
        wait_seconds: float = WRITE_WAIT_SECONDS,
        look_seconds: float = 0.0,
    ) -> None:
        self._look_seconds = look_seconds
        self._next_look = float("-inf")
        self._generations = Generations(folder)
        self._wait_seconds = wait_seconds
        self._loading = threading.Lock()
        self._shelf = SegmentShelf()
        self._corpus: WhooshCorpus | None = None

    def search(self, query: Query) -> Page:
        """Find services; never raises for any text a person may type."""
        return self._read(lambda corpus: search(corpus, query))

    def status(self) -> IndexStatus:
        """Tell how the index is; never raises."""
        try:
            snapshot = self._read(_snapshot, must_look=True)
        except IndexUnavailable as error:
            return IndexStatus(
                generation="", documents=0, applied=0, is_healthy=False, problem=str(error)
            )
        return IndexStatus(
            generation=snapshot.pointer.generation,
            documents=snapshot.manifest.documents,
            applied=snapshot.manifest.applied,
            is_healthy=True,
        )

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What a person may be typing, best first."""
        return self._read(lambda corpus: suggest(corpus, text))

    def apply(
        self,
        *,
        upserts: Iterable[Document],
        deletes: Iterable[int],
        applied: int,
        knowledge: SearchKnowledge | None = None,
    ) -> None:
        """Take ids out, put documents in and note the change number, in one commit."""
        with self._writing():
            old, knew = self._read(_snapshot_and_knowledge, must_look=True)
            shared = {n: d for n, d in old.manifest.files.items() if n != KNOWLEDGE_FILE}
            share = Share(folder=old.pointer.folder, files=shared)
            with self._generations.new_folder(share) as folder:
                kept = knew if knowledge is None else knowledge
                latest = {document.id: document for document in upserts}
                count = _write(folder, latest.values(), deletes, kept)
                self._generations.publish(folder, documents=count, applied=applied, share=share)

    def rebuild(
        self,
        documents: Iterable[Document],
        *,
        applied: int,
        knowledge: SearchKnowledge = NO_KNOWLEDGE,
    ) -> str:
        """Build a new generation beside the old, then switch; returns the generation's name."""
        with self._writing(), self._generations.new_folder() as folder:
            FileIndex.create(_storage(folder), SCHEMA)
            count = _write(folder, documents, (), knowledge)
            pointer = self._generations.publish(folder, documents=count, applied=applied)
            return pointer.generation

    @contextmanager
    def mending(self) -> Iterator[bool]:
        """Be the only one, of all threads and processes, to mend the index; False when not."""
        with ExitStack() as stack:
            try:
                stack.enter_context(self._generations.locked(MEND_LOCK, wait_seconds=0.0))
                is_alone = True
            except IndexUnavailable:
                is_alone = False
            yield is_alone

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Be the one writer; a disk that refuses leaves the current generation as it was."""
        try:
            with self._generations.locked(WRITE_LOCK, wait_seconds=self._wait_seconds):
                self._next_look = float("-inf")
                yield
        except OSError as error:
            raise IndexUnavailable("No se pudo escribir el índice en el disco.") from error
        finally:
            self._next_look = float("-inf")

    def _read(self, use: Callable[[WhooshCorpus], _Result], *, must_look: bool = False) -> _Result:
        """Use the current generation; again when another took its place in the meantime.

        Who writes after it must look: what was current a moment ago is not enough.
        """
        corpus = self._corpus
        if corpus is not None and not must_look and time.monotonic() < self._next_look:
            return use(corpus)
        for _ in range(TRIES - 1):
            pointer = self._generations.pointer()
            try:
                return use(self._looked_up(pointer))
            except IndexUnavailable:
                if self._generations.pointer() == pointer:
                    raise
        return use(self._looked_up(self._generations.pointer()))

    def _looked_up(self, pointer: Pointer) -> WhooshCorpus:
        corpus = self._opened(pointer)
        self._next_look = time.monotonic() + self._look_seconds
        return corpus

    def _opened(self, pointer: Pointer) -> WhooshCorpus:
        """The generation, opened once for all threads."""
        corpus = self._corpus
        if corpus is not None and _is_current(corpus.snapshot, pointer):
            return corpus
        with self._loading:
            # Only forward: while this thread waited, others may have opened what came later.
            pointer = self._generations.pointer()
            corpus = self._corpus
            if corpus is None or not _is_current(corpus.snapshot, pointer):
                known = corpus.snapshot if corpus else None
                snapshot = self._generations.read(pointer, known)
                corpus = self._corpus = WhooshCorpus(snapshot, self._shelf)
            return corpus


def _snapshot_and_knowledge(corpus: WhooshCorpus) -> tuple[Snapshot, SearchKnowledge]:
    return corpus.snapshot, corpus.knowledge


def _snapshot(corpus: WhooshCorpus) -> Snapshot:
    return corpus.snapshot


def _is_current(snapshot: Snapshot, pointer: Pointer) -> bool:
    return snapshot.pointer == pointer and snapshot.is_untouched()


def _write(
    folder: Path, upserts: Iterable[Document], deletes: Iterable[int], knowledge: SearchKnowledge
) -> int:
    """Commit documents to the Whoosh index in a folder; returns how many it then holds."""
    (folder / KNOWLEDGE_FILE).write_bytes(encoded(knowledge))
    index = FileIndex(_storage(folder), schema=SCHEMA)
    writer: Any = index.writer()
    try:
        for gone in deletes:
            writer.delete_by_term("id", str(gone))
        for document in upserts:
            writer.delete_by_term("id", str(document.id))
            writer.add_document(**laid_down(analyse(document)))
        writer.commit()
    except BaseException:
        # Frees Whoosh's own lock and file handles; the folder itself is thrown away.
        with suppress(Exception):
            writer.cancel()
        raise
    count: int = index.doc_count()
    for lock in folder.glob("*LOCK"):
        lock.unlink()
    return count


def _storage(folder: Path) -> FileStorage:
    return FileStorage(str(folder), supports_mmap=False)
