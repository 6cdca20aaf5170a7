"""When a service should be ready, counted in days with Guatemala's holidays; and calendar files."""

from datetime import UTC, date, datetime, timedelta

from flask import Blueprint, Response, render_template, request, url_for

from canse.domain.errors import BadInput, NotFound
from canse.domain.service import ServiceSheet
from canse.domain.working_days import Deadline, deadline, is_working_day
from uniportal.clock import local_now
from uniportal.languages import gettext
from uniportal.presenters.calendar_file import CalendarDay, calendar_file
from uniportal.presenters.facts import time_of
from uniportal.wiring import rooms

LONGEST = timedelta(days=2 * 366)
"""How far from today a day may be: further on nobody knows the holidays or the rules."""

blueprint = Blueprint("deadline", __name__)


@blueprint.get("/servicio/<slug>/plazo")
def show(slug: str) -> str:
    """Say when something handed in on a day should be ready, and how that was counted."""
    sheet = rooms().catalogue.service(slug)
    start, fault = _day(request.args.get("desde", ""))
    return render_template(
        "pages/deadline.html",
        sheet=sheet,
        time=time_of(sheet.response_time),
        start=start,
        fault=fault,
        deadline=_deadline(sheet, start),
        is_attended=is_working_day(start),
    )


@blueprint.get("/servicio/<slug>/calendario.ics")
def calendar(slug: str) -> Response:
    """A day to be kept: of an appointment (`fecha`), or when it is due (`desde`)."""
    sheet = rooms().catalogue.service(slug)
    is_due = "desde" in request.args
    day, fault = _day(request.args.get("desde" if is_due else "fecha", ""))
    if fault:
        raise BadInput("La fecha se escribe año-mes-día, como 2027-01-31.")
    event = _due_day(sheet, _deadline(sheet, day)) if is_due else _appointment(sheet, day)
    response = Response(calendar_file(event, datetime.now(UTC)), mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{sheet.slug[:60]}.ics"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _day(text: str) -> tuple[date, str]:
    """The day typed, or today with what is wrong with it."""
    today = local_now().date()
    if not text.strip():
        return today, ""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return today, gettext("La fecha se escribe año-mes-día, como 2027-01-31.")
    if abs(day - today) > LONGEST:
        return today, gettext("Escriba una fecha de los próximos dos años.")
    return day, ""


def _deadline(sheet: ServiceSheet, start: date) -> Deadline:
    found = deadline(start, sheet.response_time)
    if found is None:
        raise NotFound("No sabemos en cuántos días responde ese servicio.")
    return found


def _due_day(sheet: ServiceSheet, found: Deadline) -> CalendarDay:
    return CalendarDay(
        day=found.due,
        title=gettext("Debería estar listo: %(name)s", name=sheet.name),
        text=_text(sheet),
        address=_address(sheet),
        key=f"plazo-{sheet.number}-{found.start.isoformat()}@uniportal",
    )


def _appointment(sheet: ServiceSheet, day: date) -> CalendarDay:
    return CalendarDay(
        day=day,
        title=gettext("Cita: %(name)s", name=sheet.name),
        text=_text(sheet),
        address=_address(sheet),
        key=f"cita-{sheet.number}-{day.isoformat()}@uniportal",
    )


def _text(sheet: ServiceSheet) -> str:
    needs = [f"- {item.text}" for item in sheet.requirements]
    return "\n".join([gettext("Lleve:"), *needs, _address(sheet)]) if needs else _address(sheet)


def _address(sheet: ServiceSheet) -> str:
    return url_for("service.show", slug=sheet.slug, _external=True)
