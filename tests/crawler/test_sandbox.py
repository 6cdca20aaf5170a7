"""A page that hangs, bursts or kills its parser costs that page only."""

import asyncio

import pytest

from crawler.page_json import MalformedPage, page_from_json, page_to_json
from crawler.parse import parse_page
from crawler.sandbox import Parsed, Sandbox

MISBEHAVING = "tests.crawler.parsers:misbehave"
URL = "http://muni.gob.gt/"
GOOD = "<html lang=es><title>Hola</title><p>Trámites <a href=/x>ver</a>"


def parse(*pages: str, seconds: float = 10, parser: str = MISBEHAVING) -> list[Parsed]:
    async def run() -> list[Parsed]:
        async with Sandbox(seconds=seconds, parser=parser) as sandbox:
            await sandbox.parse(GOOD, url=URL)
            return [await sandbox.parse(page, url=URL) for page in pages]

    return asyncio.run(run())


def test_page_is_the_same_in_the_child_and_here() -> None:
    (parsed,) = parse(GOOD)

    assert parsed.page == parse_page(GOOD, url=URL)
    assert parsed.weight > 0


@pytest.mark.parametrize("bad", ["colgarse", "memoria", "morir", "error"])
def test_next_page_is_read_when_one_ruins_the_child(bad: str) -> None:
    ruined, good = parse(bad, GOOD, seconds=1.5)

    assert ruined.page is None
    assert ruined.failure
    assert good.page is not None
    assert good.page.title == "Hola"


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x",
        "<a href=/x>" * 150_000,
        "<!-- -->" * 200_000,
        "<p>" + "x" * 2_000_000,
        "<table>" * 100_000,
        "&lt;" * 500_000,
        "<form>" * 100_000 + "<input>" * 50_000,
    ],
    ids=["div", "attributes", "links", "comments", "text", "tables", "entities", "forms"],
)
def test_crawl_goes_on_when_a_page_is_monstrous(page: str) -> None:
    monstrous, good = parse(page, GOOD, parser="crawler.parse:parse_page")

    assert monstrous.page is not None or monstrous.failure
    assert monstrous.weight < 16 * 1024**2
    assert good.page is not None


def test_monstrous_lists_and_texts_are_shortened_and_said() -> None:
    html = "<a href=/x>a</a>" * 5000 + "<p>" + "y" * 50_000
    page = page_from_json(page_to_json(parse_page(html, url=URL)).encode())

    assert len(page.links) == 4000
    assert max(len(block.text) for block in page.blocks) <= 20_000
    assert "pagina_recortada" in page.problems


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b'{"url": "x"}',
        b"[" * 100_000,
    ],
)
def test_answer_is_refused_when_it_is_no_page(text: bytes) -> None:
    with pytest.raises(MalformedPage):
        page_from_json(text)


@pytest.mark.parametrize(("right", "wrong"), [('"Hola"', "7"), ('"main"', '"otra"')])
def test_answer_is_refused_when_one_value_is_of_another_kind(right: str, wrong: str) -> None:
    text = page_to_json(parse_page(GOOD, url=URL)).replace(right, wrong)

    with pytest.raises(MalformedPage):
        page_from_json(text.encode())


def test_lone_surrogate_is_replaced_when_a_child_sends_one() -> None:
    text = page_to_json(parse_page(GOOD, url=URL)).replace('"Hola"', '"\\ud800a"')

    page = page_from_json(text.encode())

    assert page.title == "?a"
