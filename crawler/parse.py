"""HTML text of one page to a Page of plain values."""

import re
from collections.abc import Sequence

from bs4.element import Tag

from crawler.addresses import clean_href, resolve
from crawler.census import Census
from crawler.controls import FORM_PARTS, ControlReader
from crawler.markup import MarkupReader
from crawler.page import Page
from crawler.runs import RunReader, squeeze
from crawler.soup import make_soup, words_of
from crawler.walk import Place, Walker

META_LENGTH = 500
_REFRESH = re.compile(
    r"^\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:[;,]?\s*(?:url\s*=)?\s*['\"]?([^'\"]*))?", re.I
)
_FEED = re.compile(r"application/(?:rss|atom)\+xml")
_POSTBACK = re.compile(r"__doPostBack", re.I)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$", re.I)


def parse_page(html: str, *, url: str, problems: Sequence[str] = ()) -> Page:
    """Read one page; whatever the HTML holds, a Page comes back."""
    soup = make_soup(html)
    census = Census(soup)
    base = _base(census, url)
    reader = _PageReader(base, census)
    Walker(census, reader).walk(soup)
    reader.finish()
    page = _assemble(census, url, base, reader, tuple(problems))
    census.release()
    return page


class _PageReader:
    """Tells all readers of a page what the walk meets."""

    def __init__(self, base: str, census: Census) -> None:
        self.runs = RunReader(base)
        self.controls = ControlReader(base, self.runs, _labels(census))
        self.markup = MarkupReader(base, census)

    def open(self, tag: Tag, place: Place) -> None:
        """The words first: a control asks them what stands before it."""
        self.runs.open(tag, place)
        name = tag.name
        if name in FORM_PARTS:
            self.controls.open(tag, place)
        elif name == "img":
            self.markup.image(tag, place, self.runs.position)
        elif name in ("iframe", "frame"):
            self.markup.frame(tag, place, self.runs.position)

    def text(self, text: str, place: Place) -> None:
        """Text is of the words and of the form around it."""
        self.runs.text(text, place)
        self.controls.text(text, place)

    def close(self, tag: Tag, place: Place) -> None:
        """An element ends for the words and for the form."""
        self.runs.close(tag, place)
        if tag.name in FORM_PARTS:
            self.controls.close(tag, place)

    def finish(self) -> None:
        """Close what the page left open."""
        self.runs.finish()
        self.controls.finish()


def _assemble(
    census: Census,
    url: str,
    base: str,
    reader: _PageReader,
    problems: tuple[str, ...],
) -> Page:
    runs, metas = reader.runs, _metas(census)
    seconds, target = _refresh(metas)
    scripts = census.all("script")
    named = dict(reversed(metas))
    links = tuple(sorted(runs.links, key=lambda link: link.position))
    return Page(
        url=url,
        title=_title(census),
        language=_language(census),
        description=named.get("description", ""),
        canonical=next(iter(_rel_links(census, base, "canonical")), ""),
        base=base,
        refresh_url=resolve(base, target) if target else "",
        refresh_seconds=seconds,
        generator=named.get("generator", ""),
        headings=tuple(runs.headings),
        links=links,
        forms=tuple(reader.controls.forms),
        blocks=tuple(runs.blocks),
        images=runs.images,
        images_without_text=runs.images_without_text,
        frames=_sources(census, base, ("iframe", "frame")),
        feeds=_feeds(census, base),
        alternates=_alternates(census, base),
        scripts=len(scripts),
        script_text_length=sum(len(script.get_text()) for script in scripts),
        visible_text_length=runs.visible,
        metas=metas,
        problems=problems if runs.visible else (*problems, "empty"),
        media=_sources(census, base, ("video", "audio", "source", "embed")),
        postbacks=sum(bool(_POSTBACK.search(link.raw)) for link in links),
        markup=reader.markup.markup(metas, links),
    )


def _title(census: Census) -> str:
    tag = census.first("title")
    return squeeze(tag.get_text(" "))[:META_LENGTH] if tag else ""


def _base(census: Census, url: str) -> str:
    tag = next((tag for tag in census.all("base") if tag.get("href")), None)
    return (resolve(url, str(tag.get("href"))) if tag else "") or url


def _language(census: Census) -> str:
    tag = census.first("html")
    value = clean_href(str(tag.get("lang") or tag.get("xml:lang") or "")) if tag else ""
    value = value.replace("_", "-").lower()
    return value if _LANGUAGE.match(value) else ""


def _labels(census: Census) -> dict[str, str]:
    labels: dict[str, str] = {}
    for tag in census.all("label"):
        if tag.has_attr("for"):
            labels.setdefault(str(tag.get("for")), squeeze(tag.get_text(" ")))
    return labels


def _metas(census: Census) -> tuple[tuple[str, str], ...]:
    found = []
    for tag in census.all("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("http-equiv")
        content = squeeze(str(tag.get("content") or ""))[:META_LENGTH]
        if name and content:
            found.append((str(name).strip().lower()[:100], content))
    return tuple(found)


def _refresh(metas: tuple[tuple[str, str], ...]) -> tuple[float | None, str]:
    for name, content in metas:
        match = _REFRESH.match(content) if name == "refresh" else None
        if match:
            return float(match[1]), clean_href(match[2] or "")
    return None, ""


def _rel_links(census: Census, base: str, rel: str) -> list[str]:
    found = []
    for tag in census.all("link"):
        if rel in words_of(tag, "rel") and (address := resolve(base, str(tag.get("href") or ""))):
            found.append(address)
    return found


def _feeds(census: Census, base: str) -> tuple[str, ...]:
    found = []
    for tag in census.all("link"):
        is_feed = _FEED.search(str(tag.get("type") or ""))
        if is_feed and (address := resolve(base, str(tag.get("href") or ""))):
            found.append(address)
    return tuple(dict.fromkeys(found))


def _alternates(census: Census, base: str) -> tuple[tuple[str, str], ...]:
    found = []
    for tag in census.all("link"):
        language = str(tag.get("hreflang") or "")
        if language and (address := resolve(base, str(tag.get("href") or ""))):
            found.append((language.lower()[:20], address))
    return tuple(dict.fromkeys(found))


def _sources(census: Census, base: str, names: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for tag in census.all(*names):
        address = resolve(base, str(tag.get("src") or tag.get("data-src") or ""))
        if address:
            found.append(address)
    return tuple(dict.fromkeys(found))
