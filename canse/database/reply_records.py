"""Everything asked of the tables of replies."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from canse.database.institution_records import reference
from canse.database.tables import ReplyDecisionRow, ReplyRow, ReplySenderRow
from canse.domain.reply import NewReply, PublicReply, Reply, ReplyKind, ReplyState

MOST_LISTED = 500


def is_kept(session: Session, form_key: str) -> bool:
    """Whether this very form was sent before."""
    return session.scalar(select(ReplyRow.id).where(ReplyRow.form_key == form_key)) is not None


def add_reply(session: Session, institution_id: int, new: NewReply, at: datetime) -> int:
    """Keep a reply as received, with its sender apart; returns its number."""
    row = ReplyRow(
        institution_id=institution_id,
        host=new.host,
        kind=new.kind,
        indicator=new.indicator,
        service=new.service,
        text=new.text,
        post=new.post,
        form_key=new.form_key,
        received_at=at,
    )
    session.add(row)
    session.flush()
    session.add(
        ReplySenderRow(
            reply_id=row.id,
            name=new.name,
            email=new.email,
            may_show_name=new.may_show_name,
            mark=new.sender,
        )
    )
    return row.id


def count_since(
    session: Session, since: datetime, *, host: str | None = None, sender: str | None = None
) -> int:
    """How many replies came since a moment: about a host, from a sender, or all."""
    query = select(func.count(ReplyRow.id)).where(ReplyRow.received_at > since)
    if host is not None:
        query = query.where(ReplyRow.host == host)
    if sender is not None:
        query = query.join(ReplySenderRow).where(ReplySenderRow.mark == sender)
    return session.scalar(query) or 0


def decide(
    session: Session, reply_id: int, state: ReplyState, at: datetime, by: str, reason: str
) -> bool:
    """Append a decision on a reply; False when there is no such reply."""
    if session.get(ReplyRow, reply_id) is None:
        return False
    session.add(ReplyDecisionRow(reply_id=reply_id, state=state, at=at, by=by, reason=reason))
    return True


def erase_sender(session: Session, reply_id: int) -> bool:
    """Erase who sent a reply, for good; False when there is no such reply."""
    session.execute(delete(ReplySenderRow).where(ReplySenderRow.reply_id == reply_id))
    return session.get(ReplyRow, reply_id) is not None


def replies(session: Session, state: ReplyState | None) -> tuple[Reply, ...]:
    """Replies in a state, or all, oldest first, at most MOST_LISTED of them."""
    rows = session.scalars(
        select(ReplyRow)
        .order_by(ReplyRow.id.desc())
        .options(
            selectinload(ReplyRow.decisions),
            joinedload(ReplyRow.sender),
            joinedload(ReplyRow.institution),
        )
    )
    found = (row for row in rows if state is None or _state(row) is state)
    newest = [row for row, _ in zip(found, range(MOST_LISTED), strict=False)]
    return tuple(_reply(row) for row in reversed(newest))


def public_replies(session: Session, host: str) -> tuple[PublicReply, ...]:
    """What everybody may read of the replies about a portal, oldest first."""
    rows = session.scalars(
        select(ReplyRow)
        .where(ReplyRow.host == host)
        .order_by(ReplyRow.id.desc())
        .limit(MOST_LISTED)
        .options(selectinload(ReplyRow.decisions), joinedload(ReplyRow.sender))
    )
    return tuple(reply for row in reversed(list(rows)) if (reply := _public(row)))


def _state(row: ReplyRow) -> ReplyState:
    decisions: Sequence[ReplyDecisionRow] = row.decisions
    return decisions[-1].state if decisions else ReplyState.PENDING


def _reply(row: ReplyRow) -> Reply:
    sender = row.sender
    return Reply(
        id=row.id,
        institution=reference(row.institution),
        state=_state(row),
        host=row.host,
        kind=row.kind,
        indicator=row.indicator,
        service=row.service,
        text=row.text,
        post=row.post,
        name=sender.name if sender else "",
        email=sender.email if sender else "",
        may_show_name=bool(sender and sender.may_show_name),
        received_at=row.received_at,
    )


def _public(row: ReplyRow) -> PublicReply | None:
    state = _state(row)
    is_pending = state is ReplyState.PENDING and row.kind is ReplyKind.REVIEW
    if state is not ReplyState.PUBLISHED and not is_pending:
        return None
    shows_name = state is ReplyState.PUBLISHED and row.sender and row.sender.may_show_name
    return PublicReply(
        host=row.host,
        kind=row.kind,
        indicator=row.indicator,
        service=row.service,
        is_pending=is_pending,
        received_at=row.received_at,
        text="" if is_pending else row.text,
        post="" if is_pending else row.post,
        name=row.sender.name if shows_name and row.sender else "",
    )
