"""Walks a parsed page once, in document order, saying for each node in what part it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

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


class StepKind(Enum):
    """What the walk met."""

    OPEN = auto()
    TEXT = auto()
    CLOSE = auto()


@dataclass(slots=True)
class Place:
    """Where a node stands: its part of the page, its item and the way to it."""

    parent: "Place | None"
    component: str
    region: Region
    is_in_main: bool = False
    item: int = 0
    group: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def selector(self) -> str:
        """A CSS path from the nearest identified element, or the last steps of it."""
        steps: list[str] = []
        place: Place | None = self
        while place is not None and place.component and len(steps) < _SELECTOR_STEPS:
            steps.append(place.component)
            if "#" in place.component:
                break
            place = place.parent
        return " > ".join(reversed(steps))


@dataclass(slots=True)
class Step:
    """One moment of the walk."""

    kind: StepKind
    tag: Tag
    place: Place
    text: str = ""


class Walker:
    """One walk over one page; items and groups are numbered from 1 in document order."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._items = 0
        self._groups = 0

    def walk(self, soup: BeautifulSoup) -> Iterator[Step]:
        """Every visible element and text, without recursion: pages nest thousands deep."""
        top = Place(parent=None, component="", region=Region.MAIN)
        stack: list[tuple[Iterator[object], Tag, Place]] = [(iter(soup.contents), soup, top)]
        while stack:
            children, tag, place = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if tag is not soup:
                    yield Step(StepKind.CLOSE, tag, place)
            elif isinstance(child, Tag):
                inner = self._enter(child, place)
                if inner is not None:
                    yield Step(StepKind.OPEN, child, inner)
                    closed = child.name in _CLOSED_BOXES
                    stack.append((iter(() if closed else child.contents), child, inner))
            elif isinstance(child, NavigableString) and not isinstance(
                child, Comment | PreformattedString
            ):
                yield Step(StepKind.TEXT, tag, place, str(child))

    def _enter(self, tag: Tag, outer: Place) -> Place | None:
        """The place inside a tag, or None for what shows nothing."""
        name = str(tag.name)
        number = outer.counts.get(name, 0) + 1
        outer.counts[name] = number
        if name in _SKIPPED or tag.has_attr("hidden"):
            return None
        identity = str(tag.get("id") or "")
        component = (
            f"{name}#{identity}" if _SIMPLE_ID.match(identity) else f"{name}:nth-of-type({number})"
        )
        place = Place(
            parent=outer,
            component=component,
            region=region_inside(tag, outer, self._census),
            is_in_main=outer.is_in_main or name == "main" or _role(tag) == "main",
            item=outer.item,
            group=outer.group,
        )
        self._number(tag, name, place)
        return place

    def _number(self, tag: Tag, name: str, place: Place) -> None:
        if name in _GROUP_TAGS:
            self._groups += 1
            place.group = self._groups
        if name in _ITEM_TAGS or (name in ("div", "section", "a") and _is_card(tag)):
            self._items += 1
            place.item = self._items
        elif name == "dd":
            place.item = self._items


def region_inside(tag: Tag, outer: Place, census: Census) -> Region:
    """The region of what a tag holds: its element, role and words of class and id decide."""
    if tag.name in ("html", "body"):
        return Region.MAIN
    own = _claimed_region(tag)
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


def _claimed_region(tag: Tag) -> Region | None:
    by_name = {
        "main": Region.MAIN, "nav": Region.NAVIGATION, "header": Region.HEADER,
        "footer": Region.FOOTER, "aside": Region.ASIDE,
    }  # fmt: skip
    by_role = {
        "main": Region.MAIN, "navigation": Region.NAVIGATION, "banner": Region.HEADER,
        "contentinfo": Region.FOOTER, "complementary": Region.ASIDE, "menu": Region.NAVIGATION,
        "menubar": Region.NAVIGATION, "search": Region.HEADER,
    }  # fmt: skip
    name = str(tag.name)
    claimed = by_name.get(name) or by_role.get(_role(tag))
    if claimed is not None:
        return None if _is_inner_header(tag, claimed) else claimed
    if name not in ("div", "section", "ul", "ol", "table", "td", "p"):
        return None
    words = _class_words(tag)
    for names, region in (
        (_NAVIGATION, Region.NAVIGATION),
        (_FOOTER, Region.FOOTER),
        (_HEADER, Region.HEADER),
        (_ASIDE, Region.ASIDE),
    ):
        if words & names:
            return region
    if any(word.startswith("footer-") for word in words):
        return Region.FOOTER
    return Region.HEADER if any(map(_SEARCH_BOX.search, words)) else None


def _is_inner_header(tag: Tag, claimed: Region) -> bool:
    """A header or footer of an article or section belongs to it, not to the page."""
    return claimed in (Region.HEADER, Region.FOOTER) and any(
        parent.name in ("article", "section", "dialog", "details") for parent in tag.parents
    )


def _role(tag: Tag) -> str:
    return str(tag.get("role") or "").strip().lower()


def _class_words(tag: Tag) -> frozenset[str]:
    classes = [str(name).lower() for name in tag.get_attribute_list("class") if name]
    return frozenset([*classes, str(tag.get("id") or "").lower()])


def _is_card(tag: Tag) -> bool:
    return any(_CARD.search(word) for word in _class_words(tag))
