"""What every part of the site asks of the current request: which surface it met, and its number."""

from enum import StrEnum
from secrets import token_hex

from flask import g, has_request_context, request

REQUEST_ID_BYTES = 8


class Surface(StrEnum):
    """A part of the site with its own form of answer and its own rules of keeping."""

    PAGES = "pages"
    LITE = "lite"
    API = "api"
    HEALTH = "health"
    STAFF = "staff"
    STATIC = "static"
    FEEDS = "feeds"


_BY_SEGMENT = {
    "l": Surface.LITE,
    "api": Surface.API,
    "salud": Surface.HEALTH,
    "gestion": Surface.STAFF,
    "static": Surface.STATIC,
    "sitemap.xml": Surface.FEEDS,
    "robots.txt": Surface.FEEDS,
    "opensearch.xml": Surface.FEEDS,
    ".well-known": Surface.FEEDS,
}


def surface() -> Surface:
    """The part of the site the current address belongs to, whether or not the address exists."""
    segment = request.path.removeprefix("/").partition("/")[0]
    if segment.startswith("sitemap-"):
        return Surface.FEEDS
    return _BY_SEGMENT.get(segment, Surface.PAGES)


def host_asked() -> str:
    """The host the current request came to, without its port, trusted or not."""
    host = request.environ.get("HTTP_HOST") or request.environ.get("SERVER_NAME", "")
    return str(host).lower().partition(":")[0]


def is_on_host(host: str) -> bool:
    """Whether the current request came to a host, whatever the port."""
    return bool(host) and host_asked() == host.partition(":")[0]


def request_id() -> str:
    """The number of the current request, made here: what a client sends is never repeated."""
    if not has_request_context():
        return ""
    if "request_id" not in g:
        g.request_id = token_hex(REQUEST_ID_BYTES)
    return str(g.request_id)
