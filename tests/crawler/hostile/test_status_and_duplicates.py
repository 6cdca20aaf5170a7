"""Every way of not answering has its own word, and no portal is endless."""

import socket
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from crawler.audit import Target, audit_portal
from crawler.fetch import USER_AGENT, Patience
from crawler.politeness import Politeness
from tests.crawler.auditing import options
from tests.crawler.hostile.looking import linked, look, outcomes
from tests.crawler.hostile.raw_server import Answer, Asked, html, page, redirect, serve_raw
from tests.crawler.hostile.rows import row

IMPATIENT = Patience(total=1.0, silent=0.2)
NOBODY = frozenset({"no-existe.example", "www.no-existe.example"})
WALL = html(
    "<title>Attention Required!</title><h1>Access denied</h1><p>Reference #18.2",
    "Server: muro",
    status="403 Forbidden",
)
SHEET = (
    "<p>Sirve para construir.</p><h2>Requisitos</h2><ul><li>Documento de identidad.</li></ul>"
    '<h2>Costo</h2><p>Q 50.00</p><p><a href="/formulario.pdf">Descargar formulario</a></p>'
)


@row(70)
def test_home_is_no_soft_404_when_every_address_shows_it(tmp_path: Path) -> None:
    home = page("Municipalidad de Ejemplo", "/uno", "/dos")
    seen = look({"/": home, "*": home}, tmp_path)

    assert seen.outcome("/") == "ok"
    assert seen.report.coverage.evaluable
    assert seen.report.coverage.pages_fetched == 1


@row(71)
def test_query_said_again_and_again_is_one_address(tmp_path: Path) -> None:
    def more(asked: Asked) -> bytes:
        return page("Buscar", f"{asked.path}&q=")

    seen = look({"/": page("Inicio", "/buscar?q="), "*": more}, tmp_path)

    assert len([path for path in seen.site.asked if path.startswith("/buscar")]) == 1


@row(71)
def test_query_that_grows_comes_to_an_end(tmp_path: Path) -> None:
    def more(asked: Asked) -> bytes:
        number = asked.path.count("=")
        return page("Lista", f"{asked.path}&p{number}={number}", f"{asked.path}&q={number}")

    seen = look({"/": page("Inicio", "/lista?p=0"), "*": more}, tmp_path)
    lists = [path for path in seen.site.asked if path.startswith("/lista")]

    assert 1 < len(lists) <= 64
    assert seen.report.coverage.skipped["demasiadas_consultas"] > 0
    assert seen.report.coverage.limit is None


class NoNames(AbstractResolver):
    """A resolver that knows nobody."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        raise OSError("no such name")

    async def close(self) -> None:
        """Nothing to close."""


def hang(asked: Asked) -> bytes:
    asked.wait(1)
    return b""


def reason_of(url: str, folder: Path) -> tuple[str, str]:
    manners = Politeness(spares_loopback=True, spared=NOBODY)
    settings = options(folder, patience=IMPATIENT, resolver=NoNames(), politeness=manners)
    report = audit_portal(Target(url=url), settings).report
    assert not report.coverage.evaluable
    return outcomes(report)["/"], report.coverage.reasons[0]


@row(73)
def test_each_way_of_not_answering_has_its_own_word_and_sentence(tmp_path: Path) -> None:
    answers: list[tuple[str, Answer]] = [
        ("timed_out", hang),
        ("connection_reset", b""),
        ("bad_response", b"SSH-2.0-OpenSSH\r\n\r\n"),
        ("not_found", html("<h1>No", status="404 Not Found")),
        ("forbidden", html("<h1>No", status="403 Forbidden")),
        ("client_error", html("<h1>No", status="400 Bad Request")),
        ("server_error", html("<h1>No", status="500 Internal Server Error")),
        ("too_many_redirects", redirect("/")),
        ("leaves_portal", redirect("http://otro.example/")),
    ]
    told: dict[str, str] = {}
    robots = html("", status="404 Not Found")
    for number, (_, answer) in enumerate(answers):
        with serve_raw({"/": answer, "/robots.txt": robots}) as site:
            word, words = reason_of(site.url(), tmp_path / str(number))
            told[word] = words
    with serve_raw({}) as site:
        word, words = reason_of(site.url().replace("http:", "https:"), tmp_path / "tls")
        told[word] = words
    for url in ("http://no-existe.example/", site.url()):
        word, words = reason_of(url, tmp_path / "nadie")
        told[word] = words

    wanted = [word for word, _ in answers]
    assert list(told) == [*wanted, "tls_failed", "dns_failed", "connection_refused"]
    assert len(set(told.values())) == len(told)


@row(74)
def test_wall_before_the_portal_is_told_and_judges_nothing(tmp_path: Path) -> None:
    seen = look({"/": WALL}, tmp_path)

    assert seen.outcome("/") == "blocked_to_robots"
    assert seen.report.coverage.reasons == ("El portal no deja pasar a los robots.",)
    assert not seen.report.coverage.evaluable


@row(74)
def test_wall_before_a_form_does_not_lower_the_stage(tmp_path: Path) -> None:
    sheet = page("Licencia de obra", text=SHEET)
    seen = look({**linked([("/obra", sheet)]), "/formulario.pdf": WALL}, tmp_path)

    assert seen.outcome("/formulario.pdf") == "blocked_to_robots"
    assert [int(one.stage_confirmed) for one in seen.report.services] == [2]


@row(74)
def test_portal_that_fails_at_head_and_at_links_is_read(tmp_path: Path) -> None:
    def fussy(asked: Asked) -> bytes:
        is_right = asked.head.startswith("GET") and "link" not in asked.header("user-agent").lower()
        return page("Inicio") if is_right else html("", status="500 Internal Server Error")

    seen = look({"/": fussy}, tmp_path)

    assert seen.outcome("/") == "ok"
    assert all(head.startswith("GET ") for head in seen.site.heads)
    assert "link" not in USER_AGENT.lower()
