"""Brings what browsers send in an address to clean UTF-8 before anything reads it.

Old telephones send ISO-8859-1, attackers send NUL and half characters; pages meet neither.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_from_bytes, unquote_to_bytes

from flask import Flask, request
from werkzeug.routing import IntegerConverter

from canse.domain.errors import NotFound

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LONGEST_QUERY = 8_000
LARGEST_NUMBER = 2**31 - 1
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f\ufffd]")


class CleanQueries:
    """Rewrites the query of every request: UTF-8, no control characters, of bounded length."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        """Answer a request as if its query had been sent clean."""
        query = environ.get("QUERY_STRING", "")
        if query:
            environ["QUERY_STRING"] = clean_query(query)
        return self._application(environ, start)


class PublicNumber(IntegerConverter):
    """A number in a path, no larger than any database keeps."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max": LARGEST_NUMBER, **kwargs})


def init_addresses(app: Flask) -> None:
    """Give an application clean queries, and paths that hold only what can be read."""
    app.url_map.converters["int"] = PublicNumber
    app.wsgi_app = CleanQueries(app.wsgi_app)  # type: ignore[assignment]
    app.before_request(_refuse_unreadable_path)


def clean_query(query: str) -> str:
    """The same query with every name and value in UTF-8 and without control characters.

    `query` is as WSGI hands it over: bytes read as latin-1. Whole pairs beyond LONGEST_QUERY
    are dropped, except that the first is cut.
    """
    pairs = [_clean_pair(pair) for pair in query[:LONGEST_QUERY].split("&")]
    return "&".join(pair for pair in pairs if pair)


def _clean_pair(pair: str) -> str:
    name, equals, value = pair.partition("=")
    return f"{_clean(name)}{equals}{_clean(value)}"


def _clean(part: str) -> str:
    raw = unquote_to_bytes(part.replace("+", " ").encode("latin-1", "replace"))
    return quote_from_bytes(_CONTROL.sub(" ", _decoded(raw)).encode(), safe="")


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _refuse_unreadable_path() -> None:
    """No address of the site holds control or broken characters; databases choke on some."""
    if _UNREADABLE.search(request.path):
        raise NotFound("La dirección no se puede leer.")
