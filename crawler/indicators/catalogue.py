"""The catalogue of indicators: what each asks, how it is checked and what each verdict says."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from canse.domain.audit import Verdict
from canse.domain.stages import Stage


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One question put to a portal. `strength`: N needed for its stage, S supports, X only caps."""

    id: str
    name: str
    success: str
    method: str
    source: str
    group: str
    stage: Stage
    strength: str
    messages: dict[Verdict, str]

    def reason(self, verdict: Verdict, detail: str = "") -> str:
        """The sentence for a verdict; `detail` says what was found."""
        return self.messages[verdict].replace("{detail}", detail or "sin más detalle")


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All indicators of one version; whoever changes a rule raises the version."""

    version: str
    indicators: tuple[Indicator, ...]

    def named(self, identity: str) -> Indicator:
        """The indicator with this id."""
        return next(indicator for indicator in self.indicators if indicator.id == identity)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that comes with this program."""
    text = files("crawler.indicators").joinpath("catalogue.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return Catalogue(
        version=str(data["version"]),
        indicators=tuple(_indicator(entry) for entry in data["indicators"]),
    )


def _indicator(entry: dict[str, Any]) -> Indicator:
    messages = {Verdict(word): str(text) for word, text in entry["messages"].items()}
    plain = {key: str(entry[key]) for key in ("id", "name", "success", "method", "source", "group")}
    return Indicator(
        **plain, stage=Stage(entry["stage"]), strength=str(entry["strength"]), messages=messages
    )


CATALOGUE_VERSION = load_catalogue().version
