"""Marks the texts that a language lacks, and tells browsers that they are Spanish.

A text cannot know where a template will put it: between tags, in an attribute or in the title. So
it only carries marks, and the whole page, once made, turns them into what each place allows.
"""

import re
from typing import Any
from urllib.parse import quote

from babel.support import NullTranslations
from jinja2 import Template

# Unicode reserves these two for use inside a program: no text of anybody holds them.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
_IN_ADDRESSES = (quote(OPEN), quote(CLOSE))
_SPAN, _END = '<span lang="es">', "</span>"
# Where nothing but text may stand, and every tag with its attributes.
_BARE = re.compile(
    r"<(?P<name>title|option|textarea|script|style|svg)\b.*?</(?P=name)>|<[^>]*>", re.DOTALL
)
_SAY_THEMSELVES = ("title", "option")


def marked(text: str) -> str:
    """A Spanish text that stands in for one that is missing."""
    return f"{OPEN}{text}{CLOSE}"


def unmarked(page: str) -> str:
    """The same page or text without marks."""
    for mark in (OPEN, CLOSE, *_IN_ADDRESSES):
        page = page.replace(mark, "")
    return page


def settled(page: str) -> str:
    """HTML with each marked text in a span that says Spanish, where a span may stand.

    Titles and options say it of themselves; attributes, scripts and drawings get plain text.
    """
    if OPEN not in page and _IN_ADDRESSES[0] not in page:
        return page
    page = _BARE.sub(_bare, page)
    if page.count(OPEN) != page.count(CLOSE):
        return unmarked(page)  # Some template cut a text in two; better no span than half of one.
    return page.replace(OPEN, _SPAN).replace(CLOSE, _END)


def _bare(match: re.Match[str]) -> str:
    piece = match[0]
    name = match["name"]
    if name in _SAY_THEMSELVES and OPEN in piece:
        piece = f'<{name} lang="es"' + piece.removeprefix(f"<{name}")
    return unmarked(piece)


class SpanishTexts(NullTranslations):
    """What a language falls back to: the message itself, which is Spanish, with its marks."""

    def gettext(self, message: str) -> str:
        """The Spanish text, marked."""
        return marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Spanish text for a number of things, marked."""
        return marked(msgid1 if n == 1 else msgid2)

    def upgettext(self, context: str, message: str) -> str:
        """The Spanish text, marked; Babel asks for it by this older name."""
        return marked(message)

    def unpgettext(self, context: str, singular: str, plural: str, num: int) -> str:
        """The Spanish text for a number of things, marked."""
        return self.ngettext(singular, plural, num)


class PageTemplate(Template):
    """A template whose rendered text holds no marks: settled in a page, dropped in other files."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """What the template says, ready to be sent."""
        text = super().render(*args, **kwargs)
        is_page = self.name is None or self.name.endswith(".html")
        return settled(text) if is_page else unmarked(text)
