"""The public results of the audits as data to take along."""

from flask import Blueprint, Response

from uniportal.presenters.portal_table import as_csv
from uniportal.wiring import rooms

blueprint = Blueprint("audit_data", __name__)


@blueprint.get("/etapas.csv")
def listed() -> Response:
    """The list of portals as CSV."""
    response = Response(
        as_csv(rooms().catalogue.portal_results(), rooms().settings.stage_weights),
        content_type="text/csv; charset=utf-8; header=present",
    )
    response.headers["Content-Disposition"] = 'attachment; filename="etapas.csv"'
    return response
