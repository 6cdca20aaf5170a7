"""Reads from the current request what it tells of searching: which words, and what they led to.

Nothing is left with the visitor for it: no cookie, no script. Browsers send the address of the page
of results to the sheet opened from it, since both are ours (the Referrer-Policy of our headers).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from urllib.parse import parse_qs, urlsplit

from flask import g, request, url_for

from indices.port import Page, Query
from uniportal.addresses import clean_query
from uniportal.presenters.choices import read_choices
from uniportal.wiring import rooms

# Cubot is a maker of telephones.
_ROBOT = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|preview|scan|monitor|headless|facebookexternalhit"
    r"|curl|wget|python|java/|go-http|okhttp|libwww|axios",
    re.IGNORECASE,
)


Note = Callable[[], None]
"""What a page notes each time that it is seen, made again or not."""


def note_search(page: Page) -> None:
    """Count a search by its first page: the others are the same search."""
    if page.query.page == 1:
        _note(partial(_searched, page.query, page.total))


def note_opening(service_id: int) -> None:
    """Count a service as opened from results, where the request says that it was."""
    _note(partial(_opened, service_id))


def noted() -> Sequence[Note]:
    """What the current request noted."""
    notes: list[Note] = g.get("notes", [])
    return tuple(notes)


def note_again(notes: Iterable[Note]) -> None:
    """Note the same of the current request."""
    for note in notes:
        note()


def _note(note: Note) -> None:
    g.setdefault("notes", []).append(note)
    note()


def _searched(query: Query, total: int) -> None:
    if _is_a_person():
        rooms().watch.searched(query, total)


def _opened(service_id: int) -> None:
    query = _came_from()
    if query and _is_a_person():
        rooms().watch.clicked(query, service_id)


def note_missing(text: str) -> None:
    """Count a text as asked for and not there."""
    if _is_a_person():
        rooms().watch.missed(text)


def _is_a_person() -> bool:
    """Whether somebody looks at the page: no robot, no page fetched in case it is wanted."""
    purpose = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    agent = request.headers.get("User-Agent", "")
    is_asking = request.method in ("GET", "POST") and "prefetch" not in purpose.lower()
    return is_asking and bool(agent) and not _ROBOT.search(agent)


def _came_from() -> Query | None:
    """The search whose page of results the request came from, by the address the browser tells."""
    try:
        address = urlsplit(request.referrer or "")
    except ValueError:
        return None
    is_ours = address.scheme == request.scheme and address.netloc == request.host
    if not is_ours or address.path != url_for("search.show"):
        return None
    # As with every query that comes in, before anything reads it (uniportal/addresses.py).
    return read_choices(parse_qs(clean_query(address.query))).query(facets=())
