"""Stage 3, accounts: how people sign up, come in and get back in; the staff's doors are none."""

from collections.abc import Iterator

from canse.domain.audit import Evidence
from crawler.forms import FormClass, identity_fields, is_staff_form
from crawler.hosts import HostClass, classify_host, is_staff_host
from crawler.indicators.formed import form_piece, forms_of, name_of
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, partly
from crawler.indicators.proven import proven
from crawler.indicators.said import (
    is_fit,
    is_live_here,
    link_piece,
    links_saying,
    piece,
    seen_or_said,
    services_saying,
)
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.page import Form, Page
from crawler.page_kind import PageKind, kind_of
from crawler.visit import Visit
from crawler.words_of_services import SERVICE

_CITIZEN = Lexicon(
    "ciudadania",
    r"""
    ciudadan[oa]s?  contribuyentes?  usuari[oa]s? (?:del|de la)  registr(?:ate|ese|arse)
    crear (?:una )?cuenta
    """,
)
_SIGN_UP = Lexicon(
    "crear-cuenta",
    r"""
    registr(?:arse|arme|ate|ese)(?: en linea| aqui)?  nuevo usuario  create an account  sign up
    cre(?:ar?|e) (?:un |una |su |tu )?(?:cuenta|usuario)
    registro de (?:usuarios?|contribuyentes?|ciudadan[oa]s?)
    """,
)
_DOOR = Lexicon(
    "entrada-ciudadana",
    r"""
    (?:agencia|oficina|sucursal|sede) (?:virtual|electronica)
    portal del? (?:contribuyente|ciudadano)  inicio de sesion de (?:usuarios|contribuyentes)
    (?:acceso|ingreso|iniciar sesion|ingresar) (?:de |del |para |como )+(?:ciudadan\w+|usuarios)
    (?:acceso|ingreso|iniciar sesion|ingresar) (?:de |del |para |como )+contribuyentes?
    """,
)
_RECOVER = Lexicon(
    "recuperar-clave",
    r"""
    (?:olvid\w+|recuperar?|restablecer|recordar) (?:mi |su |tu |la |de )*(?:clave|contrasena)
    (?:olvid\w+|recuperar?|restablecer|recordar) (?:mi |su |tu |la |de )*(?:password|usuario)
    (?:activar|confirmar) (?:mi |su |tu |la )?cuenta  (?:forgot|reset) (?:your )?password
    reenviar (?:el )?correo de (?:confirmacion|activacion)
    """,
)
# A school, a forum or the site's own editor keeps these, not an office that serves citizens.
_OTHER_ACCOUNTS = Lexicon(
    "otras-cuentas",
    r"moodle  aula virtual  foro  comentarios?  carrito  tienda  evento  congreso \d+  wordpress",
)


def check_registration(portal: PortalView) -> Answer:
    """E3-03: an account for people, asked for by a form that is not the staff's."""
    pieces = [
        form_piece(visit, form, "registro")
        for visit, page, form in forms_of(portal, FormClass.REGISTRATION)
        if is_for_citizens(portal, visit, page, form)
    ]
    if pieces:
        return found(pieces)
    links = [
        link_piece(visit, link, _SIGN_UP.name)
        for visit, page, link in links_saying(portal, _SIGN_UP)
        if is_live_here(portal, link.url) and _is_public(page)
    ]
    told = [piece(s.visit, entry, _SIGN_UP) for s, entry in services_saying(portal, _SIGN_UP)]
    return partly([*links, *told]) if links or told else missing()


def check_login(portal: PortalView) -> Answer:
    """E3-04: a log-in with a citizen cue; without one it may be the staff's."""
    pieces = [
        (name_of(page, form), form_piece(visit, form, "inicio-de-sesion"))
        for visit, page, form in _logins(portal)
    ]
    if pieces:
        return found((piece for _, piece in pieces), examples(name for name, _ in pieces))
    answer = proven(Capability.LOGIN)(portal)
    if answer.evidence:
        return answer
    links = [
        (link.text, link_piece(visit, link, _DOOR.name))
        for visit, _, link in links_saying(portal, _DOOR)
        if is_live_here(portal, link.url)
    ]
    return seen_or_said((), links)


def check_recovery(portal: PortalView) -> Answer:
    """E3-05: a way back into an account of citizens."""
    pages = {visit.url for visit, _, _ in _accounts(portal)}
    pieces: list[Evidence] = [
        form_piece(visit, form, _RECOVER.name)
        for visit, page, form in forms_of(portal, FormClass.RECOVERY)
        if not is_staff_form(form) and _is_public(page) and (identity_fields(form) or pages)
    ]
    for visit, page in portal.fresh_pages():
        if visit.url in pages:
            for link in page.links:
                if _RECOVER.find(link.text) and not portal.targets.is_dead(link.url):
                    pieces.append(link_piece(visit, link, _RECOVER.name))
    return found(pieces) if pieces else missing()


def is_for_citizens(portal: PortalView, visit: Visit, page: Page, form: Form) -> bool:
    """Whether a form with a password is for people: no staff word, and a cue that it is theirs."""
    if is_staff_form(form) or is_staff_host(form.action) or kind_of(page) is PageKind.STAFF:
        return False
    if classify_host(form.action, portal.url) not in (HostClass.OWN, HostClass.STATE):
        return False
    if _OTHER_ACCOUNTS.find(f"{page.title} {form.heading} {form.action.replace('/', ' ')}"):
        return False
    words = " ".join((page.title, form.heading, form.text, *(b.text for b in page.blocks[:40])))
    return bool(identity_fields(form) or _CITIZEN.find(words) or SERVICE.find(form.heading))


def _logins(portal: PortalView) -> Iterator[tuple[Visit, Page, Form]]:
    for visit, page, form in forms_of(portal, FormClass.LOGIN):
        if is_for_citizens(portal, visit, page, form):
            yield visit, page, form


def _accounts(portal: PortalView) -> Iterator[tuple[Visit, Page, Form]]:
    for visit, page, form in forms_of(portal, FormClass.LOGIN, FormClass.REGISTRATION):
        if is_for_citizens(portal, visit, page, form):
            yield visit, page, form


def _is_public(page: Page) -> bool:
    return is_fit(page, with_news=True) and not _OTHER_ACCOUNTS.find(page.title)
