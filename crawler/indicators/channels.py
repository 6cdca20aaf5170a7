"""Stage 2, channels: where one complains, reports what is broken and asks for information."""

from canse.domain.audit import Evidence
from crawler.files import is_file
from crawler.forms import FormClass, classify_form, is_staff_form, sending_texts
from crawler.indicators.formed import CARRYING, form_piece, forms_of
from crawler.indicators.portal import Answer, PortalView, found, missing, on, partly
from crawler.indicators.proven import proven
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.page import Form, Page
from crawler.page_kind import first_headings
from crawler.sightings import Sighting
from crawler.words_of_services import COMPLAINT, INFORMATION_REQUEST

# People report these to whoever must mend them: "Reporte de baches".
_REPORT = Lexicon(
    "reporte-ciudadano",
    r"""
    report(?:e|es|ar|a) (?:de |un |una |tu |su |el |la )*(?:baches?|fugas?|luminarias?|lamparas?)
    report(?:e|es|ar|a) (?:de |un |una |tu |su |el |la )*(?:alumbrado|basura|basureros?|drenajes?)
    report(?:e|es|ar|a) (?:de |un |una |tu |su |el |la )*(?:danos?|averias?|fallas?|problemas?)
    report(?:e|es|ar|a) (?:de |un |una |tu |su |el |la )*(?:incidentes?|incidencias?|emergencias?)
    report(?:e|es|ar|a) (?:de |un |una |tu |su |el |la )*(?:ruido|abusos?|corrupcion|irregular\w*)
    report(?:e|es|ar|a) (?:de |un |una |tu |su |el |la )*(?:agua|calles?|incendios?|maltrato)
    atencion ciudadana  buzon (?:de sugerencias|ciudadano)  segnalazioni?  segnala un
    """,
)
# To have one's book of complaints stamped is a service, not a way to complain.
_BOOK = Lexicon("libro-de-quejas", r"libros? de (?:quejas|reclamaciones)")
_MESSAGES = CARRYING - {FormClass.LOGIN, FormClass.REGISTRATION, FormClass.RECOVERY}


def check_complaints(portal: PortalView) -> Answer:
    """E2-06: a form of its own for complaints or reports; else a link that says so."""
    own = [
        form_piece(visit, form, COMPLAINT.name)
        for visit, page in portal.fresh_pages()
        for form in page.forms
        if _is_complaint(page, form) and _sends(form)
    ]
    return found(own) if own else _announced(portal, COMPLAINT, Capability.COMPLAINT)


def _is_complaint(page: Page, form: Form) -> bool:
    names = (form.heading, *first_headings(page))
    kind = classify_form(form)
    if any(map(_BOOK.find, names)) or is_staff_form(form):
        return False
    if kind is FormClass.COMPLAINT:
        return True
    tells = any(field.kind in ("textarea", "file") for field in form.fields)
    is_named = any(map(_REPORT.find, names)) or any(map(COMPLAINT.find, names))
    return kind in _MESSAGES and tells and is_named


def check_information_request(portal: PortalView) -> Answer:
    """E2-07: a form to ask for public information; else a document or link that says so."""
    sent: list[Evidence] = []
    mailed: list[Evidence] = []
    for visit, _, form in forms_of(portal, FormClass.INFORMATION_REQUEST):
        if sending_texts(form):
            kept = sent if _sends(form) else mailed
            kept.append(form_piece(visit, form, INFORMATION_REQUEST.name))
    if sent:
        return found(sent)
    answer = _announced(portal, INFORMATION_REQUEST, Capability.INFORMATION_REQUEST)
    return partly(mailed) if mailed and not answer.evidence else answer


def _sends(form: Form) -> bool:
    """Whether the form itself sends: one that only opens a mail program does not."""
    return bool(sending_texts(form)) and not form.action.startswith("mailto:")


def _leads_on(sighting: Sighting, words: Lexicon) -> bool:
    """Whether something follows the words: for a complaint, more than a paper to fill in."""
    url = sighting.capabilities.action_url
    if not url or _BOOK.find(sighting.offer.name):
        return False
    return words is not COMPLAINT or not is_file(url)


def _announced(portal: PortalView, words: Lexicon, capability: Capability) -> Answer:
    answer = proven(capability)(portal)
    if answer.evidence:
        return answer
    pieces: list[Evidence] = [
        on(s.visit, s.offer.selector, f"{s.offer.name} → {s.capabilities.action_url}", words.name)
        for s in portal.sightings
        if words.find(s.offer.name) and _leads_on(s, words)
    ]
    return partly(pieces) if pieces else missing()
