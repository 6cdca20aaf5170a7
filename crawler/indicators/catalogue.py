"""The catalogue of indicators: what each asks, how it is checked and what each verdict says.

The data lie in `data/`: `version.json` with the version and the sentences that most entries share,
and one file a group of questions. Whoever changes a rule or a sentence raises the version.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from canse.domain.audit import Verdict
from canse.domain.institution import InstitutionKind
from canse.domain.stages import Stage

PARTS = (
    "stage_1_emerging",
    "stage_2_enhanced",
    "stage_3_transactional",
    "stage_4_connected",
    "accessibility",
    "languages",
    "security",
    "open_data",
    "budget",
    "participation",
    "usability",
    "transparency",
)
_TEXTS = ("id", "name", "success", "method", "source", "group", "strength", "advice")


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One question put to a portal.

    `stage` is None for what is asked beside the stages. `strength`: N needed for its stage, S
    supports, X only caps. `source` is the survey, standard or law it comes from; where
    `is_source_checked` is False its wording could not be read at the source. `advice` says in plain
    Spanish what to do to meet it. `kinds` holds the kinds of institution it applies to; empty for
    all of them.
    """

    id: str
    name: str
    success: str
    method: str
    source: str
    is_source_checked: bool
    group: str
    stage: Stage | None
    strength: str
    advice: str
    kinds: frozenset[InstitutionKind]
    messages: dict[Verdict, str]

    def reason(self, verdict: Verdict, detail: str = "") -> str:
        """The sentence for a verdict; `detail` says what was found."""
        return self.messages[verdict].replace("{detail}", detail or "sin más detalle")

    def applies_to(self, kind: InstitutionKind) -> bool:
        """Whether the question may be put to an institution of this kind."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All indicators of one version."""

    version: str
    indicators: tuple[Indicator, ...]

    def named(self, identity: str) -> Indicator:
        """The indicator with this id."""
        return next(indicator for indicator in self.indicators if indicator.id == identity)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that comes with this program."""
    shared = _read("version")
    return Catalogue(
        version=str(shared["version"]),
        indicators=tuple(
            _indicator(entry, shared["messages"]) for part in PARTS for entry in _read(part)
        ),
    )


def _read(name: str) -> Any:
    path = files("crawler.indicators").joinpath("data", f"{name}.json")
    return json.loads(path.read_text(encoding="utf-8"))


def _indicator(entry: dict[str, Any], shared: dict[str, str]) -> Indicator:
    sentences = {**shared, **entry["messages"]}
    return Indicator(
        **{key: str(entry[key]) for key in _TEXTS},
        is_source_checked=bool(entry["is_source_checked"]),
        stage=Stage(entry["stage"]) if entry.get("stage") else None,
        kinds=frozenset(map(InstitutionKind, entry.get("kinds", ()))),
        messages={Verdict(word): str(text) for word, text in sentences.items()},
    )


CATALOGUE_VERSION = load_catalogue().version
