"""Stage 1, information: is the portal readable, and does it say who it is and where?"""

import re

from canse.domain.naming import fold
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.lexicon import Lexicon
from crawler.page import Page, Region

READABLE_CHARACTERS = 200
NORMS = 3
STATE_HOSTS = 3
QUESTIONS = 3
_PHONE = re.compile(r"(?:\+?\(?\d{2,3}\)?[ -]?)?\b\d{4}[ -]?\d{4}\b|\bpbx\b|\btel(?:efono|s|\.|:)")
_ADDRESS = Lexicon(
    "direccion",
    r"zona \d+  \d+[aª.]* (?:calle|avenida)  calle  avenida  barrio  via  carrera  km\.? ?\d+",
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_NORM = re.compile(
    r"(?:decreto|acuerdo (?:gubernativo|ministerial|municipal)|ley|reglamento|resolucion)"
    r"(?: (?:numero|no\.?|n[°º.]))?[ °º]*\d{1,5}(?:[-/]\d{2,4})?"
)
_MISSION = Lexicon("mision", r"mision")
_AIMS = Lexicon("vision", r"vision  objetivos?  funciones  competencias  atribuciones")
_PARKING = Lexicon(
    "aparcada",
    r"""
    cuenta suspendida  account suspended  apache2? .{0,20}default page  iis windows server
    domain for sale
    """,
)


def check_readable(portal: PortalView) -> Answer:
    """E1-01: the home page answers and has words of its own."""
    home = next(portal.pages(), None)
    if home is None:
        return missing()
    visit, page = home
    evidence = [on(visit, "body", page.title or _first_words(page), "portada")]
    if _PARKING.find(f"{page.title} {_first_words(page)}"):
        return missing(pieces=evidence)
    if page.visible_text_length < READABLE_CHARACTERS:
        return partly(evidence)
    return found(evidence)


def check_mission(portal: PortalView) -> Answer:
    """E1-03: headings name the mission and the vision, aims or functions."""
    missions, aims = [], []
    for visit, page in portal.pages():
        for heading in page.headings:
            if _MISSION.find(heading.text):
                missions.append(on(visit, heading.selector, heading.text, "mision"))
            if _AIMS.find(heading.text):
                aims.append(on(visit, heading.selector, heading.text, "vision"))
    if missions and aims:
        return found([missions[0], aims[0]])
    if missions or aims:
        return partly([*missions, *aims], "la misión" if missions else "la visión o los objetivos")
    return missing()


def check_contact(portal: PortalView) -> Answer:
    """E1-04: a telephone, and an address or a mailbox."""
    seen: dict[str, object] = {}
    pieces = []
    for visit, page in portal.pages():
        for block in page.blocks:
            for name in _contacts(block.text):
                if name not in seen:
                    seen[name] = True
                    pieces.append(on(visit, block.selector, block.text, f"contacto-{name}"))
    if "teléfono" in seen and len(seen) > 1:
        return found(pieces)
    return partly(pieces, " y ".join(sorted(seen))) if seen else missing()


def _contacts(text: str) -> list[str]:
    folded = fold(text)
    tests = (
        ("teléfono", _PHONE.search(folded)),
        ("dirección", _ADDRESS.find(text)),
        ("correo", _MAIL.search(text)),
    )
    return [name for name, is_there in tests if is_there]


def check_norms(portal: PortalView) -> Answer:
    """E1-07: different laws, decrees and agreements are cited."""
    norms: dict[str, object] = {}
    pieces = []
    for visit, page in portal.pages():
        for text, selector in _texts(page):
            for match in _NORM.finditer(fold(text)):
                if match.group() not in norms:
                    norms[match.group()] = True
                    pieces.append(on(visit, selector, text, "norma"))
    detail = examples(norms)
    if len(norms) >= NORMS:
        return found(pieces, detail)
    return partly(pieces, detail) if norms else missing()


def check_state_links(portal: PortalView) -> Answer:
    """E1-12: links to other bodies of the State, by host."""
    hosts: dict[str, object] = {}
    pieces = []
    for visit, page in portal.pages():
        for link in page.links:
            host = link.url.split("/")[2] if link.url.startswith("http") else ""
            if host in hosts or classify_host(link.url, portal.url) is not HostClass.STATE:
                continue
            hosts[host] = True
            pieces.append(on(visit, link.selector, f"{link.text} {link.url}", "enlace-estado"))
    detail = examples(sorted(hosts))
    if len(hosts) >= STATE_HOSTS:
        return found(pieces, detail)
    return partly(pieces, detail) if hosts else missing()


def check_questions(portal: PortalView) -> Answer:
    """E1-13: headings that ask, with an answer under them."""
    best: list[object] = []
    pieces = []
    for visit, page in portal.pages():
        asked = [h for h in page.headings if "?" in h.text and _is_answered(page, h.position)]
        if len(asked) > len(best):
            best = list(asked)
            pieces = [on(visit, h.selector, h.text, "pregunta") for h in asked]
    if len(best) >= QUESTIONS:
        return found(pieces)
    return partly(pieces) if best else missing()


def _is_answered(page: Page, position: int) -> bool:
    """Whether text follows before the next heading."""
    later = [h.position for h in page.headings if h.position > position]
    end = min(later, default=10**9)
    return any(position < block.position < end for block in page.blocks)


def _texts(page: Page) -> list[tuple[str, str]]:
    links = [(link.text, link.selector) for link in page.links if link.region is Region.MAIN]
    return [*((block.text, block.selector) for block in page.blocks), *links]


def _first_words(page: Page) -> str:
    return " ".join(block.text for block in page.blocks[:3])
