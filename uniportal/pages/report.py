"""What anybody can say of a sheet without giving a name: whether it helped, and what is wrong."""

import logging
from datetime import UTC, datetime
from http import HTTPStatus
from secrets import randbits

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from canse.citizen_reports import CitizenReports
from canse.domain.citizen_report import TEXT_LENGTH, ReportKind, reference_of
from canse.domain.errors import TooMany
from canse.domain.service import ServiceSheet
from uniportal.form_tokens import form_key, new_token, refuse_other_sites, sender_mark
from uniportal.headers import NO_KEEPING
from uniportal.presenters.report_form import TRAP, ReportForm, empty_form, read_form
from uniportal.wiring import rooms

LOGGER = logging.getLogger("uniportal.pages")
LARGEST_FORM = 32_000
MOST_FIELDS = 12
REFERENCE_BITS = 64

blueprint = Blueprint("report", __name__)


@blueprint.get("/servicio/<slug>/reportar")
def show(slug: str) -> Response:
    """Show the form, begun with the motive that the address names."""
    sheet = rooms().catalogue.service(slug)
    return _page(sheet, empty_form(request.args.get("motivo", "")))


@blueprint.post("/servicio/<slug>/reportar")
def send(slug: str) -> AnyResponse:
    """Keep a report and tell its reference, or show the form again with all that was typed."""
    refuse_other_sites()
    request.max_content_length, request.max_form_parts = LARGEST_FORM, MOST_FIELDS
    sheet = rooms().catalogue.service(slug)
    form = read_form(request.form)
    key = form_key(rooms().settings.secret_key, _subject(sheet), request.form.get("ficha", ""))
    if form.fault or key is None:
        return _page(sheet, form, is_stale=key is None, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _keep(sheet, form, key)


@blueprint.post("/servicio/<slug>/opinion")
def opine(slug: str) -> AnyResponse:
    """Keep whether the sheet helped; whoever says no is asked what is wrong."""
    refuse_other_sites()
    request.max_content_length, request.max_form_parts = LARGEST_FORM, MOST_FIELDS
    now = datetime.now(UTC)
    is_useful = request.form.get("sirvio") == "si"
    CitizenReports(rooms().database).opine(slug, now.date(), _sender(now), is_useful=is_useful)
    if not is_useful:
        return redirect(url_for("report.show", slug=slug, sirvio="no"), HTTPStatus.SEE_OTHER)
    return make_response(render_template("pages/opinion_received.html", slug=slug))


@blueprint.get("/reporte/<reference>")
def follow(reference: str) -> Response:
    """Tell whoever has the reference how far a report has come."""
    report = CitizenReports(rooms().database).report(reference)
    response = make_response(render_template("pages/report_followed.html", report=report))
    response.headers["Cache-Control"] = NO_KEEPING
    return response


@blueprint.get("/reporte")
def find() -> AnyResponse:
    """Lead from a reference typed into the form to its page."""
    reference = request.args.get("numero", "")
    if reference.strip():
        return redirect(url_for("report.follow", reference=reference.strip()[:40]))
    return make_response(render_template("pages/report_find.html"))


@blueprint.get("/falta-un-servicio")
def missing() -> str:
    """Ask which service is not in the catalogue."""
    return render_template("pages/missing.html", text=request.args.get("q", "")[:200])


def _keep(sheet: ServiceSheet, form: ReportForm, key: str) -> AnyResponse:
    now = datetime.now(UTC)
    new = form.report(form_key=key, sender=_sender(now))
    reports = CitizenReports(rooms().database)
    try:
        reference = reports.receive(
            sheet.slug, new, now, lambda: reference_of(randbits(REFERENCE_BITS))
        )
    except TooMany:
        LOGGER.warning("reports_refused", extra={"service": sheet.slug})
        return _page(sheet, form, is_flood=True, status=HTTPStatus.TOO_MANY_REQUESTS)
    LOGGER.info("report_received", extra={"service": sheet.slug, "kind": str(new.kind)})
    page = render_template("pages/report_received.html", sheet=sheet, reference=reference)
    response = make_response(page)
    response.headers["Cache-Control"] = NO_KEEPING
    return response


def _page(
    sheet: ServiceSheet,
    form: ReportForm,
    *,
    is_stale: bool = False,
    is_flood: bool = False,
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    page = render_template(
        "pages/report.html",
        sheet=sheet,
        form=form,
        kinds=tuple(ReportKind),
        longest=TEXT_LENGTH,
        trap=TRAP,
        token=new_token(rooms().settings.secret_key, _subject(sheet)),
        did_not_help=request.args.get("sirvio") == "no",
        is_stale=is_stale,
        is_flood=is_flood,
    )
    response = make_response(page, status)
    response.headers["Cache-Control"] = NO_KEEPING  # each form is sent once, with its own key
    return response


def _subject(sheet: ServiceSheet) -> str:
    """What the form's token is good for."""
    return f"reporte {sheet.slug}"


def _sender(now: datetime) -> str:
    return sender_mark(rooms().settings.secret_key, request.remote_addr or "", now)
