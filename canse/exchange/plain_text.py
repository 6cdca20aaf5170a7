"""Turns a cell that may hold HTML into plain text, line by line, losing no word and no link."""

import re
import unicodedata
from html import unescape

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from canse.domain.naming import fold, is_web_address

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\ud800-\udfff]")
_BLANK = re.compile(r"[^\S\n]+")
_BLOCKS = (
    "address", "blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li",
    "ol", "p", "pre", "table", "tr", "ul",
)  # fmt: skip
_PLACEHOLDERS = frozenset(
    {
        "n a", "na", "nd", "n d", "s n", "no aplica", "no disponible", "no definido", "ninguno",
        "ninguna", "ningun", "pendiente", "por definir", "sin informacion", "x",
    }
)  # fmt: skip


def plain_text(cell: str) -> str:
    """The words of a cell: one line a paragraph or list item, without markup or unseen signs."""
    if _MARKUP.search(cell):
        cell = _words_of_html(cell)
    elif "&" in cell:
        cell = unescape(cell)
    return clean(cell)


def clean(text: str) -> str:
    """The same text in composed Unicode, without unseen signs, blank lines or doubled spaces."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_BLANK.sub(" ", line).strip() for line in _UNSEEN.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(cell: str) -> str:
    """The words of a cell in a single line."""
    return " ".join(plain_text(cell).split())


def is_placeholder(text: str) -> bool:
    """Whether a cell says nothing: empty, only signs, or words such as "Pendiente" and "N/A"."""
    words = " ".join(re.findall(r"[a-z0-9]+", fold(text)))
    return not words or words in _PLACEHOLDERS


def _words_of_html(markup: str) -> str:
    # Python's own parser: lxml drops whatever lies deeper than 256 elements.
    soup = BeautifulSoup(markup, "html.parser")
    for tag in soup(["script", "style", "template"]):
        tag.decompose()
    for text in soup.find_all(string=True):
        if type(text) is NavigableString:  # comments are of other types, and are not read
            text.replace_with(" ".join(_edged(text)))
    for link in soup("a"):
        _keep_address(link)
    for cell in soup(["td", "th"]):
        cell.append(" ")
    for tag in soup(["br", "hr"]):
        tag.replace_with("\n")
    for tag in soup(_BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    return soup.get_text()


def _edged(text: str) -> list[str]:
    """The words of a text node, with an empty one where it began or ended with a blank."""
    words = text.split()
    before = [""] if text[:1].isspace() else []
    after = [""] if text[-1:].isspace() else []
    return [*before, *words, *after] if words else ["", ""]


def _keep_address(link: Tag) -> None:
    address = str(link.get("href") or "").strip()
    if is_web_address(address) and address not in link.get_text():
        link.append(f" ({address})")
