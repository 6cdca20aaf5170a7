"""What the controls of a page do for a service: forms, downloads, links that offer it."""

import re
from collections.abc import Iterator

from canse.domain.naming import fold
from crawler.files import file_words, is_file
from crawler.forms import (
    FormClass,
    classify_form,
    has_upload,
    identity_fields,
    is_staff_form,
    sending_texts,
)
from crawler.hosts import HostClass, classify_host, is_home_page, is_staff_host
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.offer import Offer
from crawler.page import Form, Link, Page
from crawler.proof import Proof
from crawler.sections import FORM_GROUP, group_of
from crawler.wording_proofs import affirms, is_only_in_person
from crawler.words_of_services import COMPLAINT, CONTACT, FORM_FILE, INFORMATION_REQUEST
from crawler.words_of_transactions import (
    ACCOUNT,
    NO_OFFER,
    OFFER,
    ONLINE,
    ONLINE_PAYMENT,
    TRACKING,
)

OFFERING_WORDS = 9
_FURNITURE_FORMS = frozenset(
    {
        FormClass.SEARCH,
        FormClass.NEWSLETTER,
        FormClass.SURVEY,
        FormClass.COMMENT,
        FormClass.RECOVERY,
    }
)
_DONE_BY: dict[FormClass, tuple[Capability, ...]] = {
    FormClass.LOGIN: (Capability.APPLICATION, Capability.LOGIN),
    FormClass.REGISTRATION: (Capability.APPLICATION, Capability.ACCOUNT),
    FormClass.PAYMENT: (Capability.APPLICATION, Capability.PAYMENT),
    FormClass.APPOINTMENT: (Capability.APPOINTMENT,),
    FormClass.QUERY: (Capability.QUERY,),
    FormClass.APPLICATION: (Capability.APPLICATION,),
    FormClass.COMPLAINT: (Capability.COMPLAINT,),
    FormClass.INFORMATION_REQUEST: (Capability.INFORMATION_REQUEST,),
}
# A form whose button offers the transaction, whatever little it asks.
_MAY_OFFER = frozenset({FormClass.CONTACT, FormClass.OTHER})
_MESSAGES = frozenset(
    {Capability.MESSAGE, Capability.COMPLAINT, Capability.INFORMATION_REQUEST, Capability.QUERY}
)
_CASE_KEY = Lexicon(
    "clave-de-expediente",
    r"""
    expedientes?  gestion  solicitud(?:es)?  radicados?  tracking  rastreo  guia  boleta
    estado(?: de)?  seguimiento  tramites?  protocollo  pratica  application number  case number
    """,
)
_PARCEL = Lexicon("paquete", r"paquetes?  encomiendas?  envios? postal(?:es)?  parcels?")
_SHARED_LOGIN = (
    Capability.APPLICATION,
    Capability.LOGIN,
    Capability.SINGLE_SIGN_ON,
    Capability.REUSE,
)
_OWN_LOGIN = (Capability.APPLICATION, Capability.LOGIN)
_IDENTITY_PROVIDER = re.compile(
    r"/oauth2?/|/openid|openid-connect|[?&]response_type=|[?&]SAMLRequest=|/saml2?/", re.I
)
_COMMERCIAL_LOGIN = re.compile(
    r"//[^/]*(?:google|facebook|microsoft|microsoftonline|live|apple|twitter|github|linkedin)\.com"
    r"|/adfs/",
    re.I,
)
_DOWNLOAD = Lexicon("descarga", r"descarg\w+  download  ver  abrir  pdf  aqui  formato  scarica")
_ONLINE_HEADING = Lexicon("ir-al-tramite", r"ir al tramite  tramite en linea  accedi al servizio")


def form_proofs(offer: Offer, page: Page) -> Iterator[Proof]:
    """What the forms of an offer do; a form of the page is the offer's when it stands alone."""
    for form in offer.section.forms:
        kind = classify_form(form)
        if kind in _FURNITURE_FORMS or is_staff_form(form) or not sending_texts(form):
            continue
        for capability in _capabilities(form, kind):
            yield Proof(
                capability=capability,
                is_confirmed=True,
                selector=form.selector,
                snippet=_form_words(form),
                rule=f"formulario-{kind.value}",
                url=page.url,
            )
        if kind in _MAY_OFFER and any(map(OFFER.starts, sending_texts(form))):
            yield Proof(
                capability=Capability.APPLICATION,
                is_confirmed=False,
                selector=form.selector,
                snippet=_form_words(form),
                rule=OFFER.name,
                url=page.url,
            )


def _capabilities(form: Form, kind: FormClass) -> tuple[Capability, ...]:
    found = list(_DONE_BY.get(kind, ()))
    if identity_fields(form) or has_upload(form):
        found.append(Capability.APPLICATION)
        if kind is FormClass.QUERY and _asks_for_a_case(form):
            found.append(Capability.TRACKING)
    if not found and not CONTACT.find(f"{form.heading} {' '.join(form.submit_texts)}"):
        found.append(Capability.MESSAGE)
    if _opens_mail(form):
        found = [Capability.BY_MAIL if one in _MESSAGES else one for one in found]
    return tuple(dict.fromkeys(found))


