"""The pages of journeys: the list of all, and the steps of one."""

from flask import Blueprint, render_template

from uniportal.presenters import journey as presenter
from uniportal.wiring import rooms

blueprint = Blueprint("journey", __name__)


@blueprint.get("/caminos")
def list_all() -> str:
    """List the journeys."""
    return render_template("pages/journeys.html", journeys=rooms().journeys.listed())


@blueprint.get("/camino/<slug>")
def show(slug: str) -> str:
    """Lead through the services that one purpose calls for."""
    journey = rooms().journeys.journey(slug)
    wanted = {slug for step in journey.steps for slug in step.services}
    sheets = rooms().catalogue.published_of(sorted(wanted))
    view = presenter.present(journey, {sheet.slug: sheet for sheet in sheets})
    return render_template("pages/journey.html", view=view)
