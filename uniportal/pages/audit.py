"""The page of an institution's audit: the newest of each of its portals, with all its proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from canse.domain.errors import NotFound
from canse.domain.overview import InstitutionAudits, PortalAudit, PortalResult
from uniportal.headers import FRESH_KEEPING
from uniportal.presenters import audit_page
from uniportal.presenters.portals import portal_row
from uniportal.wiring import rooms

blueprint = Blueprint("audit", __name__)


@dataclass(frozen=True, kw_only=True)
class Here:
    """The address of a page of an audit, for links that change one parameter of it."""

    endpoint: str
    values: Mapping[str, Any]

    def with_(self, **changes: Any) -> dict[str, Any]:
        """What `url_for` needs for this page with some parameters changed; None takes one away."""
        values = {**self.values, **changes}
        kept = {name: value for name, value in values.items() if value is not None}
        return {"endpoint": self.endpoint, **kept}


def here(endpoint: str, **values: Any) -> Here:
    """The address asked for, with the choices that its links keep."""
    verdict = audit_page.read_verdict(request.args.get("veredicto", ""))
    return Here(
        endpoint=endpoint,
        values={
            **values,
            "veredicto": verdict.value if verdict else None,
            "pruebas": "abiertas" if request.args.get("pruebas") == "abiertas" else None,
        },
    )


@blueprint.get("/institucion/<slug>/auditoria")
def show(slug: str) -> Response:
    """Show the newest audit of one portal of an institution, and the way to its others."""
    response = make_response(_page(rooms().catalogue.audits_of(slug)))
    response.headers["Cache-Control"] = FRESH_KEEPING
    return response


def _page(audits: InstitutionAudits) -> str:
    if not audits.results:
        return render_template("pages/audit_none.html", audits=audits)
    result = chosen_portal(audits, request.args.get("portal", ""))
    host = result.host if result is not audits.results[0] else None
    place = here("audit.show", slug=audits.institution.slug, portal=host)
    return render_audit(rooms().catalogue.newest_portal_audit(result), place, audits)


def chosen_portal(audits: InstitutionAudits, host: str) -> PortalResult:
    """The portal an address names, the main one where it names none; NotFound for any other."""
    if not host:
        return audits.results[0]
    for result in audits.results:
        if result.host == host:
            return result
    raise NotFound("Esa institución no tiene un portal revisado con ese nombre.")


def render_audit(audit: PortalAudit, place: Here, audits: InstitutionAudits | None = None) -> str:
    """The page of one audit; `audits` where it is reached by its institution."""
    chosen = audit_page.read_verdict(str(place.values["veredicto"]))
    return render_template(
        "pages/audit.html",
        view=audit_page.present(audit, rooms().settings.stage_weights, chosen),
        here=place,
        audits=audits,
        portals=[portal_row(result) for result in audits.results] if audits else [],
        is_open=place.values["pruebas"] is not None,
        weights=rooms().settings.stage_weights,
    )
