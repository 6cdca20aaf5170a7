"""Builds the site out of its parts."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from uniportal import api, feeds, health, lite, pages
from uniportal.addresses import init_addresses
from uniportal.assets import init_assets
from uniportal.errors import init_errors
from uniportal.headers import init_headers
from uniportal.languages import init_languages
from uniportal.lite.host import init_lite_host
from uniportal.moved import init_moved
from uniportal.observability import init_observability
from uniportal.page_cache import init_page_cache
from uniportal.settings import Settings
from uniportal.wiring import EXTENSION, Rooms

LARGEST_BODY = 1_000_000
BLUEPRINTS = (
    *pages.BLUEPRINTS,
    *lite.BLUEPRINTS,
    *api.BLUEPRINTS,
    *feeds.BLUEPRINTS,
    health.blueprint,
)


class PlainJson(DefaultJSONProvider):
    """JSON in the order it was made and with its accents, for people who read it too."""

    ensure_ascii = False
    sort_keys = False


class Site(Flask):
    """A Flask application that writes plain JSON."""

    json_provider_class = PlainJson


def create_app(settings: Settings | None = None, rooms: Rooms | None = None) -> Flask:
    """The site, with the settings of the environment and rooms of its own unless handed in."""
    rooms = rooms or (Rooms(settings) if settings else Rooms())
    settings = rooms.settings
    app = Site("uniportal", template_folder="../templates")
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
    )
    app.extensions[EXTENSION] = rooms
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    init_observability(app)
    init_addresses(app)
    init_lite_host(app, settings)
    init_languages(app)
    init_assets(app)
    init_errors(app)
    init_page_cache(app, settings.page_seconds)
    init_headers(app, settings)
    init_moved(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    proxies = settings.proxies
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, proxies, proxies, proxies)  # type: ignore[method-assign]
    return app
