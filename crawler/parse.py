"""HTML text of one page to a Page of plain values."""

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup

from crawler.addresses import clean_href, resolve
from crawler.controls import ControlReader
from crawler.page import Page
from crawler.runs import RunReader, squeeze
from crawler.soup import make_soup
from crawler.walk import Walker

META_LENGTH = 500
_REFRESH = re.compile(
    r"^\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:[;,]?\s*(?:url\s*=)?\s*['\"]?([^'\"]*))?", re.I
)
_POSTBACK = re.compile(r"__doPostBack", re.I)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$", re.I)


def parse_page(html: str, *, url: str, problems: Sequence[str] = ()) -> Page:
    """Read one page; whatever the HTML holds, a Page comes back."""
    soup = make_soup(html)
    base = _base(soup, url)
    runs = RunReader(base)
    controls = ControlReader(base, runs, _labels(soup))
    for step in Walker().walk(soup):
        runs.read(step)
        controls.read(step)
    runs.finish()
    controls.finish()
    page = _assemble(soup, url, base, runs, controls, tuple(problems))
    soup.decompose()
    return page


def _assemble(
    soup: BeautifulSoup,
    url: str,
    base: str,
    runs: RunReader,
    controls: ControlReader,
    problems: tuple[str, ...],
) -> Page:
    metas = _metas(soup)
    seconds, target = _refresh(metas)
    scripts = soup.find_all("script")
    named = dict(reversed(metas))
    return Page(
        url=url,
        title=_title(soup),
        language=_language(soup),
        description=named.get("description", ""),
        canonical=next(iter(_rel_links(soup, base, "canonical")), ""),
        base=base,
        refresh_url=resolve(base, target) if target else "",
        refresh_seconds=seconds,
        generator=named.get("generator", ""),
        headings=tuple(runs.headings),
        links=tuple(sorted(runs.links, key=lambda link: link.position)),
        forms=tuple(controls.forms),
        blocks=tuple(runs.blocks),
        images=runs.images,
        images_without_text=runs.images_without_text,
        frames=_sources(soup, base, ("iframe", "frame")),
        feeds=_feeds(soup, base),
        alternates=_alternates(soup, base),
        scripts=len(scripts),
        script_text_length=sum(len(script.get_text()) for script in scripts),
        visible_text_length=runs.visible,
        metas=metas,
        problems=problems if runs.visible else (*problems, "empty"),
        media=_sources(soup, base, ("video", "audio", "source", "embed")),
        postbacks=sum(bool(_POSTBACK.search(link.raw)) for link in runs.links),
    )


def _title(soup: BeautifulSoup) -> str:
    return squeeze(soup.title.get_text(" "))[:META_LENGTH] if soup.title else ""


def _base(soup: BeautifulSoup, url: str) -> str:
    tag = soup.find("base", href=True)
    return (resolve(url, str(tag.get("href"))) if tag else "") or url


def _language(soup: BeautifulSoup) -> str:
    tag = soup.find("html")
    value = clean_href(str(tag.get("lang") or tag.get("xml:lang") or "")) if tag else ""
    value = value.replace("_", "-").lower()
    return value if _LANGUAGE.match(value) else ""


def _labels(soup: BeautifulSoup) -> dict[str, str]:
    labels: dict[str, str] = {}
    for tag in soup.find_all("label", attrs={"for": True}):
        labels.setdefault(str(tag.get("for")), squeeze(tag.get_text(" ")))
    return labels


def _metas(soup: BeautifulSoup) -> tuple[tuple[str, str], ...]:
    found = []
    for tag in soup.find_all("meta"):
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


def _rel_links(soup: BeautifulSoup, base: str, rel: str) -> list[str]:
    found = []
    for tag in soup.find_all("link", href=True):
        rels = [str(r).lower() for r in tag.get_attribute_list("rel")]
        address = resolve(base, str(tag.get("href")))
        if rel in rels and address:
            found.append(address)
    return found


def _feeds(soup: BeautifulSoup, base: str) -> tuple[str, ...]:
    found = []
    for tag in soup.find_all("link", href=True, type=re.compile(r"application/(?:rss|atom)\+xml")):
        address = resolve(base, str(tag.get("href")))
        if address:
            found.append(address)
    return tuple(dict.fromkeys(found))


def _alternates(soup: BeautifulSoup, base: str) -> tuple[tuple[str, str], ...]:
    found = []
    for tag in soup.find_all("link", href=True, hreflang=True):
        address = resolve(base, str(tag.get("href")))
        if address:
            found.append((str(tag.get("hreflang")).lower()[:20], address))
    return tuple(dict.fromkeys(found))


def _sources(soup: BeautifulSoup, base: str, names: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for tag in soup.find_all(list(names)):
        address = resolve(base, str(tag.get("src") or tag.get("data-src") or ""))
        if address:
            found.append(address)
    return tuple(dict.fromkeys(found))
