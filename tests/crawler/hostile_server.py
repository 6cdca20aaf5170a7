"""A server of bad manners on loopback: each path is one personality, written byte by byte."""

import gzip
import socketserver
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import brotli  # type: ignore[import-untyped]

PAGE = b"<!doctype html><html lang=es><title>Hola</title><body><p>Tr\xc3\xa1mites</p></body></html>"
HANG_SECONDS = 30.0
STEP_SECONDS = 0.02

Personality = Callable[["_Handler"], object]


def answer(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A whole answer; `length` may lie."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {size}", "Connection: close", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def html(body: bytes, *headers: str, **more: Any) -> bytes:
    return answer(body, "Content-Type: text/html", *headers, **more)


def redirect(location: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 302 Found", "Content-Length: 0", "Connection: close", *headers]
    head = "\r\n".join(lines).encode("latin-1")
    return head + b"\r\nLocation: " + location + b"\r\n\r\n"


def say(data: bytes) -> Personality:
    """Write these bytes and close."""
    return lambda handler: handler.send(data)


def gzip_bomb() -> bytes:
    """200 MiB of blanks in some 200 KiB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(b"<html>")]
    parts += [packer.compress(b" " * 2**20) for _ in range(200)]
    return b"".join([*parts, packer.flush()])


def brotli_bomb() -> bytes:
    """100 MiB of blanks in a few hundred bytes."""
    return bytes(brotli.compress(b"<html>" + b" " * (100 * 2**20), quality=1))


def _slow_header(handler: "_Handler") -> None:
    handler.send(b"HTTP/1.1 200 OK\r\n")
    handler.wait(HANG_SECONDS)


def _drip(handler: "_Handler") -> None:
    handler.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(int(HANG_SECONDS / STEP_SECONDS)):
        if not (handler.send(b"<p>a") and handler.wait(STEP_SECONDS)):
            return


def _endless(handler: "_Handler") -> None:
    handler.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    while handler.send(b"<p>mas</p>" * 6000):
        pass


def _chain(handler: "_Handler") -> None:
    number = int(handler.path.rpartition("-")[2])
    handler.send(redirect(b"/chain-%d" % (number + 1)))


def _cookie_wall(handler: "_Handler") -> None:
    if "visto=si" in handler.head:
        handler.send(html(PAGE))
    else:
        handler.send(redirect(b"/cookie-wall", "Set-Cookie: visto=si; Path=/"))


PERSONALITIES: dict[str, Personality] = {
    "/": say(html(PAGE)),
    "/slow-header": _slow_header,
    "/drip": _drip,
    "/endless": _endless,
    "/big-header": say(html(PAGE, "X-Big: " + "a" * 200_000)),
    "/many-headers": say(html(PAGE, *(f"X-{n}: a" for n in range(20_000)))),
    "/short-body": say(html(b"<html><p>cort", length=5000)),
    "/short-but-whole": say(html(PAGE, length=5000)),
    "/no-answer": lambda handler: None,
    "/not-http": say(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
    "/gzip-bomb": say(html(gzip_bomb(), "Content-Encoding: gzip")),
    "/brotli-bomb": say(html(brotli_bomb(), "Content-Encoding: br")),
    "/gzip-lie": say(html(PAGE, "Content-Encoding: gzip")),
    "/gzip-junk": say(html(gzip.compress(PAGE) + b"\x00junk", "Content-Encoding: gzip")),
    "/gzip-twice": say(html(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip")),
    "/gzip-gzip": say(html(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip")),
    "/deflate-raw": say(html(zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate")),
    "/unknown-coding": say(html(PAGE, "Content-Encoding: compress9")),
    "/loop": say(redirect(b"/loop")),
    "/ping": say(redirect(b"/pong")),
    "/pong": say(redirect(b"/ping")),
    "/cookie-wall": _cookie_wall,
    "/bad-location": say(redirect(b"http://[bad/")),
    "/bad-port": say(redirect(b"http://127.0.0.1:99999/")),
    "/empty-location": say(
        html(PAGE, "Location: ", status="302 Found"),
    ),
    "/to-file": say(redirect(b"file:///etc/passwd")),
    "/to-metadata": say(redirect(b"http://169.254.169.254/latest/")),
    "/to-loopback-v6": say(redirect(b"http://[::1]/")),
    "/latin-location": say(redirect("/trámites".encode("latin-1"))),
    "/tr%E1mites": say(html(PAGE)),
    "/pdf.html": say(html(b"%PDF-1.4\n" + b"x" * 300_000)),
    "/bad-header-bytes": say(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Nombre: \xf1and\xfa\r\n"
        b"Content-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(PAGE), PAGE)
    ),
    "/many-cookies": say(html(PAGE, *(f"Set-Cookie: c{n}={'v' * 60}" for n in range(90)))),
    "/empty": say(html(b"")),
    "/wall": say(html(b"<title>Just a moment...</title>", status="403 Forbidden")),
    "/busy": say(html(PAGE, "Retry-After: 1", status="429 Too Many Requests")),
    "/robots.txt": say(answer(b"", status="404 Not Found")),
}


LINKS = "".join(f'<a href="{path}">{path}</a> ' for path in [*PERSONALITIES, "/chain-1"])
PERSONALITIES["/todo"] = say(html(PAGE.replace(b"</p>", LINKS.encode())))


@dataclass(kw_only=True)
class HostileServer:
    """Where the server listens, and what it saw."""

    address: str
    asked: Counter[str] = field(default_factory=Counter)
    heads: list[str] = field(default_factory=list)
    home: str = "/"
    stopping: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        return self.address + path


class _Handler(socketserver.BaseRequestHandler):
    path = ""
    head = ""

    def handle(self) -> None:
        server: Any = self.server
        data = b""
        while b"\r\n\r\n" not in data:
            chunk = self.request.recv(65536)
            data += chunk
            if not chunk or not data.startswith(b"GET"):
                self.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
        self.head = data.decode("latin-1")
        self.path = server.state.home if self.head.startswith("GET / ") else self._asked_path()
        server.state.asked[self.path] += 1
        server.state.heads.append(self.head)
        if self.path.startswith("/chain-"):
            _chain(self)
        else:
            missing = say(html(b"<h1>No existe</h1>", status="404 Not Found"))
            PERSONALITIES.get(self.path, missing)(self)

    def _asked_path(self) -> str:
        return self.head.split(" ")[1]

    def send(self, data: bytes) -> bool:
        """Write; False when the other side has gone."""
        try:
            self.request.sendall(data)
        except OSError:
            return False
        return True

    def wait(self, seconds: float) -> bool:
        """Wait; False when the server is stopping."""
        server: Any = self.server
        return not server.state.stopping.wait(seconds)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Broken connections are the point here."""


@contextmanager
def serve_hostile(home: str = "/") -> Iterator[HostileServer]:
    """Serve every personality on a free port of loopback; `home` stands at the root."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}"
        state = HostileServer(address=address, home=home)
        server.state = state  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield state
        finally:
            state.stopping.set()
            server.shutdown()
            thread.join()
