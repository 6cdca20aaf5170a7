"""Reading without a connection: the worker that keeps pages, its last resort, the manifest."""

import json
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, url_for

from uniportal.assets import asset
from uniportal.languages import ENGLISH, SPANISH, gettext, mount

FILES = ("site.css", "site.js", "icon.svg")
ALWAYS_ASKED = "no-cache"
VERSION_LETTERS = 12

blueprint = Blueprint("offline", __name__)


@blueprint.get("/sin-conexion")
def show() -> str:
    """Say that there is no connection, and what can be read without one."""
    return render_template("pages/offline.html")


@blueprint.get("/sw.js")
def worker() -> Response:
    """The worker with the files of this version: it is another when one of them changes."""
    script = (Path(current_app.static_folder or "") / "sw.js").read_text("utf-8")
    files = [asset(name) for name in FILES]
    base = f"{mount()}/"
    offline = [f"{mount()}{language.prefix}/sin-conexion" for language in (SPANISH, ENGLISH)]
    version = sha256("".join([script, *files]).encode()).hexdigest()[:VERSION_LETTERS]
    values = {"VERSION": version, "FILES": files, "OFFLINE": offline, "BASE": base}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    response = Response(head + script, mimetype="text/javascript")
    response.headers["Cache-Control"] = ALWAYS_ASKED
    return response


@blueprint.get("/manifest.webmanifest")
def manifest() -> Response:
    """What a phone needs to put the site among its programs."""
    sizes = (192, 512)
    icons = [
        {"src": asset(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in sizes
    ]
    values = {
        "name": gettext("Uniportal: los servicios del Estado"),
        "short_name": "Uniportal",
        "lang": "es-GT",
        "start_url": url_for("home.show"),
        "scope": f"{mount()}/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#67b5e8",
        "icons": [*icons, {**icons[1], "purpose": "maskable"}],
    }
    response = Response(
        json.dumps(values, ensure_ascii=False), mimetype="application/manifest+json"
    )
    response.headers["Cache-Control"] = ALWAYS_ASKED
    return response
