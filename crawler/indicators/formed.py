"""Indicators of forms anywhere on the portal: search, contact, complaints, accounts."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from canse.domain.audit import Evidence
from crawler.forms import FormClass, classify_form, identity_fields, is_staff_form, sending_texts
from crawler.hosts import HostClass, classify_host, is_same_site, is_secure, is_staff_host
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_applicable,
    on,
    partly,
)
from crawler.indicators.proven import proven
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.page import Form, Page
from crawler.page_kind import PageKind, kind_of
from crawler.visit import Visit
from crawler.words_of_services import COMPLAINT, INFORMATION_REQUEST, SERVICE

_CITIZEN = Lexicon(
    "ciudadania",
    r"""
    ciudadan[oa]s?  contribuyentes?  usuari[oa]s? (?:del|de la)  registr(?:ate|ese|arse)
    crear (?:una )?cuenta
    """,
)
_CARRYING = frozenset(set(FormClass) - {FormClass.SEARCH, FormClass.NEWSLETTER, FormClass.SURVEY})


def check_search(portal: PortalView) -> Answer:
    """E2-04: a search form that leads to the same site."""
    elsewhere = []
    for visit, _, form in _forms(portal, FormClass.SEARCH):
        if is_same_site(form.action, visit.final_url or visit.url):
            return found([_piece(visit, form, "buscador")])
        elsewhere.append(
            (urlsplit(form.action).hostname or "", _piece(visit, form, "buscador-ajeno"))
        )
    if elsewhere:
        return partly([piece for _, piece in elsewhere], examples(host for host, _ in elsewhere))
    return missing()


def check_query(portal: PortalView) -> Answer:
    """E2-03: a query by a key of one's own; the search box of the site is none."""
    pieces = [
        (form.heading or page.title, _piece(visit, form, "consulta"))
        for visit, page, form in _forms(portal, FormClass.QUERY)
        if not is_staff_form(form) and kind_of(page) is not PageKind.STAFF
    ]
    return found((p for _, p in pieces), examples(n for n, _ in pieces)) if pieces else missing()


def check_contact_form(portal: PortalView) -> Answer:
    """E2-05: a form to write to the institution; mailto: sends nothing."""
    pieces = [
        _piece(visit, form, "formulario-contacto")
        for visit, _, form in _forms(portal, FormClass.CONTACT)
        if not form.action.startswith("mailto:") and sending_texts(form)
    ]
    return found(pieces) if pieces else missing()


def check_complaints(portal: PortalView) -> Answer:
    """E2-06: a form of its own for complaints; else a link or a builder's form that says so."""
    return _channel(portal, FormClass.COMPLAINT, COMPLAINT, Capability.COMPLAINT)


def check_information_request(portal: PortalView) -> Answer:
    """E2-07: a form to ask for public information; else a document or link that says so."""
    return _channel(
        portal, FormClass.INFORMATION_REQUEST, INFORMATION_REQUEST, Capability.INFORMATION_REQUEST
    )


def check_registration(portal: PortalView) -> Answer:
    """E3-03: an account for people, asked for by a form that is not the staff's."""
    pieces = [
        _piece(visit, form, "registro")
        for visit, page, form in _forms(portal, FormClass.REGISTRATION)
        if _is_for_citizens(portal, visit, page, form)
    ]
    return found(pieces) if pieces else missing()


def check_login(portal: PortalView) -> Answer:
    """E3-04: a log-in with a citizen cue; without one it may be the staff's."""
    pieces = [
        (form.heading or page.title, _piece(visit, form, "inicio-de-sesion"))
        for visit, page, form in _forms(portal, FormClass.LOGIN)
        if _is_for_citizens(portal, visit, page, form)
    ]
    if pieces:
        return found((piece for _, piece in pieces), examples(name for name, _ in pieces))
    return proven(Capability.LOGIN)(portal)


def check_secure_forms(portal: PortalView) -> Answer:
    """E3-17: forms that ask for data send them over https."""
    asking = [
        (visit, form)
        for visit, page in portal.pages()
        for form in page.forms
        if classify_form(form) in _CARRYING and form.action.startswith("http") and form.fields
    ]
    open_ones = [(visit, form) for visit, form in asking if not is_secure(form.action)]
    if open_ones:
        pieces = [_piece(visit, form, "formulario-sin-https") for visit, form in open_ones]
        return missing(examples(form.action for _, form in open_ones), pieces)
    return (
        found(_piece(v, f, "formulario-https") for v, f in asking) if asking else not_applicable()
    )


def _channel(portal: PortalView, kind: FormClass, words: Lexicon, capability: Capability) -> Answer:
    own = [_piece(v, f, words.name) for v, _, f in _forms(portal, kind) if sending_texts(f)]
    if own:
        return found(own)
    answer = proven(capability)(portal)
    if answer.evidence:
        return answer
    pieces = [
        on(s.visit, s.offer.selector, s.offer.name, words.name)
        for s in portal.sightings
        if words.find(s.offer.name) and s.capabilities.action_url
    ]
    return partly(pieces) if pieces else missing()


def _is_for_citizens(portal: PortalView, visit: Visit, page: Page, form: Form) -> bool:
    """Whether a form with a password is for people: no staff word, and a cue that it is theirs."""
    if is_staff_form(form) or is_staff_host(form.action) or kind_of(page) is PageKind.STAFF:
        return False
    if classify_host(form.action, portal.url) not in (HostClass.OWN, HostClass.STATE):
        return False
    words = " ".join((page.title, form.heading, form.text, *(b.text for b in page.blocks[:40])))
    return bool(identity_fields(form) or _CITIZEN.find(words) or SERVICE.find(form.heading))


def _forms(portal: PortalView, kind: FormClass) -> Iterator[tuple[Visit, Page, Form]]:
    for visit, page in portal.pages():
        for form in page.forms:
            if classify_form(form) is kind:
                yield visit, page, form


def _piece(visit: Visit, form: Form, rule: str) -> Evidence:
    labels = [field.label or field.name for field in form.fields]
    words = " · ".join(filter(None, (form.heading, *labels, *form.submit_texts)))
    return on(visit, form.selector, words, rule)
