"""Stage 1, identity: whose portal it is, where it is found, and how one finds a way in it."""

import re
from collections.abc import Iterator

from canse.domain.audit import Evidence
from canse.domain.naming import host_of
from crawler.hosts import HostClass, classify_host, is_same_site
from crawler.indicators.portal import (
    Answer,
    PortalView,
    found,
    missing,
    not_applicable,
    on,
    partly,
)
from crawler.indicators.said import link_piece
from crawler.lexicon import Lexicon, folded
from crawler.page import Link, Page, Region
from crawler.visit import Visit

MENU_ENTRIES = 5
HOURS_LENGTH = 300
_INSTITUTION = Lexicon(
    "institucion",
    r"""
    (?:municipalidad|alcaldia|ayuntamiento|intendencia|prefeitura) (?:de|del|da|do) \w+
    h\.? ayuntamiento  (?:camara|policia|gobierno|presidencia|empresa) municipal
    (?:gobernacion|gobierno) (?:de|del|departamental) \w+  comune di \w+  citta di \w+
    ministerio (?:de|del|da|publico) ?\w*  secretaria (?:de|del|general|nacional|municipal) \w+
    superintendencia (?:de|del) \w+  instituto (?:de|del|nacional|guatemalteco|\w+) \w+
    registro (?:nacional|general|mercantil|de la propiedad)  registraduria  notariado
    direccion (?:general|departamental|nacional) \w+  congreso de (?:la republica|los diputados)
    tribunal (?:supremo|constitucional|de cuentas)  corte (?:suprema|de constitucionalidad)
    comision (?:nacional|presidencial) \w+  consejo (?:nacional|de desarrollo) \w+
    contraloria (?:general|de)  procuraduria (?:general|de)  defensoria (?:del|publica)
    (?:agencia|oficina|fondo|servicio|policia|biblioteca|archivo) nacional  hospital \w+ \w+
    universidad (?:de|nacional|autonoma) \w+  vicepresidencia de la republica  camara de diputados
    presidencia de la republica  city of \w+  county of \w+  (?:department|ministry) of \w+
    gobierno de \w+  organismo (?:judicial|legislativo|ejecutivo)
    """,
)
_UNOFFICIAL = Lexicon(
    "no-oficial", r"no oficial  unofficial  guia turistica  fans? (?:de|club)  visite \w+  blog de"
)
_PLACE_FRAME = re.compile(
    r"google\.[a-z.]{2,6}/maps|maps\.google\.|openstreetmap\.org|maps\.app\.goo\.gl"
    r"|goo\.gl/maps|waze\.com|bing\.com/maps",
    re.I,
)
_HOURS = re.compile(
    r"\b\d{1,2}(?::\d{2}| ?(?:a\.? ?m|p\.? ?m|h(?:oras|rs)?)\b)[^\d]{1,20}"
    r"\d{1,2}(?::\d{2}| ?(?:a\.? ?m|p\.? ?m|h(?:oras|rs)?)\b)"
)
_ATTENTION = Lexicon(
    "horario",
    r"horarios?  lunes  atencion  orari[oi]?  lunedi  segunda  monday  hours  oficinas?",
)
_BROADCAST = Lexicon("emisora", r"radio  emisora  fm  programacion  transmision  canal \d+")
_SITE_MAP = Lexicon("mapa-del-sitio", r"mapa (?:del?|do) (?:sitio|site|portal)  site ?map  mappa")
_LOGO = re.compile(r"^\W*(?:logo(?:tipo)?|escudo|imagen)\W+(?:de |del |la |el )*", re.I)
_IS_NUMBER = re.compile(r"^[\d.]+(?::\d+)?$|^\[")


def check_identity(portal: PortalView) -> Answer:
    """E1-02: the home page names the institution in its title, main headings or logo."""
    for visit, page in portal.fresh_pages():
        named = list(_named(visit, page, portal.url))
        if named and not _UNOFFICIAL.find(f"{page.title} {_top(page)}"):
            return found(named)
        lower = [
            on(visit, block.selector, block.text, "nombre-al-pie")
            for block in page.blocks
            if block.region in (Region.FOOTER, Region.HEADER) and _INSTITUTION.find(block.text)
        ]
        return partly(lower or named) if lower or named else missing()
    return missing()


