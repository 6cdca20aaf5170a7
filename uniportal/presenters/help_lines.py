"""Whom a person may call when nothing was found."""

from collections.abc import Iterable
from dataclasses import dataclass

from canse.domain.overview import InstitutionSheet

HELPING = ("renap", "sat", "pdh")
"""Institutions asked for most, and the one that defends people's rights."""


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    """A telephone with whose it is."""

    name: str
    telephone: str


def help_lines(sheets: Iterable[InstitutionSheet]) -> tuple[HelpLine, ...]:
    """The telephones that the catalogue itself attests; no number is known by heart here."""
    return tuple(
        HelpLine(name=sheet.institution.name, telephone=sheet.telephone)
        for sheet in sheets
        if sheet.telephone
    )
