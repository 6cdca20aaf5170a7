"""A replay of an archive gives the report of the run, and nothing else."""

import gzip
from itertools import count
from pathlib import Path

import pytest

from canse.domain.audit import Limit
from canse.domain.errors import BadInput
from crawler.audit import Target, audit_portal
from tests.crawler.auditing import MUNI, audit, options, outcomes, read_json, without_run
from tests.crawler.small_site import Pages, Reply, page, serve


def test_replay_gives_the_same_report_without_a_connection(tmp_path: Path) -> None:
    first, site = audit(MUNI, tmp_path)
    asked = len(site.asked)

    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), options(tmp_path, max_pages=1))

    assert without_run(read_json(second)) == without_run(read_json(first))
    assert read_json(second)["run"]["mode"] == "replay"
    assert len(site.asked) == asked


def test_replay_is_the_same_when_pages_failed_and_were_tried_again(tmp_path: Path) -> None:
    pages = dict(MUNI)
    pages["/tramites"] = lambda times: (
        Reply(status=503, headers=(("Retry-After", "1"),)) if times < 1 else page("T", "/a")
    )
    pages["/a"] = lambda times: Reply(status=500)
    first, site = audit(pages, tmp_path)

    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), options(tmp_path))

    assert outcomes(first)["/tramites"] == "ok"
    assert outcomes(first)["/a"] == "server_error"
    assert site.asked.count("/a") == 3
    assert without_run(read_json(second)) == without_run(read_json(first))


def test_replay_stops_where_the_clock_stopped_the_run(tmp_path: Path) -> None:
    pages: Pages = {"/": page("Inicio", *(f"/p{n}" for n in range(50)))}
    pages |= {f"/p{n}": page(f"Página {n}") for n in range(50)}
    ticks = iter(range(100_000))

    first, _ = audit(pages, tmp_path, max_seconds=20, monotonic=lambda: float(next(ticks)))
    second = audit_portal(Target(replay=first.path.parent / "pages.warc.gz"), options(tmp_path))

    assert first.report.coverage.limit is Limit.SECONDS
    assert 1 < first.report.coverage.pages_fetched < 51
    assert without_run(read_json(second)) == without_run(read_json(first))


def test_institution_is_kept_in_report_and_replay(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        first = audit_portal(Target(url=site.url(), institution="muni"), options(tmp_path))

    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), options(tmp_path))

    assert first.report.portal.institution == "muni"
    assert second.report.portal.institution == "muni"


def write_foreign(path: Path, **pages: str) -> None:
    """An archive of another program: answers only, nothing of the run."""
    parts = []
    for name, html in pages.items():
        block = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + html.encode()
        url = f"http://Muni.gob.gt/{'' if name == 'home' else name}"
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        head += f"WARC-Date: 2026-11-30T12:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
        parts.append(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    path.write_bytes(b"".join(parts))


def test_foreign_archive_is_audited_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "ajeno.warc.gz"
    links = "<a href=/uno>uno</a><a href=/dos>dos</a><a href=/boleta.pdf>boleta</a>"
    write_foreign(path, home=f"<title>Inicio</title><p>Bienvenidos {links}", uno="<p>Uno dos tres")

    audited = audit_portal(Target(replay=path), options(tmp_path))

    coverage = audited.report.coverage
    assert audited.report.portal.url == "http://muni.gob.gt/"
    assert coverage.pages_fetched == 2
    assert coverage.skipped == {"no_archivada": 2}


def test_archive_is_refused_in_words_when_it_lacks_the_home(tmp_path: Path) -> None:
    path = tmp_path / "ajeno.warc.gz"
    write_foreign(path, uno="<p>Uno")

    with pytest.raises(BadInput, match="no contiene la portada"):
        audit_portal(Target(replay=path), options(tmp_path))


def test_documents_left_for_lack_of_time_are_counted_and_repeated(tmp_path: Path) -> None:
    links = [f"/d{n}.pdf" for n in range(30)]
    pages: Pages = {"/": page("Inicio", *links)}
    pages |= {link: Reply(body=b"%PDF-1.4", kind="application/pdf") for link in links}
    ticks = count()

    first, _ = audit(pages, tmp_path, max_seconds=40, monotonic=lambda: float(next(ticks)))
    second = audit_portal(Target(replay=first.path.parent / "pages.warc.gz"), options(tmp_path))

    assert first.report.coverage.limit is Limit.SECONDS
    assert 0 < first.report.coverage.skipped["presupuesto"] < 30
    assert without_run(read_json(second)) == without_run(read_json(first))
