"""Reads what lies under the name of a publication: documents, folders, tables, dates, refusals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

from canse.domain.naming import same_address_key
from crawler.dates import newest_date
from crawler.files import file_words, is_file
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import PortalView
from crawler.indicators.publication_dates import PeriodReader
from crawler.indicators.publication_index import Index, Place
from crawler.indicators.publication_titles import numbered
from crawler.indicators.publications import Publication
from crawler.lexicon import folded
from crawler.page import Block, Heading, Link
from crawler.sections import Body, Section
from crawler.visit import Outcome, Visit

PAGES_BEHIND_A_PLACE = 12
LINKS_OF_A_PLACE = 400
CELLS_OF_A_TABLE = 6
BLOCKS_OF_A_TEXT = 60
REASON_LENGTH = 700
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|xlsm|od[st]|csv|json|xml|rtf|txt|zip|rar|7z|pptx?|jpe?g|png)$", re.I
)
_MANAGER = re.compile(
    r"[?&](?:wpdmdl|download|descargar|attachment_id|fileid|file)=|/(?:download|descargas?|viewfile"
    r"|attachments?)/\S|task=(?:document|download|callelement)|/wp-content/uploads/\S+\.\w{2,4}$",
    re.I,
)
_FOLDER = re.compile(
    r"drive\.google\.com/(?:drive|folderview|open)|onedrive\.live\.com|1drv\.ms|sharepoint\.com"
    r"|dropbox\.com/(?:sh|scl/fo|home)|mega\.nz|mediafire\.com/folder|box\.com/s",
    re.I,
)
_LAW = re.compile(
    r"^\W*(?:ver |descargar )?(?:la )?(?:ley de (?:libre )?acceso a la informacion"
    r"|decreto(?: numero| no\.?)? 57-2008|ley[ -]laip|laip)"
)
_REFUSAL = re.compile(
    r"(?<![a-z])(?:no (?:(?:le|nos|es|se|resulta) ){0,2}aplica(?:ble|n)?(?![a-z])|n/a\b"
    r"|no (?:le )?corresponde a (?:esta|la|este|el) )"
)
_ALIVE = frozenset({Outcome.OK, Outcome.NOT_HTML})


@dataclass(frozen=True, kw_only=True)
class Document:
    """A linked file: where its link stands and of which period it is, None where nothing says."""

    visit: Visit
    link: Link
    day: date | None

    @property
    def key(self) -> str:
        """What makes two links lead to one file."""
        return same_address_key(self.link.url)


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that lies under one publication, over all its places."""

    place: Place
    documents: tuple[Document, ...] = ()
    dead: tuple[Link, ...] = ()
    folders: tuple[Link, ...] = ()
    unvisited: tuple[Link, ...] = ()
    texts: tuple[tuple[date, str], ...] = ()
    has_table: bool = False
    has_words: bool = False
    refusal: tuple[Visit, str, str] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether neither a file nor a table nor the words of the thing itself were seen."""
        return not (self.documents or self.has_table or self.has_words)


@dataclass
class _Reading:
    documents: list[Document] = field(default_factory=list)
    dead: list[Link] = field(default_factory=list)
    folders: list[Link] = field(default_factory=list)
    unvisited: list[Link] = field(default_factory=list)
    pages: list[Link] = field(default_factory=list)
    texts: list[tuple[date, str]] = field(default_factory=list)
    has_table: bool = False
    has_words: bool = False
    refusal: tuple[Visit, str, str] | None = None

    def add(self, other: "_Reading") -> None:
        """Take what another page holds."""
        self.documents += other.documents
        self.dead += other.dead
        self.folders += other.folders
        self.texts += other.texts
        self.has_table = self.has_table or other.has_table
        self.refusal = self.refusal or other.refusal


class ContentReader:
    """Reads places of one portal."""

    def __init__(self, portal: PortalView, index: Index) -> None:
        self._portal = portal
        self._index = index
        self._bodies: dict[str, Body] = {}
        self._read: dict[tuple[str, str], _Reading] = {}

    def read(self, place: Place, publication: Publication) -> Content:
        """What lies at a place, and on the pages of the same site that it links."""
        reading = _Reading()
        if place.link is not None:
            self._take_link(reading, place.visit, place.link, _periods(place.visit))
        else:
            section = place.body.between(place.start, place.end)
            same_item = (
                link
                for link in place.body.links
                if place.item and link.item == place.item and link.position < place.start
            )
            self._read_section(reading, place.visit, section, same_item)
            reading.has_words = _has_words(section.blocks[:BLOCKS_OF_A_TEXT], publication)
        for link in islice(reading.pages, PAGES_BEHIND_A_PLACE):
            self._read_page(reading, link, publication)
        return _content(place, reading)

    def _read_page(self, reading: _Reading, link: Link, publication: Publication) -> None:
        """The page behind a link; of a page that lists the law, only the place of this thing."""
        visit = self._index.visits.get(same_address_key(link.url))
        if visit is None or visit.page is None:
            is_dead = self._portal.targets.is_dead(link.url)
            (reading.dead if is_dead else reading.unvisited).append(link)
        elif any(listed is visit for listed, _ in self._index.lists):
            places = self._index.places.get(publication.id, ())
            own = next((p for p in places if p.visit is visit and p.link is None), None)
            if own is not None:
                section = own.body.between(own.start, own.end)
                self._read_section(reading, visit, section, over=link.text)
        else:
            reading.add(self._whole(visit, link.text))
            blocks = self._bodies[visit.url].blocks
            reading.has_words = reading.has_words or _has_words(blocks, publication)

    def _whole(self, visit: Visit, over: str) -> _Reading:
        """All of a page, read once however many numerals lead to it."""
        if (visit.url, over) not in self._read:
            assert visit.page is not None
            body = self._bodies.setdefault(visit.url, Body(visit.page))
            reading = _Reading()
            self._read_section(reading, visit, body.whole(), over=over)
            is_dateless = not reading.texts and all(d.day is None for d in reading.documents)
            dated = newest_date(visit) if is_dateless else None
            if dated is not None:
                reading.texts.append(dated)
            self._read[visit.url, over] = reading
        return self._read[visit.url, over]

    def _read_section(
        self,
        reading: _Reading,
        visit: Visit,
        section: Section,
        before: Iterable[Link] = (),
        *,
        over: str | None = None,
    ) -> None:
        """Read a section; `over` is the text of the link that led to its page, None where none."""
        periods = _periods(visit)
        periods.read(over or "")
        for link in before:
            self._take_link(reading, visit, link, periods)
        for entry in _in_order(section):
            if isinstance(entry, Link):
                self._take_link(reading, visit, entry, periods, is_behind=over is not None)
                continue
            day = periods.read(entry.text)
            if day is not None:
                reading.texts.append((day, entry.text))
            if reading.refusal is None and _refuses(entry.text):
                reading.refusal = (visit, entry.selector, entry.text)
        reading.has_table = reading.has_table or _has_table(section.blocks)

    def _take_link(
        self,
        reading: _Reading,
        visit: Visit,
        link: Link,
        periods: PeriodReader,
        *,
        is_behind: bool = False,
    ) -> None:
        if not link.url.startswith("http") or self._is_law_text(link):
            return
        if _FOLDER.search(link.url):
            reading.folders.append(link)
        elif self._is_document(link.url):
            if self._portal.targets.is_dead(link.url):
                reading.dead.append(link)
                return
            day = (
                periods.read(link.text or link.title)
                or periods.around()
                or periods.read_address(link.url)
            )
            reading.documents.append(Document(visit=visit, link=link, day=day))
        elif not is_behind:
            is_here = same_address_key(link.url) == same_address_key(visit.final_url or visit.url)
            host = classify_host(link.url, self._portal.url)
            if host is HostClass.OWN and not is_here:
                reading.pages.append(link)
            elif host not in (HostClass.OWN, HostClass.SOCIAL):
                reading.unvisited.append(link)
            periods.read(link.text)

    def _is_document(self, url: str) -> bool:
        path = urlsplit(url).path
        if _FILE.search(path) or _MANAGER.search(url) or is_file(url):
            return True
        visit = self._index.visits.get(same_address_key(url))
        return visit is not None and visit.page is None and visit.outcome is Outcome.NOT_HTML

    def _is_law_text(self, link: Link) -> bool:
        """Whether a link leads to the law itself, which says nothing of the institution."""
        name = folded(link.text or link.title)
        is_named_so = bool(_LAW.search(name) or _LAW.search(folded(file_words(link.url))))
        return is_named_so and numbered(link.text, 10, at_start=False) is None


def _content(place: Place, reading: _Reading) -> Content:
    return Content(
        place=place,
        documents=tuple({d.key: d for d in reversed(reading.documents)}.values())[::-1],
        dead=tuple(reading.dead),
        folders=tuple(reading.folders),
        unvisited=tuple(reading.unvisited),
        texts=tuple(reading.texts),
        has_table=reading.has_table,
        has_words=reading.has_words,
        refusal=reading.refusal,
    )


def _periods(visit: Visit) -> PeriodReader:
    return PeriodReader(visit.fetched_at.date())


def _in_order(section: Section) -> Iterator[Heading | Block | Link]:
    entries: list[Heading | Block | Link] = [*section.headings, *section.blocks]
    entries += section.links[:LINKS_OF_A_PLACE]
    return iter(sorted(entries, key=lambda entry: entry.position))


def _has_table(blocks: Iterable[Block]) -> bool:
    return sum(block.tag == "td" and bool(block.group) for block in blocks) >= CELLS_OF_A_TABLE


def _has_words(blocks: Iterable[Block], publication: Publication) -> bool:
    """Whether texts hold what the publication would say if it were written on the page itself."""
    wanted = publication.page_words
    if wanted is None:
        return False
    return any(wanted.search(folded(block.text)) for block in blocks if not _is_law(block))


def _refuses(text: str) -> bool:
    return len(text) <= REASON_LENGTH and bool(_REFUSAL.search(folded(text)))


def _is_law(block: Block) -> bool:
    """Whether a text is the law's own words, which portals quote over what they publish."""
    return "sujetos obligados" in folded(block.text)
