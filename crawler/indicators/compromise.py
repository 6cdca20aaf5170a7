"""Signs that somebody broke into a portal: what is sold there that no institution sells, hidden.

The words of spam are looked for in hidden links, in links that lead out, and in titles. A casino in
the news, or a page in Japanese that says so, is no sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from canse.domain.audit import Evidence
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.lexicon import Lexicon
from crawler.page import Page
from crawler.visit import Visit

SEEN_LINKS = 3
HIDDEN_OUT = 5
_SPAM = Lexicon(
    "engano",
    r"""
    viagra  cialis  levitra  kamagra  slots? gacor  situs (?:judi|slot|togel)  judi (?:online|bola)
    togel  slot (?:online|demo|dana|pulsa)  bandar (?:judi|togel)  maxwin  rtp slot
    (?:online|crypto|bitcoin) casinos?  casinos? (?:online|en linea|sin deposito|bonus)
    (?:bono|bonus) (?:sin|senza|no) deposit[oa]?  free spins  sportsbook  1xbet  mostbet  pin-?up
    payday loans?  essay writing service  write my essay  replica (?:watches|handbags)
    (?:cheap|buy) (?:viagra|cialis|jerseys|handbags)  porno?  xxx (?:video|porn)\w*  escorts?
    apuestas (?:deportivas )?online  tragaperras (?:online|gratis)  buy (?:followers|tramadol|xanax)
    """,
)
_KANA = re.compile(r"[\u3040-\u30ff]{3}")


@dataclass(frozen=True)
class _Sign:
    words: str
    evidence: Evidence
    is_grave: bool


def check_compromise(portal: PortalView) -> Answer:
    """S-13: no words of spam in hidden links, in links that lead out, or in titles."""
    signs = list(_signs(portal))
    grave = [sign for sign in signs if sign.is_grave]
    names = examples(sign.words for sign in signs)
    pieces = [sign.evidence for sign in sorted(signs, key=lambda sign: not sign.is_grave)]
    if grave or len({sign.evidence.snippet for sign in signs}) >= SEEN_LINKS:
        return missing(names, pieces)
    hidden = list(_hidden_out(portal))
    if signs or len(hidden) >= HIDDEN_OUT:
        said = names or f"{len(hidden)} enlaces ocultos hacia otros sitios"
        return partly([*pieces, *hidden], said)
    first = next(portal.fresh_pages())[0]
    count = sum(1 for _ in portal.fresh_pages())
    said = (
        f"{count} páginas revisadas, sin palabras de engaño en títulos, enlaces ni partes ocultas"
    )
    return found([on(first, "", said, "sin-senales")])


def _signs(portal: PortalView) -> Iterator[_Sign]:
    seen: set[tuple[str, str]] = set()
    for visit, page in portal.fresh_pages():
        yield from _hidden_signs(visit, page)
        yield from _title_signs(visit, page)
        for link in page.links:
            if (link.text, link.url) in seen or not link.url.startswith("http"):
                continue
            seen.add((link.text, link.url))
            if _leads_out(link.url, portal.url):
                words = _words(f"{link.text} {_host_and_path(link.url)}", page)
                if words:
                    said = f"Enlace: {link.text} → {link.url}"
                    yield _Sign(words, on(visit, link.selector, said, "enlace-enganoso"), False)


def _hidden_signs(visit: Visit, page: Page) -> Iterator[_Sign]:
    for link in page.markup.hidden_links:
        words = _words(f"{link.text} {_host_and_path(link.url)}", page)
        if words:
            said = f"Enlace oculto: {link.text} → {link.url}"
            yield _Sign(words, on(visit, link.selector, said, "enlace-oculto"), True)


def _title_signs(visit: Visit, page: Page) -> Iterator[_Sign]:
    headings = [(h.text, h.selector) for h in page.headings if h.level == 1]
    for text, selector in [(page.title, "title"), *headings[:2]]:
        words = _words(text, page)
        if words:
            yield _Sign(words, on(visit, selector, f"Título: {text}", "titulo-enganoso"), True)


def _words(text: str, page: Page) -> str:
    """The words of spam in a text; letters of Japanese where the page is not in Japanese."""
    kana = _KANA.search(text)
    if kana and not page.language.lower().startswith("ja"):
        return text[kana.start() : kana.start() + 20]
    return _SPAM.find(text)


def _hidden_out(portal: PortalView) -> Iterator[Evidence]:
    seen: set[str] = set()
    for visit, page in portal.fresh_pages():
        for link in page.markup.hidden_links:
            if link.url.startswith("http") and link.url not in seen:
                seen.add(link.url)
                if classify_host(link.url, portal.url) is HostClass.OTHER:
                    said = f"Enlace oculto: {link.text} → {link.url}"
                    yield on(visit, link.selector, said, "enlace-oculto")


def _leads_out(url: str, portal_url: str) -> bool:
    return classify_host(url, portal_url) in (HostClass.OTHER, HostClass.THIRD_PARTY_FORM)


def _host_and_path(url: str) -> str:
    return re.sub(r"[/_.+-]+", " ", url.partition("://")[2][:300])
