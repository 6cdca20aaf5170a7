"""The page of one topic: its services, narrowed like any search."""

from flask import Blueprint, render_template

from indices.port import Facet
from uniportal.pages.names import names_of_filters
from uniportal.presenters import results
from uniportal.presenters.choices import Choices
from uniportal.wiring import rooms

blueprint = Blueprint("topic", __name__)


@blueprint.get("/tema/<slug>")
def show(slug: str) -> str:
    """Show the services of a topic."""
    catalogue = rooms().catalogue
    term = catalogue.topic(slug)
    choices = Choices(filters={Facet.TOPIC: (slug,)})
    page = rooms().index.search(choices.query())
    view = results.present(page, choices, names_of_filters(catalogue, choices))
    return render_template("pages/term.html", view=view, term=term, endpoint="topic.show")
