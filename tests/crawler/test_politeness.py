"""The crawler waits its turn, longer when the portal is slow or asks for it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crawler.exchange import Exchange, Request
from crawler.politeness import Politeness, PoliteSource
from crawler.visit import Outcome

AT = datetime(2026, 11, 30, tzinfo=UTC)
URL = "http://muni.gob.gt/"


class Clock:
    """A clock that moves when somebody sleeps or works."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


class SlowSource:
    """Takes its time over each answer, and counts how many it gives at once."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self.clock, self.seconds = clock, seconds
        self.at_once = self.most_at_once = 0

    async def get(self, request: Request) -> Exchange:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.clock.now += self.seconds
        await asyncio.sleep(0)
        self.at_once -= 1
        return Exchange(url=request.url, fetched_at=AT, status=200)


def ask(
    *urls: str,
    took: float = 0.1,
    spares: bool = False,
    prepare: Callable[[Politeness], None] = lambda _: None,
) -> tuple[list[float], int]:
    """Ask for addresses all at once; how long was slept, and how many were open together."""
    clock = Clock()
    source = SlowSource(clock, took)
    politeness = Politeness(spares_loopback=spares, monotonic=clock.monotonic, sleep=clock.sleep)
    prepare(politeness)

    async def run() -> None:
        await asyncio.gather(*(politeness.ask(source, Request(url=url)) for url in urls))

    asyncio.run(run())
    return clock.slept, source.most_at_once


@pytest.mark.parametrize(("took", "pause"), [(0.1, 2.0), (1.0, 5.0), (20.0, 30.0)])
def test_pause_grows_with_the_time_the_portal_took(took: float, pause: float) -> None:
    slept, _ = ask(URL, URL, took=took)

    assert slept == [pytest.approx(pause)]


@pytest.mark.parametrize(("asked", "pause"), [(7.0, 7.0), (1.0, 2.0), (999.0, 60.0), (-1.0, 2.0)])
def test_delay_of_the_portal_is_kept_within_bounds(asked: float, pause: float) -> None:
    slept, _ = ask(URL, URL, prepare=lambda manners: manners.set_delay("muni.gob.gt", asked))

    assert slept == [pytest.approx(pause)]


def test_nothing_is_asked_while_the_portal_wants_rest() -> None:
    slept, _ = ask(URL, prepare=lambda manners: manners.hold("muni.gob.gt", 90))

    assert slept == [90]


def test_one_host_is_asked_once_at_a_time() -> None:
    _, most = ask(URL, URL + "a", URL + "b")

    assert most == 1


def test_two_hosts_do_not_wait_for_one_another() -> None:
    slept, most = ask("http://a.gt/", "http://b.gt/")

    assert slept == []
    assert most == 2


@pytest.mark.parametrize(("spares", "pauses"), [(True, 0), (False, 1)])
def test_this_machine_is_spared_only_when_told(spares: bool, pauses: int) -> None:
    slept, _ = ask("http://127.0.0.1:81/", "http://127.0.0.1:81/", spares=spares)

    assert len(slept) == pauses


def test_other_hosts_are_not_spared_when_this_machine_is() -> None:
    slept, _ = ask(URL, URL, spares=True)

    assert len(slept) == 1


def test_nothing_more_is_asked_when_the_time_is_up() -> None:
    clock = Clock()
    source = PoliteSource(
        source=SlowSource(clock, 0),
        politeness=Politeness(monotonic=clock.monotonic, sleep=clock.sleep),
        now=lambda: AT,
        time_left=lambda: 0.0,
    )

    exchange = asyncio.run(source.get(Request(url=URL)))

    assert exchange.failure is Outcome.TIMED_OUT
    assert "tiempo" in exchange.detail


def test_pause_that_outlasts_the_audit_is_not_begun() -> None:
    clock = Clock()
    manners = Politeness(monotonic=clock.monotonic, sleep=clock.sleep)
    manners.hold("muni.gob.gt", 60)
    source = PoliteSource(
        source=SlowSource(clock, 0), politeness=manners, now=lambda: AT, time_left=lambda: 20.0
    )

    assert asyncio.run(source.get(Request(url=URL))).failure is Outcome.TIMED_OUT
    assert clock.slept == []


def test_answer_that_outlasts_the_audit_is_given_up() -> None:
    class Silent:
        async def get(self, request: Request) -> Exchange:
            await asyncio.Event().wait()
            raise AssertionError("never reached")

    source = PoliteSource(
        source=Silent(), politeness=Politeness(), now=lambda: AT, time_left=lambda: 0.05
    )

    assert asyncio.run(source.get(Request(url=URL))).detail == "se acabó el tiempo de la auditoría"


@pytest.mark.parametrize(
    ("addresses", "most"),
    [
        (("203.0.113.7", "203.0.113.7"), 1),
        (("203.0.113.7", "203.0.113.8"), 2),
        (("127.0.0.1", "127.0.0.1"), 2),
        (("", ""), 2),
    ],
    ids=["one machine", "two machines", "this machine", "unknown"],
)
def test_portals_on_one_machine_have_their_turns_together(
    addresses: tuple[str, str], most: int
) -> None:
    def tell(politeness: Politeness) -> None:
        for host, address in zip(("a.gt", "b.gt"), addresses, strict=True):
            politeness.lives_at(host, address)

    slept, at_once = ask("http://a.gt/", "http://b.gt/", prepare=tell)

    assert at_once == most
    assert len(slept) == 2 - most


def test_longest_wish_of_two_portals_on_one_machine_counts_for_both() -> None:
    def tell(politeness: Politeness) -> None:
        politeness.set_delay("b.gt", 9)
        politeness.lives_at("a.gt", "203.0.113.7")
        politeness.lives_at("b.gt", "203.0.113.7")

    slept, _ = ask("http://a.gt/", "http://b.gt/", prepare=tell)

    assert slept == [pytest.approx(9)]
