"""Bad manners of a server, one a path: for what a single question must survive."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from tests.crawler.hostile.bombs import brotli_bomb, gzip_bomb
from tests.crawler.hostile.raw_server import (
    NOT_FOUND,
    Answer,
    Asked,
    RawSite,
    answer,
    html,
    redirect,
    serve_raw,
)

PAGE = b"<!doctype html><html lang=es><title>Hola</title><body><p>Tr\xc3\xa1mites</p></body></html>"
HANG_SECONDS = 30.0
STEP_SECONDS = 0.02
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
CHAIN = 20


def _slow_header(asked: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    asked.wait(HANG_SECONDS)


def _drip(asked: Asked) -> Iterator[bytes]:
    yield HEAD
    for _ in range(int(HANG_SECONDS / STEP_SECONDS)):
        asked.wait(STEP_SECONDS)
        yield b"<p>a"


def _endless(asked: Asked) -> Iterator[bytes]:
    yield HEAD + b"<html>"
    while asked.wait(0):
        yield b"<p>mas</p>" * 6000


def _cookie_wall(asked: Asked) -> bytes:
    if "visto=si" in asked.header("cookie"):
        return html(PAGE)
    return redirect("/cookie-wall", "Set-Cookie: visto=si; Path=/")


MANNERS: dict[str, Answer] = {
    "/": html(PAGE),
    "/slow-header": _slow_header,
    "/drip": _drip,
    "/endless": _endless,
    "/big-header": html(PAGE, "X-Big: " + "a" * 200_000),
    "/many-headers": html(PAGE, *(f"X-{n}: a" for n in range(20_000))),
    "/short-body": html(b"<html><p>cort", length=5000),
    "/short-but-whole": html(PAGE, length=5000),
    "/no-answer": b"",
    "/not-http": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "/gzip-bomb": lambda _: html(gzip_bomb(), "Content-Encoding: gzip"),
    "/brotli-bomb": lambda _: html(brotli_bomb(), "Content-Encoding: br"),
    "/gzip-lie": html(PAGE, "Content-Encoding: gzip"),
    "/gzip-junk": html(gzip.compress(PAGE) + b"\x00junk", "Content-Encoding: gzip"),
    "/gzip-twice": html(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip"),
    "/gzip-gzip": html(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip"),
    "/deflate-raw": html(zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate"),
    "/unknown-coding": html(PAGE, "Content-Encoding: compress9"),
    "/loop": redirect("/loop"),
    "/ping": redirect("/pong"),
    "/pong": redirect("/ping"),
    "/cookie-wall": _cookie_wall,
    "/bad-location": redirect("http://[bad/"),
    "/bad-port": redirect("http://127.0.0.1:99999/"),
    "/empty-location": html(PAGE, "Location: ", status="302 Found"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-metadata": redirect("http://169.254.169.254/latest/"),
    "/to-loopback-v6": redirect("http://[::1]/"),
    "/latin-location": redirect("/trámites".encode("latin-1")),
    "/tr%E1mites": html(PAGE),
    "/pdf.html": html(b"%PDF-1.4\n" + b"x" * 300_000),
    "/bad-header-bytes": html(PAGE, "X-Nombre: \xf1and\xfa"),
    "/many-cookies": html(PAGE, *(f"Set-Cookie: c{n}={'v' * 60}" for n in range(90))),
    "/empty": html(b""),
    "/wall": html(b"<title>Just a moment...</title>", status="403 Forbidden"),
    "/busy": html(PAGE, "Retry-After: 1", status="429 Too Many Requests"),
    "/robots.txt": answer(b"", status="404 Not Found"),
}
LINKS = "".join(f'<a href="{path}">{path}</a> ' for path in [*MANNERS, "/chain-1"])
MANNERS["/todo"] = html(PAGE.replace(b"</p>", LINKS.encode()))
MANNERS["*"] = NOT_FOUND
MANNERS |= {f"/chain-{number}": redirect(f"/chain-{number + 1}") for number in range(1, CHAIN)}


@contextmanager
def serve_manners(home: str = "/") -> Iterator[RawSite]:
    """Serve every bad manner on a free port of loopback; `home` stands at the root."""
    with serve_raw({**MANNERS, "/": MANNERS[home]}) as site:
        yield site
