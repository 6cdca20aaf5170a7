"""Parsing in a child process with a clock and a memory limit, killed and begun again at need."""

import asyncio
import contextlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from crawler.page import Page
from crawler.page_json import MalformedPage, page_from_json
from crawler.parsing_child import DONE, LENGTH

PARSE_SECONDS = 10.0
START_SECONDS = 30.0
MEMORY_BYTES = 224 * 1024**2
ANSWER_BYTES = 16 * 1024**2
PARSER = "crawler.parse:parse_page"


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """The page and what it weighs as JSON; or None and, in Spanish, what went wrong."""

    page: Page | None
    weight: int = 0
    failure: str = ""


class Sandbox:
    """One child at a time; a page that kills it is lost, the next one finds a new child."""

    def __init__(
        self,
        *,
        seconds: float = PARSE_SECONDS,
        memory: int = MEMORY_BYTES,
        parser: str = PARSER,
    ) -> None:
        self._seconds = seconds
        self._memory = memory
        self._parser = parser
        self._child: asyncio.subprocess.Process | None = None
        self._is_fresh = True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._end()

    async def parse(self, html: str, *, url: str, problems: Sequence[str] = ()) -> Parsed:
        """Parse one page; never raises for what the page does."""
        asked = json.dumps({"html": html, "url": url, "problems": list(problems)}).encode("ascii")
        try:
            child = await self._running()
            # A child that has yet to load its libraries may take longer over its first page.
            clock = self._seconds + (START_SECONDS if self._is_fresh else 0)
            async with asyncio.timeout(clock):
                answer = await _exchange(child, asked)
            self._is_fresh = False
        except TimeoutError:
            await self._end()
            return Parsed(page=None, failure="la lectura de la página tardó demasiado")
        except (OSError, EOFError):
            await self._end()
            return Parsed(page=None, failure="la lectura de la página agotó la memoria o falló")
        return _read_answer(answer)

    async def _running(self) -> asyncio.subprocess.Process:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "crawler.parsing_child",
                self._parser,
                str(self._seconds),
                str(self._memory),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=Path(__file__).resolve().parent.parent,
                env={"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"},
                start_new_session=True,
            )
            self._is_fresh = True
        return self._child

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        if child.stdin is not None:
            child.stdin.close()
            with contextlib.suppress(OSError):
                await child.stdin.wait_closed()
        await child.wait()


async def _exchange(child: asyncio.subprocess.Process, asked: bytes) -> bytes:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(LENGTH.pack(len(asked)) + asked)
    await child.stdin.drain()
    (length,) = LENGTH.unpack(await child.stdout.readexactly(LENGTH.size))
    if length > ANSWER_BYTES:
        raise EOFError
    return await child.stdout.readexactly(length)


def _read_answer(answer: bytes) -> Parsed:
    if answer[:1] != DONE:
        detail = answer[1:].decode("ascii", "replace")
        return Parsed(page=None, failure=f"la página no se pudo leer ({detail})")
    try:
        page = page_from_json(answer[1:])
    except MalformedPage:
        return Parsed(page=None, failure="la lectura de la página dio un resultado inválido")
    return Parsed(page=page, weight=len(answer))
