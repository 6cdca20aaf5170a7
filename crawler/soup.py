"""HTML text to a BeautifulSoup tree that loses nothing a browser would show.

lxml alone drops what follows `</html>`, everything beyond 256 nested elements, and ends a form
where another begins; all three are mended here, so that every reader of the tree sees the page.
"""

import re
import warnings
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import NavigableString, PageElement, Tag
from lxml import etree

_CLOSERS = re.compile(r"</\s*(?:body|html)\s*>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Blanks beside these part no words; every blank dropped is a node less to build and to walk.
_BLOCKS = frozenset(
    {
        "article", "aside", "body", "br", "center", "dd", "div", "dl", "dt", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "li", "link",
        "main", "meta", "nav", "noscript", "ol", "option", "p", "script", "section", "select",
        "style", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>", re.I)
_OPENERS = re.compile(r"<!--|<(?:script|style)\b|</?form\b[^>]{0,2000}>", re.I)
_ENDS = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"</script\s{0,20}>", re.I),
    "<style": re.compile(r"</style\s{0,20}>", re.I),
}


class _PatientBuilder(LXMLTreeBuilder):
    """The lxml builder without its limit on depth and size."""

    def parser_for(self, encoding: str | None) -> etree.HTMLParser:
        """A parser of huge trees; the crawler's own caps bound what reaches it."""
        return etree.HTMLParser(target=self, recover=True, encoding=encoding, huge_tree=True)

    def set_up_substitutions(self, tag: Tag) -> bool:
        """Nothing is written out again, so no declared charset is put in place of another."""
        return False

    def start(
        self, tag: str | bytes, attrib: dict[Any, Any], nsmap: dict[str, str] | None = None
    ) -> None:
        """An element begins. HTML has no namespaces: the bookkeeping of them is left out."""
        assert self.soup is not None
        self.soup.handle_starttag(str(tag), None, None, dict(attrib))

    def end(self, tag: str | bytes) -> None:
        """An element ends."""
        assert self.soup is not None
        self.soup.handle_endtag(str(tag))


class _LeanTag(Tag):
    """A node of a tree that is only read: what is alike for all of them is told once."""

    parser_class = None
    namespace = prefix = sourceline = sourcepos = None
    hidden = known_xml = can_be_empty_element = False
    cdata_list_attributes = preserve_whitespace_tags = None
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES

    def __init__(
        self, name: str, attrs: dict[str, Any], parent: Tag, previous: PageElement | None
    ) -> None:
        """A node at the end of its parent, after the node that was read before it."""
        self.name = name
        self.attrs = attrs
        self.contents: list[PageElement] = []
        _join(self, parent, previous)


class _LeanSoup(BeautifulSoup):
    """The same tree without what only a writer of HTML needs: comments, and blanks as written.

    lxml tells the end of each element it began, so the way up need not be searched.
    """

    _is_after_block = True

    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: Any,
        sourceline: int | None = None,
        sourcepos: int | None = None,
        namespaces: dict[str, str] | None = None,
    ) -> Tag:
        """An element begins and becomes a node under the one that is open."""
        is_block = name in _BLOCKS
        if self.current_data:
            self._end_text(is_block)
        around = self.currentTag
        assert around is not None
        tag = _LeanTag(name, attrs, around, self._most_recent_element)
        self._most_recent_element = self.currentTag = tag
        self.tagStack.append(tag)
        self._is_after_block = is_block
        return tag

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """The element that is open ends."""
        is_block = name in _BLOCKS
        if self.current_data:
            self._end_text(is_block)
        self._is_after_block = is_block
        if len(self.tagStack) > 1 and self.tagStack[-1].name == name:
            self.tagStack.pop()
            self.currentTag = self.tagStack[-1]

    def endData(self, containerClass: type[NavigableString] | None = None) -> None:
        """A run of text ends at something that shows nothing; comments are not kept."""
        if containerClass is not None:
            self.current_data = []
        elif self.current_data:
            self._end_text(is_before_block=False)

    def _end_text(self, is_before_block: bool) -> None:
        """A run of text becomes a node; blanks beside a block do not."""
        text = "".join(self.current_data)
        self.current_data = []
        around = self.currentTag
        if text.isspace():
            if is_before_block or self._is_after_block:
                return
            text = " "
        if around is not None:
            node = NavigableString(text)
            _join(node, around, self._most_recent_element)
            self._most_recent_element = node


def _join(node: PageElement, parent: Tag, previous: PageElement | None) -> None:
    """Put a node last under its parent and behind the node that was read before it."""
    siblings = parent.contents
    node.parent = parent
    node.previous_element = previous
    node.next_element = node.next_sibling = None
    if previous is not None:
        previous.next_element = node
    if siblings:
        node.previous_sibling = last = siblings[-1]
        last.next_sibling = node
    else:
        node.previous_sibling = None
    siblings.append(node)


def make_soup(html: str) -> BeautifulSoup:
    """Parse HTML; an empty or broken text gives an empty tree, never an error."""
    cleaned = _DECLARATION.sub("", _CONTROL.sub("", html).lstrip("\ufeff"))
    cleaned = _drop_inner_forms(_CLOSERS.sub("", cleaned))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        builder = _PatientBuilder(multi_valued_attributes=None, string_containers={})
        return _LeanSoup(cleaned, builder=builder)


def words_of(tag: Tag, attribute: str) -> list[str]:
    """The words of an attribute that holds several, such as class or rel, in lower case."""
    return str(tag.attrs.get(attribute) or "").lower().split()


def _drop_inner_forms(html: str) -> str:
    """HTML ignores the start of a form inside another: its fields belong to the outer one."""
    kept, place, is_open = [], 0, False
    for match in _form_tags(html):
        is_start = not match.group().startswith("</")
        if is_start and is_open:
            kept.append(html[place : match.start()])
            place = match.end()
        is_open = is_start
    return "".join((*kept, html[place:])) if kept else html


def _form_tags(html: str) -> Iterator[re.Match[str]]:
    """The tags of forms outside comments, scripts and styles, in one pass over the text.

    What is opened and never closed hides nothing, and its end is not looked for again.
    """
    endless: set[str] = set()
    match = _OPENERS.search(html)
    while match is not None:
        opener, place = match.group().lower(), match.end()
        if opener not in _ENDS:
            yield match
        elif opener not in endless:
            end = _ENDS[opener].search(html, place)
            if end is None:
                endless.add(opener)
            else:
                place = end.end()
        match = _OPENERS.search(html, place)
