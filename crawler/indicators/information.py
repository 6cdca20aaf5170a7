"""Stage 1, information: is the portal readable, and does it say who it is and where?"""

import re

from canse.domain.audit import Evidence
from canse.domain.naming import fold, host_of
from crawler.forms import FormClass, classify_form
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.indicators.reached import ADDRESS, CREDIT, has_mailbox, has_phone
from crawler.indicators.said import is_news, link_piece
from crawler.lexicon import Lexicon
from crawler.page import Page, Region
from crawler.visit import Outcome
from crawler.words_of_services import PLACEHOLDER

READABLE_CHARACTERS = 200
NORMS = 3
STATE_HOSTS = 3
QUESTIONS = 3
FEW_QUESTIONS = 2
CONTACT_LENGTH = 6
_FURNITURE = frozenset({FormClass.SEARCH, FormClass.NEWSLETTER, FormClass.LOGIN})
_LINKED = {"tel": "teléfono", "mailto": "correo"}
_NORM = re.compile(
    r"(?:decreto|acuerdo (?:gubernativo|ministerial|municipal)|ley|reglamento|resolucion)"
    r"(?: (?:numero|no\.?|n[°º.]))?[ °º]*\d{1,5}(?:[-/]\d{2,4})?"
)
_MISSION = Lexicon("mision", r"mision")
_ABOUT = Lexicon("quienes-somos", r"quienes somos  acerca de (?:nosotros|la|el)  chi siamo")
_AIMS = Lexicon("vision", r"vision  objetivos?  funciones  competencias  atribuciones")
_PARKING = Lexicon(
    "aparcada",
    r"""
    cuenta suspendida  account suspended  apache2? .{0,20}default page  iis windows server
    domain (?:is )?(?:for sale|parked)  welcome to nginx  it works!?  sitio en construccion
    (?:sitio|pagina|portal) (?:web )?en mantenimiento  (?:site|website) (?:is )?under maintenance
    website maintenance  just a moment  attention required  checking your browser
    access denied  acceso denegado  request blocked  index of /
    """,
)


def check_readable(portal: PortalView) -> Answer:
    """E1-01: the home page answers and has words of its own."""
    home = next(portal.pages(), None)
    if home is None:
        return missing()
    visit, page = home
    evidence = [on(visit, "body", page.title or _first_words(page), "portada")]
    is_error = visit.status >= 400 or visit.outcome is Outcome.SOFT_NOT_FOUND
    if is_error or _PARKING.find(f"{page.title} {_first_words(page)}"):
        return missing(pieces=evidence)
    if page.visible_text_length < READABLE_CHARACTERS:
        return partly(evidence)
    return found(evidence)


def check_mission(portal: PortalView) -> Answer:
    """E1-03: headings name the mission and the vision, aims or functions."""
    missions, aims, about = [], [], []
    for visit, page in portal.pages():
        for heading in page.headings:
            if _MISSION.find(heading.text):
                missions.append(on(visit, heading.selector, heading.text, "mision"))
            if _AIMS.find(heading.text):
                aims.append(on(visit, heading.selector, heading.text, "vision"))
            if _ABOUT.starts(heading.text) and _is_answered(page, heading.position):
                about.append(on(visit, heading.selector, heading.text, "quienes-somos"))
    if missions and aims:
        return found([missions[0], aims[0]])
    if missions or aims:
        return partly([*missions, *aims], "la misión" if missions else "la visión o los objetivos")
    return partly(about, "quiénes son") if about else missing()


def check_contact(portal: PortalView) -> Answer:
    """E1-04: a telephone, and an address or a mailbox, of the institution."""
    seen: dict[str, Evidence] = {}
    for visit, page in portal.fresh_pages():
        for block in page.blocks:
            for name in _contacts(block.text):
                piece = on(visit, block.selector, block.text, f"contacto-{name}")
                seen.setdefault(name, piece)
        for link in page.links:
            scheme, _, rest = link.raw.partition(":")
            name = _LINKED.get(scheme.lower().strip(), "")
            if name and len(rest) >= CONTACT_LENGTH:
                seen.setdefault(name, link_piece(visit, link, f"contacto-{name}"))
        if "teléfono" in seen and len(seen) > 1:
            return found(seen.values())
    return partly(seen.values(), " y ".join(sorted(seen))) if seen else missing()


