"""Pages as they were sent a moment ago: sent again for as long as anybody may keep them.

Only what is the same for everybody is kept, in memory, for the seconds that the settings name.
What a page notes of being seen (uniportal/search_traces.py) is noted each time that it is.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, g, request

from uniportal.headers import PAGE_KEEPING
from uniportal.requests import Surface, surface
from uniportal.search_traces import note_again, noted

MOST_BYTES = 32_000_000
KEPT_HEADERS = ("Content-Type", "Content-Encoding", "ETag", "Cache-Control", "Vary")
Key = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SentPage:
    """A page as it was sent, until when it may be sent again, and what to note each time."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    until: float
    notes: Sequence[Callable[[], None]]


class SentPages:
    """The pages sent last, no more of them than fit; threads may share it."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._pages: OrderedDict[Key, SentPage] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> SentPage | None:
        """The page of a key while it is good."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            if page.until <= self._clock():
                self._forget(key)
                return None
            self._pages.move_to_end(key)
            return page

    def keep(self, key: Key, response: Response, notes: Sequence[Callable[[], None]]) -> None:
        """Remember a page that was just made."""
        page = SentPage(
            body=response.get_data(),
            headers=tuple(pair for pair in response.headers if pair[0] in KEPT_HEADERS),
            until=self._clock() + self._seconds,
            notes=notes,
        )
        with self._lock:
            if key in self._pages:
                self._forget(key)
            self._pages[key] = page
            self._bytes += len(page.body)
            while self._bytes > MOST_BYTES:
                self._forget(next(iter(self._pages)))

    def _forget(self, key: Key) -> None:
        self._bytes -= len(self._pages.pop(key).body)


def init_page_cache(app: Flask, seconds: int) -> None:
    """Let an application send pages again; nothing is kept where `seconds` is 0.

    It has to come before the headers: what is registered first sees an answer last.
    """
    if not seconds:
        return
    pages = SentPages(seconds)

    def send_again() -> Response | None:
        page = pages.get(_key()) if _may_be_kept() else None
        if page is None:
            return None
        g.is_sent_again = True
        note_again(page.notes)
        return Response(page.body, headers=list(page.headers))

    def keep(response: Response) -> Response:
        is_plain = response.headers.get("Cache-Control") == PAGE_KEEPING
        is_whole = response.status_code == HTTPStatus.OK and not response.is_streamed
        if is_plain and is_whole and _may_be_kept() and "is_sent_again" not in g:
            pages.keep(_key(), response, noted())
        return response

    app.before_request(send_again)
    app.after_request(keep)


def _may_be_kept() -> bool:
    return request.method == "GET" and surface() is Surface.PAGES


def _key() -> Key:
    """What the answer to a request depends on."""
    gzip = "gzip" if request.accept_encodings.quality("gzip") > 0 else ""
    query = request.query_string.decode("latin-1")
    return (request.scheme, request.host, request.script_root, request.path, query, gzip)
