"""The headers of every answer: what browsers may do with it, and how long it may be kept."""

from http import HTTPStatus
from ipaddress import ip_address

from flask import Flask, Response, request

from uniportal.compression import compress, mark_compressible
from uniportal.lite.style import STYLE_HASH
from uniportal.requests import Surface, host_asked, is_on_host, request_id, surface
from uniportal.settings import Settings

YEAR = 31_536_000
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
LITE_POLICY = (
    f"default-src 'none'; style-src '{STYLE_HASH}'; img-src data:; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
DATA_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
POLICIES = {
    Surface.LITE: LITE_POLICY,
    Surface.API: DATA_POLICY,
    Surface.HEALTH: DATA_POLICY,
    Surface.FEEDS: DATA_POLICY,
}
PAGE_KEEPING = "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400"
FRESH_KEEPING = "public, no-cache, stale-if-error=86400"
"""For a page that somebody has just changed and comes back to: kept, but asked about each time."""
LITE_KEEPING = "public, max-age=3600, stale-while-revalidate=86400"
HASHED_KEEPING = f"public, max-age={YEAR}, immutable"
FILE_KEEPING = "public, max-age=3600"
NO_KEEPING = "no-store"
KEEPING = {
    Surface.LITE: LITE_KEEPING,
    Surface.HEALTH: NO_KEEPING,
    Surface.STAFF: NO_KEEPING,
    Surface.FEEDS: FILE_KEEPING,
}
_KEPT = (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)


def init_headers(app: Flask, settings: Settings) -> None:
    """Give every answer of an application its headers."""

    def finish(response: Response) -> Response:
        part = surface()
        _protect(response, part)
        if request.is_secure and not is_on_host(settings.lite_host):
            response.headers["Strict-Transport-Security"] = _transport_rule(settings)
        _keep(response, part)
        if part is not Surface.STAFF:
            # Never where a secret and a visitor's words share a page: their sizes would tell.
            compress(response)
        return response

    app.after_request(finish)


def _protect(response: Response, part: Surface) -> None:
    headers = response.headers
    headers["Content-Security-Policy"] = POLICIES.get(part, PAGE_POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    headers["X-Request-Id"] = request_id()
    if part is Surface.LITE:
        return  # Every byte counts there, and there is nothing left to forbid.
    headers["X-Frame-Options"] = "DENY"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if part is Surface.API:
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    else:
        headers["Cross-Origin-Resource-Policy"] = "same-origin"


def _keep(response: Response, part: Surface) -> None:
    if request.method not in ("GET", "HEAD") or response.status_code not in _KEPT:
        response.headers["Cache-Control"] = NO_KEEPING
        return
    if "Cache-Control" not in response.headers or part is Surface.STATIC:
        response.headers["Cache-Control"] = _keeping(part)
    if response.headers["Cache-Control"] == NO_KEEPING or response.is_streamed:
        return
    if "ETag" not in response.headers:
        response.add_etag()
    mark_compressible(response)
    response.make_conditional(request.environ)


def _keeping(part: Surface) -> str:
    if part is Surface.STATIC:
        return HASHED_KEEPING if request.args.get("v") else FILE_KEEPING
    return KEEPING.get(part, PAGE_KEEPING)


def _transport_rule(settings: Settings) -> str:
    """A year of HTTPS; for subdomains too, unless the lite host is one: old phones need HTTP."""
    host = host_asked()
    if settings.lite_host.endswith(f".{host}") or _is_address(host):
        return f"max-age={YEAR}"
    return f"max-age={YEAR}; includeSubDomains"


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
