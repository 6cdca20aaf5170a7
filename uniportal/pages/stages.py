"""The public results of the audits, and the proof behind each."""

from flask import Blueprint, render_template

from uniportal.presenters import portals
from uniportal.wiring import rooms

blueprint = Blueprint("stages", __name__)


@blueprint.get("/etapas")
def show() -> str:
    """List how the portals stand."""
    view = portals.present_stages(rooms().catalogue.portal_results())
    return render_template("pages/stages.html", view=view)


@blueprint.get("/etapas/<int:audit_id>")
def audit(audit_id: int) -> str:
    """Show what an audit saw, indicator by indicator."""
    view = portals.present_audit(rooms().catalogue.portal_audit(audit_id))
    return render_template("pages/audit.html", view=view)
