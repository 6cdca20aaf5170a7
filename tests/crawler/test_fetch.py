"""Fetching survives every bad manner of a server, and names it."""

import asyncio
import socket
from datetime import UTC, datetime

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from crawler.exchange import MIB, Exchange, Request, Want
from crawler.fetch import Patience, WebSource
from crawler.guard import AddressGuard
from crawler.reading import Reading, read
from crawler.redirects import Fetched, follow
from crawler.visit import Outcome
from tests.crawler.hostile.raw_server import RawSite

HASTE = Patience(total=1.5, silent=0.4)
AT = datetime(2026, 11, 30, tzinfo=UTC)


class LoopbackResolver(AbstractResolver):
    """Every name is this machine: what a rebinding answer looks like."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.address = address

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host, host=self.address, port=port, family=socket.AF_INET, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Nothing to close."""


def ask(url: str, want: Want = Want.PAGE, *, private: bool = True) -> Fetched:
    """Follow one address with a short clock."""

    async def run() -> Fetched:
        guard = AddressGuard(allow_private=private)
        async with WebSource(guard=guard, patience=HASTE, resolver=LoopbackResolver()) as source:
            return await follow(source, url, want=want)

    return asyncio.run(run())


def look(hostile: RawSite, path: str) -> Reading:
    return read(ask(hostile.url(path)))


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/", Outcome.OK),
        ("/nada", Outcome.NOT_FOUND),
        ("/slow-header", Outcome.TIMED_OUT),
        ("/drip", Outcome.TIMED_OUT),
        ("/endless", Outcome.TOO_LARGE),
        ("/big-header", Outcome.BAD_RESPONSE),
        ("/many-headers", Outcome.BAD_RESPONSE),
        ("/short-body", Outcome.BAD_RESPONSE),
        ("/short-but-whole", Outcome.OK),
        ("/no-answer", Outcome.CONNECTION_RESET),
        ("/not-http", Outcome.BAD_RESPONSE),
        ("/gzip-bomb", Outcome.TOO_LARGE),
        ("/brotli-bomb", Outcome.TOO_LARGE),
        ("/loop", Outcome.TOO_MANY_REDIRECTS),
        ("/ping", Outcome.TOO_MANY_REDIRECTS),
        ("/chain-1", Outcome.TOO_MANY_REDIRECTS),
        ("/to-file", Outcome.BAD_REDIRECT),
        ("/bad-header-bytes", Outcome.OK),
        ("/many-cookies", Outcome.OK),
        ("/wall", Outcome.BLOCKED_TO_ROBOTS),
        ("/busy", Outcome.TOO_MANY_REQUESTS),
    ],
)
def test_each_bad_manner_has_its_word(hostile: RawSite, path: str, outcome: Outcome) -> None:
    assert look(hostile, path).outcome is outcome


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/gzip-twice", "comprimido_dos_veces"),
        ("/gzip-gzip", ""),
        ("/deflate-raw", ""),
        ("/unknown-coding", "codificacion_desconocida"),
    ],
)
def test_page_is_read_when_its_coding_lies(hostile: RawSite, path: str, problem: str) -> None:
    reading = look(hostile, path)

    assert reading.text is not None
    assert "<p>Trámites</p>" in reading.text
    assert reading.problems == ((problem,) if problem else ())


def test_body_is_cut_at_the_cap_when_it_never_ends(hostile: RawSite) -> None:
    fetched = ask(hostile.url("/endless"))

    assert fetched.exchange.is_cut
    assert 2 * MIB <= len(fetched.exchange.body) <= 3 * MIB
    assert read(fetched).size == 2 * MIB


def test_document_is_read_only_at_its_beginning_when_asked_as_a_page(
    hostile: RawSite,
) -> None:
    fetched = ask(hostile.url("/pdf.html"))

    assert len(fetched.exchange.body) == Want.DOCUMENT.cap
    assert read(fetched).content_type == "application/pdf"
    assert read(fetched).size == 300_009


def test_at_most_five_redirects_are_followed(hostile: RawSite) -> None:
    before = sum(path.startswith("/chain-") for path in hostile.asked)

    fetched = ask(hostile.url("/chain-1"))

    after = sum(path.startswith("/chain-") for path in hostile.asked)
    assert fetched.hops == 5
    assert after - before == 6


def test_cookie_is_sent_back_only_within_its_chain(hostile: RawSite) -> None:
    ask(hostile.url("/cookie-wall"))

    ask(hostile.url("/"))

    assert "cookie:" not in hostile.heads[-1].lower()


def test_robot_says_who_it_is_and_how_to_reach_its_owner(hostile: RawSite) -> None:
    ask(hostile.url("/"))

    head = hostile.heads[-1]
    assert "User-Agent: UniportalBot/1.0 (+https://" in head
    assert "@" in head


@pytest.mark.parametrize("path", ["/to-metadata", "/to-loopback-v6"])
def test_redirect_is_refused_when_it_leads_to_a_private_address(
    hostile: RawSite, path: str
) -> None:
    guard = AddressGuard()

    async def run() -> Exchange:
        async with WebSource(guard=guard, patience=HASTE) as source:
            location = (await _ask_openly(hostile.url(path))).header("location")
            return await source.get(Request(url=location))

    exchange = asyncio.run(run())

    assert exchange.failure is Outcome.ADDRESS_REFUSED


async def _ask_openly(url: str) -> Exchange:
    async with WebSource(guard=AddressGuard(allow_private=True), patience=HASTE) as source:
        return await source.get(Request(url=url))


def test_nothing_is_asked_when_a_public_name_resolves_to_loopback(hostile: RawSite) -> None:
    port = hostile.address.rpartition(":")[2]
    before = len(hostile.asked)

    fetched = ask("http://portal.gob.gt/", private=False)

    assert fetched.failure is Outcome.ADDRESS_REFUSED
    assert "privada" in fetched.detail
    assert ask(f"http://portal.gob.gt:{port}/", private=False).failure is Outcome.ADDRESS_REFUSED
    assert len(hostile.asked) == before


def test_connection_refused_is_told_apart_when_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    assert ask(f"http://127.0.0.1:{port}/").failure is Outcome.CONNECTION_REFUSED


def test_tls_failure_is_told_apart_when_the_server_speaks_none(hostile: RawSite) -> None:
    fetched = ask(hostile.url("/").replace("http:", "https:"))

    assert fetched.failure is Outcome.TLS_FAILED
    assert fetched.detail


def test_proxy_of_the_environment_is_ignored(
    hostile: RawSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")

    assert ask(hostile.url("/")).failure is None
