"""Taking in what institutions reply to audits, and deciding what is published of it."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from canse.database import reply_records
from canse.database.institution_records import institution_by_slug
from canse.database.session import Database
from canse.domain.errors import NotFound, TooMany
from canse.domain.reply import NewReply, Reply, ReplyState

ONE_HOUR = timedelta(hours=1)
ONE_DAY = timedelta(days=1)
MOST_AN_HOUR_FROM_ONE = 5
MOST_A_DAY_ABOUT_ONE = 40
MOST_A_DAY = 400


class Replies:
    """The right to reply: everything is kept, and nothing is shown before somebody allows it.

    Every method raises CatalogueUnavailable when the database does not answer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(self, institution_slug: str, new: NewReply, at: datetime) -> bool:
        """Keep a reply as pending; False, and nothing written, when this form was sent before.

        Raises NotFound for an institution that is none and TooMany when too much came of late.
        """
        with self._database.transaction() as session:
            owner = institution_by_slug(session, institution_slug)
            if owner is None:
                raise NotFound("No existe la institución «{slug}».", slug=institution_slug)
            if reply_records.is_kept(session, new.form_key):
                return False
            _refuse_a_flood(session, new, at)
            reply_records.add_reply(session, owner.id, new, at)
            return True

    def listed(self, state: ReplyState | None = ReplyState.PENDING) -> tuple[Reply, ...]:
        """Replies in a state, or all, oldest first."""
        with self._database.reading() as session:
            return reply_records.replies(session, state)

    def publish(self, reply_id: int, *, at: datetime, by: str, reason: str = "") -> None:
        """Let everybody read a reply; NotFound when there is none of that number."""
        self._decide(reply_id, ReplyState.PUBLISHED, at, by, reason)

    def reject(self, reply_id: int, *, at: datetime, by: str, reason: str) -> None:
        """Keep a reply from being read; NotFound when there is none of that number."""
        self._decide(reply_id, ReplyState.REJECTED, at, by, reason)

    def forget_sender(self, reply_id: int) -> None:
        """Erase name and address of who wrote a reply; NotFound when there is none of that number.

        What was said and decided stays: it is part of the history of the audit.
        """
        with self._database.transaction() as session:
            if not _is_number(reply_id) or not reply_records.erase_sender(session, reply_id):
                raise NotFound("No existe la respuesta {number}.", number=reply_id)

    def _decide(self, reply_id: int, state: ReplyState, at: datetime, by: str, reason: str) -> None:
        with self._database.transaction() as session:
            known = _is_number(reply_id)
            if not known or not reply_records.decide(session, reply_id, state, at, by, reason):
                raise NotFound("No existe la respuesta {number}.", number=reply_id)


def _is_number(reply_id: int) -> bool:
    return 0 < reply_id < 2**31


def _refuse_a_flood(session: Session, new: NewReply, at: datetime) -> None:
    count = reply_records.count_since
    is_flood = (
        count(session, at - ONE_HOUR, sender=new.sender) >= MOST_AN_HOUR_FROM_ONE
        or count(session, at - ONE_DAY, host=new.host) >= MOST_A_DAY_ABOUT_ONE
        or count(session, at - ONE_DAY) >= MOST_A_DAY
    )
    if is_flood:
        raise TooMany("Llegaron muchas respuestas en poco tiempo. Envíe la suya más tarde.")
