"""HTML text of one page to a Page of plain values."""

import re
from collections.abc import Sequence

from crawler.addresses import clean_href, resolve
from crawler.census import Census
from crawler.controls import ControlReader
from crawler.markup import MarkupReader
from crawler.page import Page
from crawler.runs import RunReader, squeeze
from crawler.soup import make_soup
from crawler.walk import Step, StepKind, Walker

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
    runs = RunReader(base)
    controls = ControlReader(base, runs, _labels(census))
    markup = MarkupReader(base, census)
    for step in Walker(census).walk(soup):
        runs.read(step)
        controls.read(step)
        if step.kind is StepKind.OPEN:
            _read_markup(markup, step, runs.position)
    runs.finish()
    controls.finish()
    page = _assemble(census, url, base, runs, controls, markup, tuple(problems))
    soup.decompose()
    return page


def _read_markup(markup: MarkupReader, step: Step, position: int) -> None:
    name = step.tag.name
    if name == "img":
        markup.image(step, position)
    elif name in ("iframe", "frame"):
        markup.frame(step, position)


def _assemble(
    census: Census,
    url: str,
    base: str,
    runs: RunReader,
    controls: ControlReader,
    markup: MarkupReader,
    problems: tuple[str, ...],
) -> Page:
    metas = _metas(census)
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
        forms=tuple(controls.forms),
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
        markup=markup.markup(metas, links),
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
        rels = [str(r).lower() for r in tag.get_attribute_list("rel")]
        if rel in rels and (address := resolve(base, str(tag.get("href") or ""))):
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
