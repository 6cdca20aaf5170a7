"""Suggestions while typing: what they lead to, and that they never stand in anybody's way."""

import logging
import re
from pathlib import Path
from typing import Any

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.search_knowledge import SearchKnowledge
from indices.memory_engine import MemoryIndex
from indices.port import MAX_TEXT_LENGTH
from indices.rebuild import rebuild
from tests.page_client import PageClient
from tests.uniportal.doubles import SickIndex
from tests.uniportal.pages.reading import one
from uniportal.app import create_app
from uniportal.settings import Settings
from uniportal.wiring import Rooms

SCRIPT = Path(__file__).parents[3] / "uniportal" / "static" / "site.js"
MOST_SCRIPT_BYTES = 8 * 1024


@pytest.fixture(scope="module")
def taught(settings: Settings, audited_database: Database) -> PageClient:
    """The site once people have searched it."""
    index = MemoryIndex()
    rebuild(index, Catalogue(audited_database))
    index.apply(
        upserts=(),
        deletes=(),
        applied=1,
        knowledge=SearchKnowledge(queries={"renap cita para dpi": 9}),
    )
    return PageClient(create_app(rooms=Rooms(settings, database=audited_database, index=index)))


def suggested(site: PageClient, query: str) -> list[dict[str, Any]]:
    """What is suggested for an address's query."""
    answer = site.app.test_client().get(f"/sugerencias?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    found: list[dict[str, Any]] = answer.get_json()["suggestions"]
    return found


def test_suggestions_of_every_kind_lead_to_pages(taught: PageClient) -> None:
    found = [*suggested(taught, "q=renap"), *suggested(taught, "q=salud")]

    assert {one["kind"] for one in found} == {"servicio", "institucion", "categoria", "busqueda"}
    for suggestion in found:
        assert suggestion["text"]
        assert taught.get(suggestion["url"]).status == 200


def test_institution_and_past_search_lead_where_they_say(taught: PageClient) -> None:
    found = {one["kind"]: one for one in suggested(taught, "q=renap")}

    assert found["institucion"]["url"] == "/institucion/renap"
    assert found["busqueda"]["url"] == "/buscar?q=renap+cita+para+dpi"


def test_suggestions_keep_the_language(taught: PageClient) -> None:
    answer = taught.app.test_client().get("/en/sugerencias?q=renap")

    assert all(one["url"].startswith("/en/") for one in answer.get_json()["suggestions"])


def test_answer_repeats_the_words_and_may_be_kept(visitor: PageClient) -> None:
    answer = visitor.app.test_client().get("/sugerencias?q=++pasa%00porte++")

    assert answer.get_json()["query"] == "pasa porte"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "query", ["", "q=", "q=++", "q=p", "q=%00%E2%80%AE", f"q={'a' * (MAX_TEXT_LENGTH + 1)}"]
)
def test_nothing_is_suggested_for_nothing_and_for_too_much(visitor: PageClient, query: str) -> None:
    assert suggested(visitor, query) == []


def test_sick_index_suggests_nothing_and_nobody_keeps_that(
    settings: Settings, audited_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    rooms = Rooms(settings, database=audited_database, index=SickIndex("no hay disco"))

    with caplog.at_level(logging.WARNING, logger="uniportal.pages"):
        answer = create_app(rooms=rooms).test_client().get("/sugerencias?q=pasaporte")

    assert (answer.status_code, answer.get_json()["suggestions"]) == (200, [])
    assert answer.headers["Cache-Control"] == "no-store"
    assert [record.getMessage() for record in caplog.records] == ["suggestions_unavailable"]


def test_suggestions_are_only_read(visitor: PageClient) -> None:
    assert visitor.app.test_client().post("/sugerencias", data={"q": "dpi"}).status_code == 405


def test_box_is_a_plain_form_that_tells_the_script_where_to_ask(visitor: PageClient) -> None:
    page = visitor.get("/en/buscar?q=dpi")

    box = one(page, "form[method=get] input#q[name=q]")
    kinds = {"servicio", "institucion", "categoria", "busqueda"}

    assert box["data-suggest"] == "/en/sugerencias"
    assert all(box[f"data-{kind}"] for kind in kinds)
    assert not {"role", "aria-controls"} & set(box.attrs)


def test_script_is_small_and_makes_no_markup_of_words() -> None:
    script = SCRIPT.read_text(encoding="utf-8")

    assert len(script.encode()) < MOST_SCRIPT_BYTES
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval", script)
