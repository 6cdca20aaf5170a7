"""The form by which anybody reports an error of a sheet: what was typed, and its fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from canse.domain.citizen_report import (
    TEXT_LENGTH,
    NewReport,
    ReportKind,
    without_personal_data,
)
from uniportal.presenters.typed_text import typed_text

TRAP = "sitio"
NEEDS_WORDS = (ReportKind.OTHER, ReportKind.OTHER_THING)


class Fault(StrEnum):
    """What is wrong with a form."""

    NO_KIND = "no_kind"
    NO_TEXT = "no_text"
    TOO_LONG = "too_long"
    TRAPPED = "trapped"


@dataclass(frozen=True, kw_only=True)
class ReportForm:
    """A form as it stands; `fault` is the first thing that is wrong, or None."""

    kind: ReportKind | None
    text: str
    fault: Fault | None = None

    def report(self, *, form_key: str, sender: str) -> NewReport:
        """What the form says, once it has no fault; personal data are struck out."""
        if self.kind is None:
            raise ValueError("a form with a fault says nothing")
        text = without_personal_data(self.text)
        return NewReport(kind=self.kind, text=text, form_key=form_key, sender=sender)


def empty_form(motive: str) -> ReportForm:
    """A form to fill in, begun with the motive that the address names."""
    return ReportForm(kind=_kind(motive), text="")


def read_form(sent: Mapping[str, str]) -> ReportForm:
    """The form as sent; nothing typed is lost."""
    kind, text = _kind(sent.get("motivo", "")), typed_text(sent.get("texto", ""))
    return ReportForm(kind=kind, text=text, fault=_fault(kind, text, sent.get(TRAP, "")))


def _fault(kind: ReportKind | None, text: str, trap: str) -> Fault | None:
    if trap:
        return Fault.TRAPPED
    if kind is None:
        return Fault.NO_KIND
    if not text and kind in NEEDS_WORDS:
        return Fault.NO_TEXT
    return Fault.TOO_LONG if len(text) > TEXT_LENGTH else None


def _kind(word: str) -> ReportKind | None:
    return next((kind for kind in ReportKind if kind.value == word), None)
