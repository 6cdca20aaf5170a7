"""What citizens say of a sheet without giving their name, and what becomes of it."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

TEXT_LENGTH = 1_000
ANSWER_LENGTH = 1_000
REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without the signs that are taken for one another when read aloud or by hand."""
REFERENCE_PART = 4
WARNED_FROM = 3
"""So many people that say the same are shown to everybody."""
ERASED = "[dato borrado]"
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,64}\.[a-zA-Z]{2,24}")
_LONG_NUMBER = re.compile(r"\+?\d(?:[\s.()-]{0,2}\d){6,}")


class ReportKind(StrEnum):
    """What is wrong with a sheet; the words stand in addresses."""

    LINK = "enlace"
    COST = "costo"
    TIME = "tiempo"
    REQUIREMENT = "requisito"
    OFFICE = "oficina"
    OTHER_THING = "otra_cosa"
    UNCLEAR = "no_se_entiende"
    OTHER = "otro"


class ReportState(StrEnum):
    """How far a report has come."""

    RECEIVED = "recibido"
    TAKEN = "en_revision"
    FIXED = "corregido"
    REJECTED = "no_procede"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self in (ReportState.RECEIVED, ReportState.TAKEN)


@dataclass(frozen=True, kw_only=True)
class NewReport:
    """A report as it arrives; `sender` tells senders of one day apart without saying who."""

    kind: ReportKind
    text: str
    form_key: str
    sender: str


@dataclass(frozen=True, kw_only=True)
class CitizenReport:
    """A report as its institution and whoever has its reference read it.

    `institution` is a slug, empty while the service has no owner; `answer` is the last one given.
    """

    reference: str
    service: str
    service_name: str
    institution: str
    kind: ReportKind
    text: str
    state: ReportState
    answer: str
    received_at: datetime
    changed_at: datetime


def reference_of(number: int) -> str:
    """A reference that can be read over the telephone, such as R-7K4M-2P9T, made of a number."""
    letters = []
    for _ in range(2 * REFERENCE_PART):
        number, place = divmod(number, len(REFERENCE_ALPHABET))
        letters.append(REFERENCE_ALPHABET[place])
    code = "".join(letters)
    return f"R-{code[:REFERENCE_PART]}-{code[REFERENCE_PART:]}"


def read_reference(typed: str) -> str:
    """The reference meant, however it was written: small letters, no dashes, blanks."""
    letters = re.sub(r"[^0-9A-Z]", "", typed.upper()[:60]).removeprefix("R")
    return f"R-{letters[:REFERENCE_PART]}-{letters[REFERENCE_PART:]}"


def without_personal_data(text: str) -> str:
    """The text with e-mail addresses and long numbers (identity, telephone) struck out."""
    return _LONG_NUMBER.sub(ERASED, _EMAIL.sub(ERASED, text))
