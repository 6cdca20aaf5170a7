"""The program of the judging child: judges one portal, read from its input, and hands over JSON.

Run as `python -m crawler.judging_child MODULE:FUNCTION SECONDS BYTES`. What comes in was written by
the crawler itself; what goes out is one mark and the report.
"""

import gc
import importlib
import json
import pickle
import signal
import sys

from crawler.parsing_child import DONE, FAILED, set_limits


def main(arguments: list[str]) -> None:
    """Judge once; whatever goes wrong is said, and ends this process only."""
    judge, seconds, memory = arguments
    module, _, name = judge.partition(":")
    assemble = getattr(importlib.import_module(module), name)
    set_limits(int(memory))
    gc.disable()  # One portal, then the end: nothing is worth searching for.
    # The kernel ends this process even in the middle of a search, should the parent be gone.
    signal.setitimer(signal.ITIMER_REAL, float(seconds) + 5)
    try:
        report = assemble(pickle.load(sys.stdin.buffer)).as_json()
        answer = DONE + json.dumps(report).encode("ascii")
    except Exception as error:  # Anything hostile pages provoke costs this verdict only.
        answer = FAILED + f"{type(error).__name__}: {error}"[:200].encode("ascii", "replace")
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main(sys.argv[1:])
