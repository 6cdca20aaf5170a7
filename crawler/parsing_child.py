"""The program of the parsing child: reads pages from its input, answers with JSON, holds nothing.

Run as `python -m crawler.parsing_child MODULE:FUNCTION SECONDS BYTES`. Messages both ways are a
length of four bytes and that many bytes.
"""

import gc
import importlib
import json
import resource
import signal
import struct
import sys
from collections.abc import Callable
from itertools import count
from typing import Any, BinaryIO

from crawler.page_json import SHORTENED, page_to_json

DONE = b"="
FAILED = b"!"
LENGTH = struct.Struct(">I")
# Twice what the fullest real page holds; a tree costs about a kilobyte a mark.
MARKS = 40_000
PAGES_A_COLLECTION = 20


def main(arguments: list[str]) -> None:
    """Answer until the input ends; whatever goes wrong with one page is said and survived."""
    parser, seconds, memory = arguments
    module, _, name = parser.partition(":")
    parse = getattr(importlib.import_module(module), name)
    set_limits(int(memory))
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    # A tree is let go of as soon as it was read: searching it for garbage meanwhile finds nothing.
    gc.disable()
    for number in count(1):
        if (message := read_message(source)) is None:
            return
        # The kernel ends this process even in the middle of C code, should the parent be gone.
        signal.setitimer(signal.ITIMER_REAL, float(seconds) + 5)
        answer = _answer(parse, message)
        signal.setitimer(signal.ITIMER_REAL, 0)
        sink.write(LENGTH.pack(len(answer)) + answer)
        sink.flush()
        if number % PAGES_A_COLLECTION == 0:
            gc.collect(0)


def set_limits(memory: int) -> None:
    """Take away what parsing never needs: much memory, files to write, core dumps.

    Who stops an audit signals all its processes: a child that obeyed would leave a page, or a
    verdict, that failed for no fault of the portal. Its parent ends it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_message(source: BinaryIO) -> bytes | None:
    """The next message, None at the end of the input."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = source.read(length)
    return body if len(body) == length else None


def shorten(html: str) -> str:
    """The beginning of a page up to a number of marks: that bounds the time and memory of a tree.

    A page of a million empty elements is read in part instead of being lost.
    """
    if html.count("<") <= MARKS:
        return html
    return "<".join(html.split("<", MARKS + 1)[: MARKS + 1])


def _answer(parse: Callable[..., Any], message: bytes) -> bytes:
    try:
        asked = json.loads(message)
        html, problems = shorten(asked["html"]), list(asked["problems"])
        if len(html) < len(asked["html"]):
            problems.append(SHORTENED)
        page = parse(html, url=asked["url"], problems=tuple(problems))
        return DONE + page_to_json(page).encode("ascii")
    except Exception as error:  # Anything a hostile page provokes costs that page only.
        return FAILED + f"{type(error).__name__}: {error}"[:200].encode("ascii", "replace")


if __name__ == "__main__":
    main(sys.argv[1:])
