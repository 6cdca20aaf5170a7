"""What was exchanged comes back from the archive as it was."""

import asyncio
import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from canse.domain.errors import BadInput
from crawler.archive import ArchiveWriter, RunFacts
from crawler.exchange import Exchange, NotArchived, Request
from crawler.replay import ReplaySource, open_archive
from crawler.visit import Outcome

AT = datetime(2026, 11, 30, 12, 0, 5, tzinfo=UTC)
URL = "http://muni.gob.gt/tr%C3%A1mites?a=1"
FACTS = RunFacts(
    run_id="20261130T120000Z-ab12cd",
    started_at=AT,
    portal_url="http://muni.gob.gt/",
    institution="muni",
    max_pages=7,
    max_seconds=9.5,
    user_agent="UniportalBot/1.0",
    tool_version="0.1.0",
)


def exchange(url: str = URL, **changes: object) -> Exchange:
    values: dict[str, object] = {
        "url": url,
        "fetched_at": AT,
        "status": 200,
        "reason": "OK",
        "headers": (("Content-Type", "text/html"), ("X-Nombre", "ñandú"), ("Set-Cookie", "a=1")),
        "body": gzip.compress(b"<p>hola"),
    }
    return Exchange(**{**values, **changes})  # type: ignore[arg-type]


def write(path: Path, *exchanges: Exchange) -> ReplaySource:
    with ArchiveWriter.begin(path, FACTS) as writer:
        for one in exchanges:
            writer.write(one)
    return open_archive(path)


def get(source: ReplaySource, url: str = URL) -> Exchange:
    return asyncio.run(source.get(Request(url=url)))


@pytest.mark.parametrize(
    "kept",
    [
        exchange(),
        exchange(body=b"", status=302, reason="", headers=(("Location", "/x"),)),
        exchange(body=b"\r\n\r\nWARC/1.0\r\n\r\n\x00\xff", is_cut=True),
        exchange(status=0, reason="", headers=(), body=b"", failure=Outcome.TIMED_OUT,
                 detail="tardó «mucho»"),
        exchange(headers=()),
    ],
)  # fmt: skip
def test_exchange_comes_back_when_it_was_kept(tmp_path: Path, kept: Exchange) -> None:
    assert get(write(tmp_path / "a.warc.gz", kept)) == kept


def test_chunks_are_not_announced_when_the_body_has_none(tmp_path: Path) -> None:
    kept = exchange(headers=(("Transfer-Encoding", "chunked"),), body=b"5\r\nhola")

    assert get(write(tmp_path / "a.warc.gz", kept)).body == b"5\r\nhola"


def test_answers_of_one_address_come_in_order_and_then_no_more(tmp_path: Path) -> None:
    source = write(
        tmp_path / "a.warc.gz",
        exchange(status=503),
        exchange(url="http://muni.gob.gt/otra"),
        exchange(status=0, failure=Outcome.TIMED_OUT, headers=(), body=b"", reason=""),
        exchange(status=200),
    )

    assert [get(source).status for _ in range(3)] == [503, 0, 200]
    with pytest.raises(NotArchived):
        get(source)


def test_facts_and_ending_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with ArchiveWriter.begin(path, FACTS) as writer:
        writer.write(exchange())
        writer.write_parse_failure(URL, AT, "tardó demasiado")
        writer.finish(AT, {"limit": "seconds"})

    source = open_archive(path)

    assert source.portal_url == "http://muni.gob.gt/"
    assert source.info["institution"] == "muni"
    assert source.ending == {"limit": "seconds"}
    assert source.parse_failure(URL) == "tardó demasiado"


def test_archive_is_read_as_far_as_it_goes_when_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    write(path, exchange(), exchange(url="http://muni.gob.gt/b"))
    path.write_bytes(path.read_bytes()[:-40])

    source = open_archive(path)

    assert get(source).status == 200


def test_nothing_is_overwritten_when_an_archive_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    write(path, exchange())

    with pytest.raises(FileExistsError):
        write(path, exchange())


@pytest.mark.parametrize(
    "content",
    [b"", b"hola", b"\x1f\x8bnada", gzip.compress(b"hola\n" * 9, mtime=0)],
    ids=["empty", "text", "broken", "no archive"],
)
def test_file_is_refused_in_words_when_it_is_no_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)

    with pytest.raises(BadInput, match=r"WARC|ninguna página"):
        open_archive(path)


def test_file_is_refused_in_words_when_it_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No existe"):
        open_archive(tmp_path / "nada.warc.gz")


def test_foreign_archive_is_read_from_its_first_answer(tmp_path: Path) -> None:
    path = tmp_path / "f.warc"
    block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhola!\r\n0\r\n\r\n"
    path.write_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://Muni.gob.gt:80/a>\r\n"
        b"WARC-Date: 2026-11-30T12:00:05.123Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (len(block), block)
    )

    source = open_archive(path)

    assert source.portal_url == "http://Muni.gob.gt:80/"
    assert get(source, "http://muni.gob.gt/a").body == b"hola!"
    assert get(open_archive(path), "http://muni.gob.gt/a").fetched_at == AT
