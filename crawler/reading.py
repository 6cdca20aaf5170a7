"""What an answer is worth: its outcome in one word, its type, and its text when it is a page."""

import hashlib
import re
from dataclasses import dataclass

from crawler.content_type import declared_charset, is_html, sniff
from crawler.document import Document
from crawler.documents import read_document
from crawler.encoding import decode
from crawler.exchange import Exchange, Want
from crawler.page import Page
from crawler.redirects import Fetched
from crawler.unpack import unpack
from crawler.visit import Outcome

SCARCE_TEXT = 200
FEW_LINKS = 3
MOUSTACHES = 3
PAGE_FOR_A_FILE = "Respondió una página web en lugar del archivo."
_READ = frozenset({Outcome.OK, Outcome.TOO_LARGE, Outcome.NOT_HTML})
_NO_FILE = frozenset({"html", "text", "unknown"})
_PASSWORD = re.compile(rb"<input\b[^<>]{0,300}\btype\s{0,3}=\s{0,3}[\"']?password", re.I)
_WALL_HEADERS = ("cf-mitigated", "x-sucuri-block", "x-datadome")
_WALL_TEXT = re.compile(
    rb"just a moment\.\.\.|attention required|captcha|are you a robot|incapsula"
    rb"|request unsuccessful|access denied.{0,200}reference",
    re.I | re.S,
)
_BY_STATUS = {
    204: Outcome.EMPTY,
    205: Outcome.EMPTY,
    304: Outcome.NOT_MODIFIED,
    401: Outcome.LOGIN_REQUIRED,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    407: Outcome.LOGIN_REQUIRED,
    410: Outcome.GONE,
    429: Outcome.TOO_MANY_REQUESTS,
}
_BY_CLASS = {
    2: Outcome.OK,
    3: Outcome.OK,
    4: Outcome.CLIENT_ERROR,
    5: Outcome.SERVER_ERROR,
}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The answer as the report will name it; `text` is None for what is not to be parsed."""

    outcome: Outcome
    status: int = 0
    content_type: str = ""
    encoding: str = ""
    size: int = 0
    sha256: str = ""
    text: str | None = None
    problems: tuple[str, ...] = ()
    detail: str = ""
    document: Document | None = None


def read(fetched: Fetched, want: Want = Want.PAGE) -> Reading:
    """Read the end of a chain of redirects."""
    exchange = fetched.exchange
    if fetched.failure is not None:
        return Reading(outcome=fetched.failure, status=exchange.status, detail=fetched.detail)
    unpacked = unpack(exchange.body, exchange.header("content-encoding"), want.cap)
    body = unpacked.body
    header_type = exchange.header("content-type")
    kind = sniff(header_type, body[:4096])
    outcome = status_outcome(exchange, body)
    is_page = is_html(kind)
    text, encoding, problems = None, "", unpacked.problems
    is_cut = unpacked.is_cut or exchange.is_cut
    if outcome is Outcome.OK:
        outcome = _body_outcome(body, is_page, is_cut)
    document = None
    if (
        want in (Want.PAGE, Want.DOCUMENT)
        and outcome in _READ
        and not (is_page and want is Want.PAGE)
    ):
        document = read_document(body, declared=header_type, url=fetched.final_url, is_cut=is_cut)
        outcome = _document_outcome(document, body, is_page)
    if outcome in (Outcome.OK, Outcome.TOO_LARGE) and is_page:
        decoded = decode(body, declared_charset(header_type))
        text, encoding = decoded.text, decoded.encoding
        problems += decoded.problems + (("pagina_cortada",) if unpacked.is_cut else ())
    return Reading(
        outcome=outcome,
        status=exchange.status,
        content_type=kind,
        encoding=encoding,
        size=_size(exchange, body),
        sha256=hashlib.sha256(body).hexdigest(),
        text=text,
        problems=problems,
        detail=PAGE_FOR_A_FILE if is_page and document is not None else "",
        document=document,
    )


def _document_outcome(document: Document, body: bytes, is_page: bool) -> Outcome:
    """Whether a file is one: a page in its place asks who is there, or says "not found" quietly."""
    if not is_page or document.kind not in _NO_FILE:
        return Outcome.NOT_HTML
    return Outcome.LOGIN_REQUIRED if _PASSWORD.search(body) else Outcome.SOFT_NOT_FOUND


def status_outcome(exchange: Exchange, body: bytes) -> Outcome:
    """The word for a status; a wall against robots is told apart from a door for all."""
    status = exchange.status
    outcome = _BY_STATUS.get(status) or _BY_CLASS.get(status // 100, Outcome.BAD_RESPONSE)
    if status not in (403, 429, 503):
        return outcome
    if any(exchange.header(name) for name in _WALL_HEADERS) or _WALL_TEXT.search(body[:4096]):
        return Outcome.BLOCKED_TO_ROBOTS
    return outcome


def page_outcome(page: Page) -> Outcome:
    """Whether a parsed page says anything, or waits for a script to say it."""
    has_controls = bool(page.forms or page.frames or page.refresh_url)
    if page.visible_text_length == 0 and not (has_controls or page.links):
        return Outcome.NEEDS_SCRIPT if page.scripts else Outcome.EMPTY
    moustaches = sum(block.text.count("{{") for block in page.blocks)
    is_bare = page.visible_text_length < SCARCE_TEXT and len(page.links) < FEW_LINKS
    if page.scripts and (moustaches >= MOUSTACHES or (is_bare and not has_controls)):
        return Outcome.NEEDS_SCRIPT
    return Outcome.OK


def _body_outcome(body: bytes, is_page: bool, is_cut: bool) -> Outcome:
    if not body.strip():
        return Outcome.EMPTY
    if not is_page:
        return Outcome.NOT_HTML
    return Outcome.TOO_LARGE if is_cut else Outcome.OK


def _size(exchange: Exchange, body: bytes) -> int:
    declared = exchange.header("content-length")
    if exchange.is_cut and declared.isdigit() and not exchange.header("content-encoding"):
        return max(int(declared[:15]), len(body))
    return len(body)
