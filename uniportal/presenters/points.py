"""Shares in whole percent: of a stage, of a group, of services, and of all stages together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canse.domain.audit import GroupShare
from canse.domain.stages import Stage

STAGES = tuple(stage for stage in Stage if stage is not Stage.NONE)
TRANSPARENCY = "transparencia"
GROUPS = (
    "servicios",
    "informacion",
    "identidad",
    "integracion",
    "uso",
    "participacion",
    "transparencia",
    "presupuesto",
    "datos_abiertos",
    "seguridad",
    "accesibilidad",
    "usabilidad",
    "idiomas",
)
"""Groups of indicators in the order in which pages show them; any other comes after."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """A part of a whole; `percent` is None where there is no whole: no data, never a zero."""

    part: float
    whole: int
    percent: int | None


@dataclass(frozen=True, kw_only=True)
class ProfileBar:
    """How much of the points of one stage a portal obtained, None where nothing was judged."""

    stage: Stage
    percent: int | None
    weight: int


@dataclass(frozen=True, kw_only=True)
class GroupBar:
    """What a portal obtained in one group of indicators."""

    group: str
    share: Share


def share(part: float, whole: int) -> Share:
    """A part of a whole in whole percent."""
    return Share(
        part=part, whole=whole, percent=whole_percent(100 * part / whole) if whole else None
    )


def whole_percent(value: float) -> int:
    """A percentage as people read it, within its bounds."""
    return round(min(max(value, 0.0), 100.0))


def profile_bars(profile: Mapping[str, float], weights: Sequence[int]) -> tuple[ProfileBar, ...]:
    """The points of each stage beside what the stage weighs."""
    return tuple(
        ProfileBar(stage=stage, percent=_percent_of(profile, stage), weight=weight)
        for stage, weight in zip(STAGES, weights, strict=True)
    )


def weighted_percent(bars: Sequence[ProfileBar]) -> int | None:
    """All stages as one figure: each by its weight, those without data left out."""
    known = [(bar.weight, bar.percent) for bar in bars if bar.percent is not None]
    total = sum(weight for weight, _ in known)
    return round(sum(weight * percent for weight, percent in known) / total) if total else None


def group_bars(shares: Mapping[str, GroupShare]) -> tuple[GroupBar, ...]:
    """The share of each group that was judged."""
    return tuple(
        GroupBar(
            group=group,
            share=Share(
                part=shares[group].points,
                whole=shares[group].applicable,
                percent=whole_percent(shares[group].percent),
            ),
        )
        for group in in_order(shares)
    )


def in_order(groups: Mapping[str, object]) -> list[str]:
    """Groups as pages show them: those known first, the rest by name."""
    return [g for g in GROUPS if g in groups] + sorted(g for g in groups if g not in GROUPS)


def transparency_percent(shares: Mapping[str, GroupShare]) -> int | None:
    """How much of the law of access to information a portal meets; None where it was not judged."""
    found = shares.get(TRANSPARENCY)
    return whole_percent(found.percent) if found else None


def _percent_of(profile: Mapping[str, float], stage: Stage) -> int | None:
    value = profile.get(str(int(stage)))
    return None if value is None else whole_percent(value)
