"""HTML text to a BeautifulSoup tree that loses nothing a browser would show.

lxml alone drops what follows `</html>`, everything beyond 256 nested elements, and ends a form
where another begins; all three are mended here, so that every reader of the tree sees the page.
"""

import re
import warnings
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import Tag
from lxml import etree

_CLOSERS = re.compile(r"</\s*(?:body|html)\s*>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Blanks beside these part no words; every blank dropped is a node less to build and to walk.
_BLOCKS = (
    r"article|aside|body|br|center|d[dlt]|div|footer|form|h[1-6r]|head|header|html|iframe|li|link"
    r"|main|meta|nav|noscript|ol|option|p|script|section|select|style|t[dhr]|table|tbody|thead|ul"
)
_AFTER_BLOCK = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\s+(?=<)", re.I)
_BEFORE_BLOCK = re.compile(rf">\s+(?=</?(?:{_BLOCKS})[\s>/])", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>", re.I)
_FORM_TAGS = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?form\b[^>]*>", re.I | re.S)


class _PatientBuilder(LXMLTreeBuilder):
    """The lxml builder without its limit on depth and size."""

    def parser_for(self, encoding: str | None) -> etree.HTMLParser:
        """A parser of huge trees; the crawler's own caps bound what reaches it."""
        return etree.HTMLParser(target=self, recover=True, encoding=encoding, huge_tree=True)

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


def make_soup(html: str) -> BeautifulSoup:
    """Parse HTML; an empty or broken text gives an empty tree, never an error."""
    cleaned = _DECLARATION.sub("", _CONTROL.sub("", html).lstrip("\ufeff"))
    cleaned = _drop_inner_forms(_CLOSERS.sub("", cleaned))
    cleaned = _BEFORE_BLOCK.sub(">", _AFTER_BLOCK.sub(r"\1", cleaned))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        builder = _PatientBuilder(multi_valued_attributes=None, string_containers={})
        return BeautifulSoup(cleaned, builder=builder)


def words_of(tag: Tag, attribute: str) -> list[str]:
    """The words of an attribute that holds several, such as class or rel, in lower case."""
    return str(tag.attrs.get(attribute) or "").lower().split()


def _drop_inner_forms(html: str) -> str:
    """HTML ignores the start of a form inside another: its fields belong to the outer one."""
    is_open = False

    def keep(match: re.Match[str]) -> str:
        nonlocal is_open
        tag = match.group().lower()
        if tag.startswith("<form"):
            if is_open:
                return ""
            is_open = True
        elif tag.startswith("</form"):
            is_open = False
        return match.group()

    return _FORM_TAGS.sub(keep, html)
