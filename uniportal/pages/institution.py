"""The page of one institution."""

from flask import Blueprint, render_template

from uniportal.presenters import institution_page
from uniportal.wiring import rooms

blueprint = Blueprint("institution", __name__)


@blueprint.get("/institucion/<slug>")
def show(slug: str) -> str:
    """List what an institution offers and how its portal stands."""
    catalogue = rooms().catalogue
    view = institution_page.present(
        catalogue.institution(slug),
        catalogue.services_of(slug),
        catalogue.audits_of(slug).results,
    )
    return render_template("pages/institution.html", view=view)
