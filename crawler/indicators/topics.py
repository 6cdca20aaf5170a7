"""Finds where the pages of a portal speak of a topic: under a heading, or behind a link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from canse.domain.audit import Evidence
from crawler.dates import dates_in, years_in
from crawler.indicators.bands import fresh_read_pages, quoted, read_pages
from crawler.indicators.portal import PortalView, on
from crawler.lexicon import Lexicon
from crawler.page import Block, Form, Heading, Link, Page, Region
from crawler.visit import Visit

HEADING_WORDS = 16
LINK_WORDS = 9
DATED_BLOCKS = 200
_END = 10**9


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What stands under one heading of a page's own body, up to the next of its level."""

    visit: Visit
    page: Page
    heading: Heading
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    forms: tuple[Form, ...]
    end: int

    @property
    def words(self) -> str:
        """The heading and what follows, for people to read."""
        return " · ".join((self.heading.text, *(block.text for block in self.blocks)))

    def dates(self) -> tuple[date, ...]:
        """The full dates on the heading and under it, those to come included."""
        texts = (self.heading.text, *(block.text for block in self.blocks[:DATED_BLOCKS]))
        return tuple(day for text in texts for day in dates_in(text))

    def years(self) -> tuple[int, ...]:
        """The years that the heading names."""
        return years_in(self.heading.text)

    def evidence(self, rule: str, note: str = "") -> Evidence:
        """The topic as evidence, a note before its words."""
        words = f"{note}: {self.words}" if note else self.words
        return on(self.visit, self.heading.selector, words, rule)


def topics(portal: PortalView, lexicon: Lexicon) -> Iterator[Topic]:
    """Every place whose heading holds words of a list."""
    for visit, page in read_pages(portal):
        own = [h for h in page.headings if h.region is Region.MAIN]
        for number, heading in enumerate(own):
            is_short = heading.text.count(" ") < HEADING_WORDS
            if is_short and lexicon.find(heading.text):
                yield _topic(visit, page, heading, own[number + 1 :])


def _topic(visit: Visit, page: Page, heading: Heading, later: list[Heading]) -> Topic:
    end = next((h.position for h in later if h.level <= heading.level), _END)
    start = heading.position
    return Topic(
        visit=visit,
        page=page,
        heading=heading,
        blocks=tuple(
            b for b in page.blocks if start < b.position < end and b.region is Region.MAIN
        ),
        links=tuple(
            link
            for link in page.links
            if start <= link.position < end and link.region is Region.MAIN
        ),
        forms=tuple(f for f in page.forms if start < f.position < end and f.region is Region.MAIN),
        end=end,
    )


def topic_links(portal: PortalView, lexicon: Lexicon) -> Iterator[tuple[Visit, Link]]:
    """Links of a few words about a topic that lead to an address not known to be dead; each once.

    Long texts are headlines of news, which tell of a thing and do not lead to it.
    """
    followed: set[str] = set()
    for visit, page in fresh_read_pages(portal):
        for link in page.links:
            if link.url in followed or not _leads(link) or not lexicon.find(link.text):
                continue
            followed.add(link.url)
            if not portal.targets.is_dead(link.url):
                yield visit, link


def _leads(link: Link) -> bool:
    is_short = link.text.count(" ") < LINK_WORDS
    return is_short and link.url.startswith(("http", "mailto:", "tel:")) and link.raw[:1] != "#"


def link_evidence(visit: Visit, link: Link, rule: str) -> Evidence:
    """A link as evidence: its words and where it leads."""
    return on(visit, link.selector, f"{quoted(link.text)} lleva a {link.url[:180]}", rule)
