"""Stage 3, done on the page: files sent, payments, appointments, results, checks, signatures."""

import re
from collections.abc import Iterator

from crawler.forms import (
    classify_form,
    has_upload,
    identity_fields,
    is_staff_form,
    sending_texts,
)
from crawler.hosts import HostClass, classify_host
from crawler.indicators.formed import CARRYING, form_piece, name_of
from crawler.indicators.portal import (
    Answer,
    Check,
    PortalView,
    on,
)
from crawler.indicators.proven import proven
from crawler.indicators.said import (
    Named,
    is_fit,
    is_live_here,
    link_piece,
    links_saying,
    piece,
    saying,
    seen_or_said,
    services_saying,
)
from crawler.indicators.words_of_doing import (
    BLANK,
    CURRICULUM,
    GENUINE,
    ISSUE,
    NOT_VERIFY,
    OTHER_FOLLOWING,
    RECEIPT,
    SIGNING,
    SLIP,
    UPLOAD,
    VERIFY,
)
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.page import Form, Page
from crawler.sightings import Sighting
from crawler.visit import Visit
from crawler.words_of_transactions import SIGNATURE

_BOOKING = re.compile(
    r"//(?:[\w-]+\.)*(?:calendly\.com|setmore\.com|simplybook\.\w+|acuityscheduling\.com"
    r"|bookings\.\w+|qminder\.com)|outlook\.office(?:365)?\.com/(?:owa/calendar/|book/)[^?#]*book",
    re.I,
)
_PAID = Lexicon("pago", r"pag(?:o|os|ar|a|ue)  cobros?  tasas?  tarifas?  boletas?  multas?  paga")


def check_upload(portal: PortalView) -> Answer:
    """E3-02: an application that takes a file; a curriculum for a vacancy is not one."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, "carga-de-archivos"))
        for visit, page, form in _public_forms(portal)
        if has_upload(form) and classify_form(form) in CARRYING and not _is_vacancy(page, form)
    ]
    told = [
        (s.offer.name, piece(s.visit, entry, UPLOAD))
        for s, entry in services_saying(portal, UPLOAD)
        if not CURRICULUM.find(f"{s.offer.name} {entry.text}")
    ]
    return seen_or_said(pieces, told)


def _is_vacancy(page: Page, form: Form) -> bool:
    return bool(CURRICULUM.find(f"{page.title} {form.heading} {form.text}"))


def check_payment(portal: PortalView) -> Answer:
    """E3-06: boxes for a card, or a control of a service that leads to a payment gateway."""
    gateways: list[Named] = []
    for sighting in portal.sightings:
        gateways += _gateways(sighting, portal.url)
    if gateways:
        return seen_or_said(gateways, ())
    return proven(Capability.PAYMENT)(portal)


def _gateways(sighting: Sighting, portal_url: str) -> Iterator[Named]:
    offer = sighting.offer
    for link in offer.section.links:
        if classify_host(link.url, portal_url) is HostClass.PAYMENT and _PAID.find(
            f"{link.text} {offer.name}"
        ):
            yield offer.name, link_piece(sighting.visit, link, "pasarela-de-pago")
    for form in offer.section.forms:
        if classify_host(form.action, portal_url) is HostClass.PAYMENT:
            text = f"{form.heading} → {form.action}"
            yield offer.name, on(sighting.visit, form.selector, text, "pasarela-de-pago")


def check_slip(portal: PortalView) -> Answer:
    """E3-07: a form that makes a payment slip; else words that say so."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, SLIP.name))
        for visit, page, form in _public_forms(portal)
        if form.fields and any(map(SLIP.find, (*sending_texts(form), form.heading)))
    ]
    return seen_or_said(pieces, _told(portal, SLIP))


def check_appointment(portal: PortalView) -> Answer:
    """E3-08: a form for an appointment, or a booking tool shown by a service."""
    answer = proven(Capability.APPOINTMENT)(portal)
    tools = [
        (s.offer.name, on(s.visit, "iframe", frame, "reserva"))
        for s in portal.sightings
        if s.visit.page is not None and s.offer.is_alone
        for frame in s.visit.page.frames
        if _BOOKING.search(frame)
    ]
    return seen_or_said(tools, ()) if tools else answer


def check_delivery(portal: PortalView) -> Answer:
    """E3-10: a form that gives the document at once; a blank form or a receipt is no result."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, ISSUE.name))
        for visit, page, form in _public_forms(portal)
        if identity_fields(form) and any(map(_issues, sending_texts(form)))
    ]
    return seen_or_said(pieces, ()) if pieces else _DELIVERED(portal)


def _issues(text: str) -> bool:
    return bool(ISSUE.find(text)) and not BLANK.find(text)


# "Recibirá el número de expediente por correo" acknowledges; it delivers nothing.
_DELIVERED: Check = proven(Capability.DELIVERY, unless=RECEIPT)
check_tracking: Check = proven(Capability.TRACKING, unless=OTHER_FOLLOWING)


def check_verification(portal: PortalView) -> Answer:
    """E3-11: a form that says whether a document is genuine; a link or words count half."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, VERIFY.name))
        for visit, page, form in _public_forms(portal)
        if form.fields and any(map(_verifies, (name_of(page, form), *sending_texts(form))))
        if classify_form(form) in CARRYING
    ]
    links = [
        (link.text, link_piece(visit, link, VERIFY.name))
        for visit, _, link in links_saying(portal, VERIFY)
        if _verifies(link.text) and is_live_here(portal, link.url)
    ]
    said = [
        (entry.text[:60], piece(visit, entry, VERIFY))
        for visit, _, entry in saying(portal, VERIFY)
        if _verifies(entry.text) and GENUINE.find(entry.text)
    ]
    return seen_or_said(pieces, [*links, *said])


def _verifies(text: str) -> bool:
    return bool(VERIFY.find(text)) and not NOT_VERIFY.find(text)


def check_signature(portal: PortalView) -> Answer:
    """E3-12: a form that takes a certificate or is signed; else a service that says so."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, SIGNATURE.name))
        for visit, page, form in _public_forms(portal)
        if any(map(SIGNING.find, _control_words(form)))
    ]
    return seen_or_said(pieces, ()) if pieces else proven(Capability.SIGNATURE)(portal)


def _control_words(form: Form) -> Iterator[str]:
    yield from sending_texts(form)
    for field in form.fields:
        yield f"{field.label} {field.name}"


def _public_forms(portal: PortalView) -> Iterator[tuple[Visit, Page, Form]]:
    """The forms that the public may send: not the staff's, not a mail program's."""
    for visit, page in portal.fresh_pages():
        for form in page.forms:
            if form.action.startswith("mailto:") or not sending_texts(form):
                continue
            if not is_staff_form(form) and is_fit(page, with_news=True):
                yield visit, page, form


def _told(portal: PortalView, words: Lexicon) -> list[Named]:
    return [
        (sighting.offer.name, piece(sighting.visit, entry, words))
        for sighting, entry in services_saying(portal, words)
    ]