def _named(visit: Visit, page: Page, portal_url: str) -> Iterator[Evidence]:
    if _INSTITUTION.find(page.title) or _is_in_host(page.title, portal_url):
        yield on(visit, "title", page.title, "nombre-en-titulo")
    for heading in page.headings:
        if heading.level <= 2 and _INSTITUTION.find(heading.text):
            yield on(visit, heading.selector, heading.text, "nombre-en-encabezado")
    for image in page.markup.images:
        if image.alt and _INSTITUTION.starts(_LOGO.sub("", image.alt)):
            yield on(visit, image.selector, f"logo: {image.alt}", "nombre-en-logo")


def _is_in_host(title: str, portal_url: str) -> bool:
    """Whether the acronym in a title is the name of the host: "IGE | Inicio" on ige.gob.gt."""
    host = host_of(portal_url).partition(":")[0]
    acronyms = re.findall(r"\b[A-Z]{3,10}\b", title[:200])
    return any(folded(acronym) in re.split(r"[.-]", host) for acronym in acronyms)


def _top(page: Page) -> str:
    return " ".join(heading.text for heading in page.headings if heading.level == 1)


def check_place(portal: PortalView) -> Answer:
    """E1-15: a map shows where it is, and a text says at what hours it attends."""
    maps: list[Evidence] = []
    hours: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        maps += _maps(visit, page)
        hours += [
            on(visit, block.selector, block.text, "horario")
            for block in page.blocks
            if len(block.text) <= HOURS_LENGTH and _tells_hours(block.text)
        ]
        if maps and hours:
            return found([maps[0], hours[0]])
    if maps or hours:
        return partly([*maps, *hours], "el mapa, sin horario" if maps else "el horario, sin mapa")
    return missing()


def _tells_hours(text: str) -> bool:
    return bool(_HOURS.search(folded(text)) and _ATTENTION.find(text) and not _BROADCAST.find(text))


def _maps(visit: Visit, page: Page) -> Iterator[Evidence]:
    for frame in page.frames:
        if _PLACE_FRAME.search(frame):
            yield on(visit, "iframe", frame, "mapa")
    for link in page.links:
        if _PLACE_FRAME.search(link.url):
            yield link_piece(visit, link, "mapa")


def check_domain(portal: PortalView) -> Answer:
    """E1-16: the host is under a name that only a State can have; others may be legitimate."""
    host = host_of(portal.url)
    visit = next(iter(portal.visits), None)
    pieces = [on(visit, "", f"Dominio: {host}", "dominio")] if visit is not None else []
    if _IS_NUMBER.match(host) or host.partition(":")[0].endswith("localhost"):
        return not_applicable(pieces=pieces)
    if classify_host(portal.url, "") is HostClass.STATE:
        return found(pieces, host)
    return missing(host, pieces)


def check_menu(portal: PortalView) -> Answer:
    """E1-17: a map of the site for people, or a menu with entries enough."""
    best: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        for link in page.links:
            if _is_site_map(portal, link):
                return found([link_piece(visit, link, _SITE_MAP.name)])
    for visit, page in portal.pages():
        entries = list(_menu(visit, page, portal.url))
        if len(entries) > len(best):
            best = entries
        if len(best) >= MENU_ENTRIES:
            return found(best)
    return partly(best, str(len(best))) if best else missing()


def _is_site_map(portal: PortalView, link: Link) -> bool:
    """Whether a link leads people, not machines, to a map of the site."""
    is_for_people = bool(link.url) and not link.url.lower().endswith((".xml", ".gz"))
    return (
        is_for_people and bool(_SITE_MAP.find(link.text)) and not portal.targets.is_dead(link.url)
    )


def _menu(visit: Visit, page: Page, portal_url: str) -> Iterator[Evidence]:
    """The entries of the page's menus that lead on within the portal, each target once."""
    seen: set[str] = set()
    for link in page.links:
        is_menu = link.region in (Region.NAVIGATION, Region.HEADER)
        if not is_menu or not link.text or link.url in seen:
            continue
        if link.url.startswith("http") and is_same_site(link.url, portal_url):
            seen.add(link.url)
            yield link_piece(visit, link, "menu")
