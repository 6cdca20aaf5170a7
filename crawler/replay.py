"""Answers read back from an archive, in the order they were given, without any connection."""

import contextlib
import json
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from canse.domain.errors import BadInput
from crawler.archive import DATE_FORMAT, RESUMED_URI, RUN_URI
from crawler.exchange import MIB, Exchange, NotArchived, Request
from crawler.handshake import Handshake, Manner
from crawler.handshake_values import handshake_of
from crawler.urls import host_of, normalise
from crawler.visit import Outcome

BLOCK_BYTES = 12 * MIB
_LARGE = frozenset({"response", "conversion"})
_DAMAGE = (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError, TypeError)


@dataclass(kw_only=True)
class Spent:
    """How long a run worked by the dates of its records: pauses between its parts do not count."""

    seconds: float = 0.0
    last: datetime | None = None

    def note(self, at: datetime, *, begins: bool) -> None:
        """Take in the next record; `begins` when the run was started or resumed there."""
        if self.last is not None and not begins:
            self.seconds += max((at - self.last).total_seconds(), 0.0)
        self.last = at


@dataclass(kw_only=True)
class ReplaySource:
    """An archive opened for replay: its records by address, and what it says of its run.

    `left` counts the answers not yet given.
    """

    path: Path
    info: dict[str, str] = field(default_factory=dict)
    ending: dict[str, Any] = field(default_factory=dict)
    _offsets: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _unparsed: dict[str, str] = field(default_factory=dict)
    _renderings: dict[str, int] = field(default_factory=dict)
    _handshakes: dict[tuple[str, Manner], Handshake] = field(default_factory=dict)
    _given: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _first_url: str = ""
    left: int = 0
    spent: Spent = field(default_factory=Spent)

    @property
    def portal_url(self) -> str:
        """Where the run began; for a foreign archive, the root of its first answer."""
        if self.info.get("portal"):
            return self.info["portal"]
        parts = urlsplit(self._first_url)
        return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))

    async def get(self, request: Request) -> Exchange:
        """The next answer of this address in the archive."""
        key = request.url
        offsets = self._offsets.get(key, [])
        number = self._given[key]
        if number >= len(offsets):
            raise NotArchived(request.url)
        self._given[key] += 1
        self.left -= 1
        with self.path.open("rb") as file:
            file.seek(offsets[number])
            record = next(iter(ArchiveIterator(file, no_record_parse=True)))
            return _exchange(request.url, record)

    async def shake(self, url: str, manner: Manner) -> Handshake:
        """What came of a greeting in the run."""
        shaken = self._handshakes.get((url, manner))
        if shaken is None:
            raise NotArchived(url)
        return shaken

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that answered, or failed to."""
        return frozenset(host_of(url) for url in self._offsets)

    def _add(self, url: str, offset: int) -> None:
        self._offsets[url].append(offset)
        self.left += 1

    def rendering(self, url: str) -> str | None:
        """What a browser made of the page in the run; None when none was asked."""
        offset = self._renderings.get(url)
        if offset is None:
            return None
        with self.path.open("rb") as file:
            file.seek(offset)
            record = next(iter(ArchiveIterator(file, no_record_parse=True)))
            return bytes(record.raw_stream.read(BLOCK_BYTES)).decode("utf-8", "replace")

    def parse_failure(self, url: str) -> str:
        """Why the page at this address could not be parsed in the run; empty when it could."""
        return self._unparsed.get(url, "")


def open_archive(path: Path) -> ReplaySource:
    """Read an archive's index once; a file cut short is used as far as it goes."""
    source = ReplaySource(path=path)
    try:
        _read_index(source)
    except FileNotFoundError:
        raise BadInput("No existe el archivo «{path}».", path=path) from None
    except _DAMAGE as error:
        if not source.left:
            raise BadInput("«{path}» no es un archivo WARC.", path=path) from error
    if not source.left:
        raise BadInput("El archivo «{path}» no contiene ninguna página.", path=path)
    return source


def open_journal(path: Path) -> ReplaySource | None:
    """The archive of a run as far as it goes, even without a page; None when it tells no run."""
    source = ReplaySource(path=path)
    with contextlib.suppress(*_DAMAGE):
        _read_index(source)
    return source if source.info.get("run") else None


def _read_index(source: ReplaySource) -> None:
    with source.path.open("rb") as file:
        iterator = ArchiveIterator(file, no_record_parse=True)
        for record in iterator:
            block = b"" if record.rec_type in _LARGE else record.raw_stream.read(MIB)
            # Telling the offset reads to the end of the record: the block must be out by then.
            _take_in(source, record, block, iterator.get_record_offset())


def _take_in(source: ReplaySource, record: Any, block: bytes, offset: int) -> None:
    kind = record.rec_type
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    if kind == "warcinfo":
        source.info.update(_fields(block))
    elif kind == "response":
        source._first_url = source._first_url or url
        # Our own runs ask again word for word; other archives write addresses in their own way.
        is_own = "portal" in source.info
        source._add(url if is_own else normalise(url) or url, offset)
    elif kind == "conversion":
        source._renderings[url] = offset
    elif kind == "metadata":
        _take_in_metadata(source, url, offset, _values(block))
    begins = kind == "warcinfo" or url == RESUMED_URI
    told = source.info.get("started-at") if kind == "warcinfo" else None
    moment = _moment(told or record.rec_headers.get_header("WARC-Date") or "")
    source.spent.note(moment, begins=begins)


def _take_in_metadata(source: ReplaySource, url: str, offset: int, values: dict[str, Any]) -> None:
    if url == RUN_URI:
        source.ending.update(values)
    elif "parse_failure" in values:
        source._unparsed[url] = str(values["parse_failure"])
    elif "handshake" in values:
        _take_in_handshake(source, url, values)
    elif "failure" in values:
        source._add(url, offset)


def _take_in_handshake(source: ReplaySource, url: str, values: dict[str, Any]) -> None:
    if values["handshake"] in set(Manner):
        source._handshakes[url, Manner(values["handshake"])] = handshake_of(values)


def _fields(block: bytes) -> dict[str, str]:
    lines = block.decode("utf-8", "replace").splitlines()
    pairs = (line.partition(":") for line in lines)
    return {name.strip(): value.strip() for name, mark, value in pairs if mark}


def _values(block: bytes) -> dict[str, Any]:
    try:
        values = json.loads(block)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def _exchange(url: str, record: Any) -> Exchange:
    at = _moment(record.rec_headers.get_header("WARC-Date") or "")
    block = record.raw_stream.read(BLOCK_BYTES)
    if record.rec_type == "metadata":
        values = _values(block)
        return Exchange(
            url=url,
            fetched_at=at,
            failure=Outcome(values["failure"]),
            detail=str(values.get("detail", "")),
        )
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = tuple(
        (name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines)
    )
    status, reason = _status(first)
    exchange = Exchange(
        url=url,
        fetched_at=at,
        status=status,
        reason=reason,
        headers=headers,
        body=body,
        is_cut=bool(record.rec_headers.get_header("WARC-Truncated")),
    )
    if "chunked" in exchange.header("transfer-encoding").lower():
        body = ChunkedDataReader(BytesIO(body), decomp_type=None).read(BLOCK_BYTES)
        return Exchange(**{**vars(exchange), "body": body})
    return exchange


def _status(line: str) -> tuple[int, str]:
    _, _, rest = line.partition(" ")
    code, _, reason = rest.partition(" ")
    return (int(code) if code.isdigit() else 0), reason


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text[:19] + "Z", DATE_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
