"""Stage 4, joined: what one institution does together with others for the same person."""

import re
from collections.abc import Iterator

from canse.domain.naming import host_of
from crawler.forms import FormClass, classify_form, identity_fields, sending_texts
from crawler.hosts import HostClass, classify_host, is_home_page, is_same_site, is_staff_host
from crawler.indicators.formed import form_piece, name_of
from crawler.indicators.portal import (
    Answer,
    PortalView,
    not_applicable,
    on,
)
from crawler.indicators.proven import beside_application, proven
from crawler.indicators.said import (
    Named,
    link_piece,
    piece,
    saying,
    seen_or_said,
    services_saying,
)
from crawler.ladder import Capability
from crawler.lexicon import Lexicon, folded
from crawler.page import Link
from crawler.sightings import Sighting
from crawler.visit import Visit

BODIES = 2
_IDENTITY_PROVIDER = re.compile(
    r"/oauth2?/|/openid|openid-connect|[?&]response_type=|[?&]SAMLRequest=|/saml2?/", re.I
)
_COMMERCIAL_LOGIN = re.compile(
    r"//(?:[^/]*\.)?(?:google|facebook|microsoft|microsoftonline|live|apple|twitter|linkedin)\.com",
    re.I,
)
_ASK_THE_STATE = Lexicon(
    "consultar-registro",
    r"""
    (?:consult|valid|verific|busc)(?:ar|e) (?:el |su |mi )?(?:dpi|cui|nit|dni|curp|rut|cedula|cpf)
    """,
)
_API = Lexicon(
    "api",
    r"""
    swagger  openapi  documentacion (?:de la |del )?api  api (?:publica|abierta|rest(?:ful)?|docs?)
    apis? (?:para|de) (?:desarrolladores|datos(?: abiertos)?)  servicios? web (?:soap|rest)  wsdl
    developer portal  api documentation  portal de desarrolladores
    """,
)
_API_ADDRESS = re.compile(
    r"/swagger(?:-ui)?(?:[/.]|$)|/openapi\.(?:json|ya?ml)|/api-?docs?(?:/|$)|/api/docs?(?:/|$)"
    r"|/api/3/action/|[?&]wsdl\b|/redoc(?:/|$)",
    re.I,
)
_BY_THEMES = re.compile(r"wp-json|xmlrpc\.php|/wp-content/", re.I)
_NATIONAL_CARD = re.compile(
    r"//(?:www\.)?(?:tramites\.gob\.gt/servicio/\w|uniportal\.gob\.gt/\w+/\w"
    r"|gub\.uy/tramites/\w|gob\.mx/tramites/(?:ficha/)?\w|gov\.co/(?:ficha-tramites|tramites)\S*/\w"
    r"|gob\.pe/\d+|chileatiende\.gob\.cl/fichas/\w|argentina\.gob\.ar/servicio/\w"
    r"|gob\.ec/\w+/tramites/\w|gov\.br/pt-br/servicos/\w)",
    re.I,
)
_NATIONAL_HOSTS = re.compile(
    r"^(?:tramites\.gob\.gt|uniportal\.gob\.gt|gub\.uy|gob\.mx|gov\.co|gob\.pe|gov\.br"
    r"|chileatiende\.gob\.cl|gob\.ec)$"
)
_SHARED_PAYMENT = re.compile(
    r"//(?:[\w-]+\.){0,4}(?:declaraguate\.sat\.gob\.gt|pagopa\.gov\.it|pse\.com\.co"
    r"|pagos?\.gob\.\w{2}|pagogob\.\w+|epagos?\.gob\.\w{2}|pay\.gov)(?:[:/?]|$)",
    re.I,
)
_SHARED_PAYMENT_WORDS = Lexicon(
    "pago-compartido",
    r"""
    declaraguate  bancasat  boleta sat  formulario sat-? ?\d+  pagopa  boton pse
    pasarela (?:de pagos? )?del (?:estado|gobierno)  plataforma (?:nacional|estatal) de pagos?
    """,
)
_STATUS = Lexicon(
    "estado-del-tramite",
    r"""
    estado (?:de |del )(?:su |tu |el )?(?:tramite|solicitud|expediente|gestion)
    seguimiento (?:de |del )(?:su |tu |el )?(?:tramite|solicitud|expediente|gestion)
    bitacora(?: del? \w+)?  en que (?:etapa|institucion|paso) (?:va|esta|se encuentra)
    """,
)
_BODY = re.compile(
    r"\b(?:ministerio|municipalidad|registro|superintendencia|secretaria|instituto"
    r"|direccion general|renap|sat|igss|dicabi|contraloria|procuraduria|mintrab|mineco|mspas)\b"
    r"(?: (?:de|del|de la|general|nacional|mercantil|publico) ?[a-z]+)?"
)

check_one_window = beside_application(Capability.ONE_WINDOW)
_declared_data = beside_application(Capability.SHARED_DATA)
_declared_login = proven(Capability.SINGLE_SIGN_ON)


def check_single_login(portal: PortalView) -> Answer:
    """E4-02: a control that asks the State's own identity provider; a network's is none."""
    pieces = list(_shared_logins(portal))
    return seen_or_said(pieces, ()) if pieces else _declared_login(portal)


