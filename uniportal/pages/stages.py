"""The public results of the audits, and any audit by its number."""

from flask import Blueprint, render_template, request

from uniportal.pages.audit import here, render_audit
from uniportal.presenters import stage_list
from uniportal.wiring import rooms

blueprint = Blueprint("stages", __name__)


@blueprint.get("/etapas")
def show() -> str:
    """List how the portals stand."""
    choices = stage_list.read_choices(request.args)
    view = stage_list.present(rooms().catalogue.portal_results(), choices)
    weights = rooms().settings.stage_weights
    return render_template("pages/stages.html", view=view, weights=weights)


@blueprint.get("/etapas/<int:audit_id>")
def audit(audit_id: int) -> str:
    """Show what an audit saw, indicator by indicator."""
    found = rooms().catalogue.portal_audit(audit_id)
    return render_audit(found, here("stages.audit", audit_id=audit_id))
