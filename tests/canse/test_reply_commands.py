"""`replies list`, `publish`, `reject` and `forget` at the console."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner, Result

from canse.database.session import Database
from canse.domain.reply import ReplyState
from canse.replies import Replies
from canse.reply_commands import replies
from tests.builders import new_reply

NOW = datetime(2026, 12, 1, tzinfo=UTC)


@dataclass
class Rooms:
    """The part of the house that these commands use."""

    database: Database


@pytest.fixture
def answered(seeded_sqlite: Database) -> Database:
    """A catalogue in which one reply waits."""
    Replies(seeded_sqlite).receive("renap", new_reply(text="Ya está.\nGracias."), NOW)
    return seeded_sqlite


def spoken(database: Database, *words: str) -> Result:
    return CliRunner().invoke(replies, words, obj=Rooms(database))


def test_list_says_what_waits_and_who_wrote_it(answered: Database) -> None:
    lines = spoken(answered, "list").stdout.splitlines()

    assert lines == [
        "1 [pendiente] 2026-12-01 renap renap.gob.gt · respuesta · E1-01",
        "    Luis Ejemplo (Unidad de Informática) <informatica@renap.example>",
        "    Ya está.",
        "    Gracias.",
    ]


def test_list_gives_data_when_asked(answered: Database) -> None:
    (reply,) = json.loads(spoken(answered, "list", "--json").stdout)

    assert (reply["id"], reply["state"], reply["institution"]) == (1, "pendiente", "renap")
    assert reply["received_at"] == "2026-12-01T00:00:00+00:00"


def test_list_of_nothing_says_so(seeded_sqlite: Database) -> None:
    assert spoken(seeded_sqlite, "list").stdout == "No hay respuestas.\n"


def test_publish_takes_it_off_the_list(answered: Database) -> None:
    result = spoken(answered, "publish", "1")

    assert (result.exit_code, result.stdout) == (0, "Respuesta 1 publicada.\n")
    assert spoken(answered, "list").stdout == "No hay respuestas.\n"
    assert "[publicada]" in spoken(answered, "list", "--all").stdout


def test_reject_needs_a_reason(answered: Database) -> None:
    assert spoken(answered, "reject", "1").exit_code == 2

    result = spoken(answered, "reject", "1", "--reason", "No era de la institución.")

    assert result.stdout == "Respuesta 1 rechazada.\n"
    assert [one.state for one in Replies(answered).listed(None)] == [ReplyState.REJECTED]


def test_forget_erases_who_wrote_and_keeps_what_was_said(answered: Database) -> None:
    for _ in range(2):
        result = spoken(answered, "forget", "1")
        assert result.stdout == "Se borró quién envió la respuesta 1.\n"

    assert spoken(answered, "list").stdout.splitlines()[1:] == [
        "    Unidad de Informática",
        "    Ya está.",
        "    Gracias.",
    ]
