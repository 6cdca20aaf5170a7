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
from bs4.element import NavigableString, Tag
from lxml import etree

_CLOSERS = re.compile(r"</\s*(?:body|html)\s*>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Blanks beside these part no words; every blank dropped is a node less to build and to walk.
_BLOCKS = (
    r"article|aside|body|br|center|d[dlt]|div|footer|form|h[1-6r]|head|header|html|iframe|li|link"
    r"|main|meta|nav|noscript|ol|option|p|script|section|select|style|t[dhr]|table|tbody|thead|ul"
)
_GAPS = re.compile(
    rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\s+(?=<)|(>)\s+(?=</?(?:{_BLOCKS})[\s>/])", re.I
)
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


class _LeanSoup(BeautifulSoup):
    """The same tree without what only a writer of HTML needs: comments, and blanks as written.

    lxml tells the end of each element it began, so the way up need not be searched.
    """

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
        self.endData()
        around = self.currentTag
        assert around is not None
        tag = Tag(self, self.builder, name, None, None, attrs, around, self._most_recent_element)
        self._most_recent_element = tag
        around.contents.append(tag)
        self.tagStack.append(tag)
        self.currentTag = tag
        return tag

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """The element that is open ends."""
        self.endData()
        if len(self.tagStack) > 1 and self.tagStack[-1].name == name:
            self.tagStack.pop()
            self.currentTag = self.tagStack[-1]

    def endData(self, containerClass: type[NavigableString] | None = None) -> None:
        """A run of text ends and becomes a node."""
        if not self.current_data:
            return
        text = "".join(self.current_data)
        self.current_data = []
        around = self.currentTag
        if containerClass is None and around is not None:
            node = NavigableString(" " if text.isspace() else text)
            node.setup(around, self._most_recent_element)
            self._most_recent_element = node
            around.contents.append(node)


def make_soup(html: str) -> BeautifulSoup:
    """Parse HTML; an empty or broken text gives an empty tree, never an error."""
    cleaned = _DECLARATION.sub("", _CONTROL.sub("", html).lstrip("\ufeff"))
    cleaned = _drop_inner_forms(_CLOSERS.sub("", cleaned))
    cleaned = _GAPS.sub(r"\1\2", cleaned)
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
