"""Finds on the pages of a portal where each thing to publish stands, or what links to it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from canse.domain.naming import same_address_key
from crawler.dates import years_in
from crawler.indicators.portal import PortalView
from crawler.indicators.publication_titles import (
    CONTEXT,
    Numbered,
    article_of,
    by_number,
    is_context,
    named,
    numbered,
)
from crawler.lexicon import folded
from crawler.page import Block, Heading, Link, Page, Region
from crawler.page_kind import PageKind, kind_of, path_words
from crawler.sections import Body
from crawler.visit import Visit

TITLES_OF_A_PAGE = 1500
PLACES_OF_A_PUBLICATION = 40
NUMBERED_TITLES = 3
LEADING_NUMBERS = 8
PERIOD_LENGTH = 60
DEFAULT_ARTICLE = 10
_CELLS = frozenset({"td", "th", "li", "dt"})
_NEWS = re.compile(
    r"/(?:noticias?|news|blog|eventos?|prensa|boletines?|comunicados?)(?:/|\.|$)", re.I
)
_LONE_NUMBER = re.compile(r"^\W{0,2}0?(\d{1,2})\W{0,2}$")
_MONTH = re.compile(
    r"^(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep|oct|nov|dic|\w{0,8} ?\w{2,6}mestre)"
)
_Text = Heading | Link | Block


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a publication stands: from `start` up to `end` of a page's body, or behind a link."""

    visit: Visit
    body: Body
    text: str
    selector: str
    start: int
    end: int
    item: int
    link: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Index:
    """Places by publication, and the visits that number several publications of the law."""

    places: Mapping[str, tuple[Place, ...]]
    lists: tuple[tuple[Visit, int], ...]
    visits: Mapping[str, Visit]


@dataclass(frozen=True, kw_only=True)
class _Title:
    text: str
    selector: str
    position: int
    item: int
    level: int
    keys: tuple[str, ...]
    link: Link | None


def index_of(portal: PortalView) -> Index:
    """The index of a portal; one pass over its pages."""
    places: dict[str, list[Place]] = defaultdict(list)
    lists: list[tuple[Visit, int]] = []
    seen: set[tuple[str, str]] = set()
    for visit, page in portal.pages():
        body = Body(page)
        titles = list(_titles(page)) if is_context(page) else []
        numerals = {key for title in titles for key in title.keys if key.startswith("T")}
        if len(numerals) >= NUMBERED_TITLES:
            lists.append((visit, len(numerals)))
        if kind_of(page) is not PageKind.NOT_FOUND:
            titles += _anywhere(page)
        for key, place in _places(visit, body, titles):
            mark = (key, same_address_key(place.link.url) if place.link else place.visit.url)
            is_new = place.link is None or mark not in seen
            if is_new and len(places[key]) < PLACES_OF_A_PUBLICATION:
                seen.add(mark)
                places[key].append(place)
    return Index(
        places={key: tuple(found) for key, found in places.items()},
        lists=tuple(lists),
        visits={same_address_key(v.final_url or v.url): v for v in reversed(portal.visits)},
    )


def _titles(page: Page) -> list[_Title]:
    """What names things of the law on a page about public information, in its order."""
    texts = sorted(_texts(page), key=lambda text: text.position)[:TITLES_OF_A_PAGE]
    marks = _marks(page, texts)
    explicit = {mark.number for mark in marks if mark and mark.is_explicit}
    leading = {mark.number for mark in marks if mark and not mark.is_explicit}
    is_numbered = len(explicit) >= NUMBERED_TITLES or len(leading) >= LEADING_NUMBERS
    titles = (
        _title(page, text, _keys(text, mark, is_numbered=is_numbered))
        for text, mark in zip(texts, marks, strict=True)
    )
    return [title for title in titles if title.keys]


def _texts(page: Page) -> Iterator[_Text]:
    yield from (h for h in page.headings if h.region in (Region.MAIN, Region.HEADER))
    yield from (link for link in page.links if link.region is not Region.FOOTER)
    yield from (b for b in page.blocks if b.region is Region.MAIN)


