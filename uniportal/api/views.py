"""The addresses of the API."""

from typing import Any

from flask import Blueprint, request, url_for
from marshmallow import Schema

from canse.domain.errors import NotFound
from canse.domain.institution import InstitutionKind
from indices.port import MAX_PAGE, Page
from uniportal.api.answers import (
    InstitutionCountAnswer,
    ServiceAnswer,
    ServicesAnswer,
    TermCountAnswer,
)
from uniportal.api.audit_answers import InstitutionAuditAnswer
from uniportal.api.questions import (
    AuditQuestion,
    InstitutionsQuestion,
    NoQuestion,
    ServicesQuestion,
    query_of,
    read_question,
)
from uniportal.wiring import rooms

MOST_PORTALS = 10

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")

_SERVICES = ServicesAnswer()
_SERVICE = ServiceAnswer()
_INSTITUTIONS = InstitutionCountAnswer(many=True)
_AUDIT = InstitutionAuditAnswer()
_TERMS = TermCountAnswer(many=True)


@blueprint.get("/servicios")
def services() -> dict[str, Any]:
    """Services by words and filters, a page at a time."""
    query = query_of(_asked(ServicesQuestion()))
    found = rooms().index.search(query)
    answer: dict[str, Any] = {
        "query": query.text,
        "page": query.page,
        "page_size": query.page_size,
        **_SERVICES.dump(found),
        "next": _next_page(found),
    }
    return answer


@blueprint.get("/servicios/<slug>")
def service(slug: str) -> dict[str, Any]:
    """One service in full."""
    _asked(NoQuestion())
    answer: dict[str, Any] = _SERVICE.dump(rooms().catalogue.service(slug))
    return answer


@blueprint.get("/instituciones")
def institutions() -> dict[str, Any]:
    """All institutions, or those of one kind, with their number of services."""
    kind = _asked(InstitutionsQuestion())["tipo"]
    found = rooms().catalogue.institutions(InstitutionKind(kind) if kind else None)
    return {"total": len(found), "institutions": _INSTITUTIONS.dump(found)}


@blueprint.get("/instituciones/<slug>/auditoria")
def audit(slug: str) -> dict[str, Any]:
    """The newest audit of one portal of an institution, or of all, the main ones first."""
    host = _asked(AuditQuestion())["portal"]
    catalogue = rooms().catalogue
    audits = catalogue.audits_of(slug)
    results = [result for result in audits.results if host in ("", result.host)][:MOST_PORTALS]
    if host and not results:
        raise NotFound("Esa institución no tiene un portal revisado con ese nombre.")
    found = [catalogue.newest_portal_audit(result) for result in results]
    answer: dict[str, Any] = _AUDIT.dump(
        {"institution": audits.institution, "portals": found, "unaudited": audits.unaudited}
    )
    return answer


@blueprint.get("/categorias")
def categories() -> dict[str, Any]:
    """All categories in their order, with their number of services."""
    _asked(NoQuestion())
    found = rooms().catalogue.categories()
    return {"total": len(found), "categories": _TERMS.dump(found)}


def _asked(schema: Schema) -> dict[str, Any]:
    return read_question(schema, request.args.to_dict(flat=False))


def _next_page(found: Page) -> str | None:
    """The address of the following page; None on the last."""
    page = found.query.page
    if page * found.query.page_size >= found.total or page >= MAX_PAGE:
        return None
    values: dict[str, Any] = {**request.args.to_dict(flat=False), "pagina": page + 1}
    return url_for("api.services", **values)
