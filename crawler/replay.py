"""Answers read back from an archive, in the order they were given, without any connection."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
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
from crawler.archive import DATE_FORMAT, RUN_URI
from crawler.exchange import MIB, Exchange, NotArchived, Request
from crawler.urls import normalise
from crawler.visit import Outcome

BLOCK_BYTES = 12 * MIB
_DAMAGE = (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError, TypeError)


@dataclass(kw_only=True)
class ReplaySource:
    """An archive opened for replay: its records by address, and what it says of its run."""

    path: Path
    info: dict[str, str] = field(default_factory=dict)
    ending: dict[str, Any] = field(default_factory=dict)
    _offsets: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _unparsed: dict[str, str] = field(default_factory=dict)
    _given: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _first_url: str = ""

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
        with self.path.open("rb") as file:
            file.seek(offsets[number])
            record = next(iter(ArchiveIterator(file, no_record_parse=True)))
            return _exchange(request.url, record)

    def parse_failure(self, url: str) -> str:
        """Why the page at this address could not be parsed in the run; empty when it could."""
        return self._unparsed.get(url, "")


def open_archive(path: Path) -> ReplaySource:
    """Read an archive's index once; a file cut short is used as far as it goes."""
    source = ReplaySource(path=path)
    try:
        with path.open("rb") as file:
            for kind, url, offset, block in _records(file):
                _take_in(source, kind, url, offset, block)
    except FileNotFoundError:
        raise BadInput("No existe el archivo «{path}».", path=path) from None
    except _DAMAGE as error:
        if not source._offsets:
            raise BadInput("«{path}» no es un archivo WARC.", path=path) from error
    if not source._offsets:
        raise BadInput("El archivo «{path}» no contiene ninguna página.", path=path)
    return source


def _records(file: Any) -> Iterator[tuple[str, str, int, bytes]]:
    iterator = ArchiveIterator(file, no_record_parse=True)
    for record in iterator:
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        block = b"" if record.rec_type == "response" else record.raw_stream.read(MIB)
        yield record.rec_type, url.strip("<>"), iterator.get_record_offset(), block


def _take_in(source: ReplaySource, kind: str, url: str, offset: int, block: bytes) -> None:
    if kind == "warcinfo":
        source.info.update(_fields(block))
    elif kind == "response":
        source._first_url = source._first_url or url
        # Our own runs ask again word for word; other archives write addresses in their own way.
        is_own = "portal" in source.info
        source._offsets[url if is_own else normalise(url) or url].append(offset)
    elif kind == "metadata":
        values = _values(block)
        if url == RUN_URI:
            source.ending.update(values)
        elif "parse_failure" in values:
            source._unparsed[url] = str(values["parse_failure"])
        elif "failure" in values:
            source._offsets[url].append(offset)


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
