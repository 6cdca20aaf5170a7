"""Files of data and the pages that offer them, as the checks of open data see them.

Only what a program can read counts: a sheet that is a picture, a page that calls itself a sheet and
a zip of PDFs do not. A file that was linked but not opened is only said to be one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from canse.domain.naming import same_address_key
from crawler.document import Document
from crawler.documents import ending_of
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import PortalView
from crawler.indicators.said import is_news
from crawler.lexicon import Lexicon
from crawler.page import Link, Page
from crawler.visit import Visit

TITLE_WORDS = 9
HEADINGS = 8
TEXT_KINDS = frozenset({"csv", "json", "xml"})
SHEET_KINDS = frozenset({"xlsx", "ods"})
DATA_ENDINGS = frozenset(
    {"csv", "tsv", "json", "geojson", "xml", "xlsx", "ods", "rdf", "ttl", "kml"}
)
_IN_A_ZIP = frozenset({"csv", "json", "geojson", "xml", "xlsx", "ods", "shp", "kml"})
_FEEDS = re.compile(r"(?:sitemap|/feed|rss|atom)[\w-]{0,40}(?:\.xml)?/?$", re.I)
OPEN_DATA = Lexicon(
    "datos-abiertos",
    r"""
    (?:(?:portal|plataforma|catalogo|seccion|sitio|repositorio)(?: \w+)? (?:de )?)?datos abiertos
    (?:portal|catalogo|repositorio) (?:nacional |municipal |de )?datos  conjuntos? de datos
    open data(?: portal| catalog)?  dados abertos  dati aperti  data ?sets?
    """,
)


@dataclass(frozen=True)
class DataFile:
    """A file that a program can read: the visit that opened it, or the link that names it."""

    kind: str
    visit: Visit
    link: Link | None = None

    @property
    def is_opened(self) -> bool:
        """Whether the file itself was read."""
        return self.link is None

    @property
    def url(self) -> str:
        """Where it lies."""
        return self.link.url if self.link else self.visit.final_url


def documents_of(portal: PortalView) -> Mapping[str, Document]:
    """What was read of each file, by what makes two addresses one."""
    return {same_address_key(v.url): v.document for v in portal.visits if v.document is not None}


def is_data(document: Document) -> bool:
    """Whether a program can read the file as data."""
    if document.kind in TEXT_KINDS:
        return bool(document.is_parsed)
    if document.kind in SHEET_KINDS:
        return document.is_parsed is not False and document.has_text is not False
    return document.kind == "zip" and not _IN_A_ZIP.isdisjoint(document.holds)


def opened_files(portal: PortalView) -> list[DataFile]:
    """The files of data that were read."""
    return [
        DataFile(visit.document.kind, visit)
        for visit in portal.visits
        if visit.document is not None and visit.status == 200 and is_data(visit.document)
    ]


def linked_files(portal: PortalView) -> list[DataFile]:
    """The files of data that own pages link on own hosts and nobody opened."""
    tried = {same_address_key(visit.url) for visit in portal.visits}
    found: dict[str, DataFile] = {}
    for visit, page in portal.fresh_pages():
        for link in page.links:
            key = same_address_key(link.url) if link.url.startswith("http") else ""
            if not key or key in tried or key in found or not is_data_link(link):
                continue
            if classify_host(link.url, portal.url) is HostClass.OWN:
                found[key] = DataFile(ending_of(link.url), visit, link)
    return list(found.values())


def is_data_link(link: Link) -> bool:
    """Whether a link by its ending leads to a file of data; feeds and site maps are none."""
    return ending_of(link.url) in DATA_ENDINGS and not _FEEDS.search(link.url)


@dataclass(frozen=True)
class DataPage:
    """A page that by its title or a heading is one of data."""

    visit: Visit
    page: Page
    title: str
    selector: str


def data_pages(portal: PortalView) -> list[DataPage]:
    """The pages of data; news about open data are none."""
    found = []
    for visit, page in portal.pages():
        named = _data_title(page)
        if named is not None and not is_news(page):
            found.append(DataPage(visit, page, *named))
    return found


def _data_title(page: Page) -> tuple[str, str] | None:
    headings = [(h.text, h.selector) for h in page.headings[:HEADINGS]]
    title = re.split(r"\s[|–—-]\s", page.title)[0]
    for text, selector in (*headings, (title, "title")):
        if len(text.split()) <= TITLE_WORDS and OPEN_DATA.starts(text):
            return text, selector
    return None


def offers_files(portal: PortalView, page: Page, documents: Mapping[str, Document]) -> list[Link]:
    """The links of a page that lead to files of data, by what was read or else by their ending."""
    found = []
    for link in page.links:
        if not link.url.startswith("http") or portal.targets.is_dead(link.url):
            continue
        document = documents.get(same_address_key(link.url))
        if is_data(document) if document else is_data_link(link):
            found.append(link)
    return found


def has_data(portal: PortalView, pages: Sequence[DataPage]) -> bool:
    """Whether the portal offers data at all, so that more may be asked of them."""
    return bool(pages or opened_files(portal) or linked_files(portal))


def texts_of(page: Page) -> Iterator[tuple[str, str]]:
    """The texts of a page, with where they stand."""
    for heading in page.headings:
        yield heading.text, heading.selector
    for block in page.blocks:
        yield block.text, block.selector


def carrying_pages(portal: PortalView) -> list[tuple[Visit, Page]]:
    """The pages on which data are described: those of data, else those that link their files."""
    named = [(one.visit, one.page) for one in data_pages(portal)]
    if named:
        return named
    documents = documents_of(portal)
    return [(v, p) for v, p in portal.pages() if offers_files(portal, p, documents)]