def _shared_logins(portal: PortalView) -> Iterator[Named]:
    """Links, forms and redirects that ask an identity provider of the State."""
    for visit, selector, words, url in _ways_out(portal):
        if _asks_the_state(url, portal.url):
            yield host_of(url), on(visit, selector, f"{words} → {url}", "identidad-compartida")


def _ways_out(portal: PortalView) -> Iterator[tuple[Visit, str, str, str]]:
    for visit in portal.visits:
        for hop in (*visit.hops, visit.final_url):
            yield visit, "", "redirige", hop
        if visit.page is not None:
            for link in visit.page.links:
                yield visit, link.selector, link.text, link.url
            for form in visit.page.forms:
                yield visit, form.selector, form.heading, form.action


def _asks_the_state(url: str, portal_url: str) -> bool:
    return (
        bool(_IDENTITY_PROVIDER.search(url))
        and classify_host(url, portal_url) is HostClass.STATE
        and not _COMMERCIAL_LOGIN.search(url)
        and not is_staff_host(url)
    )


def check_shared_data(portal: PortalView) -> Answer:
    """E4-03: a form that looks up what a register knows; asking people to bring it is not that."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, _ASK_THE_STATE.name))
        for visit, page in portal.fresh_pages()
        for form in page.forms
        if classify_form(form) in (FormClass.APPLICATION, FormClass.REGISTRATION)
        and identity_fields(form)
        and any(map(_ASK_THE_STATE.find, sending_texts(form)))
    ]
    return seen_or_said(pieces, ()) if pieces else _declared_data(portal)


def check_api(portal: PortalView) -> Answer:
    """E4-04: a documented interface for other programs; what a theme leaves open is none."""
    pieces: list[Named] = []
    for visit, page in portal.fresh_pages():
        for link in page.links:
            if _is_api(link, portal):
                pieces.append((link.text or link.url, link_piece(visit, link, _API.name)))
    said = [
        (entry.text[:60], piece(visit, entry, _API)) for visit, _, entry in saying(portal, _API)
    ]
    return seen_or_said(pieces, said)


def _is_api(link: Link, portal: PortalView) -> bool:
    is_named = bool(_API_ADDRESS.search(link.url) or (link.url and _API.find(link.text)))
    return (
        is_named
        and len(link.text.split()) <= 8
        and classify_host(link.url, portal.url) in (HostClass.OWN, HostClass.STATE)
        and not _BY_THEMES.search(link.url)
        and not portal.targets.is_dead(link.url)
    )


def check_national_portal(portal: PortalView) -> Answer:
    """E4-11: a service leads to its own card in the national catalogue, not just to its home."""
    if _NATIONAL_HOSTS.match(host_of(portal.url)):
        return not_applicable()
    of_services: list[Named] = [
        (sighting.offer.name, link_piece(sighting.visit, link, "ficha-nacional"))
        for sighting in portal.sightings
        for link in sighting.offer.section.links
        if _is_card(link, portal)
    ]
    if of_services:
        return seen_or_said(of_services, ())
    loose: list[Named] = [
        (link.text or link.url, link_piece(visit, link, "ficha-nacional"))
        for visit, page in portal.fresh_pages()
        for link in page.links
        if _is_card(link, portal)
    ]
    return seen_or_said((), loose)


def _is_card(link: Link, portal: PortalView) -> bool:
    return (
        bool(_NATIONAL_CARD.search(link.url))
        and not is_home_page(link.url)
        and not portal.targets.is_dead(link.url)
    )


def check_shared_payment(portal: PortalView) -> Answer:
    """E4-12: a service is paid through the gateway that serves the whole State."""
    pieces = [named for s in portal.sightings for named in _gateways(s, portal.url)]
    said = [
        (s.offer.name, piece(s.visit, entry, _SHARED_PAYMENT_WORDS))
        for s, entry in services_saying(portal, _SHARED_PAYMENT_WORDS)
    ]
    return seen_or_said(pieces, said)


def _gateways(sighting: Sighting, portal_url: str) -> Iterator[Named]:
    section = sighting.offer.section
    for link in section.links:
        if _is_shared_payment(link.url, portal_url):
            yield sighting.offer.name, link_piece(sighting.visit, link, "pasarela-del-estado")
    for form in section.forms:
        if _is_shared_payment(form.action, portal_url):
            text = f"{form.heading} → {form.action}"
            yield (
                sighting.offer.name,
                on(sighting.visit, form.selector, text, "pasarela-del-estado"),
            )


def _is_shared_payment(url: str, portal_url: str) -> bool:
    return bool(_SHARED_PAYMENT.search(url)) and not is_same_site(url, portal_url)


def check_shared_status(portal: PortalView) -> Answer:
    """E4-13: following a request shows the steps of several institutions."""
    near: list[Named] = []
    far: list[Named] = []
    for visit, page, entry in saying(portal, _STATUS):
        bodies = sorted({match.group() for match in _BODY.finditer(folded(entry.text))})
        if len(bodies) < BODIES:
            continue
        has_query = any(classify_form(form) is FormClass.QUERY for form in page.forms)
        named = (", ".join(bodies[:3]), piece(visit, entry, _STATUS))
        (near if has_query else far).append(named)
    return seen_or_said(near, far)
