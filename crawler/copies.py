"""One page under several addresses: told by its words, where an address gives reason to look.

A canonical address is a hint only: some portals name the wrong one, or a new one each time. Equal
words alone are no proof either: many forms look alike. Both together are.
"""

import hashlib
import re

from crawler.page import Page
from crawler.urls import normalise, page_key
from crawler.visit import Visit

_INDEX = re.compile(r"/(?:index|default|home)\.(?:html?|php\d?|aspx?|jsp)\Z", re.I)


class Copies:
    """The pages read so far, by their words, with the addresses each may go by."""

    def __init__(self) -> None:
        self._names: dict[bytes, set[str]] = {}

    def is_copy(self, visit: Visit) -> bool:
        """Whether a page was read before under another address; it counts as read."""
        if visit.page is None:
            return False
        names = {loose_key(visit.final_url), loose_key(visit.url)}
        canonical = normalise(visit.page.canonical) if visit.page.canonical else None
        if canonical is not None:
            names.add(loose_key(canonical))
        known = self._names.setdefault(_words(visit.page), set())
        is_known = not known.isdisjoint(names)
        known |= names
        return is_known


def loose_key(url: str) -> str:
    """What addresses share that differ in scheme, `www.`, case, last slash or name of the index."""
    before, mark, query = page_key(url).partition("?")
    return _INDEX.sub("", before).rstrip("/").lower() + mark + query


def _words(page: Page) -> bytes:
    parts = [
        page.title,
        *(block.text for block in page.blocks),
        *(one.text for one in page.headings),
    ]
    parts += [form.text for form in page.forms]
    text = "\x00".join(parts)
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
