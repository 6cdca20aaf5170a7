"""One question and its answer over HTTP, as they went over the wire."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from crawler.visit import Outcome

KIB = 1024
MIB = 1024 * KIB


class Want(Enum):
    """What is asked for; the value caps the decoded bytes that are read of it.

    Of a document the beginning is enough to tell its kind, and whole most forms to fill in are
    shorter; 120 of them cost an archive 30 MiB at the worst.
    """

    PAGE = 2 * MIB
    DOCUMENT = 256 * KIB
    ROBOTS = 500 * KIB
    SITEMAP = 10 * MIB
    PART = 4 * MIB

    @property
    def cap(self) -> int:
        """The most decoded bytes to read."""
        return self.value


@dataclass(frozen=True, kw_only=True)
class Request:
    """One GET. `cookies` are those the same host set earlier in the same chain of redirects."""

    url: str
    want: Want = Want.PAGE
    cookies: Mapping[str, str] = field(default_factory=dict)
    verify_tls: bool = True


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """What came back. `body` is as sent, still packed; header values are read as Latin-1.

    `failure` names why no whole answer came; then status may be 0. `is_cut` says that reading
    stopped at the cap on purpose.
    """

    url: str
    fetched_at: datetime
    status: int = 0
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    is_cut: bool = False
    failure: Outcome | None = None
    detail: str = ""

    def header(self, name: str) -> str:
        """The first value of a header, empty when absent."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "").strip()

    def all_headers(self, name: str) -> tuple[str, ...]:
        """Every value of a header, in order."""
        wanted = name.lower()
        return tuple(value.strip() for key, value in self.headers if key.lower() == wanted)


class NotArchived(Exception):
    """A replay was asked for an address that its archive does not hold."""


class Source(Protocol):
    """Where answers come from: the web or an archive."""

    async def get(self, request: Request) -> Exchange:
        """Answer one request, redirects not followed; never raises for what the portal does."""
        ...
