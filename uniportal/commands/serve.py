"""The command `serve`: the site on an address of this machine."""

import signal
import socket
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from werkzeug.serving import make_server

from uniportal.app import create_app
from uniportal.observability import configure_logging
from uniportal.wiring import Rooms

if TYPE_CHECKING:
    from flask import Flask

THREADS = 8
TIMEOUT_SECONDS = 60


@click.command(help=_("Sirve el sitio en esta máquina."))
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Dónde escucha."))
@click.option("--port", type=click.IntRange(1, 65535), help=_("Puerto; si no, el de PORT o 8000."))
@click.option("--workers", type=click.IntRange(1, 64), help=_("Procesos de gunicorn."))
@click.pass_obj
def serve(rooms: Rooms, host: str, port: int | None, workers: int | None) -> None:
    """Serve until interrupted."""
    settings = rooms.settings
    configure_logging(settings)
    port = port or settings.port
    # Asked for here, so that a busy port is one sentence and not a server's own words.
    listening = socket.create_server((host, port), reuse_port=False)
    click.echo(_("UNIPORTAL está en http://{host}:{port}/").format(host=host, port=port))
    app = create_app(rooms=rooms)
    if workers:
        rooms.close()
        Processes(app, listening, workers).run()
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server = make_server(host, port, app, threaded=True, fd=listening.fileno())
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo(err=True)
    finally:
        server.server_close()


class Processes(BaseApplication):  # type: ignore[misc]
    """The site under gunicorn, configured here instead of by its command line."""

    def __init__(self, app: "Flask", listening: socket.socket, workers: int) -> None:
        self._app = app
        self._options = {
            "bind": f"fd://{listening.fileno()}",
            "workers": workers,
            "threads": THREADS,
            "timeout": TIMEOUT_SECONDS,
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand gunicorn its settings."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Hand gunicorn the site."""
        return self._app
