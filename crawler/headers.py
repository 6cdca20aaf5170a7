"""The few headers of an answer that checks may see: by name, cut short, cookies without values."""

from crawler.exchange import Exchange
from crawler.visit import KEPT_HEADERS

HEADERS = 40
VALUE_LENGTH = 400
COOKIE_NAME_LENGTH = 60


def kept_headers(exchange: Exchange) -> tuple[tuple[str, str], ...]:
    """Names in small letters and values, in the order sent.

    A cookie keeps its name and attributes: its value may stand for a person, and proves nothing.
    """
    kept = []
    for name, value in exchange.headers:
        lowered = name.strip().lower()
        if lowered in KEPT_HEADERS:
            plain = _without_value(value) if lowered == "set-cookie" else value
            kept.append((lowered, " ".join(plain.split())[:VALUE_LENGTH]))
    return tuple(kept[:HEADERS])


def _without_value(cookie: str) -> str:
    pair, mark, attributes = cookie.partition(";")
    name, equals, _ = pair.partition("=")
    name = name.strip()[:COOKIE_NAME_LENGTH] if equals else ""
    return f"{name}={mark}{attributes}"
