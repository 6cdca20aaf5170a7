"""A server on loopback that answers byte by byte what a test wrote, well-formed or not."""

import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

REQUEST_BYTES = 200_000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request: its path as it came, its head, and how often the path was asked before."""

    path: str
    head: str
    times: int
    wait: Callable[[float], bool]

    def header(self, name: str) -> str:
        """The value of a header, empty when absent."""
        for line in self.head.split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return ""


Answer = bytes | Callable[[Asked], "bytes | Iterable[bytes]"]
Answers = Mapping[str, Answer]


def answer(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A whole answer; `length` may lie."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {size}", "Connection: close", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def html(body: bytes | str, *headers: str, **more: Any) -> bytes:
    """An answer labelled as HTML, without a charset; text goes as UTF-8."""
    raw = body.encode() if isinstance(body, str) else body
    return answer(raw, "Content-Type: text/html", *headers, **more)


def page(title: str, *links: str, text: str = "", head: str = "") -> bytes:
    """A whole page in UTF-8 with a title, words and links."""
    anchors = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    words = text or f"<p>Esta es la página {title} de la municipalidad de ejemplo.</p>"
    return html(
        f'<!doctype html><html lang="es"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><main><h1>{title}</h1>{words}<ul>{anchors}</ul></main></body></html>"
    )


def redirect(location: str | bytes, *headers: str, status: str = "302 Found") -> bytes:
    """A redirect; `location` goes as it is."""
    raw = location if isinstance(location, bytes) else location.encode()
    lines = [f"HTTP/1.1 {status}", "Content-Length: 0", "Connection: close", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\nLocation: " + raw + b"\r\n\r\n"


NOT_FOUND = html("<title>No existe</title><h1>No existe</h1>", status="404 Not Found")


@dataclass(kw_only=True)
class RawSite:
    """Where the server listens, and what it was asked, in order."""

    address: str
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str = "/") -> str:
        """The address of a path here."""
        return self.address + path


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        server: Any = self.server
        head = self._read_head()
        if head is None:
            return
        asked = _note(server.site, head)
        try:
            self._answer(server.answers, asked)
        finally:
            with server.site.lock:
                server.site.at_once -= 1

    def _read_head(self) -> str | None:
        data = b""
        while b"\r\n\r\n" not in data and len(data) < REQUEST_BYTES:
            chunk = self.request.recv(65536)
            data += chunk
            if not chunk:
                return None
            if not data.startswith(b"GET "[: len(data)]):
                self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return None
        return data.partition(b"\r\n\r\n")[0].decode("latin-1")

    def _answer(self, answers: Answers, asked: Asked) -> None:
        found = answers.get(asked.path, answers.get("*", NOT_FOUND))
        said = found(asked) if callable(found) else found
        try:
            for part in (said,) if isinstance(said, bytes) else said:
                self.request.sendall(part)
        except OSError:
            """The other side has gone."""


def _note(site: RawSite, head: str) -> Asked:
    path = [*head.split(" "), "", ""][1]
    with site.lock:
        times = site.asked.count(path)
        site.asked.append(path)
        site.heads.append(head)
        site.at_once += 1
        site.most_at_once = max(site.most_at_once, site.at_once)
    return Asked(
        path=path, head=head, times=times, wait=lambda seconds: not site.stopping.wait(seconds)
    )


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Broken connections are the point here."""


@contextmanager
def serve_raw(answers: Answers, host: str = "127.0.0.1") -> Iterator[RawSite]:
    """Serve these answers on a free port of loopback; "*" answers for every other path."""
    with _Server((host, 0), _Handler) as server:
        site = RawSite(address=f"http://{host}:{server.server_address[1]}")
        server.site, server.answers = site, answers  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield site
        finally:
            site.stopping.set()
            server.shutdown()
            thread.join()
