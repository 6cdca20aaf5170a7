"""What became of one address that the crawler tried: a closed vocabulary and its record."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crawler.document import Document
from crawler.page import Page

KEPT_HEADERS = frozenset(
    {
        "cache-control",
        "content-language",
        "content-security-policy",
        "last-modified",
        "referrer-policy",
        "server",
        "set-cookie",
        "strict-transport-security",
        "x-content-type-options",
        "x-frame-options",
        "x-powered-by",
    }
)


class Outcome(StrEnum):
    """How a fetch ended. Never "down" for all: an owner must be able to act on the word."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    NOT_FOUND = "not_found"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    LOGIN_REQUIRED = "login_required"
    CLIENT_ERROR = "client_error"
    SERVER_ERROR = "server_error"
    TOO_MANY_REQUESTS = "too_many_requests"
    BLOCKED_TO_ROBOTS = "blocked_to_robots"
    DISALLOWED = "disallowed_by_robots"
    ADDRESS_REFUSED = "address_refused"
    BAD_ADDRESS = "bad_address"
    DNS_FAILED = "dns_failed"
    CONNECTION_REFUSED = "connection_refused"
    CONNECTION_RESET = "connection_reset"
    TLS_FAILED = "tls_failed"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    BAD_REDIRECT = "bad_redirect"
    LEAVES_PORTAL = "leaves_portal"
    BAD_RESPONSE = "bad_response"
    EMPTY = "empty"
    NOT_HTML = "not_html"
    PARSE_FAILED = "parse_failed"
    SOFT_NOT_FOUND = "soft_not_found"
    NEEDS_SCRIPT = "needs_script"

    @property
    def is_worth_retrying(self) -> bool:
        """Whether a later try may end otherwise."""
        return self in _RETRYABLE


_RETRYABLE = frozenset(
    {
        Outcome.SERVER_ERROR,
        Outcome.TOO_MANY_REQUESTS,
        Outcome.DNS_FAILED,
        Outcome.CONNECTION_REFUSED,
        Outcome.CONNECTION_RESET,
        Outcome.TIMED_OUT,
        Outcome.BAD_RESPONSE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One address tried. `page` is None for what is not HTML or was not read.

    `content_type` is decided by header and first bytes; `size` counts decoded bytes; `sha256` is of
    the decoded body. `depth` is clicks from the start. `status` is 0 where no answer came.
    `headers` are those of KEPT_HEADERS, cookies without their values. `hops` are the addresses of a
    chain of redirects, first and last included, empty where there was none. `document` is there for
    a file that is no page.
    """

    url: str
    final_url: str
    status: int
    outcome: Outcome
    content_type: str
    encoding: str
    size: int
    sha256: str
    fetched_at: datetime
    depth: int
    found_on: str
    page: Page | None = None
    detail: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    hops: tuple[str, ...] = ()
    document: Document | None = None

    def header(self, name: str) -> str:
        """The first value of a kept header, empty when absent."""
        return next((value for key, value in self.headers if key == name), "")
