"""An answer is named by what it is worth: documents, the pages in their place, and headers."""

from datetime import UTC, datetime

import pytest

from crawler.exchange import Exchange, Want
from crawler.headers import HEADERS, VALUE_LENGTH, kept_headers
from crawler.reading import PAGE_FOR_A_FILE, Reading, read
from crawler.redirects import Fetched
from crawler.visit import Outcome
from tests.crawler.files import CSV, TEXT_PDF

AT = datetime(2026, 11, 30, tzinfo=UTC)
URL = "https://portal.ejemplo.example/boleta.pdf"
LOST = b"<!doctype html><title>Inicio</title><p>Lo que busca no est\xc3\xa1 aqu\xc3\xad.</p>"
LOGIN = b"<html><form><input name=u><input name=c type='password'></form></html>"


def answered(body: bytes, kind: str, *, url: str = URL, want: Want = Want.DOCUMENT) -> Reading:
    headers = (("Content-Type", kind),) if kind else ()
    exchange = Exchange(url=url, fetched_at=AT, status=200, headers=headers, body=body)
    return read(
        Fetched(url=url, final_url=url, exchange=exchange, failure=None, detail="", asked=(url,)),
        want,
    )


@pytest.mark.parametrize(
    ("body", "kind", "outcome"),
    [
        (TEXT_PDF, "application/pdf", Outcome.NOT_HTML),
        (TEXT_PDF, "text/html", Outcome.NOT_HTML),
        (LOST, "text/html; charset=utf-8", Outcome.SOFT_NOT_FOUND),
        (LOST, "", Outcome.SOFT_NOT_FOUND),
        (b"Archivo no encontrado.", "text/html", Outcome.SOFT_NOT_FOUND),
        (LOGIN, "text/html", Outcome.LOGIN_REQUIRED),
        (b"<table><tr><td>1</td></tr></table>", "application/vnd.ms-excel", Outcome.NOT_HTML),
        (b"", "application/pdf", Outcome.EMPTY),
    ],
)
def test_page_in_place_of_a_file_is_not_taken_for_it(
    body: bytes, kind: str, outcome: Outcome
) -> None:
    reading = answered(body, kind)

    assert reading.outcome is outcome
    is_disguised = outcome in (Outcome.SOFT_NOT_FOUND, Outcome.LOGIN_REQUIRED)
    assert reading.detail == (PAGE_FOR_A_FILE if is_disguised else "")


def test_data_sent_as_a_page_is_data() -> None:
    reading = answered(CSV, "text/html", url="https://portal.ejemplo.example/datos.csv")

    assert reading.outcome is Outcome.NOT_HTML
    assert reading.document is not None
    assert reading.document.is_parsed


def test_file_met_where_a_page_was_expected_has_its_facts_too() -> None:
    reading = answered(TEXT_PDF, "application/pdf", want=Want.PAGE)

    assert reading.document is not None
    assert reading.document.kind == "pdf"


@pytest.mark.parametrize("want", [Want.ROBOTS, Want.SITEMAP])
def test_no_facts_are_sought_in_what_is_no_document(want: Want) -> None:
    assert answered(b"User-agent: *", "text/plain", want=want).document is None


def test_page_stays_a_page_when_a_page_was_asked_for() -> None:
    reading = answered(LOST, "text/html", want=Want.PAGE)

    assert reading.outcome is Outcome.OK
    assert reading.document is None


def headers_of(*headers: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return kept_headers(Exchange(url=URL, fetched_at=AT, headers=headers))


def test_cookie_keeps_its_name_and_attributes_only() -> None:
    kept = headers_of(("Set-Cookie", "PHPSESSID=secreto123; path=/; HttpOnly; SameSite=Lax"))

    assert kept == (("set-cookie", "PHPSESSID=; path=/; HttpOnly; SameSite=Lax"),)


@pytest.mark.parametrize("cookie", ["secreto123; Secure", "=secreto123; Secure"])
def test_cookie_without_a_name_shows_nothing(cookie: str) -> None:
    ((_, value),) = headers_of(("set-cookie", cookie))

    assert value == "=; Secure"


def test_headers_are_few_known_and_short() -> None:
    many = [("Server", "x" * 9000)] * 100
    kept = headers_of(("X-Secreto", "1"), ("Date", "hoy"), *many)

    assert len(kept) == HEADERS
    assert set(kept) == {("server", "x" * VALUE_LENGTH)}
