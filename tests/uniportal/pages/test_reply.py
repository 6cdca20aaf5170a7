"""The right to reply: a form that loses nothing, and shows nothing before it was checked."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from werkzeug.test import TestResponse

from canse.database.session import Database
from canse.intake import take_in
from canse.replies import Replies
from indices.memory_engine import MemoryIndex
from tests.builders import NOON
from tests.conftest import DatabaseShop
from tests.page_client import PageClient
from tests.uniportal.pages.conftest import portal
from uniportal.app import create_app
from uniportal.settings import Settings
from uniportal.wiring import Rooms

PAGE = "/institucion/renap/auditoria"
FORM = f"{PAGE}/responder"


@pytest.fixture
def database(sqlite_shop: DatabaseShop) -> Iterator[Database]:
    made = sqlite_shop.new(seeded=True)
    take_in(made, portal("renap.gob.gt", title="RENAP"), NOON)
    yield made
    made.dispose()


@pytest.fixture
def person(settings: Settings, database: Database) -> PageClient:
    """Somebody of the institution, before their own audit."""
    return PageClient(create_app(rooms=Rooms(settings, database=database, index=MemoryIndex())))


def send(person: PageClient, headers: Any = None, **changes: Any) -> TestResponse:
    """Fill the form in and send it."""
    soup = person.get(FORM).soup
    hidden = {str(tag["name"]): str(tag["value"]) for tag in soup.select("input[type=hidden]")}
    filled = {
        **hidden,
        "clase": "respuesta",
        "indicador": "E1-01",
        "servicio": "",
        "texto": "La portada responde <b>siempre</b>.",
        "cargo": "Unidad de Informática",
        "nombre": "Ana Ejemplo",
        "correo": "ana@renap.example",
        "sitio": "",
        **changes,
    }
    return person.app.test_client().post(FORM, data=filled, headers=headers)


def test_reply_waits_until_somebody_publishes_it(person: PageClient, database: Database) -> None:
    assert send(person).status_code == 200
    assert "La portada responde" not in person.get(PAGE).text

    replies = Replies(database)
    (waiting,) = replies.listed()
    replies.publish(waiting.id, at=datetime.now(UTC), by="quien revisa")
    page = person.get(PAGE)

    assert "La portada responde <b>siempre</b>." in page.text
    assert "Unidad de Informática" in page.text
    assert "Ana Ejemplo" not in page.html
    assert "ana@renap.example" not in page.html


def test_request_for_review_is_shown_at_once_without_its_text(person: PageClient) -> None:
    assert send(person, clase="revision").status_code == 200

    page = person.get(PAGE)

    assert "En revisión." in page.text
    assert "La portada responde" not in page.text


@pytest.mark.parametrize(
    "changes",
    [
        {"texto": ""},
        {"texto": "x" * 3001},
        {"correo": "ana"},
        {"indicador": "E9-99"},
        {"cargo": "\u200b"},
        {"sitio": "http://robot.example"},
        {"ficha": "falsa"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    person: PageClient, database: Database, changes: dict[str, str]
) -> None:
    answer = send(person, **changes)
    html = answer.get_data(as_text=True)

    assert answer.status_code == 422
    assert 'role="alert"' in html
    assert "Ana Ejemplo" in html
    assert Replies(database).listed() == ()


def test_form_sent_twice_is_kept_once(person: PageClient, database: Database) -> None:
    soup = person.get(FORM).soup
    token = soup.select_one("input[name=ficha]")
    assert token is not None

    for _ in range(2):
        assert send(person, ficha=str(token["value"])).status_code == 200

    assert len(Replies(database).listed()) == 1


def test_form_of_another_page_is_not_taken(person: PageClient, database: Database) -> None:
    answer = send(person, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert Replies(database).listed() == ()


def test_flood_is_refused_and_said(person: PageClient, database: Database) -> None:
    codes = [send(person).status_code for _ in range(30)]

    assert 429 in codes
    assert len(Replies(database).listed()) == codes.index(429)


def test_form_begins_with_what_it_is_about(person: PageClient) -> None:
    page = person.get(f"{FORM}?indicador=E1-01")
    field = page.soup.select_one("#indicador")

    assert field is not None
    assert field["value"] == "E1-01"


def test_reply_is_never_in_the_log(person: PageClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        send(person)

    said = " ".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "Ana" not in said
    assert "ana@" not in said
