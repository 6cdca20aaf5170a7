"""Tables of what institutions answer to audits: what was said is history, who said it can go."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from canse.database.base import Base
from canse.database.vocabulary_tables import InstitutionRow
from canse.domain.reply import ReplyKind, ReplyState


class ReplyRow(Base):
    """A reply as received. Appended, never changed; `form_key` keeps one sent twice from two."""

    __tablename__ = "reply"
    id: Mapped[int] = mapped_column(primary_key=True)
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"), index=True)
    host: Mapped[str] = mapped_column(String(255), index=True)
    kind: Mapped[ReplyKind]
    indicator: Mapped[str] = mapped_column(String(40), default="")
    service: Mapped[str] = mapped_column(String(300), default="")
    text: Mapped[str] = mapped_column(Text)
    post: Mapped[str] = mapped_column(String(120))
    form_key: Mapped[str] = mapped_column(String(64), unique=True)
    received_at: Mapped[datetime] = mapped_column(index=True)
    institution: Mapped[InstitutionRow] = relationship()
    sender: Mapped["ReplySenderRow | None"] = relationship()
    decisions: Mapped[list["ReplyDecisionRow"]] = relationship(order_by="ReplyDecisionRow.id")


class ReplySenderRow(Base):
    """The personal data of a reply, kept apart so that they can be erased.

    `mark` tells senders of one day apart without saying who they are.
    """

    __tablename__ = "reply_sender"
    reply_id: Mapped[int] = mapped_column(ForeignKey("reply.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(200))
    may_show_name: Mapped[bool]
    mark: Mapped[str] = mapped_column(String(64), index=True)


class ReplyDecisionRow(Base):
    """That a reply was published or rejected, by whom and why. Appended; the newest one counts."""

    __tablename__ = "reply_decision"
    id: Mapped[int] = mapped_column(primary_key=True)
    reply_id: Mapped[int] = mapped_column(ForeignKey("reply.id"), index=True)
    state: Mapped[ReplyState]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text, default="")
