"""Portals of bad will, one host each: what they answer, and in what word their audit must end.

Source of the list: reliability plan, 4.6. `PRIVATE` stands for the socket nobody may connect to and
`:PORT_` for this server's own port; both are filled in as the answers go out, and are as long as
what they stand for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.crawler.hostile.bombs import brotli_bomb, feed_bomb, gzip_bomb, pdf_bomb, zstd_bomb
from tests.crawler.hostile.raw_server import Answer, Answers, Asked, answer, html, page, redirect

PRIVATE = "private.test:99"
HTML_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
WORDS = "<p>" + "La municipalidad de ejemplo atiende a todas las personas. " * 5 + "</p>"
SHELL = '<!doctype html><html lang=es><title>Portal</title><div id="app"></div><script>{}</script>'
HANG = 30.0


@dataclass(frozen=True, kw_only=True)
class Personality:
    """One portal. `outcome` is the word for its home; `says` must stand in its coverage."""

    name: str
    answers: Answers
    outcome: str = "ok"
    says: str = ""
    skips: str = ""
    tls: str = ""
    never: tuple[str, ...] = field(default=())


def home(*links: str, text: str = WORDS, head: str = "") -> bytes:
    """A home page like any other."""
    return page("Municipalidad de Ejemplo", *links, text=text, head=head)


def at_home(body: Answer, **pages: Answer) -> dict[str, Answer]:
    """A portal that is bad at its door."""
    return {"/": body, **pages}


def with_file(path: str, body: Answer, *links: str) -> dict[str, Answer]:
    """A good home page, and one bad file beside it."""
    return {"/": home(*links), path: body, "/privado": page("Privado"), "/uno": page("Uno")}


def slow_header(asked: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    asked.wait(HANG)


def drip(asked: Asked) -> Iterator[bytes]:
    yield HTML_HEAD
    while asked.wait(0.3):
        yield b"a"


def endless(asked: Asked) -> Iterator[bytes]:
    yield HTML_HEAD + b"<html><title>Sin fin</title><p>Empieza"
    while asked.wait(0):
        yield b"<p>y sigue " * 5000


def big_header(asked: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Grande: "
    for _ in range(50):
        yield b"a" * 2**20
    yield b"\r\n\r\n"


def repeated(start: str, part: str, times: int) -> Callable[[Asked], Iterator[bytes]]:
    """A page that says one thing over and over."""

    def say(asked: Asked) -> Iterator[bytes]:
        yield HTML_HEAD + start.encode()
        step = part * 1000
        for _ in range(times // 1000):
            yield step.encode()

    return say


def numbered_links(asked: Asked) -> Iterator[bytes]:
    yield HTML_HEAD + f"<title>Enlaces</title><h1>Enlaces</h1>{WORDS}".encode()
    for start in range(0, 1_000_000, 1000):
        yield "".join(f"<a href=/e/{n}>e{n}</a> " for n in range(start, start + 1000)).encode()


def chain(asked: Asked) -> bytes:
    number = asked.path.removeprefix("/") or "0"
    return redirect(f"/{int(number) + 1}") if number.isdigit() else NOTHING


def calendar(asked: Asked) -> bytes:
    month = int(asked.path.rpartition("-")[2] or 0) if "-" in asked.path else 0
    return page(f"Agenda {month}", f"/agenda/2026-{month + 1}", f"/agenda?mes=2026-{month + 2}")


SESSIONS = count(1)


def session(asked: Asked) -> bytes:
    number = f"{next(SESSIONS):032x}"
    links = (f"/uno;jsessionid={number}", f"/dos?PHPSESSID={number}", f"/tres?sid={number}")
    return page("Sesiones", *links)


def big_sitemap(asked: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n<urlset>"
    for start in range(0, 1_000_000, 1000):
        locs = (f"<url><loc>/s/{number}</loc></url>" for number in range(start, start + 1000))
        yield "".join(locs).encode()


def big_robots(asked: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"
    yield b"User-agent: *\nDisallow: /privado\n"
    for _ in range(5):
        yield b"# relleno\n" * 104_858


def plain(body: bytes) -> bytes:
    return answer(body, "Content-Type: text/plain")


def redirected(location: str, outcome: str, name: str) -> Personality:
    return Personality(name=name, answers=at_home(redirect(location)), outcome=outcome)


NOTHING = html("<title>Lo sentimos</title><h1>Lo sentimos</h1><p>No encontramos esa página.</p>")
ENTITY = (
    f'<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://{PRIVATE}/">]>'
    "<urlset><url><loc>/&x;</loc></url><url><loc>/&y;</loc></url></urlset>"
)
DANGER = (
    '<form action="/borrar" method="get"><input type="hidden" name="id" value="1">'
    "<button>Borrar</button></form>"
    '<a href="/eliminar/7">Eliminar</a> <a href="/admin?action=delete&amp;id=3">Borrar</a> '
    '<a href="/cuenta/logout">Salir</a> <a href="/cerrar-sesion">Cerrar sesión</a>'
)
COOKIES = [f"Set-Cookie: c{number}={'v' * 4000}" for number in range(2600)]
XML = "Content-Type: application/xml"
DEEP = f"<title>Hondo</title><h1>Municipio</h1>{WORDS}"

PERSONALITIES: tuple[Personality, ...] = (
    Personality(name="cabecera-lenta", answers=at_home(slow_header), outcome="timed_out"),
    Personality(name="gota-a-gota", answers=at_home(drip), outcome="timed_out"),
    Personality(name="sin-fin", answers=at_home(endless), outcome="too_large"),
    Personality(name="cabecera-enorme", answers=at_home(big_header), outcome="bad_response"),
    Personality(
        name="veinte-mil-cabeceras",
        answers=at_home(html(WORDS, *(f"X-{n}: a" for n in range(20_000)))),
        outcome="bad_response",
    ),
    Personality(
        name="longitud-falsa", answers=at_home(html(WORDS, length=9000)), outcome="bad_response"
    ),
    Personality(
        name="bomba-gzip",
        answers=at_home(lambda _: html(gzip_bomb(), "Content-Encoding: gzip")),
        outcome="too_large",
    ),
    Personality(
        name="bomba-br",
        answers=at_home(lambda _: html(brotli_bomb(), "Content-Encoding: br")),
        outcome="too_large",
    ),
    Personality(
        name="bomba-zstd",
        answers=at_home(lambda _: html(zstd_bomb(), "Content-Encoding: zstd")),
        outcome="not_html",
    ),
    Personality(
        name="texto-enorme",
        answers=at_home(repeated("<p>", "palabra ", 1_300_000)),
        outcome="too_large",
    ),
    Personality(name="doscientos-mil-div", answers=at_home(repeated(DEEP, "<div>", 200_000))),
    Personality(
        name="cien-mil-atributos",
        answers=at_home(
            html(DEEP + "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">Fin</p>")
        ),
    ),
    Personality(name="un-millon-de-enlaces", answers=at_home(numbered_links), outcome="too_large"),
    Personality(
        name="comentarios",
        answers=at_home(repeated(DEEP, "<!-- -->", 500_000)),
        outcome="too_large",
    ),
    Personality(name="bucle", answers=at_home(redirect("/")), outcome="too_many_redirects"),
    Personality(name="cadena", answers={"*": chain}, outcome="too_many_redirects"),
    redirected(f"http://{PRIVATE}/", "leaves_portal", "a-privada"),
    redirected("http://[::1]:PORT_/", "leaves_portal", "a-ipv6"),
    redirected("file:///etc/passwd", "bad_redirect", "a-archivo"),
    Personality(name="rebelde", answers=at_home(home("/uno"))),
    Personality(name="dos-direcciones", answers=at_home(home("/uno")), outcome="ok"),
    Personality(name="interno", answers=at_home(home()), outcome="address_refused"),
    Personality(
        name="calendario",
        answers={"/": home("/agenda"), "*": calendar},
        says="Se alcanzó el máximo de páginas.",
    ),
    Personality(name="sesiones", answers={"/": home("/uno"), "*": session}),
    Personality(name="todo-existe", answers={"/": home("/uno", "/dos"), "*": NOTHING}),
    Personality(
        name="robots-5xx",
        answers=with_file("/robots.txt", html("", status="503 Service Unavailable")),
        outcome="disallowed_by_robots",
        says="robots.txt respondió con el error 503",
    ),
    Personality(name="robots-html", answers=with_file("/robots.txt", html("<html>Disallow: /"))),
    Personality(
        name="robots-bom",
        answers=with_file(
            "/robots.txt", plain(b"\xef\xbb\xbfUser-agent: *\nDisallow: /privado\n"), "/privado"
        ),
        skips="robots",
        never=("/privado",),
    ),
    Personality(
        name="robots-enorme",
        answers=with_file("/robots.txt", big_robots, "/privado"),
        skips="robots",
        never=("/privado",),
    ),
    Personality(
        name="robots-paciente",
        answers=with_file("/robots.txt", plain(b"User-agent: *\nCrawl-delay: 999999999\n")),
        says="Se acabó el tiempo de la auditoría.",
    ),
    Personality(
        name="robots-privado", answers=with_file("/robots.txt", redirect(f"http://{PRIVATE}/r"))
    ),
    Personality(
        name="mapa-bomba", answers=with_file("/sitemap.xml", lambda _: answer(gzip_bomb(), XML))
    ),
    Personality(name="mapa-millon", answers=with_file("/sitemap.xml", big_sitemap)),
    Personality(
        name="mapa-entidad", answers=with_file("/sitemap.xml", answer(ENTITY.encode(), XML))
    ),
    Personality(
        name="fuente-bomba",
        answers=with_file(
            "/noticias", answer(feed_bomb(), "Content-Type: application/rss+xml"), "/noticias"
        ),
    ),
    Personality(
        name="vencido", answers=at_home(home()), tls="vencido", says="su certificado está vencido"
    ),
    Personality(
        name="autofirmado", answers=at_home(home()), tls="autofirmado", says="ninguna autoridad"
    ),
    Personality(name="otro-nombre", answers=at_home(home()), tls="otro", says="es de otro nombre"),
    Personality(name="tls-viejo", answers=at_home(home()), tls="viejo", says="cifrado antiguo"),
    Personality(
        name="utf-7",
        answers=at_home(
            answer(
                f"<p>+ADw-script+AD4-</p>{WORDS}".encode(), "Content-Type: text/html; charset=utf-7"
            )
        ),
    ),
    Personality(
        name="utf-16",
        answers=at_home(html(f"<html lang=es><title>Año</title>{WORDS}".encode("utf-16-le"))),
    ),
    Personality(
        name="cp1252",
        answers=at_home(
            answer(
                f"<title>Año</title>{WORDS}".encode("cp1252"),
                "Content-Type: text/html; charset=utf-8",
            )
        ),
    ),
    Personality(name="galletas", answers=at_home(html(WORDS, *COOKIES)), outcome="bad_response"),
    Personality(
        name="refresco",
        answers=at_home(home(head='<meta http-equiv="refresh" content="0; url=/">')),
    ),
    Personality(
        name="base-ajena",
        answers=at_home(home("tramites", head=f'<base href="http://{PRIVATE}/">')),
        skips="otro_portal",
    ),
    Personality(
        name="borrador",
        answers={"/": home(text=WORDS + DANGER), "*": home()},
        skips="accion_peligrosa",
        never=("/borrar", "/eliminar/7", "/admin", "/cuenta/logout", "/cerrar-sesion"),
    ),
    Personality(
        name="bomba-pdf",
        answers=with_file(
            "/b.pdf", lambda _: answer(pdf_bomb(), "Content-Type: application/pdf"), "/b.pdf"
        ),
    ),
    Personality(
        name="programa-sin-fin",
        answers=at_home(html(SHELL.format("while (true) {}"))),
        outcome="needs_script",
    ),
    Personality(
        name="mil-ventanas",
        answers=at_home(html(SHELL.format("for (let n = 0; n < 1000; n++) window.open('/');"))),
        outcome="needs_script",
    ),
    Personality(
        name="espia",
        answers=at_home(
            html(SHELL.format(f"fetch('http://{PRIVATE}/'); fetch('//[::1]:PORT_/');"))
        ),
        outcome="needs_script",
    ),
    Personality(
        name="descarga",
        answers=at_home(html(SHELL.format("location.href = '/archivo.exe';"))),
        outcome="needs_script",
        never=("/archivo.exe",),
    ),
)
