"""Reads what a page's markup says beside its words: pictures, frames, loads, colours, dates."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bs4.element import Tag

from crawler.addresses import resolve
from crawler.census import Census
from crawler.page import Colours, Frame, HiddenLink, Image, Link, Markup, Resource
from crawler.soup import words_of
from crawler.walk import Place

ENTRIES = 300
HIDDEN_LINKS = 60
JSON_LD_BLOCKS = 8
JSON_LD_LENGTH = 20_000
WORDS_LENGTH = 200
STRINGS = 20
STYLE_LENGTH = 500
_VALUE_LENGTH = 60
_STEPS_UP = 6
_DATED_METAS = frozenset(
    {
        "article:published_time", "article:modified_time", "og:updated_time", "date", "dc.date",
        "dc.date.modified", "dc.date.issued", "dcterms.date", "dcterms.modified", "last-modified",
        "datepublished", "datemodified",
    }
)  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|opacity\s*:\s*0(?![.\d])",
    re.I,
)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]{2,60})", re.I)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]{2,60})", re.I)
_PAST_MENU = re.compile(r"salt(?:ar|e)|ir al contenido|skip|pular|vai al contenuto", re.I)
_LANDMARKS = {
    "main": "main", "navigation": "nav", "banner": "header", "contentinfo": "footer",
}  # fmt: skip


class MarkupReader:
    """Told of the pictures and frames that the walk meets; the rest it takes from the census."""

    def __init__(self, base: str, census: Census) -> None:
        self._base = base
        self._census = census
        self._images: list[Image] = []
        self._frames: list[Frame] = []

    def image(self, tag: Tag, place: Place, position: int) -> None:
        """Take in a picture."""
        if len(self._images) < ENTRIES:
            alt = tag.get("alt")
            self._images.append(
                Image(
                    url=resolve(self._base, str(tag.get("src") or tag.get("data-src") or "")),
                    alt=None if alt is None else str(alt).strip()[:WORDS_LENGTH],
                    selector=place.selector(),
                    position=position,
                )
            )

    def frame(self, tag: Tag, place: Place, position: int) -> None:
        """Take in a page within the page."""
        if len(self._frames) < ENTRIES:
            self._frames.append(
                Frame(
                    url=resolve(self._base, str(tag.get("src") or tag.get("data-src") or "")),
                    title=_words(str(tag.get("title") or tag.get("aria-label") or "")),
                    selector=place.selector(),
                    position=position,
                )
            )

    def markup(self, metas: Iterable[tuple[str, str]], links: Iterable[Link]) -> Markup:
        """Everything, once the walk is over."""
        return Markup(
            images=tuple(self._images),
            frames=tuple(self._frames),
            resources=tuple(islice(self._resources(), ENTRIES)),
            colours=tuple(islice(_colours(self._census.styled), ENTRIES)),
            hidden_links=tuple(islice(self._hidden_links(), HIDDEN_LINKS)),
            landmarks=tuple(dict.fromkeys([*self._landmarks(), *_skips(links)])),
            dates=tuple(islice(self._dates(metas), ENTRIES)),
            json_ld=tuple(islice(self._json_ld(), JSON_LD_BLOCKS)),
        )

    def _resources(self) -> Iterable[Resource]:
        found = (
            Resource(kind=kind, url=url)
            for kind, raw in self._loads()
            if (url := resolve(self._base, raw))
        )
        return dict.fromkeys(islice(found, 2 * ENTRIES))

    def _loads(self) -> Iterator[tuple[str, str]]:
        for tag in self._census.all("script"):
            yield "script", str(tag.get("src") or "")
        for tag in self._census.all("link"):
            if "stylesheet" in words_of(tag, "rel"):
                yield "style", str(tag.get("href") or "")
        for tag in self._census.all("iframe", "frame"):
            yield "frame", str(tag.get("src") or "")
        for tag in self._census.all("video", "audio", "source", "embed"):
            yield "media", str(tag.get("src") or "")
        for tag in self._census.all("img"):
            yield "image", str(tag.get("src") or "")

    def _hidden_links(self) -> Iterator[HiddenLink]:
        done: set[int] = set()
        for holder in (*self._census.hidden, *self._census.styled):
            if not holder.has_attr("hidden") and not _HIDING.search(_style(holder)):
                continue
            if done.isdisjoint(map(id, holder.parents)):
                done.add(id(holder))
                yield from self._links_within(holder)

    def _links_within(self, holder: Tag) -> Iterator[HiddenLink]:
        own = [holder] if holder.name == "a" else []
        for tag in (*own, *holder.find_all("a", href=True, limit=HIDDEN_LINKS)):
            url = resolve(self._base, str(tag.get("href") or ""))
            if url:
                yield HiddenLink(url=url, text=_said(tag), selector=_way_to(tag))

    def _landmarks(self) -> Iterator[str]:
        for name in ("main", "nav", "header", "footer"):
            if self._census.first(name) is not None:
                yield name
        for role in self._census.roles:
            if role in _LANDMARKS:
                yield _LANDMARKS[role]

    def _dates(self, metas: Iterable[tuple[str, str]]) -> Iterator[str]:
        for name, content in metas:
            if name in _DATED_METAS:
                yield content[:_VALUE_LENGTH]
        for tag in self._census.all("time"):
            value = str(tag.get("datetime") or "").strip() or _said(tag)
            if value:
                yield value[:_VALUE_LENGTH]

    def _json_ld(self) -> Iterator[str]:
        for tag in self._census.all("script"):
            if str(tag.get("type") or "").strip().lower() == "application/ld+json":
                text = tag.get_text()
                if text.strip() and len(text) <= JSON_LD_LENGTH:
                    yield text


def _colours(tags: Iterable[Tag]) -> Iterator[Colours]:
    for tag in tags:
        style = _style(tag)
        front, back = _COLOUR.search(style), _BACKGROUND.search(style)
        if front and back:
            words = _said(tag)
            if words:
                yield Colours(
                    foreground=front[1].strip().lower(),
                    background=back[1].strip().lower(),
                    text=words,
                    selector=_way_to(tag),
                )


def _skips(links: Iterable[Link]) -> list[str]:
    leads = any(link.raw.startswith("#") and _PAST_MENU.match(link.text) for link in links)
    return ["skip"] if leads else []


def _way_to(tag: Tag) -> str:
    """The names of the elements that lead to a tag, from the nearest with an id."""
    steps: list[str] = []
    for holder in (tag, *islice(tag.parents, _STEPS_UP)):
        identity = str(holder.get("id") or "") if holder.parent is not None else ""
        is_plain = re.fullmatch(r"[A-Za-z][\w-]{0,60}", identity) is not None
        steps.append(f"{holder.name}#{identity}" if is_plain else str(holder.name))
        if is_plain or holder.name == "body":
            break
    return " > ".join(reversed([step for step in steps if not step.startswith("[")]))


def _style(tag: Tag) -> str:
    return str(tag.get("style") or "")[:STYLE_LENGTH]


def _said(tag: Tag) -> str:
    """The first words within a tag; a tag may hold a whole page."""
    return _words(" ".join(islice(tag.stripped_strings, STRINGS)))


def _words(text: str) -> str:
    return " ".join(text[: 10 * WORDS_LENGTH].split())[:WORDS_LENGTH]
