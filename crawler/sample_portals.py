"""The sample portals: three invented institutions, served on loopback for the demo and the tests.

`serve_samples` gives each portal a free port, so where it is served changes from run to run. In
the catalogue an institution keeps its registered portal, `SamplePortal.address`, a host under
`.localhost`, which never leaves the machine (RFC 6761). `SampleResolver` joins the two for the
demo: the audit reads the registered address, and only the socket knows the port.
"""

import socket
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

from canse.domain.institution import InstitutionKind
from crawler.sample_answers import NO_HANDLER, Answer, SampleSite, load_site

SAMPLES_FOLDER = Path(__file__).parent / "samples"
HOST = "127.0.0.1"
IDLE_SECONDS = 30
SHUTDOWN_POLL_SECONDS = 0.05


@dataclass(frozen=True, kw_only=True)
class SamplePortal:
    """An invented institution and the folder that holds its portal.

    `address` is the portal that the catalogue registers; it does not depend on any port.
    """

    slug: str
    name: str
    acronym: str
    kind: InstitutionKind
    folder: str
    address: str

    @property
    def path(self) -> Path:
        """Where the portal's files are."""
        return SAMPLES_FOLDER / self.folder


SAMPLE_PORTALS: tuple[SamplePortal, ...] = (
    SamplePortal(
        slug="ministerio-de-caminos-de-ejemplo",
        name="Ministerio de Caminos y Puentes de Ejemplo",
        acronym="MICAPE",
        kind=InstitutionKind.MINISTRY,
        folder="caminos",
        address="http://caminos.localhost/",
    ),
    SamplePortal(
        slug="secretaria-de-bibliotecas-de-ejemplo",
        name="Secretaría de Bibliotecas de Ejemplo",
        acronym="SEBIBE",
        kind=InstitutionKind.SECRETARIAT,
        folder="bibliotecas",
        address="http://bibliotecas.localhost/",
    ),
    SamplePortal(
        slug="municipalidad-de-san-ejemplo",
        name="Municipalidad de San Ejemplo",
        acronym="",
        kind=InstitutionKind.MUNICIPALITY,
        folder="sanejemplo",
        address="http://sanejemplo.localhost/",
    ),
)


@contextmanager
def serve_samples(portals: Iterable[SamplePortal] = SAMPLE_PORTALS) -> Iterator[dict[str, str]]:
    """Serve the portals while the block runs; yields the address of each by its slug."""
    with ExitStack() as stack:
        yield {portal.slug: stack.enter_context(_served(portal)) for portal in portals}


class SampleResolver(AbstractResolver):
    """Finds the registered addresses of sample portals on this machine, and nothing else.

    An audit through it reads a sample at the address that the catalogue registers, whatever port
    serves it today.
    """

    def __init__(self, served: Mapping[str, str]) -> None:
        """`served` maps the slug of a portal to where it is served, as `serve_samples` yields."""
        self._ports = {
            urlsplit(portal.address).hostname: urlsplit(served[portal.slug]).port
            for portal in SAMPLE_PORTALS
            if portal.slug in served
        }

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The loopback port of a sample portal; OSError for any other name."""
        served = self._ports.get(host)
        if served is None:
            raise OSError(f"{host} is no sample portal")
        found = ResolveResult(
            hostname=host, host=HOST, port=served, family=socket.AF_INET, proto=0, flags=0
        )
        return [found]

    async def close(self) -> None:
        """Nothing to close."""


@contextmanager
def _served(portal: SamplePortal) -> Iterator[str]:
    with _SampleServer(load_site(portal.path), portal.address) as server:
        thread = Thread(
            target=server.serve_forever,
            args=(SHUTDOWN_POLL_SECONDS,),
            name=f"sample-{portal.folder}",
            daemon=True,
        )
        thread.start()
        try:
            yield server.root
        finally:
            server.shutdown()
            thread.join()


class _SampleServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: SampleSite, address: str) -> None:
        super().__init__((HOST, 0), _SampleHandler)
        self.site, self.address = site, address

    @property
    def root(self) -> str:
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about a visitor who left before the end; anything else is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _SampleHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS
    server: _SampleServer

    def do_GET(self) -> None:
        asked = f"http://{self.headers.get('Host', '')}/"
        root = asked if asked == self.server.address else self.server.root
        self._send(self.server.site.answer(self.path, root))

    do_HEAD = do_GET

    def do_POST(self) -> None:
        self.close_connection = True
        self._send(Answer(status=405, content_type="text/html", body=NO_HANDLER.encode()))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a sample portal must not write over a progress bar."""
