"""Redirects lead where they say, or cost one address; none stops the crawl."""

from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, Asked, html, page, redirect
from tests.crawler.hostile.rows import row


def refresh(seconds: int, target: str) -> bytes:
    return page("Remite", head=f'<meta http-equiv="refresh" content="{seconds}; url={target}">')


def cookie_wall(asked: Asked) -> bytes:
    if "visto=si" in asked.header("cookie"):
        return page("Tras la galleta")
    return redirect("/galleta", "Set-Cookie: visto=si; Path=/")


def slow_to_rise(asked: Asked) -> bytes:
    return html("<h1>Espere</h1>", status="502 Bad Gateway") if asked.times < 1 else page("Llegó")


PAGES: dict[str, Answer] = {
    "/latina": redirect("/trámites".encode("latin-1")),
    "/corchete": redirect("http://[bad/"),
    "/puerto": redirect("http://127.0.0.1:99999/"),
    "/sin-destino": html("<h1>Contenido</h1><p>Aquí mismo", "Location: ", status="302 Found"),
    "/nada": redirect(""),
    "/galleta": cookie_wall,
    "/refresco": refresh(0, "/refresco"),
    "/media-hora": refresh(1800, "/nunca"),
    "/ida": refresh(0, "/vuelta"),
    "/lejos": redirect("/cansada"),
}
REACHED: dict[str, Answer] = {
    "/tr%E1mites": page("Trámites"),
    "/vuelta": refresh(2, "/ida"),
    "/cansada": slow_to_rise,
    "/nunca": page("Nunca"),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("redirects")
    return look({**linked(PAGES.items()), **REACHED}, folder)


@row(19)
def test_raw_latin_bytes_are_sent_back_as_they_came(seen: Seen) -> None:
    assert seen.outcome("/latina") == "ok"
    assert seen.visits["/latina"].final_url == seen.site.url("/tr%E1mites")
    assert "/tr%E1mites" in seen.site.asked


@row(20)
@pytest.mark.parametrize("path", ["/corchete", "/puerto"])
def test_target_that_is_no_address_costs_only_its_page(seen: Seen, path: str) -> None:
    assert seen.outcome(path) == "bad_redirect"
    assert len(seen.report.pages) > len(PAGES)


@row(22)
def test_redirect_without_a_target_is_the_answer_itself(seen: Seen) -> None:
    assert seen.outcome("/sin-destino") == "ok"
    assert "Aquí mismo" in seen.words("/sin-destino")
    assert seen.outcome("/nada") == "empty"
    assert seen.site.asked.count("/nada") == 1


@row(23)
def test_refresh_to_itself_is_read_once(seen: Seen) -> None:
    assert seen.outcome("/refresco") == "ok"
    assert seen.site.asked.count("/refresco") == 1


@row(23)
def test_refresh_after_half_an_hour_is_not_followed(seen: Seen) -> None:
    assert seen.outcome("/media-hora") == "ok"
    assert "/nunca" not in seen.site.asked


@row(23)
def test_refresh_is_one_step_further_and_taken_once(seen: Seen) -> None:
    assert seen.visits["/vuelta"].depth == seen.visits["/ida"].depth + 1
    assert seen.site.asked.count("/ida") == 1
    assert seen.site.asked.count("/vuelta") == 1


@row(25)
def test_page_is_seen_when_it_only_wanted_its_cookie_back(seen: Seen) -> None:
    assert seen.outcome("/galleta") == "ok"
    assert seen.page("/galleta").title == "Tras la galleta"
    assert seen.site.asked.count("/galleta") == 2


@row(26)
def test_redirected_page_is_asked_again_when_its_target_failed(seen: Seen) -> None:
    assert seen.outcome("/lejos") == "ok"
    assert seen.page("/lejos").title == "Llegó"
