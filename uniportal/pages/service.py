"""The page of one service, and the short address that leads to it."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from canse.citizen_reports import CitizenReports
from canse.domain.service import ServiceSheet
from canse.domain.working_days import deadline
from canse.offices import Offices
from uniportal.clock import local_now
from uniportal.presenters import service_sheet, structured_data
from uniportal.presenters.places import MOST_ON_A_SHEET, notice_views, office_views
from uniportal.presenters.sharing import message_of
from uniportal.search_traces import note_opening
from uniportal.wiring import rooms

blueprint = Blueprint("service", __name__)


@blueprint.get("/servicio/<slug>")
def show(slug: str) -> str:
    """Say what to do, what it takes and how sure we are."""
    catalogue, now = rooms().catalogue, local_now()
    sheet = catalogue.service(slug)
    note_opening(sheet.id)
    owner = sheet.institution.slug if sheet.institution else ""
    places = Offices(rooms().database)
    offices = places.of_institution(owner) if owner else ()
    notices = places.notices(now, service=sheet.slug, institution=owner)
    address = url_for("service.short", number=sheet.number, _external=True)
    return render_template(
        "pages/service.html",
        view=service_sheet.present(sheet, catalogue.related(sheet)),
        journeys=rooms().journeys.places_of(sheet.id),
        warnings=CitizenReports(rooms().database).warnings(sheet.id, now),
        offices=office_views(offices[:MOST_ON_A_SHEET], now),
        more_offices=max(0, len(offices) - MOST_ON_A_SHEET),
        notices=notice_views(notices, now),
        has_deadline=deadline(now.date(), sheet.response_time) is not None,
        tomorrow=now.date() + timedelta(days=1),
        data=_data(sheet),
        message=message_of(sheet, address),
        short_address=address,
    )


def _data(sheet: ServiceSheet) -> tuple[structured_data.Values, ...]:
    """What machines read of the sheet: the service, and where its page stands."""
    address = url_for("service.show", slug=sheet.slug, _external=True)
    owner = sheet.institution
    above = [("Inicio", url_for("home.show", _external=True))]
    if sheet.category:
        place = url_for("category.show", slug=sheet.category.slug, _external=True)
        above.append((sheet.category.name, place))
    return (
        structured_data.service(
            sheet,
            address,
            url_for("institution.show", slug=owner.slug, _external=True) if owner else "",
        ),
        structured_data.breadcrumbs([*above, (sheet.name, address)]),
    )


@blueprint.get("/s/<int:number>")
def short(number: int) -> Response:
    """Lead from the number on a poster to the sheet."""
    sheet = rooms().catalogue.service_by_number(number)
    return redirect(url_for("service.show", slug=sheet.slug))
