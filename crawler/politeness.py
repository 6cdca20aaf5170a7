"""Manners: one connection a host at a time, and a pause that grows with the portal's slowness."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from crawler.exchange import Exchange, Request, Source
from crawler.guard import is_loopback_host
from crawler.handshake import Greeter, Handshake, Manner
from crawler.robots import CRAWL_DELAY_SECONDS
from crawler.urls import host_of
from crawler.visit import Outcome

PAUSE_SECONDS = 2.0
PAUSE_FACTOR = 5.0
PAUSE_CAP_SECONDS = 30.0
TOO_LATE = "se acabó el tiempo de la auditoría"

_Answer = TypeVar("_Answer")


@dataclass(kw_only=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    may_ask_at: float = 0.0
    delay: float = 0.0


@dataclass(kw_only=True)
class Politeness:
    """The pauses of every host; share one among the audits that run at the same time.

    `pause` is the shortest one between two questions and `longest_pause` the longest that slowness
    earns a portal, both in seconds. With `spares_loopback` this very machine is asked without
    pauses, and so are the hosts named in `spared`: tests and sample portals.
    """

    pause: float = PAUSE_SECONDS
    longest_pause: float = PAUSE_CAP_SECONDS
    spares_loopback: bool = False
    spared: frozenset[str] = frozenset()
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _machines: dict[str, _Host] = field(default_factory=dict)

    def set_delay(self, host: str, seconds: float) -> None:
        """Keep the pause that the portal's robots.txt asks for."""
        self._of(host).delay = min(max(seconds, 0.0), CRAWL_DELAY_SECONDS)

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of the host for a while, as it wishes, and less often from then on."""
        state = self._of(host)
        state.may_ask_at = max(state.may_ask_at, self.monotonic() + seconds)
        state.delay = min(max(2 * state.delay, 2 * self.pause), CRAWL_DELAY_SECONDS)

    def rest(self, host: str, took: float, since: float) -> None:
        """Keep the pause after an answer that another process was given before `since`."""
        state = self._of(host)
        state.may_ask_at = max(state.may_ask_at, since + self._pause(host, took, state.delay))

    def lives_at(self, host: str, address: str) -> None:
        """Let hosts that live at one IP address have their turns together: it is one machine."""
        if not address or is_loopback_host(address):
            return
        own = self._of(host)
        shared = self._machines.setdefault(address, own)
        if shared is not own:
            shared.may_ask_at = max(shared.may_ask_at, own.may_ask_at)
            shared.delay = max(shared.delay, own.delay)
            self._hosts[host] = shared

    def wait_of(self, host: str) -> float:
        """How many seconds until the host may be asked again."""
        return max(self._of(host).may_ask_at - self.monotonic(), 0.0)

    async def ask(self, source: Source, request: Request) -> Exchange:
        """Ask once it is this host's turn."""
        return await self.in_turn(host_of(request.url), lambda: source.get(request))

    async def in_turn(self, host: str, act: Callable[[], Awaitable[_Answer]]) -> _Answer:
        """Do something with a host once it is its turn."""
        state = self._of(host)
        async with state.lock:
            wait = self.wait_of(host)
            if wait > 0:
                await self.sleep(wait)
            started = self.monotonic()
            try:
                return await act()
            finally:
                ended = self.monotonic()
                pause = self._pause(host, ended - started, state.delay)
                state.may_ask_at = max(state.may_ask_at, ended + pause)

    def _pause(self, host: str, took: float, delay: float) -> float:
        if host in self.spared or (self.spares_loopback and is_loopback_host(host)):
            return 0.0
        return max(min(max(self.pause, PAUSE_FACTOR * took), self.longest_pause), delay)

    def _of(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())


@dataclass(frozen=True, kw_only=True)
class PoliteSource:
    """A source that waits its turn before each question, as long as `time_left` in seconds says.

    `led_to` tells the IP address of the last connection, empty when there was none.
    """

    source: Source
    politeness: Politeness
    now: Callable[[], datetime]
    led_to: Callable[[], str] = lambda: ""
    time_left: Callable[[], float] = lambda: math.inf

    async def get(self, request: Request) -> Exchange:
        """Wait, then ask; what would outlast the audit is not begun, and what does is given up."""
        left, host = self.time_left(), host_of(request.url)
        if left > 0 and self.politeness.wait_of(host) <= left:
            try:
                async with asyncio.timeout(left if left < math.inf else None):
                    exchange = await self.politeness.ask(self.source, request)
                    self.politeness.lives_at(host, self.led_to())
                    return exchange
            except TimeoutError:
                """It is late now."""
        return Exchange(
            url=request.url, fetched_at=self.now(), failure=Outcome.TIMED_OUT, detail=TOO_LATE
        )


@dataclass(frozen=True, kw_only=True)
class PoliteGreeter:
    """Who greets over TLS only when it is the host's turn, and while there is time."""

    greeter: Greeter
    politeness: Politeness
    time_left: Callable[[], float] = lambda: math.inf

    async def shake(self, url: str, manner: Manner) -> Handshake:
        """Wait, then greet; once the time of the audit is up, nobody is greeted."""
        left, host = self.time_left(), host_of(url)
        if left > 0 and self.politeness.wait_of(host) <= left:
            try:
                async with asyncio.timeout(left if left < math.inf else None):
                    return await self.politeness.in_turn(
                        host, lambda: self.greeter.shake(url, manner)
                    )
            except TimeoutError:
                """It is late now."""
        return Handshake(failure=Outcome.TIMED_OUT, detail=TOO_LATE)
