"""The page of one moment of life: the services it calls for."""

from flask import Blueprint, render_template

from indices.port import Facet
from uniportal.pages.names import names_of_filters
from uniportal.presenters import results
from uniportal.presenters.choices import Choices
from uniportal.wiring import rooms

blueprint = Blueprint("life_event", __name__)


@blueprint.get("/evento/<slug>")
def show(slug: str) -> str:
    """Show the services of a moment of life."""
    catalogue = rooms().catalogue
    term = catalogue.life_event(slug)
    choices = Choices(filters={Facet.LIFE_EVENT: (slug,)})
    page = rooms().index.search(choices.query())
    view = results.present(page, choices, names_of_filters(catalogue, choices))
    return render_template("pages/term.html", view=view, term=term, endpoint="life_event.show")
