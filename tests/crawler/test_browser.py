"""Pages that say nothing without their programs are read with a browser that has no way out."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from canse.domain.errors import BadInput
from crawler.audit import Target, audit_portal
from crawler.browser import BrowserRenderer, find_browser, open_browser
from crawler.exchange import Exchange, Request
from crawler.fetch import WebSource
from crawler.guard import AddressGuard
from tests.conftest import unable
from tests.crawler.auditing import options, outcomes, read_json, without_run
from tests.crawler.small_site import Pages, Reply, serve

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.timeout(180)]
URL = "https://portal.ejemplo.example/inicio"
SHELL = "<!doctype html><html lang=es><title>Portal</title><body><div id=app></div>{}</body></html>"
SHEET = (
    "<main><h1>Licencia de caza</h1><p>Para cazar en temporada.</p><h2>Requisitos</h2><ul>"
    "<li>Documento personal de identificación</li></ul><h2>Costo</h2><p>Q 100.00</p>"
    "<p>Tarda cinco días hábiles en la oficina de la municipalidad, de lunes a viernes.</p>"
    '<a href="/requisitos">Más requisitos</a></main>'
)


@pytest.fixture(autouse=True)
def _needs_browser() -> None:
    try:
        find_browser()
    except BadInput as missing:
        unable(str(missing), "make browser test ARGS=tests/crawler/test_browser.py")


def shell(script: str) -> str:
    """A page with nothing but a program."""
    return SHELL.format(f"<script>{script}</script>")


def write(html: str) -> str:
    """A program that writes the page."""
    return f"document.getElementById('app').innerHTML = {html!r};"


SCRIPTED: Pages = {
    "/": Reply(
        body=SHELL.format("<script src=/app.js></script>").encode(),
    ),
    "/app.js": Reply(
        body=b"fetch('/ficha.json').then(r => r.json()).then(d => {"
        b"document.getElementById('app').innerHTML = d.html; });",
        kind="text/javascript",
    ),
    "/ficha.json": Reply(
        body=b'{"html": ' + json.dumps(SHEET).encode() + b"}",
        kind="application/json",
    ),
    "/requisitos": Reply(body=b"<main><h1>Requisitos</h1><p>" + b"Traiga su DPI. " * 20 + b"</p>"),
}


def test_page_that_depends_on_a_script_is_read_with_the_browser(tmp_path: Path) -> None:
    with serve(SCRIPTED) as site:
        plain = audit_portal(Target(url=site.url()), options(tmp_path / "a"))
        shown = audit_portal(Target(url=site.url()), options(tmp_path / "b", browser=True))

    assert outcomes(plain)["/"] == "needs_script"
    assert not plain.report.coverage.evaluable
    assert outcomes(shown)["/"] == "ok"
    assert outcomes(shown)["/requisitos"] == "ok"
    assert "/requisitos" not in outcomes(plain)
    assert shown.report.coverage.evaluable


def test_replay_of_a_rendered_portal_needs_no_browser(tmp_path: Path) -> None:
    with serve(SCRIPTED) as site:
        shown = audit_portal(Target(url=site.url()), options(tmp_path / "a", browser=True))
    archive = shown.path.parent / "pages.warc.gz"

    again = audit_portal(Target(replay=archive), options(tmp_path / "b"))

    assert without_run(read_json(again)) == without_run(read_json(shown))


@dataclass
class Listener:
    """Counts who knocks at a port that nobody must know."""

    port: int
    knocks: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)


@contextmanager
def listening() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)
        listener = Listener(door.getsockname()[1])
        thread = threading.Thread(target=_count, args=(door, listener))
        thread.start()
        try:
            yield listener
        finally:
            listener._stop.set()
            thread.join()


def _count(door: socket.socket, listener: Listener) -> None:
    while not listener._stop.is_set():
        try:
            door.accept()[0].close()
        except TimeoutError:
            continue
        listener.knocks += 1


def rendered(html: str, seconds: float = 20.0) -> str | None:
    """What the browser makes of one page whose source refuses private addresses."""

    async def run() -> str | None:
        async with WebSource(guard=AddressGuard()) as web, open_browser(web) as renderer:
            renderer.seconds = seconds
            return await renderer.render(URL, html)

    return asyncio.run(run())


def test_no_way_leads_out_of_the_browser() -> None:
    with listening() as listener:
        address = f"127.0.0.1:{listener.port}"
        html = rendered(
            shell(
                f"""
                fetch('http://{address}/a').catch(() => 0);
                new Image().src = 'http://{address}/b';
                try {{ new WebSocket('ws://{address}/c'); }} catch (e) {{}}
                try {{ new EventSource('http://{address}/d'); }} catch (e) {{}}
                navigator.sendBeacon('http://{address}/e', 'x');
                const frame = document.createElement('iframe');
                frame.src = 'http://{address}/f'; document.body.append(frame);
                const link = document.createElement('link');
                link.rel = 'prefetch'; link.href = 'http://{address}/g'; document.head.append(link);
                try {{ new Worker('http://{address}/h'); }} catch (e) {{}}
                window.open('http://{address}/i');
                const form = document.createElement('form');
                form.action = 'http://{address}/j'; form.method = 'post';
                document.body.append(form); form.submit();
                {write("<p>Sigue aquí.</p>")}
                """
            )
        )

        assert html is not None
        assert "Sigue aquí." in html
        assert listener.knocks == 0


def test_program_that_never_ends_costs_its_page_and_not_the_next() -> None:
    async def run() -> tuple[str | None, str | None]:
        async with WebSource(guard=AddressGuard()) as web, open_browser(web) as renderer:
            renderer.seconds = 6.0
            endless = await renderer.render(URL, shell("while (true) {}"))
            renderer.seconds = 20.0
            return endless, await renderer.render(URL, shell(write("<p>Otra página.</p>")))

    endless, following = asyncio.run(run())

    assert endless is None
    assert following is not None
    assert "Otra página." in following


@pytest.mark.parametrize(
    "script",
    [
        "for (let n = 0; n < 1000; n++) window.open('about:blank');",
        "for (let n = 0; n < 50; n++) location.href = '/otra?' + n;",
        "const a = document.createElement('a'); a.href = 'data:text/plain,x'; a.download = 'x';"
        "document.body.append(a); a.click();",
        "alert('hola'); confirm('¿sí?'); prompt('¿qué?');",
    ],
    ids=["tabs", "moves", "download", "dialogs"],
)
def test_page_that_bothers_is_read_all_the_same(script: str) -> None:
    html = rendered(shell(write("<p>Lo que dice.</p>") + script))

    assert html is not None
    assert "Lo que dice." in html


def test_only_reading_is_asked_of_the_source() -> None:
    asked: list[str] = []

    class Recorded:
        async def get(self, request: Request) -> Exchange:
            asked.append(request.url)
            async with WebSource(guard=AddressGuard()) as web:
                return await web.get(request)

    async def run() -> None:
        renderer = BrowserRenderer(source=Recorded(), path=find_browser())
        script = "fetch('http://127.0.0.1/x', {method: 'POST'}); fetch('http://127.0.0.1/y');"
        await renderer.render(URL, shell(script))
        await renderer.end()

    asyncio.run(run())

    assert asked == ["http://127.0.0.1/y"]
