"""Leads from an address written in another way to the one meant: that is never a dead end."""

import re

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from uniportal.requests import Surface, surface

MOVED = 301
_OURS = re.compile(r"(?:/[a-z0-9-]+)+")
"""How our own addresses are written."""


def init_moved(app: Flask) -> None:
    """Give an application its redirects; asked only where nothing was found."""

    def lead_on(response: Response) -> AnyResponse:
        is_lost = response.status_code == 404 and request.method in ("GET", "HEAD")
        if not is_lost or surface() in (Surface.API, Surface.STATIC, Surface.STAFF):
            return response
        meant = _meant(app, request.path)
        if not meant:
            return response
        query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
        return redirect(f"{request.script_root}{meant}{query}", MOVED)

    app.after_request(lead_on)


def _meant(app: Flask, path: str) -> str:
    """The path without a final slash and in small letters, where that is an address of ours."""
    plain = f"/{path.strip('/')}".lower()
    rule = request.url_rule
    has_own_letters = rule is not None and "<slug>" not in rule.rule
    if has_own_letters or plain == path or not _OURS.fullmatch(plain):
        return ""
    adapter = app.create_url_adapter(request)
    if adapter is None:
        return ""
    try:
        adapter.match(plain, method="GET")
    except HTTPException:
        return ""
    return plain
