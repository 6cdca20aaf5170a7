"""The only code that opens a connection: one GET on aiohttp, or one greeting over TLS, bounded."""

import asyncio
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from crawler.content_type import is_html, sniff
from crawler.exchange import Exchange, Request, Want
from crawler.guard import AddressGuard, parse_address
from crawler.handshake import Handshake, Manner, context_for, shaken
from crawler.unpack import Meter, unpack
from crawler.urls import host_of, port_of
from crawler.visit import Outcome

USER_AGENT = "UniportalBot/1.0 (+https://uniportal.gob.gt/bot; robot@uniportal.gob.gt)"
TOTAL_SECONDS = 30.0
SILENT_SECONDS = 10.0
SNIFFED_BYTES = 512
DETAIL_LENGTH = 200
ADDRESSES_TRIED = 3
_OUR_LINE = re.compile(r"\(_ssl\.c:\d{1,6}\)")


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long a fetch may last in all, and how long a server may keep silent."""

    total: float = TOTAL_SECONDS
    silent: float = SILENT_SECONDS


def utc_now() -> datetime:
    """This moment in UTC, in whole seconds as archives keep it."""
    return datetime.now(UTC).replace(microsecond=0)


class WebSource:
    """Answers from the web: redirects not followed, cookies not kept, proxies ignored."""

    def __init__(
        self,
        *,
        guard: AddressGuard,
        user_agent: str = USER_AGENT,
        patience: Patience | None = None,
        resolver: AbstractResolver | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._guard = guard
        self._patience = patience or Patience()
        self._resolver = resolver
        self._now = now
        self._headers = {
            "User-Agent": user_agent,
            "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
            "Accept-Language": "es,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        self._session: aiohttp.ClientSession | None = None
        self._contexts = {is_strict: context_for(_MANNERS[is_strict]) for is_strict in _MANNERS}

    async def __aenter__(self) -> Self:
        self._session = self._new_session()
        return self

    def _new_session(self) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            limit=1,
            limit_per_host=1,
            resolver=self._resolver,
            socket_factory=self._guard.make_socket,
            happy_eyeballs_delay=None,
            # Between two polite questions a connection kept open would only hold a place.
            force_close=True,
        )
        session = aiohttp.ClientSession(
            connector=connector,
            headers=self._headers,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            timeout=aiohttp.ClientTimeout(
                total=self._patience.total,
                sock_connect=self._patience.silent,
                sock_read=self._patience.silent,
            ),
        )
        # Left to itself, aiohttp asks a host that hangs up once more, without any pause.
        session._retry_connection = False
        return session

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def get(self, request: Request) -> Exchange:
        """One GET; whatever the portal does becomes an exchange, never an exception."""
        started = self._now()
        objection = self._guard.objection(request.url)
        if objection:
            return _failed(request.url, started, Outcome.ADDRESS_REFUSED, objection)
        refused_before = len(self._guard.refused)
        try:
            async with asyncio.timeout(self._patience.total):
                return await self._ask(request, started)
        except (aiohttp.ClientError, OSError, ValueError, asyncio.IncompleteReadError) as error:
            if len(self._guard.refused) > refused_before:
                detail = "el nombre lleva a una dirección privada o reservada"
                return _failed(request.url, started, Outcome.ADDRESS_REFUSED, detail)
            return _failed(request.url, started, outcome_of(error), describe(error))

    async def _ask(self, request: Request, started: datetime) -> Exchange:
        assert self._session is not None, "use the source as a context manager"
        cookies = "; ".join(f"{name}={value}" for name, value in request.cookies.items())
        async with self._session.get(
            URL(request.url, encoded=True),
            allow_redirects=False,
            headers={"Cookie": cookies} if cookies else None,
            ssl=self._contexts[request.verify_tls],
        ) as response:
            headers = tuple(
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in response.raw_headers
            )
            head = Exchange(
                url=request.url,
                fetched_at=started,
                status=response.status,
                reason=response.reason or "",
                headers=headers,
            )
            body, is_cut = await _read_body(response, head, request.want)
            if is_cut:
                response.close()
            return replace(head, body=body, is_cut=is_cut)

    async def shake(self, url: str, manner: Manner) -> Handshake:
        """Greet the host of an https address once, then hang up; nothing is asked of it."""
        objection = self._guard.objection(url)
        if objection:
            return Handshake(failure=Outcome.ADDRESS_REFUSED, detail=objection)
        await self._hang_up()
        refused_before = len(self._guard.refused)
        try:
            async with asyncio.timeout(self._patience.silent):
                return await self._greet(host_of(url), port_of(url), manner)
        except (OSError, ValueError, asyncio.IncompleteReadError) as error:
            if len(self._guard.refused) > refused_before:
                return Handshake(failure=Outcome.ADDRESS_REFUSED, detail=describe(error))
            code = getattr(error, "verify_code", 0)
            return Handshake(failure=outcome_of(error), detail=describe(error), verify_code=code)

    async def _hang_up(self) -> None:
        """End the idle connection: a portal never has two of ours."""
        if self._session is not None:
            await self._session.close()
        self._session = self._new_session()

    async def _greet(self, host: str, port: int, manner: Manner) -> Handshake:
        loop = asyncio.get_running_loop()
        sock = await self._connect(host, port)
        try:
            transport, _ = await loop.create_connection(
                asyncio.Protocol, sock=sock, ssl=context_for(manner), server_hostname=host
            )
        except BaseException:
            sock.close()
            raise
        try:
            return shaken(transport.get_extra_info("ssl_object"))
        finally:
            transport.abort()

    async def _connect(self, host: str, port: int) -> socket.socket:
        """A socket to the first address that answers."""
        fault = OSError("the name has no address")
        for family, address in (await self._addresses(host, port))[:ADDRESSES_TRIED]:
            try:
                return await self._open(family, (address, port))
            except OSError as error:
                fault = error
        raise fault

    async def _open(self, family: int, target: tuple[str, int]) -> socket.socket:
        sock = self._guard.make_socket((family, socket.SOCK_STREAM, 0, "", target))
        try:
            sock.setblocking(False)
            await asyncio.get_running_loop().sock_connect(sock, target)
        except BaseException:
            sock.close()
            raise
        return sock

    async def _addresses(self, host: str, port: int) -> list[tuple[int, str]]:
        if self._resolver is not None and parse_address(host) is None:
            found = await self._resolver.resolve(host, port, socket.AF_UNSPEC)
            return [(one["family"], one["host"]) for one in found]
        infos = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [(info[0], str(info[4][0])) for info in infos]


_MANNERS = {True: Manner.STRICT, False: Manner.READING}


async def _read_body(
    response: aiohttp.ClientResponse, head: Exchange, want: Want
) -> tuple[bytes, bool]:
    """The packed body, read no further than the cap of what it turns out to be."""
    codings = head.header("content-encoding")
    wire = bytearray()
    meter = Meter(codings, want.cap)
    is_known = want is not Want.PAGE
    try:
        async for chunk in response.content.iter_chunked(16 * 1024):
            wire += chunk
            if meter.feed(chunk) or len(wire) > want.cap:
                return bytes(wire), True
            if not is_known and len(wire) >= SNIFFED_BYTES:
                is_known = True
                start = unpack(bytes(wire), codings, SNIFFED_BYTES * 4).body
                if not is_html(sniff(head.header("content-type"), start)):
                    return await _first_bytes(response, wire)
    except aiohttp.ClientPayloadError:
        # A wrong Content-Length is common: a page that says it ended is whole all the same.
        body = unpack(bytes(wire), codings, want.cap).body
        if b"</html>" not in body[-SNIFFED_BYTES:].lower():
            raise
    return bytes(wire), False


async def _first_bytes(response: aiohttp.ClientResponse, wire: bytearray) -> tuple[bytes, bool]:
    cap = Want.DOCUMENT.cap
    while len(wire) <= cap:
        chunk = await response.content.read(cap + 1 - len(wire))
        if not chunk:
            return bytes(wire), False
        wire += chunk
    return bytes(wire[:cap]), True


def outcome_of(error: BaseException) -> Outcome:
    """The word for what went wrong with a connection."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return _connector_outcome(error)
    for kinds, outcome in (
        ((ssl.SSLError, ssl.CertificateError, aiohttp.ClientSSLError), Outcome.TLS_FAILED),
        ((socket.gaierror,), Outcome.DNS_FAILED),
        ((TimeoutError,), Outcome.TIMED_OUT),
        ((ConnectionRefusedError,), Outcome.CONNECTION_REFUSED),
        ((aiohttp.InvalidURL,), Outcome.BAD_ADDRESS),
        ((aiohttp.ServerDisconnectedError, ConnectionError), Outcome.CONNECTION_RESET),
        ((aiohttp.ClientOSError,), Outcome.CONNECTION_RESET),
    ):
        if isinstance(error, kinds):
            return outcome
    return Outcome.BAD_RESPONSE


def _connector_outcome(error: aiohttp.ClientConnectorError) -> Outcome:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Outcome.DNS_FAILED
    if isinstance(error, aiohttp.ClientSSLError):
        return Outcome.TLS_FAILED
    if isinstance(error.os_error, TimeoutError):
        return Outcome.TIMED_OUT
    if isinstance(error.os_error, ConnectionResetError):
        return Outcome.CONNECTION_RESET
    return Outcome.CONNECTION_REFUSED


def describe(error: BaseException) -> str:
    """The technical words of an error, on one short line."""
    # aiohttp wraps the error that says what happened in one that prints its own settings.
    inner = getattr(error, "certificate_error", None) or getattr(error, "os_error", None) or error
    text = " ".join(_OUR_LINE.sub("", f"{type(inner).__name__}: {inner}").split())
    return text[:DETAIL_LENGTH]


def _failed(url: str, at: datetime, outcome: Outcome, detail: str) -> Exchange:
    return Exchange(url=url, fetched_at=at, failure=outcome, detail=detail)
