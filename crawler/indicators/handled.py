"""Stage 3, how a request is handled: receipts, notices, consent, steps, reports, enrolment."""

import re
from collections.abc import Sequence

from canse.domain.audit import Evidence
from crawler.forms import FormClass, classify_form, identity_fields, sending_texts
from crawler.hosts import HostClass, classify_host
from crawler.indicators.formed import CARRYING, form_piece, name_of
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
from crawler.indicators.said import (
    Entry,
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
    CONSENT,
    COOKIES,
    ENROL,
    ENROLMENT,
    NOTICE,
    OF_DATA,
    ON_PAPER,
    ONLINE_STEPS,
    OPINIONS,
    RECEIPT,
    REPORT,
)
from crawler.lexicon import folded
from crawler.page import Block, Field, Form
from crawler.sightings import Sighting
from crawler.wording_proofs import told
from crawler.words_of_transactions import IN_PERSON

STEPS = 4
KINDS_OF_STEPS = 2
_SENT = CARRYING - {FormClass.LOGIN, FormClass.RECOVERY, FormClass.QUERY, FormClass.COMMENT}
_NUMBERED = re.compile(r"^\s*(?:paso\s*)?\d{1,2}\s*[.):°-]|^\s*paso \d", re.I)


def check_receipt(portal: PortalView) -> Answer:
    """E3-13: a number or acknowledgement, said where the request is sent."""
    told_near: list[Evidence] = []
    told_far: list[Evidence] = []
    for visit, page, entry in saying(portal, RECEIPT):
        sends = any(classify_form(f) in _SENT and sending_texts(f) for f in page.forms)
        (told_near if sends else told_far).append(piece(visit, entry, RECEIPT))
    if told_near:
        return found(told_near)
    return partly(told_far) if told_far else missing()


def check_reports(portal: PortalView) -> Answer:
    """E3-14: what must be reported each period can be reported here; another's door is not ours."""
    own: list[Evidence] = []
    others: list[Evidence] = []
    for visit, _, link in links_saying(portal, REPORT):
        host = classify_host(link.url, portal.url)
        if host is HostClass.OWN and is_live_here(portal, link.url):
            own.append(link_piece(visit, link, REPORT.name))
        elif host is HostClass.STATE:
            others.append(link_piece(visit, link, "declaracion-de-otra-institucion"))
    if own:
        return found(own)
    said = [] if others else [piece(s.visit, e, REPORT) for s, e in services_saying(portal, REPORT)]
    return partly(said) if said else missing(pieces=others)


def check_notice(portal: PortalView) -> Answer:
    """E3-15: notices that bind reach the person in an electronic mailbox."""
    links = [
        link_piece(visit, link, NOTICE.name)
        for visit, _, link in links_saying(portal, NOTICE)
        if is_live_here(portal, link.url) and not OPINIONS.find(link.text)
    ]
    said = [
        piece(visit, entry, NOTICE)
        for visit, _, entry in saying(portal, NOTICE)
        if not OPINIONS.find(entry.text)
    ]
    if links:
        return found(links)
    return partly(said) if said else missing()


def check_consent(portal: PortalView) -> Answer:
    """E3-16: whoever sends data agrees to how they are used, in the form itself."""
    asked: list[Evidence] = []
    said: list[Evidence] = []
    is_asking = False
    for visit, page in portal.fresh_pages():
        for form in page.forms:
            if classify_form(form) not in _SENT or not sending_texts(form):
                continue
            is_asking = True
            if any(_is_agreed(field, form) for field in form.fields):
                asked.append(form_piece(visit, form, CONSENT.name))
            elif _is_consent(form.text):
                said.append(on(visit, form.selector, form.text, CONSENT.name))
    if asked:
        return found(asked)
    if said:
        return partly(said)
    return missing() if is_asking else not_applicable()


def _is_agreed(field: Field, form: Form) -> bool:
    """Whether a box stands for the consent: by its label, or by one on data in such a form."""
    if field.kind != "checkbox":
        return False
    is_on_data = bool(OF_DATA.find(field.label)) and _is_consent(form.text)
    return _is_consent(field.label) or is_on_data


def _is_consent(text: str) -> bool:
    return bool(CONSENT.find(text)) and not COOKIES.find(text)


def check_steps(portal: PortalView) -> Answer:
    """E3-18: four steps or more that tell how it is done on the page, without paper."""
    whole: list[Named] = []
    on_paper: list[Named] = []
    for sighting in portal.sightings:
        steps = _steps(sighting)
        verbs = [words.name for words in ONLINE_STEPS if any(words.find(s.text) for s in steps)]
        if len(steps) < STEPS or len(verbs) < KINDS_OF_STEPS:
            continue
        text = f"{len(steps)} pasos ({', '.join(verbs)}): {' · '.join(s.text for s in steps)}"
        evidence = on(sighting.visit, steps[0].selector, text, "pasos-en-linea")
        needs_paper = any(ON_PAPER.find(s.text) or IN_PERSON.find(s.text) for s in steps)
        (on_paper if needs_paper else whole).append((sighting.offer.name, evidence))
    if whole:
        return found((e for _, e in whole), examples(n for n, _ in whole))
    return (
        partly((e for _, e in on_paper), examples(n for n, _ in on_paper))
        if on_paper
        else missing()
    )


def _steps(sighting: Sighting) -> Sequence[Entry]:
    """The longest run of steps: numbered texts, or the items of one list."""
    entries = told(sighting.offer)
    numbered = [entry for entry in entries if _NUMBERED.match(folded(entry.text[:20]))]
    groups: dict[int, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry, Block) and entry.tag == "li" and entry.group:
            groups.setdefault(entry.group, []).append(entry)
    return max(numbered, *groups.values(), key=len) if groups else numbered


def check_enrolment(portal: PortalView) -> Answer:
    """E3-19: courses, examinations or tenders that one joins on the page."""
    forms = [
        (name_of(page, form), form_piece(visit, form, ENROLMENT.name))
        for visit, page in portal.fresh_pages()
        for form in page.forms
        if _enrols(form, name_of(page, form)) and is_fit(page, with_news=True)
    ]
    links = [
        (link.text, link_piece(visit, link, ENROL.name))
        for visit, _, link in links_saying(portal, ENROL)
        if classify_host(link.url, portal.url) is HostClass.OWN and is_live_here(portal, link.url)
    ]
    return seen_or_said(forms, links)


def _enrols(form: Form, name: str) -> bool:
    kinds = (FormClass.APPLICATION, FormClass.REGISTRATION)
    if classify_form(form) not in kinds or not sending_texts(form) or not identity_fields(form):
        return False
    return bool(ENROLMENT.find(f"{name} {' '.join(form.submit_texts)}"))
