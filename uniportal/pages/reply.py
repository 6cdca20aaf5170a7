"""The right to reply: a form by which an institution answers its audit or asks for another look."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, request

from canse.domain.errors import NotFound, TooMany
from canse.domain.overview import InstitutionAudits, PortalAudit
from canse.replies import Replies
from uniportal.form_tokens import form_key, new_token, refuse_other_sites, sender_mark
from uniportal.headers import NO_KEEPING
from uniportal.pages.audit import chosen_portal
from uniportal.presenters.reply_form import LENGTHS, TRAP, ReplyForm, empty_form, read_form
from uniportal.wiring import rooms

LOGGER = logging.getLogger("uniportal.pages")
LARGEST_FORM = 64_000
MOST_FIELDS = 30

blueprint = Blueprint("reply", __name__)


@dataclass(frozen=True, kw_only=True)
class _Subject:
    """What is replied to: an institution's audit of one portal."""

    audits: InstitutionAudits
    audit: PortalAudit

    @property
    def host(self) -> str:
        """The portal."""
        return self.audit.result.host

    @property
    def page(self) -> str:
        """What the form's token is good for."""
        return f"{self.audits.institution.slug} {self.host}"


@blueprint.get("/institucion/<slug>/auditoria/responder")
def show(slug: str) -> Response:
    """Show the form, begun with the result that it is about."""
    subject = _subject(slug, request.args.get("portal", ""))
    return _page(subject, empty_form(request.args))


@blueprint.post("/institucion/<slug>/auditoria/responder")
def send(slug: str) -> Response:
    """Keep a reply, or show the form again with what is wrong and all that was typed."""
    refuse_other_sites()
    request.max_content_length, request.max_form_parts = LARGEST_FORM, MOST_FIELDS
    subject = _subject(slug, request.form.get("portal", ""))
    form = read_form(request.form, {finding.id for finding in subject.audit.findings})
    key = form_key(rooms().settings.secret_key, subject.page, request.form.get("ficha", ""))
    if form.faults or key is None:
        return _page(subject, form, is_stale=key is None, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _keep(subject, form, key)


def _keep(subject: _Subject, form: ReplyForm, key: str) -> Response:
    now = datetime.now(UTC)
    mark = sender_mark(rooms().settings.secret_key, request.remote_addr or "", now)
    reply = form.reply(host=subject.host, form_key=key, sender=mark)
    try:
        Replies(rooms().database).receive(subject.audits.institution.slug, reply, now)
    except TooMany:
        LOGGER.warning("replies_refused", extra={"host": subject.host})
        return _page(subject, form, is_flood=True, status=HTTPStatus.TOO_MANY_REQUESTS)
    LOGGER.info("reply_received", extra={"host": subject.host, "kind": str(form.kind)})
    return make_response(
        render_template("pages/reply_received.html", subject=subject, kind=form.kind)
    )


def _page(
    subject: _Subject,
    form: ReplyForm,
    *,
    is_stale: bool = False,
    is_flood: bool = False,
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    page = render_template(
        "pages/reply.html",
        subject=subject,
        form=form,
        lengths=LENGTHS,
        trap=TRAP,
        token=new_token(rooms().settings.secret_key, subject.page),
        is_stale=is_stale,
        is_flood=is_flood,
    )
    response = make_response(page, status)
    response.headers["Cache-Control"] = NO_KEEPING  # each form is sent once, with its own key
    return response


def _subject(slug: str, host: str) -> _Subject:
    catalogue = rooms().catalogue
    audits = catalogue.audits_of(slug)
    if not audits.results:
        raise NotFound("Todavía no hay una revisión de esa institución que responder.")
    result = chosen_portal(audits, host)
    return _Subject(audits=audits, audit=catalogue.newest_portal_audit(result))
