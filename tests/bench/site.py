"""What a page costs the machine, beside a bare page of Flask and Jinja with twenty results.

Both are served by gunicorn with two workers in the same run, by turns; what counts is the processor
time of the workers for each request, as a ratio. Run it with `make bench-site`; it ends with 1 when
a ratio asked is missed.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

import click

from canse.commands import prepare
from tests.house.tree import ROOT
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

WORKERS = 2
REQUESTS = 240
ROUNDS = 5
MOST_RATIO = 2.0
START_SECONDS = 60.0
TICKS = os.sysconf("SC_CLK_TCK")
BARE = "bare page, twenty results"
DOCUMENT = ROOT / "docs" / "site-speed.md"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->"


@dataclass(frozen=True, kw_only=True)
class Served:
    """A site under gunicorn."""

    process: subprocess.Popen[bytes]
    port: int

    def cpu_seconds(self) -> float:
        """The processor time that its workers have used."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return sum(_cpu_seconds(int(pid)) for pid in children.read_text().split())

    def ask(self, paths: Iterator[str], count: int) -> None:
        """Ask for so many pages, as browsers do: packed, over one connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        for path in islice(paths, count):
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            response = connection.getresponse()
            response.read()
            if response.status != http.HTTPStatus.OK:
                raise ValueError(f"{path}: {response.status}")
        connection.close()


@click.command()
@click.option("--rounds", default=ROUNDS, help="How many times both are asked by turns.")
@click.option("--write", is_flag=True, help="Put the figures into the document.")
def main(rounds: int, *, write: bool) -> None:
    """Measure, print a table, and tell by the exit code whether all is as asked."""
    with tempfile.TemporaryDirectory() as folder, _sites(Path(folder)) as (site, bare):
        times = _measured(site, bare, rounds)
    ratios = {
        name: statistics.median(times[name]) / statistics.median(times[BARE]) for name in times
    }
    table = _table(times, ratios)
    click.echo(table)
    if write:
        _write(table)
    asked = [name for name in times if name != BARE and not name.endswith("never seen")]
    sys.exit(int(any(ratios[name] > MOST_RATIO for name in asked)))


def _measured(site: Served, bare: Served, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of processor time for each request, a figure for each round."""
    asked = {BARE: (bare, cycle(["/"])), **{name: (site, paths) for name, paths in _pages()}}
    for served, paths in asked.values():
        served.ask(paths, 20)
    times: dict[str, list[float]] = {name: [] for name in asked}
    for number in range(rounds):
        names = list(asked)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            served, paths = asked[name]
            before = served.cpu_seconds()
            served.ask(paths, REQUESTS)
            times[name].append((served.cpu_seconds() - before) / REQUESTS * 1_000)
    return times


def _pages() -> list[tuple[str, Iterator[str]]]:
    return [
        ("home", cycle(["/"])),
        ("results", cycle(["/buscar?q=pasaporte"])),
        ("sheet", cycle(["/servicio/reposicion-dpi"])),
        ("results, never seen", _new_searches()),
    ]


def _new_searches() -> Iterator[str]:
    """Searches that nobody made before, for words that find something."""
    words = ("licencia", "pasaporte", "dpi", "multa", "beca", "salud", "finca", "igss")
    for number, word in enumerate(cycle(words)):
        yield f"/buscar?q={word}&pagina=1&x={number}"


@contextmanager
def _sites(folder: Path) -> Iterator[tuple[Served, Served]]:
    instance = folder / "instance"
    rooms = Rooms(settings_for(instance))
    _prepare(rooms)
    ours = {"UNIPORTAL_INSTANCE": str(instance), "UNIPORTAL_PAGE_SECONDS": "30"}
    (folder / "bare.py").write_text(BARE_SITE, "utf-8")
    with (
        _served("wsgi:application", ROOT, ours) as site,
        _served("bare:application", folder, {}) as bare,
    ):
        yield site, bare


def _prepare(rooms: Rooms) -> None:
    prepare(rooms.database, datetime.now(UTC))
    rooms.keep_index_in_step()
    rooms.close()


@contextmanager
def _served(application: str, folder: Path, settings: dict[str, str]) -> Iterator[Served]:
    port = _free_port()
    command = [
        sys.executable, "-m", "gunicorn", application, "--workers", str(WORKERS), "--threads", "2",
        "--bind", f"127.0.0.1:{port}", "--log-level", "error", "--keep-alive", "30",
    ]  # fmt: skip
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield Served(process=process, port=port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).request("GET", "/")
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _table(times: dict[str, list[float]], ratios: dict[str, float]) -> str:
    lines = [
        "| page | processor time a request, ms | times the bare page | asked |",
        "|---|---|---|---|",
    ]
    for name, found in times.items():
        asked = "" if name == BARE or name.endswith("never seen") else f"≤ {MOST_RATIO:g}"
        lines.append(f"| {name} | {statistics.median(found):.2f} | {ratios[name]:.2f} | {asked} |")
    return "\n".join(lines)


def _write(table: str) -> None:
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table}\n\n{END}{after}", "utf-8")


BARE_SITE = '''
from flask import Flask, render_template
from jinja2 import DictLoader

PAGE = """<!doctype html><html lang="es">
<head><meta charset="utf-8"><title>{{ text }}</title></head>
<body><main><h1>{{ text }}</h1><ol>{% for one in rows %}<li><h2><a href="/servicio/{{ one.slug }}">
{{ one.name }}</a></h2><p>{{ one.owner }}</p><p>{{ one.summary }}</p><ul><li>{{ one.how }}</li>
<li>{{ one.cost }}</li><li>{{ one.time }}</li></ul></li>{% endfor %}</ol></main></body></html>"""
ROWS = [
    {"slug": f"servicio-{n}", "name": f"Servicio {n}", "owner": "Una institución del Estado",
     "summary": "Lo que hace el servicio, dicho en una frase corta y clara para cualquiera.",
     "how": "En línea y en oficina", "cost": "Q100.00", "time": "30 días hábiles"}
    for n in range(20)
]
application = Flask(__name__)
application.jinja_loader = DictLoader({"page.html": PAGE})


@application.get("/")
def show():
    return render_template("page.html", rows=ROWS, text="20 servicios")
'''


if __name__ == "__main__":
    main()
