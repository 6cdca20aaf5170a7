"""Redirects followed by hand: at most five, each looked at before it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from crawler.exchange import Exchange, Request, Source, Want
from crawler.urls import percent_encode, resolve
from crawler.visit import Outcome

REDIRECTS = 5
COOKIES = 50
COOKIE_LENGTH = 4096
_CODES = frozenset({301, 302, 303, 307, 308})

Objection = Callable[[str], Outcome | None]


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """The end of a chain: `failure` is None when `exchange` is a whole answer to `url`.

    `asked` holds every address that was asked for, in order; a straight answer has one.
    """

    url: str
    final_url: str
    exchange: Exchange
    failure: Outcome | None
    detail: str
    asked: tuple[str, ...]

    @property
    def hops(self) -> int:
        """How many redirects were followed."""
        return len(self.asked) - 1


@dataclass(kw_only=True)
class _Chain:
    """What must be remembered from one hop to the next."""

    url: str
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def keep_cookies(self, url: str, exchange: Exchange) -> bool:
        """Keep what the host set; True when something is new."""
        jar = self.cookies.setdefault(urlsplit(url).netloc, {})
        before = dict(jar)
        for line in exchange.all_headers("set-cookie"):
            name, mark, value = line.partition(";")[0].partition("=")
            pair = (name.strip(), value.strip())
            if mark and pair[0] and len(line) <= COOKIE_LENGTH and len(jar) < COOKIES:
                jar[pair[0]] = pair[1]
        return jar != before


async def follow(
    source: Source,
    url: str,
    *,
    want: Want = Want.PAGE,
    objection: Objection = lambda _: None,
) -> Fetched:
    """Ask for an address and follow where it leads; `objection` may refuse each further hop."""
    chain = _Chain(url=url)
    current = url
    while True:
        jar = chain.cookies.get(urlsplit(current).netloc, {})
        exchange = await source.get(Request(url=current, want=want, cookies=dict(jar)))
        chain.asked.append(current)
        if exchange.failure is not None:
            return _end(chain, current, exchange, exchange.failure, exchange.detail)
        location = exchange.header("location")
        if exchange.status not in _CODES or not location:
            return _end(chain, current, exchange, None, "")
        following, failure, detail = _next_hop(chain, current, exchange, location)
        if failure is None:
            failure = objection(following)
            detail = following if failure is not None else ""
        if failure is not None:
            return _end(chain, current, exchange, failure, detail)
        current = following


def _next_hop(
    chain: _Chain, current: str, exchange: Exchange, location: str
) -> tuple[str, Outcome | None, str]:
    """Where a redirect leads, or why it cannot be followed."""
    has_new_cookie = chain.keep_cookies(current, exchange)
    target = resolve(percent_encode(location), current)
    if target is None:
        return "", Outcome.BAD_REDIRECT, f"Location: {location[:120]}"
    if len(chain.asked) > REDIRECTS:
        return "", Outcome.TOO_MANY_REDIRECTS, f"más de {REDIRECTS} redirecciones"
    times = chain.asked.count(target)
    # One more look is right when the page only wanted to see its cookie come back.
    if times > 1 or (times == 1 and not has_new_cookie):
        return "", Outcome.TOO_MANY_REDIRECTS, f"vuelve a {target[:120]}"
    return target, None, ""


def _end(
    chain: _Chain, current: str, exchange: Exchange, failure: Outcome | None, detail: str
) -> Fetched:
    return Fetched(
        url=chain.url,
        final_url=current,
        exchange=exchange,
        failure=failure,
        detail=detail,
        asked=tuple(chain.asked),
    )
