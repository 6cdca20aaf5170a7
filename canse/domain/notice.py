"""A notice on a service or an institution that holds for a while: downtime, a strike, a move."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from canse.domain.errors import BadInput

ANNOUNCED_BEFORE = timedelta(days=3)
LONGEST = timedelta(days=366)
TEXT_LENGTH = 300


class NoticePhase(StrEnum):
    """Where a notice stands at a moment."""

    LATER = "later"
    ANNOUNCED = "announced"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is said, from when to when; of one service, or of all of an institution."""

    text: str
    starts_at: datetime
    ends_at: datetime
    id: int = 0
    service: str = ""
    institution: str = ""

    def phase_at(self, moment: datetime) -> NoticePhase:
        """Whether it is to be shown at a moment, and as what."""
        if moment >= self.ends_at:
            return NoticePhase.OVER
        if moment >= self.starts_at:
            return NoticePhase.RUNNING
        is_near = moment >= self.starts_at - ANNOUNCED_BEFORE
        return NoticePhase.ANNOUNCED if is_near else NoticePhase.LATER


def checked_notice(notice: Notice) -> Notice:
    """The same notice; BadInput says what of it cannot be kept."""
    if not notice.text.strip():
        raise BadInput("Falta el texto del aviso.")
    if len(notice.text) > TEXT_LENGTH:
        raise BadInput("El aviso tiene más de {most} letras.", most=TEXT_LENGTH)
    if notice.ends_at <= notice.starts_at:
        raise BadInput("El aviso termina antes de empezar.")
    if notice.ends_at - notice.starts_at > LONGEST:
        raise BadInput("Un aviso dura un año como mucho.")
    if bool(notice.service) == bool(notice.institution):
        raise BadInput("El aviso es de un servicio o de una institución.")
    return notice
