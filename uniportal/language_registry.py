"""The register of languages: which exist in Guatemala, how they call themselves, what we speak.

The lists are data beside the translations (`languages.csv`), because CLDR hardly knows these
languages and because what is known of them changes by a decision of others, never of the code.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

TRANSLATIONS = Path(__file__).with_name("translations")
REGISTER = TRANSLATIONS / "languages.csv"
SPANISH_CODE = "es"


class InterfaceState(StrEnum):
    """How far the interface speaks a language."""

    COMPLETE = "complete"
    DRAFT = "draft"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language as registered; `code` is BCP 47, and what is not attested stays empty."""

    code: str
    autonym: str
    iso639_3: str
    spanish_name: str
    autonym_source: str = ""
    speakers: str = ""
    speakers_source: str = ""
    interface: InterfaceState = InterfaceState.NONE

    @property
    def prefix(self) -> str:
        """What begins its addresses; Spanish has the plain ones."""
        return "" if self.code == SPANISH_CODE else f"/{self.code}"

    @property
    def is_draft(self) -> bool:
        """Whether its texts still wait for people who speak it to review them."""
        return self.interface is InterfaceState.DRAFT

    @property
    def name(self) -> str:
        """Its own name, or the Spanish one while no source attests its own."""
        return self.autonym or self.spanish_name[:1].upper() + self.spanish_name[1:]

    @property
    def name_language(self) -> str:
        """The code of the language that `name` is in."""
        return self.code if self.autonym else SPANISH_CODE


def read_register(path: Path = REGISTER) -> tuple[Language, ...]:
    """Every registered language, in the order of the file; ValueError for an unknown state."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Language(**{**row, "interface": InterfaceState(row["interface"])})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        )


REGISTERED = read_register()
COMPLETE = tuple(one for one in REGISTERED if one.interface is InterfaceState.COMPLETE)
DRAFTS = tuple(one for one in REGISTERED if one.is_draft)
LANGUAGES = COMPLETE + DRAFTS
"""The languages that have texts, and therefore addresses of their own."""
BY_CODE = {language.code: language for language in LANGUAGES}
SPANISH, ENGLISH = BY_CODE[SPANISH_CODE], BY_CODE["en"]
