"""Makes visits and pages from a few lines of HTML."""

from datetime import UTC, datetime
from typing import Any

from crawler.indicators.portal import Answer, PortalView
from crawler.indicators.run import CHECKS
from crawler.page import Page
from crawler.parse import parse_page
from crawler.sightings import see
from crawler.site import Site
from crawler.visit import Outcome, Visit

PORTAL = "https://portal.ejemplo.example/"
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def page_of(html: str, path: str = "tramites/") -> Page:
    """A page of the portal with this body."""
    return parse_page(html, url=PORTAL + path)


def visit_of(html: str, path: str = "tramites/", **changes: Any) -> Visit:
    """A visit that ended well on a page with this HTML."""
    url = PORTAL + path
    fields: dict[str, Any] = {
        "url": url,
        "final_url": url,
        "status": 200,
        "outcome": Outcome.OK,
        "content_type": "text/html",
        "encoding": "utf-8",
        "size": len(html),
        "sha256": "0" * 64,
        "fetched_at": NOON,
        "depth": path.count("/"),
        "found_on": "",
        "page": parse_page(html, url=url),
    }
    return Visit(**{**fields, **changes})


def dead_visit(path: str, outcome: Outcome = Outcome.NOT_FOUND) -> Visit:
    """A visit to an address that is not there."""
    return visit_of("", path, outcome=outcome, status=404, page=None)


def sheet(name: str, more: str = "") -> str:
    """A service sheet with requirements and a cost, and whatever else it should hold."""
    return (
        f"<main><h1>{name}</h1><p>Sirve para lo que su nombre dice.</p>"
        "<h2>Requisitos</h2><ul><li>Documento de identidad.</li></ul>"
        f"<h2>Costo</h2><p>Q 50.00</p>{more}</main>"
    )


def answer_of(
    identity: str, *visits: Visit, portal_url: str = PORTAL, site: Site | None = None
) -> Answer:
    """What one indicator says of a portal with these visits."""
    read = [visit for visit in visits if visit.page is not None]
    sightings = see(read, portal_url=portal_url, furniture=frozenset())
    return CHECKS[identity](PortalView.of(portal_url, visits, sightings, site))
