"""The home page: one question, and the ways in."""

from flask import Blueprint, render_template, url_for

from uniportal.presenters import home as presenter
from uniportal.presenters import structured_data
from uniportal.wiring import rooms

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def show() -> str:
    """Ask what the person needs."""
    catalogue = rooms().catalogue
    view = presenter.present(
        figures=catalogue.figures(),
        categories=catalogue.categories(),
        life_events=catalogue.life_events(),
        topics=catalogue.topics(presenter.TOPICS),
    )
    journeys = rooms().journeys.listed()
    search = url_for("search.show", _external=True) + "?q={search_term_string}"
    return render_template(
        "pages/home.html",
        view=view,
        journeys=journeys,
        data=structured_data.website(url_for("home.show", _external=True), search),
    )
