"""Walks a parsed page once, in document order, telling for each node in what part it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from crawler.census import Census
from crawler.page import Region

_SKIPPED = frozenset({"script", "style", "template", "noscript", "svg", "title", "math", "object"})
# Their words are choices or a value, not words of the page.
_CLOSED_BOXES = frozenset({"select", "textarea", "datalist"})
_ITEM_TAGS = frozenset({"li", "tr", "article", "details", "dt"})
_GROUP_TAGS = frozenset({"ul", "ol", "table", "dl", "menu"})
_CARD = re.compile(
    r"(?:^|[-_])(?:card|item|tile|panel|box|accordion|feature|hotel|service|servicio|tramite)"
    r"(?:$|[-_]?(?:item|box|body|panel|single|wrap|inner)?$)"
)
_NAVIGATION = frozenset(
    {
        "nav", "navbar", "menu", "mainmenu", "main-menu", "navigation", "breadcrumb", "breadcrumbs",
        "topbar", "top-bar", "dropdown-menu", "sub-menu", "submenu", "mega-menu", "navbar-nav",
        "offcanvas", "mobile-menu", "nav-menu", "menu-principal", "sidenav", "migas",
    }
)  # fmt: skip
_FOOTER = frozenset({"footer", "site-footer", "main-footer", "pie", "pie-pagina", "footer-top",
                     "footer-bottom", "footer-area", "it-footer"})  # fmt: skip
_HEADER = frozenset({"header", "site-header", "main-header", "cabecera", "encabezado", "banner"})
_ASIDE = frozenset({"sidebar", "aside", "cookie-banner", "cookiebar", "cookie-consent", "cookie"})
_SEARCH_BOX = re.compile(r"search-?_?modal|modal-?_?search|search-?overlay|buscador-?modal")
_SIMPLE_ID = re.compile(r"^[A-Za-z][\w-]{0,60}$")
_SELECTOR_STEPS = 10
_CARD_TAGS = frozenset({"div", "section", "a"})
_NUMBERED = _GROUP_TAGS | _ITEM_TAGS | _CARD_TAGS | {"dd"}
_NAMED_BY_CLASS = frozenset({"div", "section", "ul", "ol", "table", "td", "p"})
_BY_NAME = {
    "main": Region.MAIN, "nav": Region.NAVIGATION, "header": Region.HEADER,
    "footer": Region.FOOTER, "aside": Region.ASIDE,
}  # fmt: skip
_BY_ROLE = {
    "main": Region.MAIN, "navigation": Region.NAVIGATION, "banner": Region.HEADER,
    "contentinfo": Region.FOOTER, "complementary": Region.ASIDE, "menu": Region.NAVIGATION,
    "menubar": Region.NAVIGATION, "search": Region.HEADER,
}  # fmt: skip
_REGIONAL = _NAMED_BY_CLASS | _BY_NAME.keys()
_BY_WORDS = (
    (_NAVIGATION, Region.NAVIGATION),
    (_FOOTER, Region.FOOTER),
    (_HEADER, Region.HEADER),
    (_ASIDE, Region.ASIDE),
)
_BY_RANK = (*(region for _, region in _BY_WORDS), Region.FOOTER, Region.HEADER, None)
# Pages of one portal name their parts alike: what a name means is worked out once.
NAMES = 2_048
NAMES_LENGTH = 500


@dataclass(slots=True)
class Place:
    """Where a node stands: its part of the page, its item and the way to it."""

    parent: "Place | None"
    name: str
    number: int
    identity: str
    region: Region
    is_in_main: bool = False
    item: int = 0
    group: int = 0
    counts: dict[str, int] | None = None
    component: str = ""
    way: tuple[str, ...] = ()

    def selector(self) -> str:
        """A CSS path from the nearest identified element, or the last steps of it."""
        if not self.way:
            self._find_way()
        return " > ".join(self.way)

    def _find_way(self) -> None:
        """The way here of this place and of those above it that nobody asked for yet."""
        unknown: list[Place] = []
        place: Place | None = self
        while place is not None and place.name and not place.way:
            unknown.append(place)
            place = None if "#" in place.step() else place.parent
        way = place.way if place is not None else ()
        for below in reversed(unknown):
            below.way = way = (*way, below.component)[-_SELECTOR_STEPS:]

    def step(self) -> str:
        """The element alone: by its id where that is plain, else by its number."""
        if not self.component:
            is_named = self.identity and _SIMPLE_ID.match(self.identity)
            mark = f"#{self.identity}" if is_named else f":nth-of-type({self.number})"
            self.component = f"{self.name}{mark}"
        return self.component

    def number_of(self, name: str) -> int:
        """Which child of this name comes next, from 1."""
        if self.counts is None:
            self.counts = {}
        self.counts[name] = number = self.counts.get(name, 0) + 1
        return number


class Reader(Protocol):
    """Who is told what the walk meets."""

    def open(self, tag: Tag, place: Place) -> None:
        """A visible element begins; `place` is the place inside it."""
        ...

    def text(self, text: str, place: Place) -> None:
        """A piece of text, blank or not."""
        ...

    def close(self, tag: Tag, place: Place) -> None:
        """The element ends."""
        ...


class Walker:
    """One walk over one page; items and groups are numbered from 1 in document order."""

    def __init__(self, census: Census, reader: Reader) -> None:
        self._census = census
        self._reader = reader
        self._items = 0
        self._groups = 0

    def walk(self, soup: BeautifulSoup) -> None:
        """Tell of every visible element and text, without recursion: pages nest thousands deep."""
        reader = self._reader
        top = Place(parent=None, name="", number=1, identity="", region=Region.MAIN)
        stack: list[tuple[Iterator[object], Tag, Place]] = [(iter(soup.contents), soup, top)]
        while stack:
            children, tag, place = stack[-1]
            for child in children:
                if isinstance(child, Tag):
                    inner = self._enter(child, place)
                    if inner is None:
                        continue
                    reader.open(child, inner)
                    if child.contents and child.name not in _CLOSED_BOXES:
                        stack.append((iter(child.contents), child, inner))
                        break
                    reader.close(child, inner)
                elif type(child) is NavigableString:
                    reader.text(child, place)
            else:
                stack.pop()
                if tag is not soup:
                    reader.close(tag, place)

    def _enter(self, tag: Tag, outer: Place) -> Place | None:
        """The place inside a tag, or None for what shows nothing."""
        name, attributes = tag.name, tag.attrs
        number = outer.number_of(name)
        if name in _SKIPPED or "hidden" in attributes:
            return None
        role = _role(tag) if attributes else ""
        place = Place(
            parent=outer,
            name=name,
            number=number,
            identity=str(attributes.get("id") or "") if attributes else "",
            region=(
                region_inside(tag, role, outer, self._census)
                if role or name in _REGIONAL
                else outer.region
            ),
            is_in_main=outer.is_in_main or name == "main" or role == "main",
            item=outer.item,
            group=outer.group,
        )
        if name in _NUMBERED:
            self._number(tag, name, place)
        return place

    def _number(self, tag: Tag, name: str, place: Place) -> None:
        if name in _GROUP_TAGS:
            self._groups += 1
            place.group = self._groups
        if name in _ITEM_TAGS or (name in _CARD_TAGS and _is_card(tag)):
            self._items += 1
            place.item = self._items
        elif name == "dd":
            place.item = self._items


def region_inside(tag: Tag, role: str, outer: Place, census: Census) -> Region:
    """The region of what a tag holds: its element, role and words of class and id decide."""
    own = _claimed_region(tag, role)
    if own is None or own is outer.region:
        return outer.region
    if own is Region.MAIN:
        return own
    if outer.region is not Region.MAIN:
        # A menu within the header stays furniture; a main inside furniture was handled above.
        return own if own is Region.NAVIGATION else outer.region
    if outer.is_in_main and own is Region.HEADER:
        return outer.region
    if census.holds_main(tag) or (census.holds_title(tag) and own is not Region.HEADER):
        return outer.region
    return own


def _claimed_region(tag: Tag, role: str) -> Region | None:
    name = tag.name
    if name in ("html", "body"):
        return None
    claimed = _BY_NAME.get(name) or (_BY_ROLE.get(role) if role else None)
    if claimed is not None:
        return None if _is_inner_header(tag, claimed) else claimed
    if name not in _NAMED_BY_CLASS:
        return None
    return _BY_RANK[min(_rank(names) for names in _names(tag))]


@lru_cache(maxsize=NAMES)
def _rank(names: str) -> int:
    """Which of `_BY_RANK` the words of a class or an id claim; the first one wins."""
    words = names.split()
    for rank, (known, _) in enumerate(_BY_WORDS):
        if not known.isdisjoint(words):
            return rank
    if any(word.startswith("footer-") for word in words):
        return len(_BY_WORDS)
    return len(_BY_WORDS) + (1 if any(map(_SEARCH_BOX.search, words)) else 2)


def _is_inner_header(tag: Tag, claimed: Region) -> bool:
    """A header or footer of an article or section belongs to it, not to the page."""
    return claimed in (Region.HEADER, Region.FOOTER) and any(
        parent.name in ("article", "section", "dialog", "details") for parent in tag.parents
    )


def _role(tag: Tag) -> str:
    return str(tag.attrs.get("role") or "").strip().lower()


def _names(tag: Tag) -> tuple[str, str]:
    attributes = tag.attrs
    return (
        str(attributes.get("class") or "")[:NAMES_LENGTH].lower(),
        str(attributes.get("id") or "")[:NAMES_LENGTH].lower(),
    )


def _is_card(tag: Tag) -> bool:
    return bool(tag.attrs) and any(map(_names_card, _names(tag)))


@lru_cache(maxsize=NAMES)
def _names_card(names: str) -> bool:
    return any(map(_CARD.search, names.split()))
