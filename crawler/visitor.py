"""One visit: ask, follow, read, parse in the child, and say in one word how it ended."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from crawler.exchange import Source, Want
from crawler.frontier import Seat
from crawler.headers import kept_headers
from crawler.reading import Reading, page_outcome, read
from crawler.redirects import Fetched, follow
from crawler.sandbox import Sandbox
from crawler.scope import Scope
from crawler.urls import page_key
from crawler.visit import Outcome, Visit

UNTOLD_PAUSE_SECONDS = 30.0  # for a portal that asks to slow down and does not say how much
ALREADY_READ = "igual a una página ya leída"
READ_WITH_BROWSER = "leída con un navegador"


class Renderings(Protocol):
    """What browsers make of pages that say nothing without their programs."""

    async def of(self, url: str, html: str) -> str | None:
        """The HTML of a page once its programs have run; None where there is none."""
        ...


class ParseLog(Protocol):
    """What is known of pages that could not be parsed, kept so that a replay agrees."""

    def known_failure(self, url: str) -> str:
        """Why a page could not be parsed in the run being replayed; empty when it could."""
        ...

    def note_failure(self, url: str, at: datetime, failure: str) -> None:
        """Keep that a page could not be parsed."""
        ...


@dataclass(kw_only=True)
class Visitor:
    """Visits addresses of one portal; `weight` sums what its parsed pages cost in memory."""

    source: Source
    sandbox: Sandbox
    scope: Scope
    log: ParseLog
    renderings: Renderings | None = None
    may_fetch: Callable[[str], bool] = lambda _: True
    weight: int = 0
    retry_after: float | None = None
    _read: set[str] = field(default_factory=set)

    def has_read(self, url: str) -> bool:
        """Whether the page at this address was read already, perhaps through a redirect."""
        return page_key(url) in self._read

    async def page(self, seat: Seat, *, is_probe: bool = False) -> Visit:
        """Visit an address and read it as a page if it is one; a probe is read even if repeated."""
        fetched = await follow(self.source, seat.url, objection=self._objection)
        reading = read(fetched)
        self.retry_after = retry_after_of(fetched)
        visit = _visit(seat, fetched, reading)
        if reading.text is None:
            return visit
        if not is_probe and self._is_repeated(visit):
            return replace(visit, detail=ALREADY_READ)
        parsed = await self._parse(visit, reading)
        if parsed.outcome is Outcome.NEEDS_SCRIPT and not is_probe:
            return await self._render(parsed, reading)
        return parsed

    async def document(self, seat: Seat) -> Visit:
        """Visit an address for its status, type and size alone."""
        fetched = await follow(self.source, seat.url, want=Want.DOCUMENT, objection=self._objection)
        return _visit(seat, fetched, read(fetched, Want.DOCUMENT))

    def describe(self, seat: Seat, fetched: Fetched, want: Want) -> Visit:
        """A visit to something that is neither page nor document, such as a sitemap."""
        visit = _visit(seat, fetched, read(fetched, want))
        is_right = visit.outcome is Outcome.NOT_HTML
        return replace(visit, outcome=Outcome.OK) if is_right else visit

    async def _parse(self, visit: Visit, reading: Reading, key: str = "") -> Visit:
        assert reading.text is not None
        failure = self.log.known_failure(key or visit.final_url)
        if not failure:
            parsed = await self.sandbox.parse(
                reading.text, url=visit.final_url, problems=reading.problems
            )
            if parsed.page is not None:
                self.weight += parsed.weight
                outcome = visit.outcome
                if outcome is Outcome.OK:
                    outcome = page_outcome(parsed.page)
                return replace(visit, page=parsed.page, outcome=outcome)
            failure = parsed.failure
            self.log.note_failure(key or visit.final_url, visit.fetched_at, failure)
        return replace(visit, outcome=Outcome.PARSE_FAILED, detail=failure)

    async def _render(self, visit: Visit, reading: Reading) -> Visit:
        """The same page read with a browser, where there is one and it says more so."""
        if self.renderings is None or reading.text is None:
            return visit
        html = await self.renderings.of(visit.final_url, reading.text)
        if html is None:
            return visit
        shown = replace(
            visit,
            outcome=Outcome.OK,
            sha256=hashlib.sha256(html.encode("utf-8", "replace")).hexdigest(),
            detail=READ_WITH_BROWSER,
        )
        # A rendering that cannot be parsed says nothing of the page as it was sent.
        key = f"{visit.final_url}#rendered"
        rendered = await self._parse(shown, replace(reading, text=html), key=key)
        says_something = rendered.page is not None and rendered.page.visible_text_length > 0
        return replace(rendered, outcome=Outcome.OK) if says_something else visit

    def _is_repeated(self, visit: Visit) -> bool:
        """Whether the page was read before: the same address, or a folder and its index page."""
        key = page_key(visit.final_url)
        folder = key.partition("?")[0].rpartition("/")[0]
        twin = f"{folder} {visit.sha256}"
        is_repeated = key in self._read or twin in self._read
        self._read.update((key, twin))
        return is_repeated

    def _objection(self, url: str) -> Outcome | None:
        if not self.scope.holds(url):
            return Outcome.LEAVES_PORTAL
        return None if self.may_fetch(url) else Outcome.DISALLOWED


def _visit(seat: Seat, fetched: Fetched, reading: Reading) -> Visit:
    return Visit(
        url=seat.url,
        final_url=fetched.final_url,
        status=reading.status,
        outcome=reading.outcome,
        content_type=reading.content_type,
        encoding=reading.encoding,
        size=reading.size,
        sha256=reading.sha256,
        fetched_at=fetched.exchange.fetched_at,
        depth=seat.depth,
        found_on=seat.found_on,
        detail=reading.detail or ", ".join(reading.problems),
        headers=kept_headers(fetched.exchange),
        hops=fetched.asked if fetched.hops else (),
        document=reading.document,
    )


def retry_after_of(fetched: Fetched) -> float | None:
    """How many seconds the portal wants to be left alone; None where it asks for no pause.

    The date of a Retry-After is not worth the trust in its clock.
    """
    value = fetched.exchange.header("retry-after")
    if value.isascii() and value.isdigit() and len(value) < 7:
        return float(value)
    is_asking = fetched.failure is None and fetched.exchange.status == 429
    return UNTOLD_PAUSE_SECONDS if is_asking else None
