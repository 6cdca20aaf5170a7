"""Several audits at a time, told in order, stopped by a signal without losing what was seen."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from canse.domain.errors import CatalogueError
from crawler.audit import run_audit
from crawler.batch_journal import BatchJournal, open_batch_journal
from crawler.order import Options, Progress, Target
from crawler.result import Result, result_of

AT_ONCE = 2
MOST_AT_ONCE = 16
_STOPPING = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, kw_only=True)
class Ended:
    """What became of one portal: its result, the fault that kept it from one, or neither when the
    batch was stopped before."""

    target: Target
    result: Result | None = None
    fault: Exception | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether the same order, given again, is to go on with it."""
        return self.result is None and self.fault is None


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Portals to audit. `after` is what to do with each report as soon as it is there; it runs in a
    thread, and a portal counts as done only after it. `tell` is called in the order of the targets.
    """

    targets: Sequence[Target]
    options: Options
    progress: Progress
    at_once: int = AT_ONCE
    after: Callable[[Target, Result], None] = lambda *_: None
    tell: Callable[[Ended], None] = lambda _: None

    def run(self) -> list[Ended]:
        """Audit all; what goes wrong with one does not stop the others."""
        return asyncio.run(self._run())

    async def _run(self) -> list[Ended]:
        journal = None
        with contextlib.suppress(OSError):  # Each portal says for itself that the disk is no good.
            if not any(target.replay for target in self.targets):
                journal = open_batch_journal(self.targets, self.options)
        turn = asyncio.Semaphore(self.at_once)
        tasks = [asyncio.create_task(self._one(one, turn, journal)) for one in self.targets]
        with _stopped_by_signals(tasks):
            ended = []
            for target, task in zip(self.targets, tasks, strict=True):
                await asyncio.wait([task])
                ended.append(Ended(target=target) if task.cancelled() else task.result())
                self.tell(ended[-1])
        if journal is not None and not any(one.is_stopped for one in ended):
            journal.close()
        return ended

    async def _one(
        self, target: Target, turn: asyncio.Semaphore, journal: BatchJournal | None
    ) -> Ended:
        known = await asyncio.to_thread(journal.result, target) if journal else None
        if known is not None:
            return Ended(target=target, result=known)
        async with turn:
            try:
                result = result_of(await run_audit(target, self.options, self.progress))
                await asyncio.to_thread(self.after, target, result)
                if journal is not None:
                    journal.note(target, result)
            except (CatalogueError, OSError) as fault:
                return Ended(target=target, fault=fault)
            return Ended(target=target, result=result)


@contextlib.contextmanager
def _stopped_by_signals(tasks: Sequence[asyncio.Task[Ended]]) -> Iterator[None]:
    """While it lasts, the first signal cancels the tasks; a second one is as rude as ever."""
    loop = asyncio.get_running_loop()

    def forget() -> None:
        for number in _STOPPING:
            loop.remove_signal_handler(number)

    def stop() -> None:
        forget()
        for task in tasks:
            task.cancel()

    # A thread that is not the main one hears no signals, and needs no handler.
    with contextlib.suppress(ValueError, RuntimeError):
        for number in _STOPPING:
            loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        with contextlib.suppress(ValueError, RuntimeError):
            forget()
