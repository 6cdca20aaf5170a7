"""Serves the real site on a free port of this machine, and finds a browser to look at it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from flask import Flask
from playwright.sync_api import Browser, Playwright
from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Chromium refuses its sandbox to root, who runs the tests in a container.
NO_SANDBOX = "--no-sandbox"


class SilentHandler(WSGIRequestHandler):
    """Answers without a line on the terminal for each request."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address at which an application answers while the block lasts."""
    server = make_server(
        "127.0.0.1", 0, _answering_whole(app), threaded=True, request_handler=SilentHandler
    )
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(timeout=10)
        server.server_close()


def _answering_whole(app: Flask) -> "WSGIApplication":
    """The application with each answer read and closed before it is sent.

    This server forgets to close an answer whose reader has gone, and a file then stays open.
    """

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        parts = app(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            close = getattr(parts, "close", None)
            if close:
                close()

    return answer


def browser_path() -> Path | None:
    """The first Chromium of this machine, if there is one."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((Path(path) for path in found if path), None)


def launched(playwright: Playwright, path: Path) -> Browser:
    """A browser without a window that asks nothing of the world."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, NO_SANDBOX] if is_root else [*QUIET]
    return playwright.chromium.launch(executable_path=path, args=arguments)