def _marks(page: Page, texts: Iterable[_Text]) -> list[Numbered | None]:
    """The numeral of each text; the article is the one that a text before it spoke of."""
    path = path_words(page.url.partition("//")[2].partition("/")[2])
    article = article_of(page.title, article_of(path, DEFAULT_ARTICLE))
    marks = []
    for text in texts:
        words = _words(text)
        own = article_of(words, article)
        if isinstance(text, Heading) or folded(words).startswith(("art", "decreto")):
            article = own if not isinstance(text, Link) else article
        marks.append(
            _cell_number(text, own) or numbered(words, own, at_start=isinstance(text, Block))
        )
    return marks


def _cell_number(text: _Text, article: int) -> Numbered | None:
    """The numeral in a cell of its own, beside the cell that names it."""
    if isinstance(text, Block) and text.tag in ("td", "th") and text.item:
        match = _LONE_NUMBER.match(text.text)
        return Numbered(article, int(match[1]), is_explicit=False) if match else None
    return None


def _words(text: _Text) -> str:
    return text.text or (text.title if isinstance(text, Link) else "")


def _keys(text: _Text, mark: Numbered | None, *, is_numbered: bool) -> tuple[str, ...]:
    """The publications that a text names, by its number or, where nothing is numbered, by words."""
    words = _words(text)
    by_words = named(words, is_anywhere=False)
    known = by_number().get((mark.article, mark.number)) if mark else None
    if mark and (mark.is_explicit or is_numbered or (known and known.id in by_words)):
        return (known.id,) if known else ()
    is_loose = isinstance(text, Block) and not (text.tag in _CELLS and text.item)
    is_context_itself = isinstance(text, Heading) and bool(CONTEXT.search(folded(words)))
    return () if is_numbered or is_loose or is_context_itself else by_words


def _title(page: Page, text: _Text, keys: tuple[str, ...]) -> _Title:
    link = text if isinstance(text, Link) and text.url else None
    if link is not None and same_address_key(link.url) == same_address_key(page.url):
        link = None  # It opens something on this same page.
    return _Title(
        text=_words(text),
        selector=text.selector,
        position=text.position,
        item=text.item,
        level=text.level if isinstance(text, Heading) else 0,
        keys=keys,
        link=link,
    )


def _anywhere(page: Page) -> list[_Title]:
    """What names a publication that may stand on any page; news about it is none."""
    if _NEWS.search(page.url):
        return []
    texts: list[_Text] = [h for h in page.headings if h.region is Region.MAIN]
    texts += [link for link in page.links if link.region is not Region.FOOTER]
    named_by = ((text, named(_words(text), is_anywhere=True)) for text in texts)
    return [_title(page, text, keys) for text, keys in named_by if keys]


def _places(visit: Visit, body: Body, titles: list[_Title]) -> Iterator[tuple[str, Place]]:
    ordered = sorted(titles, key=lambda title: title.position)
    for number, title in enumerate(ordered):
        start, end = title.position, body.end
        if title.link is None:
            end = _end(body, title, ordered[number + 1 :])
        for key in title.keys:
            yield (
                key,
                Place(
                    visit=visit,
                    body=body,
                    text=title.text,
                    selector=title.selector,
                    start=start,
                    end=end,
                    item=title.item,
                    link=title.link,
                ),
            )


def _end(body: Body, title: _Title, later: list[_Title]) -> int:
    """Where the section of a title ends: at the next thing of the same law, or a higher heading."""
    ends = [body.end]
    same_law = title.keys[0][0]
    for other in later:
        is_rival = other.link is None and other.keys != title.keys
        if is_rival and other.keys[0][0] == same_law and other.position > title.position:
            ends.append(other.position)
            break
    if title.level:
        over = (
            h.position
            for h in body.headings
            if h.position > title.position
            and (h.level < title.level or (h.level == title.level and not _is_period(h.text)))
        )
        ends.append(next(over, body.end))
    return min(ends)


def _is_period(text: str) -> bool:
    """Whether a heading only says of when what follows is: "Información, año 2026"."""
    return bool(years_in(text) or _MONTH.search(folded(text))) and len(text) <= PERIOD_LENGTH
