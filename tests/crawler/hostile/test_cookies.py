"""Cookies are kept for their chain of redirects, however oddly they are written."""

from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, Asked, html, page, redirect
from tests.crawler.hostile.rows import row

JSON = 'prefs={"idioma": "es", "tema": 1}'
DATES = (
    "Thu, 01-Jan-99999 00:00:00 GMT",
    "Mon, 18-Jan-38 03:14:07 GMT",
    "nunca",
    "",
)


def wants(cookies: tuple[str, ...]) -> Answer:
    def answer(asked: Asked) -> bytes:
        has_all = all(cookie in asked.header("cookie") for cookie in cookies)
        return page("Adentro") if has_all else html("<h1>Sin galletas", status="403 Forbidden")

    return answer


DATED = tuple(f"c{number}=v{number}" for number in range(len(DATES)))
SETS = [f"Set-Cookie: {pair}; Expires={day}" for pair, day in zip(DATED, DATES, strict=True)]
PAGES: dict[str, Answer] = {
    "/json": redirect("/dentro", f"Set-Cookie: {JSON}; Path=/", "Set-Cookie: sesion=abc123"),
    "/fechas": redirect("/dentro-tambien", *SETS),
}
REACHED: dict[str, Answer] = {
    "/dentro": wants((JSON, "sesion=abc123")),
    "/dentro-tambien": wants(DATED),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("cookies")
    return look({**linked(PAGES.items()), **REACHED}, folder)


@row(88)
def test_cookie_of_json_and_the_one_behind_it_are_both_read(seen: Seen) -> None:
    assert seen.outcome("/json") == "ok"


@row(89)
def test_cookie_is_kept_for_the_session_when_its_date_is_impossible(seen: Seen) -> None:
    assert seen.outcome("/fechas") == "ok"


def test_no_cookie_is_sent_outside_its_chain(seen: Seen) -> None:
    heads = {head.split(" ")[1]: head.lower() for head in seen.site.heads}

    assert "cookie:" in heads["/dentro"]
    assert not [path for path in heads if path not in REACHED and "cookie:" in heads[path]]
