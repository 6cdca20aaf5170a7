"""All services from A to Z: for those who would rather look through a list than search."""

from flask import Blueprint, render_template, request

from uniportal.presenters import letters
from uniportal.wiring import rooms

blueprint = Blueprint("letters", __name__)


@blueprint.get("/a-z")
def show() -> str:
    """List the services of one letter."""
    wanted = letters.read_letter(request.args.get("letra", ""))
    view = letters.present(rooms().catalogue.service_names(), wanted)
    return render_template("pages/letters.html", view=view)
