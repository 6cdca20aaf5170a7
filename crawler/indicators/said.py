"""Finds who says what: the words of a list in a page's own body, in a service, on a link."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from canse.domain.audit import Evidence
from crawler.hosts import HostClass, classify_host, is_staff_host
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.lexicon import Lexicon, folded
from crawler.page import Block, Heading, Link, Page, Region
from crawler.page_kind import PageKind, first_headings, kind_of, path_words
from crawler.sightings import Sighting
from crawler.visit import Visit
from crawler.wording_proofs import affirms, told

LINK_WORDS = 12
SHOWN = 250
CONTEXT = 100
OWN_HOSTS = frozenset({HostClass.OWN, HostClass.STATE})
_UNFIT = frozenset({PageKind.STAFF, PageKind.NOT_FOUND})

NEWS = Lexicon(
    "noticias",
    r"""
    noticias?  avisos?  comunicados?  novedades  novita  noticiario  prensa  boletin(?:es)?
    anuncios?  actualidad  blog  news  avvisi  press releases?
    """,
)
Entry = Block | Heading
Named = tuple[str, Evidence]


def own_entries(page: Page) -> tuple[Entry, ...]:
    """The headings and texts of the page's own body."""
    headings = (heading for heading in page.headings if heading.region is Region.MAIN)
    blocks = (block for block in page.blocks if block.region is Region.MAIN)
    return (*headings, *blocks)


def saying(
    portal: PortalView, words: Lexicon, *, with_news: bool = False
) -> Iterator[tuple[Visit, Page, Entry]]:
    """The texts that affirm the words, each once; news only tell of what others do or will do."""
    seen: set[str] = set()
    for visit, page in portal.fresh_pages():
        for entry in own_entries(page):
            if entry.text in seen or not affirms(words, entry.text):
                seen.add(entry.text)
            elif is_fit(page, with_news=with_news):
                seen.add(entry.text)
                yield visit, page, entry


def services_saying(portal: PortalView, words: Lexicon) -> Iterator[tuple[Sighting, Entry]]:
    """The services whose own words affirm it, with the text."""
    for sighting in portal.sightings:
        for entry in told(sighting.offer):
            if affirms(words, entry.text):
                yield sighting, entry


def links_saying(portal: PortalView, words: Lexicon) -> Iterator[tuple[Visit, Page, Link]]:
    """The links with the words in their few words, each text and target once."""
    seen: set[tuple[str, str]] = set()
    for visit, page in portal.fresh_pages():
        for link in page.links:
            key = (link.text, link.url)
            if key in seen:
                continue
            seen.add(key)
            if len(link.text.split()) <= LINK_WORDS and words.find(link.text):
                yield visit, page, link


def is_fit(page: Page, *, with_news: bool = False) -> bool:
    """Whether a page speaks for the institution to the public: no staff page, error or news."""
    kind = kind_of(page)
    return kind not in _UNFIT and (with_news or kind is not PageKind.OTHER)


def is_news(page: Page) -> bool:
    """Whether a page by its address or first heading is news or notices."""
    return bool(
        NEWS.find(path_words(unquote(urlsplit(page.url).path)))
        or any(map(NEWS.starts, first_headings(page)))
    )


def is_live_here(portal: PortalView, url: str) -> bool:
    """Whether an address is the portal's own or the State's, public, and not known to be dead."""
    return (
        url.startswith("http")
        and classify_host(url, portal.url) in OWN_HOSTS
        and not is_staff_host(url)
        and not portal.targets.is_dead(url)
    )


def piece(visit: Visit, entry: Entry, words: Lexicon) -> Evidence:
    """Evidence for a text, shown from a little before the words that count in it."""
    return on(visit, entry.selector, around(entry.text, words), words.name)


def around(text: str, words: Lexicon) -> str:
    """The text, without what stands long before the words."""
    match = words.regex.search(folded(text))
    start = max(0, match.start() - CONTEXT) if match and len(text) > SHOWN else 0
    return f"…{text[start:].partition(' ')[2]}" if start else text


def link_piece(visit: Visit, link: Link, rule: str) -> Evidence:
    """Evidence for a link: its words and where it leads."""
    target = link.url or link.raw
    return on(visit, link.selector, f"{link.text} → {target}" if link.text else target, rule)


def seen_or_said(seen: Sequence[Named], said: Sequence[Named]) -> Answer:
    """Met by what was seen at work, in part by what is only said; the names fill the sentence."""
    if seen:
        return found((evidence for _, evidence in seen), examples(name for name, _ in seen))
    if said:
        return partly((evidence for _, evidence in said), examples(name for name, _ in said))
    return missing()
