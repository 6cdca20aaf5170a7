"""Technique of the portal as a whole: errors, robots, sitemap, addresses, weight, third parties."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.hosts import is_home_page, is_same_site
from crawler.indicators.bands import Tally, quoted, read_pages
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_evaluable,
    on,
    partly,
)
from crawler.page import Link, Page
from crawler.urls import host_of
from crawler.visit import Outcome, Visit

LIGHT_BYTES = 100_000  # 8 seconds at 100 kbit/s
HEAVY_BYTES = 300_000
FEW_RESOURCES = 30
MANY_RESOURCES = 80
LEAST_DESCRIPTION = 20
_TRACKERS = re.compile(
    r"(?:^|\.)(?:google-analytics|googletagmanager|doubleclick|googlesyndication|hotjar|clarity"
    r"|facebook|fbcdn|analytics\.tiktok|statcounter|histats|yandex|matomo\.cloud|addthis"
    r"|sharethis|adservice|scorecardresearch|newrelic|nr-data|segment|mixpanel|linkedin)"
    r"\.(?:com|net|ms|io|ru|org)$"
)
_LIVE = frozenset({Outcome.OK, Outcome.NEEDS_SCRIPT, Outcome.NOT_HTML, Outcome.NOT_MODIFIED,
                   Outcome.EMPTY})  # fmt: skip


def check_real_404(portal: PortalView) -> Answer:
    """U-01: an address that cannot exist is answered with "not found"."""
    return _fact(
        portal,
        portal.site.has_real_404,
        "Se pidió una dirección que no puede haber en el portal y la respuesta fue: {}.",
        ("no encontrada", "una página como si la dirección sirviera"),
        "no se pudo pedir una dirección de prueba",
    )


def check_robots(portal: PortalView) -> Answer:
    """U-03: robots.txt answers with rules for crawlers."""
    return _fact(
        portal,
        portal.site.has_robots,
        "Se pidió /robots.txt y la respuesta fue: {}.",
        ("un archivo de reglas", "otra cosa o un error"),
        "no se pudo pedir el archivo robots.txt",
    )


def check_sitemap(portal: PortalView) -> Answer:
    """U-04: a sitemap, or an index of sitemaps, lists the pages."""
    return _fact(
        portal,
        portal.site.has_sitemap,
        "Se pidió el mapa del sitio en XML y la respuesta fue: {}.",
        ("una lista de páginas", "otra cosa o un error"),
        "no se pudo pedir el mapa del sitio",
    )


def _fact(
    portal: PortalView, is_so: bool | None, sentence: str, ends: tuple[str, str], unknown: str
) -> Answer:
    """The verdict of a fact of the whole portal, shown at its home page."""
    if is_so is None:
        return not_evaluable(unknown)
    words = sentence.format(ends[0] if is_so else ends[1])
    pieces = [on(visit, "", words, "respuesta") for visit, _ in read_pages(portal)][:1]
    return found(pieces) if is_so else missing(pieces=pieces)


def check_broken_links(portal: PortalView) -> Answer:
    """U-02: the portal's own links that were followed lead somewhere.

    Only addresses that were asked for count; one that was refused to robots is not broken.
    """
    tried = {same_address_key(visit.url): visit for visit in reversed(portal.visits)}
    tally = Tally(subject="enlaces internos seguidos que responden", rule="enlace-interno")
    seen: set[str] = set()
    for visit, page in read_pages(portal):
        for link in page.links:
            if link.url in seen or not link.url.startswith("http"):
                continue
            seen.add(link.url)
            target = tried.get(same_address_key(link.url))
            is_dead = target is not None and portal.targets.is_dead(link.url)
            if target is not None and (is_dead or target.outcome in _LIVE):
                tally.add(not is_dead, visit, link.selector, _link_words(link, target))
    return tally.answer() if tally.total else not_evaluable("no se siguió ningún enlace interno")


def _link_words(link: Link, target: Visit) -> str:
    state = f"código {target.status}" if target.status else f"sin respuesta ({target.outcome})"
    return f"{quoted(link.text)} lleva a {link.url[:120]}, {state}"


def check_canonical(portal: PortalView) -> Answer:
    """U-05: the canonical address is of the portal, answers, and is not the same for every page."""
    named: dict[str, set[str]] = defaultdict(set)
    pages = [(visit, page) for visit, page in read_pages(portal) if page.canonical]
    for _, page in pages:
        named[page.canonical].add(urlsplit(page.url).path)
    tally = Tally(subject="páginas con dirección canónica correcta", rule="canonical")
    for visit, page in pages:
        fault = _canonical_fault(page, portal, len(named[page.canonical]))
        words = f"{page.url[:110]} dice que su dirección es {page.canonical[:110]}"
        tally.add(not fault, visit, "link[rel=canonical]", f"{words}: {fault}" if fault else words)
    return tally.answer() if tally.total else missing("ninguna página da su dirección canónica")


def _canonical_fault(page: Page, portal: PortalView, sharers: int) -> str:
    """What is wrong with the canonical address of a page; empty where nothing is."""
    if not is_same_site(page.canonical, portal.url):
        return "es de otro sitio"
    if portal.targets.is_dead(page.canonical):
        return "no responde"
    if is_home_page(page.canonical) and not is_home_page(page.url):
        return "es la portada"
    return f"la dicen {sharers} páginas distintas" if sharers > 2 else ""


def check_weight(portal: PortalView) -> Answer:
    """U-07: the home page is light, by its bytes and the files it loads; no clock is looked at."""
    home = next(read_pages(portal), None)
    if home is None:
        return not_evaluable("la portada no se pudo leer")
    visit, page = home
    loads = Counter(resource.kind for resource in page.markup.resources)
    count = loads.total()
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(loads.items()))
    detail = f"{visit.size / 1000:.0f} kB sin comprimir y {count} archivos que carga"
    piece = on(visit, "html", f"{detail} ({kinds})" if kinds else detail, "peso")
    if visit.size <= LIGHT_BYTES and count <= FEW_RESOURCES:
        return found([piece], detail)
    if visit.size <= HEAVY_BYTES and count <= MANY_RESOURCES:
        return partly([piece], detail)
    return missing(detail, [piece])


def check_description(portal: PortalView) -> Answer:
    """U-08: a page describes itself for search engines and for those who share it."""
    tally = Tally(subject="páginas con descripción", rule="descripcion")
    for visit, page in read_pages(portal):
        named = dict(reversed(page.metas))
        text = page.description or named.get("og:description", "")
        words = f"descripción {quoted(text)}"
        tally.add(len(text) >= LEAST_DESCRIPTION, visit, "meta[name=description]", words)
    return tally.answer() if tally.total else not_evaluable("ninguna página se pudo leer")


def check_third_parties(portal: PortalView) -> Answer:
    """U-11: nobody else is told who reads the pages: what they load comes from the portal."""
    loaded: dict[str, Evidence] = {}
    pages = 0
    for visit, page in read_pages(portal):
        pages += 1
        for host, url in _foreign(page, portal):
            if host not in loaded:
                loaded[host] = on(visit, "script, iframe, link, img", f"carga {url[:250]}", host)
    trackers = sorted(host for host in loaded if _TRACKERS.search(host))
    if trackers:
        return missing(examples(trackers), (loaded[host] for host in trackers))
    if loaded:
        return partly(loaded.values(), examples(sorted(loaded)))
    home = [on(v, "html", "no carga nada de otros sitios", "terceros") for v, _ in _first(portal)]
    return found(home, f"{pages} páginas revisadas") if pages else not_evaluable("nada se leyó")


def _foreign(page: Page, portal: PortalView) -> Iterator[tuple[str, str]]:
    for resource in page.markup.resources:
        if resource.url.startswith("http") and not is_same_site(resource.url, portal.url):
            yield host_of(resource.url), resource.url


def _first(portal: PortalView) -> Iterable[tuple[Visit, Page]]:
    return list(read_pages(portal))[:1]
