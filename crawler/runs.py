"""Gathers the words of a page: runs of text, headings, and links with their text."""

import re
from dataclasses import dataclass, field

from bs4.element import Tag

from crawler.addresses import resolve
from crawler.page import Block, Heading, Link
from crawler.walk import Place

TEXT_LENGTH = 4000
LINK_TEXT_LENGTH = 300
HEADING_LENGTH = 400
BOLD_HEADING_LENGTH = 120
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center",
        "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "iframe", "label", "legend",
        "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_LIKE_HEADINGS = frozenset({"summary", "dt", "legend", "caption"})
_BOLD = frozenset({"b", "strong"})
_WITHIN_HEADINGS = frozenset({"br", "div"})
_LINKS = frozenset({"a", "area", "button"})
_TELLING = _BLOCKS | _HEADINGS.keys() | _LIKE_HEADINGS | _BOLD | {"img"}
_SILENT_SCRIPT = re.compile(
    r"^\s*(?:javascript:)?\s*(?:return\s+false|void\(?\s*0?\s*\)?|alert\s*\(.*)?;*\s*$", re.I | re.S
)
_NAVIGATING_SCRIPT = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*['\"]([^'\"]+)['\"]"
)
_LEADING = frozenset({"href", "onclick", "class", "role"})
_SCRIPTED = ("data-toggle", "data-bs-toggle", "ng-click", "@click", "v-on:click", "wire:click")
_TARGETS = ("data-url", "data-href", "data-link")


def squeeze(text: str) -> str:
    """The text with every run of blanks as one space."""
    return " ".join(text.replace("\u200b", "").split())


@dataclass(slots=True)
class _OpenLink:
    tag: Tag
    place: Place
    position: int
    run: int
    url: str
    raw: str
    has_script: bool
    texts: list[str] = field(default_factory=list)
    fallback: str = ""


class RunReader:
    """Told what one walk meets; its lists are complete after `finish`."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.position = 0
        self.headings: list[Heading] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images = 0
        self.images_without_text = 0
        self.visible = 0
        self._texts: list[str] = []
        self._run = 0
        self._plain = False
        self._heading_tag: Tag | None = None
        self._bold = 0
        self._open_links: list[_OpenLink] = []
        self._place: Place | None = None
        self._tag = ""

    @property
    def last_text(self) -> str:
        """The words just before this point: what labels a control without a label."""
        pending = squeeze("".join(self._texts))
        if pending:
            return pending[-200:]
        return self.blocks[-1].text[-200:] if self.blocks else ""

    @property
    def heading(self) -> str:
        """The heading this point stands under."""
        return self.headings[-1].text if self.headings else ""

    def next_position(self) -> int:
        """One more place in the document order."""
        self.position += 1
        return self.position

    def finish(self) -> None:
        """Close what the page left open."""
        self._flush()

    def text(self, text: str, place: Place) -> None:
        """Take a piece of text."""
        if text.isspace() or not text:
            if self._texts:
                self._texts.append(" ")
            return
        if not self._texts:
            self._run = self._run or self.next_position()
            self._place = place
        self._texts.append(text)
        self._plain = self._plain or self._bold == 0
        for link in self._open_links:
            link.texts.append(text)

    def open(self, tag: Tag, place: Place) -> None:
        """Take the beginning of an element."""
        name = tag.name
        if name in _TELLING:
            self._tell(tag, name)
        if name in _LINKS or "onclick" in tag.attrs:
            self._open_link(tag, place)

    def _tell(self, tag: Tag, name: str) -> None:
        if name in _BLOCKS and not (self._heading_tag and name in _WITHIN_HEADINGS):
            self._flush()
            self._tag = name if name not in ("br", "label") else self._tag
        elif self._texts and name in _WITHIN_HEADINGS:
            self._texts.append(" ")
        if name in _HEADINGS or name in _LIKE_HEADINGS:
            self._flush()
            self._heading_tag = self._heading_tag or tag
        if name in _BOLD:
            self._bold += 1
        if name == "img":
            self._image(tag)

    def close(self, tag: Tag, _: Place) -> None:
        """Take the end of an element."""
        name = tag.name
        if name in _BOLD:
            self._bold -= 1
        if self._open_links and self._open_links[-1].tag is tag:
            self._close_link(self._open_links.pop())
        if name not in _TELLING:
            return
        if name in _BLOCKS and not (self._heading_tag and name in _WITHIN_HEADINGS):
            self._flush()
            self._tag = tag.parent.name if tag.parent else ""
        elif self._texts and name in _WITHIN_HEADINGS:
            self._texts.append(" ")
        if self._heading_tag is tag:
            self._flush()
            self._heading_tag = None

    def _image(self, tag: Tag) -> None:
        self.images += 1
        if not tag.has_attr("alt"):
            self.images_without_text += 1
        alt = squeeze(str(tag.get("alt") or ""))
        for link in self._open_links:
            link.fallback = link.fallback or alt

    def _open_link(self, tag: Tag, place: Place) -> None:
        attributes = tag.attrs
        if tag.name == "a" and attributes.keys().isdisjoint(_LEADING):
            return
        raw = str(attributes.get("href") or "")
        script = str(attributes.get("onclick") or "")
        if raw.lower().lstrip().startswith("javascript:"):
            script = script or raw
        targets = [raw, *(str(attributes[name]) for name in _TARGETS if name in attributes)]
        if match := _NAVIGATING_SCRIPT.search(script):
            targets.append(match[1])
        self._open_links.append(
            _OpenLink(
                tag=tag,
                place=place,
                position=self.next_position(),
                run=self._run or self.position + 1,
                url=next(filter(None, (resolve(self.base, target) for target in targets)), ""),
                raw=raw,
                has_script=not _SILENT_SCRIPT.match(script)
                or not attributes.keys().isdisjoint(_SCRIPTED),
                fallback=squeeze(str(tag.get("aria-label") or tag.get("alt") or "")),
            )
        )

    def _close_link(self, link: _OpenLink) -> None:
        title = squeeze(str(link.tag.get("title") or ""))
        text = squeeze(" ".join(link.texts)) or link.fallback or title
        self.links.append(
            Link(
                url=link.url,
                raw=link.raw[:500],
                text=text[:LINK_TEXT_LENGTH],
                title=title[:LINK_TEXT_LENGTH],
                region=link.place.region,
                selector=link.place.selector(),
                position=link.position,
                item=link.place.item,
                run=link.run,
                until=self.position,
                is_button=link.tag.name == "button",
                has_script=link.has_script,
            )
        )

    def _flush(self) -> None:
        if not self._texts:
            return
        text = squeeze("".join(self._texts))
        place, run = self._place, self._run
        is_bold = not self._plain
        self._texts, self._run, self._plain, self._place = [], 0, False, None
        if not text or place is None:
            return
        self.visible += len(text)
        level = self._level(text, is_bold)
        if level:
            self.headings.append(
                Heading(
                    level=level,
                    text=text[:HEADING_LENGTH],
                    region=place.region,
                    selector=place.selector(),
                    position=run,
                    item=place.item,
                )
            )
            return
        self.blocks.append(
            Block(
                text=text[:TEXT_LENGTH],
                region=place.region,
                selector=place.selector(),
                position=run,
                tag=self._tag,
                item=place.item,
                group=place.group,
            )
        )

    def _level(self, text: str, is_bold: bool) -> int:
        if self._heading_tag is not None:
            return _HEADINGS.get(str(self._heading_tag.name), 7)
        return 7 if is_bold and len(text) <= BOLD_HEADING_LENGTH else 0
