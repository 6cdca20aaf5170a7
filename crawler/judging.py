"""Judging in a child process with a clock and a memory limit: no portal holds up the others.

A search over a hostile text can neither be interrupted in a thread nor let other threads work, so a
verdict that takes too long is given up by ending the process it is made in.
"""

import asyncio
import contextlib
import json
import logging
import pickle
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from canse.domain.audit import AuditReport
from crawler.assemble import Examined, assemble_unjudged
from crawler.exchange import MIB
from crawler.parsing_child import DONE
from crawler.urls import host_of
from crawler.values_json import build

JUDGE = "crawler.assemble:assemble"
JUDGE_SECONDS = 120.0
MEMORY_BYTES = 320 * MIB
ANSWER_BYTES = 32 * MIB
TOO_LONG = "El examen de las páginas tardó demasiado; no se juzga el portal."
FAILED = "El examen de las páginas falló por un error del programa; no se juzga el portal."
_KNOWN = frozenset({TOO_LONG, FAILED})

logger = logging.getLogger(__name__)


class JudgementFailed(Exception):
    """A verdict could not be reached; the text says why in Spanish."""


async def judge_apart(
    examined: Examined, *, seconds: float = JUDGE_SECONDS, judge: str = JUDGE
) -> AuditReport:
    """The report of a portal; JudgementFailed when its pages ruin whoever judges them."""
    with tempfile.TemporaryFile() as file:
        await asyncio.to_thread(_write, examined, file)
        answer = await _ask(file, seconds, judge)
    if answer[:1] != DONE:
        words = answer[1:200].decode("ascii", "replace")
        logger.error("judgement_failed", extra={"host": host_of(examined.url), "error": words})
        raise JudgementFailed(FAILED)
    return await asyncio.to_thread(_read, answer[1:])


def unjudged(examined: Examined, failure: str) -> AuditReport:
    """The report of a portal that was seen and could not be judged."""
    return assemble_unjudged(examined, failure if failure in _KNOWN else FAILED)


def _write(examined: Examined, file: BinaryIO) -> None:
    """Hand over what was seen; a text that stands on many pages is written once."""
    pickle.dump(examined, file, protocol=pickle.HIGHEST_PROTOCOL)
    file.seek(0)


def _read(text: bytes) -> AuditReport:
    try:
        plain = json.loads(text)
        plain.pop("schema")
        return build(AuditReport, plain)
    except (ValueError, KeyError, RecursionError) as error:
        raise JudgementFailed(FAILED) from error


async def _ask(file: BinaryIO, seconds: float, judge: str) -> bytes:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "crawler.judging_child",
        judge,
        str(seconds),
        str(MEMORY_BYTES),
        stdin=file,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).resolve().parent.parent,
        env={"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(seconds):
            answer = await _answer_of(child)
            await child.wait()
            return answer
    except TimeoutError:
        raise JudgementFailed(TOO_LONG) from None
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()


async def _answer_of(child: asyncio.subprocess.Process) -> bytes:
    assert child.stdout is not None
    parts, length = [], 0
    while chunk := await child.stdout.read(MIB):
        parts.append(chunk)
        length += len(chunk)
        if length > ANSWER_BYTES:
            raise JudgementFailed(FAILED)
    return b"".join(parts)
