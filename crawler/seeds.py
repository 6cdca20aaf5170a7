"""The addresses a portal lists itself: its sitemaps, and the pages that WordPress gives out."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from crawler.exchange import NotArchived, Want
from crawler.frontier import Frontier, Seat
from crawler.redirects import follow
from crawler.sitemap import FILES, parse_sitemap
from crawler.traps import Skip
from crawler.unpack import unpack
from crawler.urls import normalise
from crawler.visit import Outcome, Visit
from crawler.visitor import Visitor
from crawler.wordpress import following

SITEMAP, SITEMAP_INDEX = "/sitemap.xml", "/sitemap_index.xml"
SITEMAPS_OF_AN_INDEX = 200
ADDRESSES_A_TURN = 200


@dataclass(kw_only=True)
class Seeds:
    """Reads lists into the frontier; `visits` keeps the visit to each of them."""

    visitor: Visitor
    frontier: Frontier
    is_late: Callable[[], bool]
    give_way: Callable[[], Awaitable[None]]
    visits: list[Visit] = field(default_factory=list)

    async def sow(self, home_url: str, named: tuple[str, ...], listing: str) -> None:
        """Read the lists that robots.txt names, the usual ones, and that of WordPress."""
        seen: set[str] = set()
        await self._read(home_url, (*named, SITEMAP, listing), seen)
        if not any(visit.outcome is Outcome.OK for visit in self.visits):
            await self._read(home_url, (SITEMAP_INDEX,), seen)

    async def _read(self, home_url: str, named: tuple[str, ...], seen: set[str]) -> None:
        waiting = [normalise(url, home_url) for url in named if url]
        while waiting and len(seen) < FILES and not self.is_late():
            address = waiting.pop(0)
            if address is None or address in seen or not self._is_ours(address):
                continue
            seen.add(address)
            waiting += await self._read_one(address)

    def _is_ours(self, address: str) -> bool:
        return self.visitor.scope.holds(address) and self.visitor.may_fetch(address)

    async def _read_one(self, address: str) -> list[str | None]:
        """Take in the pages of one sitemap; return the further sitemaps of an index."""
        seat = Seat(url=address, depth=1, found_on="")
        try:
            fetched = await follow(
                self.visitor.source,
                address,
                want=Want.SITEMAP,
                objection=lambda url: None if self._is_ours(url) else Outcome.LEAVES_PORTAL,
            )
        except NotArchived:
            return []
        exchange = fetched.exchange
        is_there = fetched.failure is None and exchange.status == 200
        self.visits.append(self.visitor.describe(seat, fetched, Want.SITEMAP))
        if not is_there:
            return []
        body = unpack(exchange.body, exchange.header("content-encoding"), Want.SITEMAP.cap).body
        sitemap = parse_sitemap(body)
        if sitemap.is_index:
            return [normalise(url, address) for url in sitemap.addresses[:SITEMAPS_OF_AN_INDEX]]
        await self._take_in(sitemap.addresses, address)
        further = following(address, len(sitemap.addresses))
        return [further] if further else []

    async def _take_in(self, addresses: Sequence[str], found_on: str) -> None:
        """Take in the pages of a sitemap; other portals have their turn in between."""
        for number, url in enumerate(addresses):
            if number % ADDRESSES_A_TURN == 0:
                await self.give_way()
            if self.frontier.is_full:
                self.frontier.skipped[Skip.TOO_MANY_ADDRESSES] += len(addresses) - number
                return
            address = normalise(url, found_on)
            self.frontier.add(address, depth=1, found_on=found_on, is_listed=True)
