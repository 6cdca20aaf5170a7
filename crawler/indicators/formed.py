"""Indicators of forms anywhere on the portal: search, look-up, contact, and how they travel."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from canse.domain.audit import Evidence
from crawler.forms import FormClass, classify_form, is_staff_form, sending_texts
from crawler.hosts import is_same_site, is_secure
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
from crawler.indicators.said import is_live_here, link_piece, seen_or_said
from crawler.page import Form, Page, Region
from crawler.page_kind import PageKind, kind_of
from crawler.sections import group_of
from crawler.visit import Visit
from crawler.words_of_services import PLACEHOLDER

_SEARCH_PAGE = re.compile(r"/(?:buscar|busqueda|search|buscador)(?:/|\.\w{2,5})?(?:\?|$)", re.I)
_RENTED_SEARCH = re.compile(r"//cse\.google\.|//www\.google\.com/cse|algolia", re.I)
CARRYING = frozenset(set(FormClass) - {FormClass.SEARCH, FormClass.NEWSLETTER, FormClass.SURVEY})


def check_search(portal: PortalView) -> Answer:
    """E2-04: a search form or page of the same site; another's search box counts half."""
    elsewhere: list[tuple[str, Evidence]] = []
    for visit, _, form in forms_of(portal, FormClass.SEARCH):
        if is_same_site(form.action, visit.final_url or visit.url):
            return found([form_piece(visit, form, "buscador")])
        host = urlsplit(form.action).hostname or ""
        elsewhere.append((host, form_piece(visit, form, "buscador-ajeno")))
    for visit, page in portal.pages():
        for link in page.links:
            if _SEARCH_PAGE.search(link.url) and is_live_here(portal, link.url):
                return found([link_piece(visit, link, "pagina-de-busqueda")])
        elsewhere += _rented(visit, page)
    if elsewhere:
        return partly([piece for _, piece in elsewhere], examples(host for host, _ in elsewhere))
    return missing()


def _rented(visit: Visit, page: Page) -> Iterator[tuple[str, Evidence]]:
    """Search boxes that a company draws on the page, with its host."""
    for resource in page.markup.resources:
        if _RENTED_SEARCH.search(resource.url):
            host = urlsplit(resource.url).hostname or ""
            yield host, on(visit, resource.kind, resource.url, "buscador-ajeno")


def check_query(portal: PortalView) -> Answer:
    """E2-03: a query by a key of one's own; the search box of the site is none."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, "consulta"))
        for visit, page, form in forms_of(portal, FormClass.QUERY)
        if not is_staff_form(form) and kind_of(page) is not PageKind.STAFF
    ]
    return seen_or_said(pieces, ())


def check_contact_form(portal: PortalView) -> Answer:
    """E2-05: a form to write to the institution; mailto: and a theme's example send nothing."""
    loose: list[Evidence] = []
    for visit, _, form in forms_of(portal, FormClass.CONTACT):
        words = f"{form.heading} {form.text}"
        if form.action.startswith("mailto:") or PLACEHOLDER.find(words) or not sending_texts(form):
            continue
        if not form.is_bare or form.has_handler:
            return found([form_piece(visit, form, "formulario-contacto")])
        loose.append(form_piece(visit, form, "casillas-sin-formulario"))
    return partly(loose) if loose else missing()


def check_secure_forms(portal: PortalView) -> Answer:
    """E3-17: forms that ask for data send them over https."""
    asking = [
        (visit, form)
        for visit, page in portal.pages()
        for form in page.forms
        if classify_form(form) in CARRYING and form.action.startswith("http") and form.fields
    ]
    open_ones = [(visit, form) for visit, form in asking if not is_secure(form.action)]
    if open_ones:
        pieces = [form_piece(visit, form, "formulario-sin-https") for visit, form in open_ones]
        return missing(examples(form.action for _, form in open_ones), pieces)
    if asking:
        return found(form_piece(visit, form, "formulario-https") for visit, form in asking)
    return not_applicable()


def forms_of(portal: PortalView, *kinds: FormClass) -> Iterator[tuple[Visit, Page, Form]]:
    """The forms of these classes, with where they stand."""
    for visit, page in portal.pages():
        for form in page.forms:
            if classify_form(form) in kinds:
                yield visit, page, form


def name_of(page: Page, form: Form) -> str:
    """What people would call the form: its heading, unless that only labels a part of the page."""
    if form.heading and not group_of(form.heading):
        return form.heading
    tops = [h.text for h in page.headings if h.region is Region.MAIN and h.level <= 2]
    return next(iter(tops), page.title) or form.heading


def form_piece(visit: Visit, form: Form, rule: str) -> Evidence:
    """Evidence for a form: its heading, its boxes and its buttons."""
    labels = [field.label or field.name for field in form.fields]
    words = " · ".join(filter(None, (form.heading, *labels, *form.submit_texts)))
    return on(visit, form.selector, words, rule)
