"""The addresses that search engines and browsers ask for by convention."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, render_template, request, url_for

from canse.catalogue import Catalogue
from canse.domain.errors import NotFound
from uniportal.feeds.operators import operator_list
from uniportal.languages import mount
from uniportal.wiring import rooms

MOST_ADDRESSES = 50_000
FIXED_PAGES = (
    "home.show",
    "search.show",
    "institutions.show",
    "letters.show",
    "journey.list_all",
    "languages.show",
    "stages.show",
    "open_data.show",
    "operators.show",
)

blueprint = Blueprint("feeds", __name__)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One address of the sitemap; `changed` is an ISO date, empty where none is known."""

    path: str
    changed: str = ""


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """Every public page with when it last changed; an index of parts where they are too many."""
    listed = list(islice(_listed(rooms().catalogue), MOST_ADDRESSES + 1))
    if len(listed) <= MOST_ADDRESSES:
        return _xml(render_template("feeds/sitemap.xml", listed=listed, site=_site()))
    total = sum(1 for _ in _listed(rooms().catalogue))
    parts = range(1, -(-total // MOST_ADDRESSES) + 1)
    return _xml(render_template("feeds/sitemap_index.xml", parts=parts, site=_site()))


@blueprint.get("/sitemap-<int:part>.xml")
def sitemap_part(part: int) -> Response:
    """One part of a sitemap that is too long for one file."""
    start = (part - 1) * MOST_ADDRESSES
    listed = list(islice(_listed(rooms().catalogue), start, start + MOST_ADDRESSES))
    if part < 1 or not listed:
        raise NotFound("No existe esa parte del mapa del sitio.")
    return _xml(render_template("feeds/sitemap.xml", listed=listed, site=_site()))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """What search engines may keep: everything but endless filters and the doors out."""
    text = render_template("feeds/robots.txt", site=_site())
    return Response(text, content_type="text/plain; charset=utf-8")


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """Lets a browser search the site from its own address bar."""
    page = render_template("feeds/opensearch.xml", site=_site())
    return _xml(page, "application/opensearchdescription+xml; charset=utf-8")


@blueprint.get("/.well-known/uniportal-operadores.json")
def operators() -> dict[str, Any]:
    """What telephone companies open so that the lite view costs nothing."""
    lite_host = rooms().settings.lite_host.partition(":")[0]
    host = lite_host or urlsplit(_site()).hostname or ""
    return operator_list(host, is_own_host=bool(lite_host))


def _listed(catalogue: Catalogue) -> Iterator[Listed]:
    for endpoint in FIXED_PAGES:
        yield Listed(path=url_for(endpoint))
    for one in catalogue.categories():
        yield Listed(path=url_for("category.show", slug=one.term.slug))
    for event in catalogue.life_events():
        yield Listed(path=url_for("life_event.show", slug=event.term.slug))
    for journey in rooms().journeys.listed():
        yield Listed(path=url_for("journey.show", slug=journey.slug))
    for owner in catalogue.institutions():
        yield Listed(path=url_for("institution.show", slug=owner.institution.slug))
    yield from _audits(catalogue)
    for sheet in catalogue.published_sheets():
        yield Listed(
            path=url_for("service.show", slug=sheet.slug),
            changed=sheet.updated_at.date().isoformat(),
        )


def _audits(catalogue: Catalogue) -> Iterator[Listed]:
    """The page of each institution that was audited, with when that last happened."""
    newest: dict[str, datetime] = {}
    for result in catalogue.portal_results():
        if result.institution:
            slug = result.institution.slug
            newest[slug] = max(result.audited_at, newest.get(slug, result.audited_at))
    for slug, at in newest.items():
        yield Listed(path=url_for("audit.show", slug=slug), changed=at.date().isoformat())


def _site() -> str:
    """The public address of the host: the one of the settings, else the one asked."""
    base = rooms().settings.base_url.removesuffix(mount())
    return base or request.host_url.rstrip("/")


def _xml(page: str, content_type: str = "application/xml; charset=utf-8") -> Response:
    return Response(page, content_type=content_type)
