"""A portal is entered by its address, else by its twin; what is shut stays shut."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from crawler.entry import Entry, enter
from crawler.exchange import Exchange, NotArchived, Request
from crawler.robots import Robots
from crawler.sandbox import Sandbox
from crawler.scope import scope_of
from crawler.visit import Outcome
from crawler.visitor import Visitor

AT = datetime(2026, 11, 30, tzinfo=UTC)
HOME = "http://muni.gob.gt/"
PAGE = b"<html lang=es><title>Inicio</title><p>Bienvenidos a la municipalidad <a href=/x>x</a>"


@dataclass
class TableSource:
    """Answers from a table; an address that is not in it has no name server."""

    table: dict[str, Exchange | Outcome | None]
    asked: list[str] = field(default_factory=list)

    async def get(self, request: Request) -> Exchange:
        self.asked.append(request.url)
        found = self.table.get(request.url, Outcome.DNS_FAILED)
        if found is None:
            raise NotArchived(request.url)
        if isinstance(found, Outcome):
            return Exchange(url=request.url, fetched_at=AT, failure=found, detail="no se pudo")
        return found


@dataclass
class NoLog:
    """Nothing is known of pages that failed."""

    def known_failure(self, url: str) -> str:
        return ""

    def note_failure(self, url: str, at: datetime, failure: str) -> None:
        """Forget it."""


def said(url: str, body: bytes = PAGE, status: int = 200) -> Exchange:
    headers = (("Content-Type", "text/html"),)
    return Exchange(url=url, fetched_at=AT, status=status, headers=headers, body=body)


def portal(root: str) -> dict[str, Exchange | Outcome | None]:
    """A portal without robots.txt at this root."""
    robots = f"{root}robots.txt"
    return {root: said(root), robots: said(robots, b"", 404)}


def go_in(
    table: dict[str, Exchange | Outcome | None], *, late: bool = False
) -> tuple[Entry, list[str]]:
    source = TableSource(table)
    heard: list[Robots] = []

    async def run() -> Entry:
        async with Sandbox() as sandbox:
            visitor = Visitor(source=source, sandbox=sandbox, scope=scope_of(HOME), log=NoLog())
            return await enter(visitor, HOME, heard.append, lambda: late)

    return asyncio.run(run()), source.asked


def test_portal_is_entered_by_its_address_when_it_answers() -> None:
    entry, asked = go_in(portal(HOME))

    assert entry.url == HOME
    assert entry.home.outcome is Outcome.OK
    assert asked == [f"{HOME}robots.txt", HOME]


@pytest.mark.parametrize(
    "twin", ["https://muni.gob.gt/", "http://www.muni.gob.gt/", "https://www.muni.gob.gt/"]
)
def test_portal_is_entered_by_its_twin_when_its_own_address_is_dead(twin: str) -> None:
    entry, _ = go_in(portal(twin))

    assert entry.url == twin
    assert entry.home.outcome is Outcome.OK


def test_first_failure_is_told_when_no_door_opens() -> None:
    table: dict[str, Exchange | Outcome | None] = {f"{HOME}robots.txt": Outcome.TIMED_OUT}

    entry, asked = go_in(table)

    assert entry.home.outcome is Outcome.TIMED_OUT
    assert entry.home.url == HOME
    assert asked.count(f"{HOME}robots.txt") == 3


def test_nothing_more_is_tried_when_the_time_is_up() -> None:
    _, asked = go_in({}, late=True)

    assert asked == [f"{HOME}robots.txt"]


def test_replay_ends_with_the_first_failure_when_no_twin_was_kept() -> None:
    table: dict[str, Exchange | Outcome | None] = {
        f"{HOME}robots.txt": Outcome.DNS_FAILED,
        "https://muni.gob.gt/robots.txt": None,
        "https://muni.gob.gt/": None,
    }

    entry, _ = go_in(table)

    assert entry.home.outcome is Outcome.DNS_FAILED


def test_home_is_read_without_rules_when_the_archive_has_none() -> None:
    entry, _ = go_in({HOME: said(HOME), f"{HOME}robots.txt": None})

    assert entry.robots_visit is None
    assert entry.home.outcome is Outcome.OK


def test_home_is_not_asked_for_when_robots_close_it() -> None:
    robots = said(f"{HOME}robots.txt", b"User-agent: *\nDisallow: /\n")

    entry, asked = go_in({f"{HOME}robots.txt": robots, HOME: said(HOME)})

    assert entry.home.outcome is Outcome.DISALLOWED
    assert HOME not in asked


def test_home_is_asked_again_when_it_may_help() -> None:
    table = portal(HOME)
    table[HOME] = said(HOME, b"", 503)

    entry, asked = go_in(table)

    assert entry.home.outcome is Outcome.SERVER_ERROR
    assert asked.count(HOME) == 3


def test_bad_certificate_is_told_when_the_home_cannot_be_read_either() -> None:
    table: dict[str, Exchange | Outcome | None] = {
        f"{HOME}robots.txt": Outcome.TLS_FAILED,
        HOME: None,
        "https://muni.gob.gt/robots.txt": Outcome.TLS_FAILED,
    }

    entry, _ = go_in(table)

    assert entry.home.outcome is Outcome.TLS_FAILED
    assert entry.home.page is None


def faulty(root: str = "https://muni.gob.gt/") -> dict[str, Exchange | Outcome | None]:
    """A portal whose certificate is bad."""
    return dict.fromkeys((root, f"{root}robots.txt"), Outcome.TLS_FAILED)


@dataclass
class StrictSource(TableSource):
    """A source that gives its answers only to who does not test the certificate."""

    open_table: dict[str, Exchange | Outcome | None] = field(default_factory=dict)
    cookies: list[int] = field(default_factory=list)

    async def get(self, request: Request) -> Exchange:
        if request.verify_tls:
            return await super().get(request)
        self.cookies.append(len(request.cookies))
        found = self.open_table[request.url]
        assert isinstance(found, Exchange)
        return found


def go_in_strictly(table: dict[str, Exchange | Outcome | None]) -> tuple[Entry, StrictSource]:
    root = "https://muni.gob.gt/"
    moved = Exchange(
        url=root,
        fetched_at=AT,
        status=302,
        headers=(("Location", f"{root}inicio"), ("Set-Cookie", "a=1")),
    )
    opened = {**portal(root), root: moved, f"{root}inicio": said(f"{root}inicio")}
    source = StrictSource(table, open_table=opened)

    async def run() -> Entry:
        async with Sandbox() as sandbox:
            visitor = Visitor(source=source, sandbox=sandbox, scope=scope_of(root), log=NoLog())
            return await enter(visitor, root, lambda _: None)

    return asyncio.run(run()), source


def test_portal_with_a_bad_certificate_is_entered_unverified_and_without_cookies() -> None:
    entry, source = go_in_strictly(faulty())

    assert entry.home.outcome is Outcome.OK
    assert entry.home.final_url == "https://muni.gob.gt/inicio"
    assert (entry.is_unverified, entry.tls_fault) == (True, "no se pudo")
    assert set(source.cookies) == {0}


def test_twin_with_a_good_certificate_is_preferred_and_the_fault_is_kept() -> None:
    entry, _ = go_in_strictly({**faulty(), **portal("https://www.muni.gob.gt/")})

    assert entry.url == "https://www.muni.gob.gt/"
    assert (entry.is_unverified, entry.tls_fault) == (False, "no se pudo")