def _contacts(text: str) -> list[str]:
    if CREDIT.find(text):
        return []
    tests = (
        ("teléfono", has_phone(text)),
        ("dirección", ADDRESS.find(text)),
        ("correo", has_mailbox(text)),
    )
    return [name for name, is_there in tests if is_there]


def check_norms(portal: PortalView) -> Answer:
    """E1-07: different laws, decrees and agreements are cited."""
    norms: dict[str, Evidence] = {}
    done: set[str] = set()
    for visit, page in portal.pages():
        if is_news(page):
            continue
        for text, selector in _texts(page):
            if text in done:
                continue
            done.add(text)
            for match in _NORM.finditer(fold(text)):
                norm = match.group()
                if norm not in norms:
                    norms[norm] = on(visit, selector, f"{norm}: {text}", "norma")
    if len(norms) >= NORMS:
        return found(norms.values(), examples(norms))
    return partly(norms.values(), examples(norms)) if norms else missing()


def check_state_links(portal: PortalView) -> Answer:
    """E1-12: links to other bodies of the State; those of a template's footer count half."""
    hosts: dict[str, Evidence] = {}
    at_foot: dict[str, Evidence] = {}
    for visit, page in portal.fresh_pages():
        for link in page.links:
            host = host_of(link.url)
            if host in hosts or classify_host(link.url, portal.url) is not HostClass.STATE:
                continue
            kept = at_foot if link.region is Region.FOOTER else hosts
            kept.setdefault(host, link_piece(visit, link, "enlace-estado"))
    every = {**at_foot, **hosts}
    detail = examples(sorted(hosts or every))
    if len(hosts) >= STATE_HOSTS:
        return found(hosts.values(), detail)
    return partly(every.values(), detail) if every else missing()


def check_questions(portal: PortalView) -> Answer:
    """E1-13: headings that ask, with an answer of their own under them."""
    best: list[Evidence] = []
    for visit, page in portal.pages():
        asked = [
            on(visit, heading.selector, heading.text, "pregunta")
            for heading in page.headings
            if "?" in heading.text
            and heading.region is Region.MAIN
            and _is_answered(page, heading.position)
            and not _is_in_form(page, heading.position)
        ]
        best = max(best, asked, key=len)
    if len(best) >= QUESTIONS:
        return found(best)
    return partly(best) if len(best) >= FEW_QUESTIONS else missing()


def _is_in_form(page: Page, position: int) -> bool:
    """Whether a question stands in a form: there the page asks, it does not answer."""
    return any(
        form.position < position
        and form.region is Region.MAIN
        and classify_form(form) not in _FURNITURE
        for form in page.forms
    )


def _is_answered(page: Page, position: int) -> bool:
    """Whether words that are no link's and no filler follow before the next heading or form."""
    others = [*(h.position for h in page.headings), *(form.position for form in page.forms)]
    end = min((at for at in others if at > position), default=10**9)
    led_on = {link.text for link in page.links if position < link.position < end}
    return any(
        position < block.position < end
        and block.region is Region.MAIN
        and block.text not in led_on
        and not PLACEHOLDER.find(block.text)
        for block in page.blocks
    )


def _texts(page: Page) -> list[tuple[str, str]]:
    links = [(link.text, link.selector) for link in page.links if link.region is Region.MAIN]
    return [*((block.text, block.selector) for block in page.blocks), *links]


def _first_words(page: Page) -> str:
    headings = [heading.text for heading in page.headings[:2]]
    return " ".join([*headings, *(block.text for block in page.blocks[:3])])
