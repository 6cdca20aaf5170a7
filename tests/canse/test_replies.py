"""The right to reply: kept once, shown only when allowed, and never a flood."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.errors import NotFound, TooMany
from canse.domain.reply import PublicReply, ReplyKind, ReplyState
from canse.intake import take_in
from canse.replies import MOST_A_DAY, MOST_A_DAY_ABOUT_ONE, MOST_AN_HOUR_FROM_ONE, Replies
from tests.builders import new_reply, report

NOW = datetime(2026, 12, 1, tzinfo=UTC)
BEFORE = NOW - timedelta(minutes=1)


def shown(database: Database) -> tuple[PublicReply, ...]:
    """What everybody may read of the replies about RENAP's portal."""
    made = report()
    take_in(database, replace(made, portal=replace(made.portal, url="https://renap.gob.gt/")), NOW)
    (result,) = Catalogue(database).portal_results()
    return Catalogue(database).portal_audit(result.audit_id).replies


def test_answer_is_not_shown_before_it_is_published(seeded: Database) -> None:
    Replies(seeded).receive("renap", new_reply(), NOW)

    assert shown(seeded) == ()


def test_review_asked_for_is_shown_without_its_words(seeded: Database) -> None:
    Replies(seeded).receive("renap", new_reply(kind=ReplyKind.REVIEW), NOW)

    (reply,) = shown(seeded)

    assert reply.is_pending
    assert (reply.indicator, reply.text, reply.post, reply.name) == ("E1-01", "", "", "")


def test_published_reply_is_shown_with_its_post_only(seeded: Database) -> None:
    replies = Replies(seeded)
    replies.receive("renap", new_reply(), NOW)
    (waiting,) = replies.listed()

    replies.publish(waiting.id, at=NOW, by="Ana Ejemplo")

    (reply,) = shown(seeded)
    assert (reply.text, reply.post, reply.name) == (
        "El formulario ya está.",
        "Unidad de Informática",
        "",
    )
    assert replies.listed() == ()
    assert [one.state for one in replies.listed(None)] == [ReplyState.PUBLISHED]


def test_name_is_shown_with_consent_until_it_is_erased(seeded: Database) -> None:
    replies = Replies(seeded)
    replies.receive("renap", new_reply(may_show_name=True), NOW)
    replies.publish(replies.listed()[0].id, at=NOW, by="Ana Ejemplo")

    before = [reply.name for reply in shown(seeded)]
    replies.forget_sender(replies.listed(None)[0].id)

    (result,) = Catalogue(seeded).portal_results()
    after = Catalogue(seeded).portal_audit(result.audit_id).replies
    assert before == ["Luis Ejemplo"]
    assert [(reply.name, reply.post) for reply in after] == [("", "Unidad de Informática")]
    assert [(reply.name, reply.email) for reply in replies.listed(None)] == [("", "")]


@pytest.mark.parametrize("number", [-1, 0, 7, 2**40])
def test_sender_of_a_reply_that_is_none_cannot_be_forgotten(seeded: Database, number: int) -> None:
    Replies(seeded).receive("renap", new_reply(), NOW)

    with pytest.raises(NotFound):
        Replies(seeded).forget_sender(number)

    assert [reply.name for reply in Replies(seeded).listed()] == ["Luis Ejemplo"]


@pytest.mark.parametrize("kind", list(ReplyKind))
def test_rejected_reply_is_never_shown_even_if_it_was_before(
    seeded: Database, kind: ReplyKind
) -> None:
    replies = Replies(seeded)
    replies.receive("renap", new_reply(kind=kind), NOW)
    (waiting,) = replies.listed()
    replies.publish(waiting.id, at=NOW, by="Ana Ejemplo")

    replies.reject(waiting.id, at=NOW, by="Ana Ejemplo", reason="No era de la institución.")

    assert shown(seeded) == ()


def test_form_sent_twice_is_kept_once(seeded: Database) -> None:
    replies = Replies(seeded)

    assert replies.receive("renap", new_reply(), NOW)
    assert not replies.receive("renap", new_reply(text="Otra vez."), NOW)

    assert [reply.text for reply in replies.listed()] == ["El formulario ya está."]


def test_reply_for_an_institution_that_is_none_is_refused(seeded: Database) -> None:
    with pytest.raises(NotFound):
        Replies(seeded).receive("nadie", new_reply(), NOW)


@pytest.mark.parametrize("number", [0, 7, 2**40])
def test_decision_on_a_reply_that_is_none_is_refused(seeded: Database, number: int) -> None:
    with pytest.raises(NotFound, match=str(number)):
        Replies(seeded).publish(number, at=NOW, by="Ana Ejemplo")


@pytest.mark.parametrize(
    ("most", "host", "sender"),
    [
        (MOST_AN_HOUR_FROM_ONE, "otra{n}.example", "la misma"),
        (MOST_A_DAY_ABOUT_ONE, "la-misma.example", "s{n}"),
        (MOST_A_DAY, "otra{n}.example", "s{n}"),
    ],
)
def test_flood_is_refused_and_ebbs(
    seeded_sqlite: Database, most: int, host: str, sender: str
) -> None:
    replies = Replies(seeded_sqlite)
    one = [
        new_reply(form_key=f"k{n}", host=host.format(n=n), sender=sender.format(n=n))
        for n in range(most + 1)
    ]
    for reply in one[:most]:
        replies.receive("renap", reply, BEFORE)

    with pytest.raises(TooMany):
        replies.receive("renap", one[most], NOW)

    assert replies.receive("renap", one[most], NOW + timedelta(days=1))


@pytest.mark.parametrize(
    "statement",
    ["UPDATE reply SET text = 'otra cosa'", "DELETE FROM reply_decision", "DELETE FROM reply"],
)
def test_what_was_said_and_decided_cannot_be_rewritten(seeded: Database, statement: str) -> None:
    replies = Replies(seeded)
    replies.receive("renap", new_reply(), NOW)
    replies.publish(replies.listed()[0].id, at=NOW, by="Ana Ejemplo")

    with pytest.raises(DatabaseError, match="appended"), seeded.transaction() as session:
        session.execute(text(statement))


def test_replies_stay_with_their_own_portal(seeded: Database) -> None:
    replies = Replies(seeded)
    replies.receive("renap", replace(new_reply(kind=ReplyKind.REVIEW), host="otro.example"), NOW)

    assert shown(seeded) == ()
