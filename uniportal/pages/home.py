"""The home page: one question, and the ways in."""

from flask import Blueprint, render_template

from canse.journeys import Journeys
from uniportal.presenters import home as presenter
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
    journeys = Journeys(rooms().database).listed()
    return render_template("pages/home.html", view=view, journeys=journeys)
