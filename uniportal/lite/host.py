"""Serves the lite view, and nothing else, at the root of the host that telephone companies list."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

from uniportal.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ROOT = "/l"


class LiteHost:
    """Leads every address of the lite host into the lite view; other hosts pass untouched."""

    def __init__(self, application: "WSGIApplication", host: str) -> None:
        self._application = application
        self._host = host.partition(":")[0]

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        """Answer a request, by its host."""
        path = environ.get("PATH_INFO", "") or "/"
        is_inside = path == ROOT or path.startswith(f"{ROOT}/")
        if not is_inside and self._is_asked_for(environ):
            environ["PATH_INFO"] = ROOT + path
        return self._application(environ, start)

    def _is_asked_for(self, environ: "WSGIEnvironment") -> bool:
        return str(environ.get("HTTP_HOST", "")).lower().partition(":")[0] == self._host


def init_lite_host(app: Flask, settings: Settings) -> None:
    """Give an application its lite host, where the settings name one."""
    if settings.lite_host:
        app.wsgi_app = LiteHost(app.wsgi_app, settings.lite_host)  # type: ignore[assignment]
