"""What the law orders to publish: the words, numbers and periods by which each thing is known.

The data lie in `data/publications.json`, by the id of the indicator. Whoever changes them raises
the version of the catalogue.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from crawler.lexicon import Lexicon


@dataclass(frozen=True, kw_only=True)
class Period:
    """How new something must be: at most so many days, or of one of the last years.

    `is_dated` says that without a date nobody can tell whether it is current.
    """

    name: str
    days: int
    years: int
    is_dated: bool

    def is_current(self, day: date, today: date) -> bool:
        """Whether something of a day is still what the period asks for."""
        if self.days and day >= today - timedelta(days=self.days):
            return True
        return bool(self.years) and day.year >= today.year - self.years


@dataclass(frozen=True, kw_only=True)
class Publication:
    """One thing to publish. `article` and `number` are its place in the law, 0 for none.

    `words` name it in a heading or a link, `unless` others beside them do not; `page_words` are
    those that a page without documents must hold to be it. `may_not_apply` says that a declaration
    of not applying is believed. `addressed_to` names whom alone the law asks, empty for everybody.
    `also` names publications whose place serves this one too. `is_anywhere` says that it may stand
    on any page of the portal.
    """

    id: str
    article: int
    number: int
    words: Lexicon
    unless: re.Pattern[str] | None
    page_words: re.Pattern[str] | None
    period: Period
    may_not_apply: bool
    addressed_to: str
    also: tuple[str, ...]
    is_anywhere: bool


@cache
def load_publications() -> dict[str, Publication]:
    """All of them by id."""
    path = files("crawler.indicators").joinpath("data", "publications.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    periods = {
        name: Period(
            name=name,
            days=int(entry.get("days", 0)),
            years=int(entry.get("years", 0)),
            is_dated=bool(entry["is_dated"]),
        )
        for name, entry in data["periods"].items()
    }
    return {key: _publication(key, entry, periods) for key, entry in data["publications"].items()}


def _publication(key: str, entry: dict[str, Any], periods: dict[str, Period]) -> Publication:
    page_words, unless = (str(entry.get(name, "")) for name in ("page_words", "unless"))
    return Publication(
        id=key,
        article=int(entry.get("article", 0)),
        number=int(entry.get("number", 0)),
        words=Lexicon(key, "  ".join(entry["words"])),
        unless=re.compile(unless) if unless else None,
        page_words=re.compile(page_words) if page_words else None,
        period=periods[entry["period"]],
        may_not_apply=bool(entry.get("may_not_apply")),
        addressed_to=str(entry.get("addressed_to", "")),
        also=tuple(entry.get("also", ())),
        is_anywhere=bool(entry.get("is_anywhere")),
    )
