"""A small portal made within a test: a table of answers served on loopback, asked politely."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# Signed by itself, for no real host: worth nothing but to be refused.
CERTIFICATE = Path(__file__).with_name("self_signed.pem")


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One answer of the small site."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


Pages = dict[str, "Reply | Callable[[int], Reply]"]


@dataclass(kw_only=True)
class SmallSite:
    """Where it listens, and what it was asked, in order."""

    address: str
    asked: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def url(self, path: str = "/") -> str:
        return self.address + path


def page(title: str, *links: str, text: str = "", head: str = "") -> Reply:
    """A page of HTML with a title and links."""
    anchors = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    words = text or f"Esta es la página {title} de la municipalidad de ejemplo."
    html = (
        f"<!doctype html><html lang=es><head><title>{title}</title>{head}</head>"
        f"<body><main><h1>{title}</h1><p>{words}</p><ul>{anchors}</ul></main></body></html>"
    )
    return Reply(body=html.encode())


def _find(pages: Pages, path: str) -> "Reply | Callable[[int], Reply]":
    """What is told of a path: by its name, else by the longest beginning told with a star."""
    stars = [key for key in pages if key.endswith("*") and path.startswith(key[:-1])]
    missing = Reply(body=b"<h1>No existe</h1>", status=404)
    return pages.get(path) or (pages[max(stars, key=len)] if stars else missing)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server: Any = self.server
        site, pages = server.site, server.pages
        with server.lock:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            times = site.asked.count(self.path)
            site.asked.append(self.path)
        found = _find(pages, self.path)
        reply = found(times) if callable(found) else found
        # Counted down before the last byte leaves: with it in hand, the reader may ask again.
        with server.lock:
            site.at_once -= 1
        self._answer(reply)

    def _answer(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that hangs up early is no error."""


def _bad_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


@contextmanager
def serve(pages: Pages, *, tls: bool | ssl.SSLContext = False) -> Iterator[SmallSite]:
    """Serve these answers on a free port of loopback, over TLS as told, else badly certified."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        scheme = "https" if tls else "http"
        site = SmallSite(address=f"{scheme}://127.0.0.1:{server.server_address[1]}")
        if tls:
            context = tls if isinstance(tls, ssl.SSLContext) else _bad_context()
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.site, server.pages = site, pages  # type: ignore[attr-defined]
        server.lock = threading.Lock()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
