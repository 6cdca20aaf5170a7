"""robots.txt as RFC 9309 reads it: who may fetch what, how often, and where the sitemaps are."""

from dataclasses import dataclass

from protego import Protego

from crawler.exchange import Want
from crawler.redirects import Fetched
from crawler.unpack import unpack
from crawler.visit import Outcome

PRODUCT = "UniportalBot"
CRAWL_DELAY_SECONDS = 60.0
SITEMAPS = 20


@dataclass(frozen=True, kw_only=True)
class Robots:
    """The rules of one portal; `reason` says in Spanish why everything is closed, if it is."""

    rules: Protego | None = None
    is_closed: bool = False
    reason: str = ""
    note: str = ""

    def may_fetch(self, url: str) -> bool:
        """Whether the portal lets our robot ask for an address."""
        if self.is_closed:
            return False
        return self.rules is None or self.rules.can_fetch(url, PRODUCT)

    @property
    def delay(self) -> float:
        """The pause the portal asks for, in seconds, within what is bearable."""
        asked = self.rules.crawl_delay(PRODUCT) if self.rules else None
        return min(max(asked or 0.0, 0.0), CRAWL_DELAY_SECONDS)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps the portal names."""
        return tuple(self.rules.sitemaps)[:SITEMAPS] if self.rules else ()


def read_robots(fetched: Fetched) -> Robots:
    """The rules that follow from the answer to /robots.txt."""
    if fetched.failure is not None:
        return _after_failure(fetched.failure)
    status = fetched.exchange.status
    if status >= 500 or status == 429:
        return Robots(
            is_closed=True, reason=f"El archivo robots.txt respondió con el error {status}."
        )
    if status != 200:
        return Robots(note="sin_reglas")
    return parse_robots(_body(fetched))


def parse_robots(body: bytes) -> Robots:
    """The rules in the text of a robots.txt; a page of HTML in its place has none."""
    text = body[: Want.ROBOTS.cap].decode("utf-8-sig", "replace").replace("\x00", "")
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype", "<html", "<head", "<?xml", "<body")):
        return Robots(note="robots_es_html")
    return Robots(rules=Protego.parse(text))


def _after_failure(failure: Outcome) -> Robots:
    """RFC 9309, 2.3.1.4: what cannot be reached closes the portal; a bad redirect counts as 4xx."""
    if failure in (Outcome.TOO_MANY_REDIRECTS, Outcome.BAD_REDIRECT, Outcome.ADDRESS_REFUSED):
        return Robots(note="sin_reglas")
    return Robots(
        is_closed=True, reason="No se pudo leer el archivo robots.txt; se toma como cerrado."
    )


def _body(fetched: Fetched) -> bytes:
    exchange = fetched.exchange
    return unpack(exchange.body, exchange.header("content-encoding"), Want.ROBOTS.cap).body
