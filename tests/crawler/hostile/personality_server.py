"""One server on loopback that is many portals, told apart by their names, and counts manners."""

import select
import socket
import socketserver
import ssl
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.crawler.hostile.personalities import PRIVATE
from tests.crawler.hostile.raw_server import NOT_FOUND, REQUEST_BYTES, Answers, Asked

HERE = "127.0.0.1"
ELSEWHERE = "127.0.0.2"


@dataclass(kw_only=True)
class Manners:
    """What the visitor did, by host: paths asked, moments asked at, connections at once; and how
    often anybody knocked at a socket that is nobody's business."""

    asked: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    moments: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    methods: set[str] = field(default_factory=set)
    at_once: Counter[str] = field(default_factory=Counter)
    most_at_once: Counter[str] = field(default_factory=Counter)
    knocks: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def visit(self, host: str, head: str) -> Iterator[int]:
        """Count one request while it lasts; gives how often its path was asked before."""
        method, path = (*head.split(" "), "", "")[:2]
        with self.lock:
            times = self.asked[host].count(path)
            self.asked[host].append(path)
            self.moments[host].append(time.monotonic())
            self.methods.add(method)
            self.at_once[host] += 1
            self.most_at_once[host] = max(self.most_at_once[host], self.at_once[host])
        try:
            yield times
        finally:
            with self.lock:
                self.at_once[host] -= 1


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        server: Any = self.server
        head = self._read_head()
        if head is None:
            return
        host = _host_in(head)
        with server.manners.visit(host, head) as times:
            self._answer(server.portals.get(host, {}), head, times)

    def _read_head(self) -> str | None:
        data = b""
        while b"\r\n\r\n" not in data and len(data) < REQUEST_BYTES:
            try:
                chunk = self.request.recv(65536)
            except OSError:
                return None
            if not chunk:
                return None
            data += chunk
        return data.partition(b"\r\n\r\n")[0].decode("latin-1")

    def _answer(self, answers: Answers, head: str, times: int) -> None:
        server: Any = self.server
        path = (*head.split(" "), "", "")[1]
        found = answers.get(path, answers.get("*", NOT_FOUND))
        said = (
            found(Asked(path=path, head=head, times=times, wait=self._wait))
            if callable(found)
            else found
        )
        try:
            for part in (said,) if isinstance(said, bytes) else said:
                filled = part.replace(PRIVATE.encode(), server.private.encode())
                self.request.sendall(filled.replace(b":PORT_/", b":%d/" % server.server_address[1]))
        except OSError:
            """The other side has gone."""

    def _wait(self, seconds: float) -> bool:
        """Wait; False when the server is stopping or the other side has gone."""
        server: Any = self.server
        end = time.monotonic() + seconds
        while not server.manners.stopping.is_set():
            left = max(end - time.monotonic(), 0.0)
            if select.select([self.request], [], [], min(left, 0.05))[0]:
                return False
            if not left:
                return True
        return False


def _host_in(head: str) -> str:
    for line in head.split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "host":
            return value.strip().partition(":")[0]
    return ""


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, context: ssl.SSLContext | None, **known: Any) -> None:
        super().__init__((HERE, 0), _Handler)
        self.context = context
        vars(self).update(known)

    def get_request(self) -> tuple[Any, Any]:
        """Take a connection; it is greeted over TLS in its own thread, at the first reading."""
        request, address = super().get_request()
        if self.context is not None:
            request = self.context.wrap_socket(
                request, server_side=True, do_handshake_on_connect=False
            )
        return request, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Broken connections are the point here."""


class _Listener(threading.Thread):
    """Counts whoever connects to a socket that nobody may connect to."""

    def __init__(self, manners: Manners, host: str, port: int) -> None:
        super().__init__(daemon=True)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.create_server((host, port), family=family)
        self._manners = manners

    def run(self) -> None:
        while True:
            try:
                connection, address = self.socket.accept()
            except OSError:
                return
            connection.close()
            self._manners.knocks.append(str(address))


@dataclass(kw_only=True)
class Portals:
    """Where the portals listen: `http` is a port; `tls` maps the name of a fault to another."""

    manners: Manners
    http: int
    tls: Mapping[str, int]

    @property
    def sockets(self) -> list[str]:
        """The only sockets that a visitor may be let through to."""
        return [f"{HERE}:{port}" for port in (self.http, *self.tls.values())]


@contextmanager
def serve_portals(
    portals: Mapping[str, Answers], contexts: Mapping[str, ssl.SSLContext]
) -> Iterator[Portals]:
    """Serve every host of a table, over http and once more for each way of doing TLS badly."""
    manners = Manners()
    with ExitStack() as stack:
        known = {"portals": portals, "manners": manners, "private": ""}
        plain = stack.enter_context(_Server(None, **known))
        port = plain.server_address[1]
        private = f"{ELSEWHERE}:{port}"
        vars(plain)["private"] = private
        known["private"] = private
        secure = {
            name: stack.enter_context(_Server(context, **known))
            for name, context in contexts.items()
        }
        _listen(stack, manners, port)
        for server in (plain, *secure.values()):
            _run(stack, server)
        stack.callback(manners.stopping.set)
        yield Portals(
            manners=manners,
            http=port,
            tls={name: server.server_address[1] for name, server in secure.items()},
        )


def _run(stack: ExitStack, server: _Server) -> None:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    stack.callback(thread.join)
    stack.callback(server.shutdown)


def _listen(stack: ExitStack, manners: Manners, port: int) -> None:
    """Listen where nobody may knock: another address, the other loopback, another port."""
    for host, number in ((ELSEWHERE, port), ("::1", port), (HERE, 0)):
        try:
            listener = _Listener(manners, host, number)
        except OSError:
            continue  # A machine without IPv6 has one place less to protect.
        listener.start()
        stack.callback(listener.join)
        stack.callback(listener.socket.close)
        stack.callback(_wake, listener.socket)


def _wake(listening: socket.socket) -> None:
    """End a wait for connections; closing alone would leave the thread waiting."""
    try:
        listening.shutdown(socket.SHUT_RDWR)
    except OSError:
        """It was not waiting."""
