"""The program whose memory and time are measured: audits every portal of an order, two at once.

Run as `python -m tests.crawler.hostile.auditor ORDER.json`; writes when each portal began and ended
to `times.json` beside the reports.
"""

import json
import socket
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from canse.domain.audit import AuditReport
from crawler.batch import Batch
from crawler.fetch import Patience
from crawler.order import Options, Target
from crawler.politeness import Politeness
from crawler.visit import Visit
from tests.crawler.hostile.personality_server import ELSEWHERE, HERE

PAUSE = 0.1
LONGEST_PAUSE = 0.5
MAX_SECONDS = 10.0
MAX_PAGES = 25


class LoopbackNames(AbstractResolver):
    """Knows only names of the test, and answers with nothing but loopback."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if not host.endswith(".example") or host.startswith("www."):
            raise OSError(f"no such name: {host}")
        self._times[host] += 1
        return [
            ResolveResult(
                hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0
            )
            for address in self._addresses(host)
        ]

    def _addresses(self, host: str) -> list[str]:
        if host == "interno.example":
            return [ELSEWHERE]
        if host == "dos-direcciones.example":
            return [ELSEWHERE, HERE]
        is_rebinding = host == "rebelde.example" and self._times[host] > 1
        return [ELSEWHERE if is_rebinding else HERE]

    async def close(self) -> None:
        """Nothing to close."""


@dataclass
class Times:
    """Notes when each portal began and ended."""

    began: dict[str, float] = field(default_factory=dict)
    ended: dict[str, float] = field(default_factory=dict)

    def started(self, url: str, max_pages: int) -> None:
        """A portal begins."""
        self.began[url] = time.monotonic()

    def resumed(self, url: str) -> None:
        """Nothing to note."""

    def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
        """Nothing to note."""

    def finished(self, url: str, report: AuditReport) -> None:
        """A portal ends."""
        self.ended[url] = time.monotonic()


def main(path: str) -> None:
    """Audit what the order names."""
    order = json.loads(Path(path).read_text(encoding="utf-8"))
    out, times = Path(order["out"]), Times()
    options = Options(
        out=out,
        max_pages=MAX_PAGES,
        max_seconds=MAX_SECONDS,
        trusted=frozenset(order["trusted"]),
        patience=Patience(total=2.0, silent=0.5),
        parse_seconds=5.0,
        judge_seconds=10.0,
        politeness=Politeness(pause=PAUSE, longest_pause=LONGEST_PAUSE),
        resolver=LoopbackNames(),
    )
    targets = [Target(url=url) for url in order["urls"]]
    Batch(targets=targets, options=options, progress=times).run()
    lasted = {url: times.ended.get(url, 1e9) - began for url, began in times.began.items()}
    (out / "times.json").write_text(json.dumps(lasted), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
