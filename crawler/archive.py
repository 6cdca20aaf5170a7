"""The archive of a run: every exchange and failure in one WARC file, in the order they happened."""

import base64
import fcntl
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from canse.domain.institution import InstitutionKind
from crawler.exchange import Exchange, Request, Source
from crawler.handshake import Greeter, Handshake, Manner
from crawler.handshake_values import handshake_values

RUN_URI = "urn:uniportal:run"
RESUMED_URI = "urn:uniportal:resumed"
DATE_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
# The body is kept without its chunks, so the header that announces them must not stand.
UNCHUNKED = "X-Archived-Transfer-Encoding"


@dataclass(frozen=True, kw_only=True)
class RunFacts:
    """What a replay needs to know of the run: where it began and what bounded it."""

    run_id: str
    started_at: datetime
    portal_url: str
    institution: str | None
    kind: InstitutionKind | None = None
    max_pages: int
    max_seconds: float
    user_agent: str
    tool_version: str
    aliases: tuple[str, ...] = ()
    has_browser: bool = False

    def fields(self) -> dict[str, str]:
        """The facts as the first record of the archive tells them."""
        return {
            "software": f"UNIPORTAL {self.tool_version}",
            "format": "WARC File Format 1.0",
            "http-header-user-agent": self.user_agent,
            "robots": "obey",
            "run": self.run_id,
            "started-at": self.started_at.astimezone(UTC).strftime(DATE_FORMAT),
            "portal": self.portal_url,
            "aliases": " ".join(self.aliases),
            "institution": self.institution or "",
            "institution-kind": self.kind.value if self.kind else "",
            "max-pages": str(self.max_pages),
            "max-seconds": str(self.max_seconds),
            "browser": "chromium" if self.has_browser else "",
        }


class ArchiveWriter:
    """Writes one run; each record is on the disk before the next page is asked for.

    The file is locked as long as it is open: nobody goes on with a run that is still going on.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._writer = WARCWriter(file, gzip=True)

    @classmethod
    def begin(cls, path: Path, facts: RunFacts) -> Self:
        """The archive of a new run, in a file that was not there."""
        file = path.open("xb")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        archive = cls(file)
        archive._write_info(facts)
        return archive

    @classmethod
    def go_on(cls, file: BinaryIO, at: datetime) -> Self:
        """The archive of a run that was cut short: `file` is locked and stands at its end."""
        archive = cls(file)
        archive._write_metadata(RESUMED_URI, at, {"resumed": True})
        return archive

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def write(self, exchange: Exchange) -> None:
        """Keep one exchange: an answer as a response, a failure as metadata in its place."""
        if exchange.failure is None:
            self._write_response(exchange)
            return
        self._write_metadata(
            exchange.url,
            exchange.fetched_at,
            {"failure": exchange.failure.value, "detail": exchange.detail},
        )

    def write_parse_failure(self, url: str, at: datetime, failure: str) -> None:
        """Keep that a page could not be parsed, so that a replay does not depend on its speed."""
        self._write_metadata(url, at, {"parse_failure": failure})

    def write_rendering(self, url: str, at: datetime, html: str) -> None:
        """Keep what became of a page once a browser had run its programs."""
        body = html.encode("utf-8", "replace")
        self._write_record("conversion", url, at, "text/html; charset=utf-8", body, [])

    def write_handshake(self, url: str, at: datetime, manner: Manner, shaken: Handshake) -> None:
        """Keep what came of one greeting over TLS."""
        self._write_metadata(url, at, {"handshake": manner.value, **handshake_values(shaken)})

    def finish(self, at: datetime, ending: dict[str, Any]) -> None:
        """Keep how the run ended."""
        self._write_metadata(RUN_URI, at, ending)

    def _write_info(self, facts: RunFacts) -> None:
        self._writer.write_record(self._writer.create_warcinfo_record("", facts.fields()))
        self._file.flush()

    def _write_response(self, exchange: Exchange) -> None:
        lines = [f"HTTP/1.1 {exchange.status} {exchange.reason}"]
        for name, value in exchange.headers:
            kept = UNCHUNKED if name.lower() == "transfer-encoding" else name
            lines.append(f"{kept}: {value}")
        head = "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n"
        digest = base64.b32encode(hashlib.sha1(exchange.body, usedforsecurity=False).digest())
        extra = [("WARC-Payload-Digest", f"sha1:{digest.decode('ascii')}")]
        if exchange.is_cut:
            extra.append(("WARC-Truncated", "length"))
        self._write_record(
            "response",
            exchange.url,
            exchange.fetched_at,
            "application/http; msgtype=response",
            head + exchange.body,
            extra,
        )

    def _write_metadata(self, url: str, at: datetime, values: dict[str, Any]) -> None:
        body = json.dumps(values, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        self._write_record("metadata", url, at, "application/json", body, [])

    def _write_record(
        self,
        kind: str,
        url: str,
        at: datetime,
        content_type: str,
        block: bytes,
        extra: list[tuple[str, str]],
    ) -> None:
        headers = StatusAndHeaders(
            "",
            [
                ("WARC-Type", kind),
                ("WARC-Record-ID", self._writer._make_warc_id()),
                ("WARC-Target-URI", url),
                ("WARC-Date", at.astimezone(UTC).strftime(DATE_FORMAT)),
                *extra,
            ],
            protocol="WARC/1.0",
        )
        record = ArcWarcRecord(
            "warc", kind, headers, BytesIO(block), None, content_type, len(block)
        )
        self._writer.write_record(record)
        self._file.flush()


@dataclass(frozen=True, kw_only=True)
class RecordingSource:
    """A source whose every answer is kept in the archive."""

    source: Source
    archive: ArchiveWriter

    async def get(self, request: Request) -> Exchange:
        """Ask, keep, hand over."""
        exchange = await self.source.get(request)
        self.archive.write(exchange)
        return exchange


@dataclass(frozen=True, kw_only=True)
class RecordingGreeter:
    """Who greets over TLS and keeps in the archive what came of it."""

    greeter: Greeter
    archive: ArchiveWriter
    now: Callable[[], datetime]

    async def shake(self, url: str, manner: Manner) -> Handshake:
        """Greet, keep, hand over."""
        shaken = await self.greeter.shake(url, manner)
        self.archive.write_handshake(url, self.now(), manner, shaken)
        return shaken
