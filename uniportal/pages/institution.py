"""The page of one institution."""

from flask import Blueprint, render_template, url_for

from canse.offices import Offices
from uniportal.clock import local_now
from uniportal.presenters import institution_page, structured_data
from uniportal.presenters.places import notice_views, office_views
from uniportal.wiring import rooms

blueprint = Blueprint("institution", __name__)


@blueprint.get("/institucion/<slug>")
def show(slug: str) -> str:
    """List what an institution offers and how its portal stands."""
    catalogue, now = rooms().catalogue, local_now()
    places = Offices(rooms().database)
    view = institution_page.present(
        catalogue.institution(slug),
        catalogue.services_of(slug),
        catalogue.audits_of(slug).results,
    )
    return render_template(
        "pages/institution.html",
        view=view,
        data=structured_data.organisation(
            view.sheet, url_for("institution.show", slug=slug, _external=True)
        ),
        offices=office_views(places.of_institution(slug), now),
        notices=notice_views(places.notices(now, institution=slug), now),
    )
