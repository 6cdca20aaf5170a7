"""What an audit is asked for, who watches it, and what it hands back."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aiohttp.abc import AbstractResolver

from canse.domain.audit import AuditReport
from canse.domain.errors import BadInput
from canse.domain.institution import InstitutionKind
from crawler.fetch import USER_AGENT, Patience, utc_now
from crawler.judging import JUDGE, JUDGE_SECONDS
from crawler.politeness import Politeness
from crawler.robots import PRODUCT
from crawler.sandbox import PARSE_SECONDS, PARSER
from crawler.urls import normalise
from crawler.visit import Visit

MAX_PAGES = 200
MAX_SECONDS = 900.0
ROBOT_PAGE = "https://uniportal.gob.gt/bot"


@dataclass(frozen=True, kw_only=True)
class Target:
    """What to audit: an address, or the archive of a run; and whose it is, where known."""

    url: str = ""
    institution: str | None = None
    kind: InstitutionKind | None = None
    replay: Path | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Options:
    """How to audit. `politeness` is shared by audits that run at the same time; `fresh` leaves runs
    that were cut short as they are; `browser` reads with one what only a browser can read;
    `trusted` names private sockets, "address:port", that may be asked though others may not."""

    out: Path
    fresh: bool = False
    browser: bool = False
    max_pages: int = MAX_PAGES
    max_seconds: float = MAX_SECONDS
    allow_private: bool = False
    trusted: frozenset[str] = frozenset()
    user_agent: str = USER_AGENT
    patience: Patience = field(default_factory=Patience)
    parse_seconds: float = PARSE_SECONDS
    parser: str = PARSER
    judge_seconds: float = JUDGE_SECONDS
    judge: str = JUDGE
    politeness: Politeness | None = None
    resolver: AbstractResolver | None = None
    now: Callable[[], datetime] = utc_now
    monotonic: Callable[[], float] = time.monotonic


class Progress(Protocol):
    """Who is told how an audit goes on."""

    def started(self, url: str, max_pages: int) -> None:
        """The audit of a portal begins."""
        ...

    def resumed(self, url: str) -> None:
        """The audit goes on with a run that was cut short."""
        ...

    def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
        """One more address of the portal was tried."""
        ...

    def finished(self, url: str, report: AuditReport) -> None:
        """The audit of a portal ended."""
        ...


class Silence:
    """Progress that nobody watches."""

    def started(self, url: str, max_pages: int) -> None:
        """Say nothing."""

    def resumed(self, url: str) -> None:
        """Say nothing."""

    def visited(self, url: str, visit: Visit, pages: int, known: int) -> None:
        """Say nothing."""

    def finished(self, url: str, report: AuditReport) -> None:
        """Say nothing."""


@dataclass(frozen=True, kw_only=True)
class Audited:
    """A report and where it lies on the disk."""

    report: AuditReport
    path: Path


def portal_address(text: str) -> str:
    """The normalised address of a portal as a person writes it, `http://` left out or not."""
    written = text.strip()
    url = normalise(written if "://" in written else f"http://{written}")
    if not written or url is None:
        raise BadInput("«{text}» no es la dirección de un portal.", text=text)
    return url


def robot_name(contact: str) -> str:
    """The user agent, with the address where whoever keeps a portal reaches whoever runs us."""
    return USER_AGENT if not contact else f"{PRODUCT}/1.0 (+{ROBOT_PAGE}; {contact})"
