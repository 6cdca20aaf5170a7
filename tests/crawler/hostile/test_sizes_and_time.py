"""A page is whole or said not to be; slow and busy portals are given time, not blame."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from canse.domain.audit import AuditReport, Limit
from crawler.fetch import Patience
from crawler.politeness import Politeness
from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, Asked, html, page
from tests.crawler.hostile.rows import row

PAGE = "<!doctype html><html lang=es><title>Hola</title><h1>Trámites</h1><p>Todo el año.</p></html>"
IMPATIENT = Patience(total=2.0, silent=0.3)
SHEET = (
    "<p>Sirve para el número {0}.</p><h2>Requisitos</h2><ul><li>Documento de identidad.</li></ul>"
    "<h2>Costo</h2><p>Q {0}.00</p>"
)


def sheet(number: int) -> bytes:
    return page(f"Licencia de oficio {number}", text=SHEET.format(number))


def half_a_page(asked: Asked) -> Iterator[bytes]:
    yield html("<h1>Requisitos</h1><p>Todo a medias", length=5000)
    asked.wait(5)


def cut_chunks(asked: Asked) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"1000\r\n<h1>Trozo</h1>"


@row(61)
def test_plain_page_is_read_when_labelled_gzip(tmp_path: Path) -> None:
    seen = look(linked([("/mentira", html(PAGE, "Content-Encoding: gzip"))]), tmp_path)

    assert "Todo el año." in seen.words("/mentira")
    assert "codificacion_falsa" in seen.page("/mentira").problems


@row(62)
def test_page_is_read_when_junk_follows_it(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode()) + b"\x00\x00basura"
    seen = look(linked([("/basura", html(packed, "Content-Encoding: gzip"))]), tmp_path)

    assert seen.outcome("/basura") == "ok"
    assert "Todo el año." in seen.words("/basura")


@row(64)
def test_page_cut_by_silence_is_never_taken_for_whole(tmp_path: Path) -> None:
    pages: list[tuple[str, Answer]] = [("/silencio", half_a_page), ("/trozo", cut_chunks)]
    seen = look(linked(pages), tmp_path, patience=IMPATIENT)

    assert seen.outcome("/silencio") == "timed_out"
    assert seen.outcome("/trozo") == "bad_response"
    assert seen.visits["/silencio"].page is seen.visits["/trozo"].page is None
    assert seen.site.asked.count("/silencio") == 3


@row(65)
def test_portal_of_many_sheets_is_read_in_part_and_says_so(tmp_path: Path) -> None:
    pages = {f"/s{number}": sheet(number) for number in range(130)}
    seen = look(linked(pages.items()), tmp_path, max_pages=60)

    coverage = seen.report.coverage
    assert coverage.limit is Limit.PAGES
    assert coverage.pages_fetched == 60
    assert coverage.skipped["presupuesto"] == 131 - 60
    assert "Se alcanzó el máximo de páginas." in coverage.reasons
    assert len(seen.report.services) == 59
    assert {one.outcome for one in seen.report.pages if "/s" in one.url[8:]} <= {"ok", "not_found"}


def verdicts(report: AuditReport) -> tuple[Any, ...]:
    services = [(one.name, one.stage_confirmed, one.stage_declared) for one in report.services]
    return services, [(one.id, one.verdict) for one in report.indicators], report.stage.confirmed


@row(67)
def test_verdict_is_the_same_when_pages_are_slow_at_first(tmp_path: Path) -> None:
    quick: dict[str, Answer] = {f"/s{number}": sheet(number) for number in range(6)}

    def slow(number: int) -> Callable[[Asked], Iterator[bytes]]:
        def answer(asked: Asked) -> Iterator[bytes]:
            if asked.times == 0:
                asked.wait(1)
            yield sheet(number)

        return answer

    tired = {**quick, "/s2": slow(2), "/s4": slow(4)}
    first = look(linked(quick.items()), tmp_path / "1", patience=IMPATIENT)
    second = look(linked(tired.items()), tmp_path / "2", patience=IMPATIENT)

    assert second.site.asked.count("/s2") == 2
    assert len(first.report.services) == 6
    assert verdicts(first.report) == verdicts(second.report)


def busy_once(*headers: str) -> Callable[[Asked], bytes]:
    busy = html("<h1>Espere</h1>", *headers, status="429 Too Many Requests")
    return lambda asked: sheet(1) if asked.times else busy


def look_with_clock(answers: dict[str, Answer], folder: Path) -> tuple[Seen, list[float]]:
    """An audit on a clock that only sleeping moves, with the pauses it made."""
    now, slept = [0.0], []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    manners = Politeness(monotonic=lambda: now[0], sleep=sleep)
    return look(answers, folder, politeness=manners), slept


@row(68)
@pytest.mark.parametrize(
    ("headers", "pause"),
    [(("Retry-After: 90",), 90.0), ((), 30.0), (("Retry-After: luego",), 30.0)],
)
def test_busy_page_is_asked_again_later_and_more_slowly(
    tmp_path: Path, headers: tuple[str, ...], pause: float
) -> None:
    pages: list[tuple[str, Answer]] = [("/ocupada", busy_once(*headers)), ("/otra", page("Otra"))]
    seen, slept = look_with_clock(linked(pages), tmp_path)

    assert seen.outcome("/ocupada") == "ok"
    assert pause in slept
    assert min(slept[slept.index(pause) + 1 :], default=4.0) >= 4.0


@row(68)
def test_busy_home_is_asked_again_after_the_pause_it_names(tmp_path: Path) -> None:
    seen, slept = look_with_clock({"/": busy_once("Retry-After: 70")}, tmp_path)

    assert seen.outcome("/") == "ok"
    assert 70.0 in slept


@row(68)
def test_service_keeps_its_stage_when_its_form_is_busy(tmp_path: Path) -> None:
    form = '<p><a href="/formulario.pdf">Descargar formulario</a></p>'
    sheet = page("Licencia de obra", text=SHEET.format(1) + form)
    busy = html("<h1>Espere</h1>", status="429 Too Many Requests")
    seen, _ = look_with_clock({**linked([("/obra", sheet)]), "/formulario.pdf": busy}, tmp_path)

    assert seen.outcome("/formulario.pdf") == "too_many_requests"
    assert [int(one.stage_confirmed) for one in seen.report.services] == [2]
