"""Tells the lists of a page that go on only by means of a script, which nobody ran."""

import re

from crawler.page import Link, Page

_POSTBACK = re.compile(r"__doPostBack", re.I)
_NEXT_PAGE = re.compile(r"Page\$", re.I)
_NUMBER = re.compile(r"\d{1,4}\Z|\.\.\.\Z|…\Z")
_ONWARDS = re.compile(
    r"(?:ver|cargar|mostrar) m[aá]s\b|siguientes?\b|[uú]ltima?\b|p[aá]gina siguiente\b"
    r"|load more\b|show more\b|next\b|pr[oó]xima?\b|successiv[oa]\b|carica altr[io]\b"
    r"|[»›>]{1,2}\Z",
    re.I,
)


def goes_on_behind_script(page: Page) -> bool:
    """Whether the page has a pager that leads nowhere but into a script."""
    return any(_is_scripted_pager(link) for link in page.links)


def _is_scripted_pager(link: Link) -> bool:
    text = link.text.strip()
    if _POSTBACK.search(link.raw):
        return bool(_NEXT_PAGE.search(link.raw) or _NUMBER.match(text) or _ONWARDS.match(text))
    is_nowhere = not link.url or link.raw.startswith("#")
    return is_nowhere and link.has_script and len(text) <= 30 and bool(_ONWARDS.match(text))
