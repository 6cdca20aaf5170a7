"""The list of institutions, all or of one kind."""

from flask import Blueprint, render_template, request

from uniportal.presenters import institution_lists
from uniportal.wiring import rooms

blueprint = Blueprint("institutions", __name__)


@blueprint.get("/instituciones")
def show() -> str:
    """List institutions from A to Z."""
    kind = institution_lists.read_kind(request.args.get("tipo", ""))
    view = institution_lists.present(rooms().catalogue.institutions(), kind)
    return render_template("pages/institutions.html", view=view)
