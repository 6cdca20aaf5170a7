"""What institutions answer to an audit: kept as written, public only once somebody let it be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from canse.domain.institution import InstitutionRef

TEXT_LENGTH = 3_000
POST_LENGTH = 120
NAME_LENGTH = 120
EMAIL_LENGTH = 200
SERVICE_LENGTH = 300


class ReplyKind(StrEnum):
    """Whether an institution explains itself or asks that something be looked at again."""

    ANSWER = "respuesta"
    REVIEW = "revision"


class ReplyState(StrEnum):
    """How far a reply has come."""

    PENDING = "pendiente"
    PUBLISHED = "publicada"
    REJECTED = "rechazada"


@dataclass(frozen=True, kw_only=True)
class NewReply:
    """A reply as it arrives, within the lengths above.

    `host` is the portal it is about. `indicator` and `service` say which result, both empty for
    the whole audit. `form_key` is the number of the form, so that sending it twice keeps one.
    `sender` tells senders of one day apart without saying who they are.
    """

    host: str
    kind: ReplyKind
    indicator: str
    service: str
    text: str
    post: str
    name: str
    email: str
    may_show_name: bool
    form_key: str
    sender: str


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A reply as whoever decides on it reads it; name and e-mail are empty once erased."""

    id: int
    institution: InstitutionRef
    state: ReplyState
    host: str
    kind: ReplyKind
    indicator: str
    service: str
    text: str
    post: str
    name: str
    email: str
    may_show_name: bool
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class PublicReply:
    """What everybody may read of a reply.

    `is_pending` is a review asked for and not yet decided: then it has neither text nor author.
    `name` is empty unless its owner agreed that it be shown.
    """

    host: str
    kind: ReplyKind
    indicator: str
    service: str
    is_pending: bool
    received_at: datetime
    text: str = ""
    post: str = ""
    name: str = ""