def _asks_for_a_case(form: Form) -> bool:
    """Whether a query is by the number of something under way, not by a person or a thing."""
    asked = " ".join(f"{field.label} {field.name.replace('_', ' ')}" for field in form.fields)
    is_parcel = bool(_PARCEL.find(f"{form.heading} {form.text}"))
    words = f"{form.heading} {asked} {' '.join(form.submit_texts)}"
    return bool(_CASE_KEY.find(words)) and not is_parcel


def _opens_mail(form: Form) -> bool:
    """Whether the form only opens a mail program: it sends nothing by itself."""
    return form.action.lower().startswith("mailto:")


def link_proofs(offer: Offer, portal_url: str) -> Iterator[Proof]:
    """Forms to download, and live links whose words offer the transaction."""
    only_in_person = is_only_in_person(offer)
    says_online = any(affirms(ONLINE, entry.text) for entry in offer.told)
    for link in offer.section.links:
        if link.url.startswith(("mailto:", "tel:")) or not (link.url or link.has_script):
            continue
        if _asks_an_identity_provider(link):
            is_own = classify_host(link.url, portal_url) is HostClass.OWN
            rule = "identidad-propia" if is_own else "identidad-compartida"
            yield from (_proof(c, link, rule) for c in (_OWN_LOGIN if is_own else _SHARED_LOGIN))
        if is_file(link.url):
            if _is_blank_form(link, offer):
                yield _proof(
                    Capability.FORM_FILE, link, "formulario-descargable", is_confirmed=True
                )
        elif _offers(link, offer) and not only_in_person:
            yield from _offered(link, offer, portal_url, says_online=says_online)


def _offered(link: Link, offer: Offer, portal_url: str, *, says_online: bool) -> Iterator[Proof]:
    if classify_host(link.url, portal_url) is HostClass.THIRD_PARTY_FORM:
        yield _proof(Capability.THIRD_PARTY_FORM, link, "formulario-de-tercero")
        if COMPLAINT.find(offer.name) or not OFFER.starts(link.text):
            return
    elif link.url and is_home_page(link.url) and not says_online:
        return
    yield _proof(Capability.APPLICATION, link, OFFER.name)


def frame_proofs(offer: Offer, page: Page) -> Iterator[Proof]:
    """A form builder's form shown within the page of the offer."""
    if not offer.is_alone:
        return
    for frame in page.frames:
        if classify_host(frame, page.url) is HostClass.THIRD_PARTY_FORM:
            yield Proof(
                capability=Capability.THIRD_PARTY_FORM,
                is_confirmed=True,
                selector="iframe",
                snippet=frame,
                rule="marco-de-formulario",
                url=frame,
            )


def _asks_an_identity_provider(link: Link) -> bool:
    """Whether a link asks somebody to say who a person is, who is no network and no staff's."""
    return (
        bool(_IDENTITY_PROVIDER.search(link.url))
        and classify_host(link.url, "") is not HostClass.SOCIAL
        and not is_staff_host(link.url)
        and not _COMMERCIAL_LOGIN.search(link.url)
    )


def _is_blank_form(link: Link, offer: Offer) -> bool:
    """Whether a document is a form to fill in, by its own words or those of the thing it is of."""
    own = f"{link.text} {file_words(link.url)}"
    if FORM_FILE.find(own):
        return True
    over = [h for h in offer.section.headings if h.position < link.position]
    if over and group_of(over[-1].text) == FORM_GROUP:
        return True
    is_plain = _DOWNLOAD.starts(link.text) or not link.text
    return is_plain and bool(
        FORM_FILE.starts(offer.label or offer.name) or FORM_FILE.find(offer.section.text)
    )


def _offers(link: Link, offer: Offer) -> bool:
    """Whether the words of a link, or the heading right over it, offer the transaction."""
    is_short = len(link.text.split()) <= OFFERING_WORDS
    if is_short and not NO_OFFER.find(link.text) and (OFFER.starts(link.text) or _claims(link)):
        return True
    is_builder = classify_host(link.url, "") is HostClass.THIRD_PARTY_FORM
    if is_builder and (COMPLAINT.find(offer.name) or FORM_FILE.find(link.text)):
        return True
    if INFORMATION_REQUEST.find(link.text) and OFFER.starts(link.text):
        return True
    over = [h for h in offer.section.headings if h.position < link.position]
    return bool(over) and bool(_ONLINE_HEADING.starts(over[-1].text)) and not _is_owner(link)


def _claims(link: Link) -> bool:
    """Whether the words on a link say that the thing is done online ("Renovar en línea")."""
    return any(affirms(words, link.text) for words in (ONLINE, ACCOUNT, ONLINE_PAYMENT, TRACKING))


def _is_owner(link: Link) -> bool:
    return fold(link.text).startswith(("ministerio", "secretaria", "informacion proporcionada"))


def _form_words(form: Form) -> str:
    labels = [field.label or field.name for field in form.fields]
    return " · ".join(filter(None, (form.heading, *labels, *form.submit_texts)))


def _proof(capability: Capability, link: Link, rule: str, *, is_confirmed: bool = False) -> Proof:
    return Proof(
        capability=capability,
        is_confirmed=is_confirmed,
        selector=link.selector,
        snippet=f"{link.text} → {link.url}" if link.url else link.text,
        rule=rule,
        url=link.url,
    )
