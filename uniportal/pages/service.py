"""The page of one service."""

from flask import Blueprint, render_template

from uniportal.presenters import service_sheet
from uniportal.search_traces import note_opening
from uniportal.wiring import rooms

blueprint = Blueprint("service", __name__)


@blueprint.get("/servicio/<slug>")
def show(slug: str) -> str:
    """Say what to do, what it takes and how sure we are."""
    catalogue = rooms().catalogue
    sheet = catalogue.service(slug)
    note_opening(sheet.id)
    view = service_sheet.present(sheet, catalogue.related(sheet))
    return render_template("pages/service.html", view=view)
