"""Which portals of a batch are done, kept on the disk so that the same order goes on from there."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.journal import RESUMED_WITHIN
from crawler.order import Options, Target
from crawler.result import Result, read_result


@dataclass(kw_only=True)
class BatchJournal:
    """One line for each portal done; the file goes when the batch has come to its end."""

    path: Path
    _done: dict[str, Path] = field(default_factory=dict)

    def result(self, target: Target) -> Result | None:
        """What became of a portal when this batch was begun before; None when it is still to do."""
        path = self._done.get(_key(target))
        return read_result(path) if path is not None else None

    def note(self, target: Target, result: Result) -> None:
        """Keep that a portal is done."""
        _append(self.path, {"target": _key(target), "report": str(result.path)})

    def close(self) -> None:
        """Forget the batch: the same order given again is a new one."""
        self.path.unlink(missing_ok=True)


def open_batch_journal(targets: Sequence[Target], options: Options) -> BatchJournal:
    """The journal of these portals with these choices, gone on with unless it is too old."""
    wanted = [sorted(map(_key, targets)), options.max_pages, options.max_seconds]
    name = hashlib.sha256(json.dumps(wanted).encode()).hexdigest()[:16]
    journal = BatchJournal(path=options.out / f".batch-{name}.jsonl")
    lines = [] if options.fresh else _read(journal.path)
    if not lines or not _is_young(lines[0], options.now()):
        journal.close()
        options.out.mkdir(parents=True, exist_ok=True)
        _append(journal.path, {"started_at": options.now().isoformat()})
        return journal
    for line in lines[1:]:
        if isinstance(line.get("target"), str) and isinstance(line.get("report"), str):
            journal._done[line["target"]] = Path(line["report"])
    return journal


def _key(target: Target) -> str:
    return " ".join((target.url, target.institution or "", *target.aliases))


def _is_young(line: dict[str, Any], now: datetime) -> bool:
    try:
        started_at = datetime.fromisoformat(str(line.get("started_at"))).astimezone(UTC)
    except ValueError:
        return False
    return started_at <= now <= started_at + RESUMED_WITHIN


def _read(path: Path) -> list[dict[str, Any]]:
    """The lines written whole; whatever a crash cut short is as if it had not been written."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    found = []
    for line in text.splitlines():
        try:
            values = json.loads(line)
        except ValueError:
            continue
        if isinstance(values, dict):
            found.append(values)
    return found


def _append(path: Path, values: dict[str, Any]) -> None:
    with path.open("ab") as file:
        # A line that a crash cut short must not swallow this one.
        file.write(b"\n" + json.dumps(values).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
