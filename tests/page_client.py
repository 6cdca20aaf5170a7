"""A browser for tests that looks at every page it fetches as a careful reviewer would."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import html5lib
from bs4 import BeautifulSoup
from bs4.element import Tag
from flask import Flask
from werkzeug.test import TestResponse

from uniportal.lite.style import style_hash

CONTROLS = ("input", "select", "textarea")
UNLABELLED = ("hidden", "submit", "button", "image", "reset")
DATA_BLOCKS = ("application/ld+json",)


@dataclass(frozen=True, kw_only=True)
class FetchedPage:
    """An answer that has passed the checks."""

    response: TestResponse
    html: str

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.response.status_code

    @property
    def headers(self) -> Any:
        """The headers of the answer."""
        return self.response.headers

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page as a tree."""
        return BeautifulSoup(self.html, "lxml")

    @cached_property
    def text(self) -> str:
        """The words of the page's main part, one space between them."""
        main = self.soup.find("main")
        return " ".join((main or self.soup).get_text(" ").split())

    def links(self) -> list[str]:
        """Where the links of the page lead."""
        return [str(link["href"]) for link in self.soup.find_all("a", href=True)]


class PageClient:
    """Fetches pages of an application and fails on any that a citizen could not use."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self._client = app.test_client()

    def get(self, url: str, status: int | None = 200, **options: Any) -> FetchedPage:
        """Fetch a page and check it; `status` None takes any."""
        return self._checked(url, self._client.get(url, **options), status)

    def post(self, url: str, status: int | None = 200, **options: Any) -> FetchedPage:
        """Send a form, and check the page that answers it."""
        return self._checked(url, self._client.post(url, **options), status)

    def _checked(self, url: str, response: TestResponse, status: int | None) -> FetchedPage:
        html = response.get_data(as_text=True)
        assert status in (None, response.status_code), f"{url}: {response.status}\n{html[:500]}"
        assert response.mimetype == "text/html", f"{url}: {response.mimetype}"
        page = FetchedPage(response=response, html=html)
        assert (found := faults(page)) == [], f"{url}: {found}"
        return page


def faults(page: FetchedPage) -> list[str]:
    """Everything wrong with a page, in words."""
    soup = page.soup
    return [
        *_parse_faults(page.html),
        *_frame_faults(soup),
        *_inline_faults(soup, page.headers.get("Content-Security-Policy", "")),
        *_label_faults(soup),
        *_markup_faults(soup),
        *_reference_faults(soup),
        *(["sets a cookie"] if "Set-Cookie" in page.headers else []),
    ]


def _parse_faults(html: str) -> list[str]:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    return [f"line {place[0]}: {code} {data}" for place, code, data in parser.errors]


def _frame_faults(soup: BeautifulSoup) -> list[str]:
    root, mains, headings = soup.find("html"), soup.find_all("main"), soup.find_all("h1")
    title = " ".join((soup.title.get_text() if soup.title else "").split())
    heading = " ".join(headings[0].get_text().split()) if headings else ""
    checks = {
        "no language": isinstance(root, Tag) and root.get("lang"),
        "not exactly one main": len(mains) == 1 and mains[0].get("id") == "contenido",
        "not exactly one h1": len(headings) == 1,
        f"title «{title}» does not begin with «{heading}»": heading and title.startswith(heading),
        "first link does not skip to the content": _first_link(soup) == "#contenido",
        "no charset": soup.find("meta", charset=True),
    }
    return [fault for fault, is_right in checks.items() if not is_right]


def _first_link(soup: BeautifulSoup) -> str:
    link = soup.find("a", href=True)
    return str(link["href"]) if isinstance(link, Tag) else ""


def _inline_faults(soup: BeautifulSoup, policy: str) -> list[str]:
    found = [
        f"inline {name} on {tag.name}"
        for tag in soup.find_all(True)
        for name in tag.attrs
        if name == "style" or re.match(r"on[a-z]+$", name)
    ]
    for script in soup.find_all("script"):
        if not script.get("src") and script.get("type") not in DATA_BLOCKS:
            found.append("inline script")
    for style in soup.find_all("style"):
        if f"'{style_hash(style.get_text())}'" not in policy:
            found.append("inline style that the policy does not name")
    return found


def _markup_faults(soup: BeautifulSoup) -> list[str]:
    """Spans that tell a language where no tag can stand: in an attribute or in the title."""
    texts = [str(value) for tag in soup.find_all(True) for value in tag.attrs.values()]
    texts.append(soup.title.get_text() if soup.title else "")
    return [f"markup in «{text}»" for text in texts if "<span lang=" in text]


def _label_faults(soup: BeautifulSoup) -> list[str]:
    labelled = {label["for"] for label in soup.find_all("label", attrs={"for": True})}
    return [
        f"{control.name} «{control.get('name')}» has no label"
        for control in soup.find_all(CONTROLS)
        if control.get("type") not in UNLABELLED
        and control.get("id") not in labelled
        and not control.find_parent("label")
        and not control.get("aria-label")
    ]


def _reference_faults(soup: BeautifulSoup) -> list[str]:
    ids = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
    repeated = [f"id «{name}» is used {count} times" for name, count in ids.items() if count > 1]
    pointed = {str(link["href"])[1:] for link in soup.find_all("a", href=re.compile(r"^#."))} | {
        name
        for attribute in ("aria-describedby", "aria-labelledby", "aria-controls")
        for tag in soup.find_all(True, attrs={attribute: True})
        for name in str(tag[attribute]).split()
    }
    missing = [f"nothing has the id «{name}»" for name in sorted(pointed - set(ids))]
    pictures = [f"picture without alt: {tag}" for tag in soup.find_all("img", alt=False)]
    return [*repeated, *missing, *pictures]
