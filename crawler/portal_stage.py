"""The stage of a portal: the share of points it obtains and the highest stage it evidences.

Source: docs/stages.md, "Stage of a portal". The UN never gives a stage to one site: this rule is
ours. Weights are those remembered of the 2012 edition and only inform.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from canse.domain.audit import Finding, FoundService, PortalStage, Verdict
from canse.domain.stages import LEVELS, Level, Stage
from crawler.indicators.catalogue import Catalogue

WEIGHTS_2012 = {Stage.EMERGING: 7, Stage.ENHANCED: 24, Stage.TRANSACTIONAL: 30, Stage.CONNECTED: 39}
ENHANCED_PERCENT = 30.0
MANY = 3
_POINTS = {Verdict.MET: 1.0, Verdict.PARTIAL: 0.5, Verdict.NOT_FOUND: 0.0}
_GATE = "X"
_VOICE = ("E2-06", "E2-10", "E4-10")
_JOINED = ("E4-01", "E4-02")


@dataclass(frozen=True, kw_only=True)
class _Facts:
    """What the rule looks at, for confirmed or for declared evidence."""

    levels: tuple[Level, ...]
    verdicts: Mapping[str, Verdict]
    enough: frozenset[Verdict]
    profile: Mapping[str, float]

    def at_least(self, level: Level) -> int:
        """How many own services stand on the level or over it."""
        return sum(LEVELS.index(own) >= LEVELS.index(level) for own in self.levels)

    def holds(self, *ids: str) -> bool:
        """Whether one of the indicators is met."""
        return any(self.verdicts.get(name) in self.enough for name in ids)


def stage_of_portal(
    findings: Sequence[Finding],
    services: Sequence[FoundService],
    declared_levels: Sequence[Level],
    catalogue: Catalogue,
) -> PortalStage:
    """Judge a portal by its findings and services; `declared_levels` are those
    the portal claims for services of its own."""
    profile = profile_of(findings, catalogue)
    verdicts = {finding.id: finding.verdict for finding in findings}
    if all(verdict is Verdict.NOT_EVALUABLE for verdict in verdicts.values()):
        return PortalStage(
            confirmed=Stage.NONE,
            declared=Stage.NONE,
            profile=profile,
            explanation=("No evaluable: no se leyó ninguna página del portal.",),
        )
    confirmed = _Facts(
        # Gate E3-22 has already kept other institutions' transactions under level 3a.
        levels=tuple(service.level for service in services),
        verdicts=verdicts,
        enough=frozenset({Verdict.MET}),
        profile=profile,
    )
    declared = _Facts(
        levels=tuple(declared_levels),
        verdicts=verdicts,
        enough=frozenset({Verdict.MET, Verdict.PARTIAL}),
        profile=profile,
    )
    stage = _highest(confirmed)
    claimed = max(stage, _highest(declared))
    return PortalStage(
        confirmed=stage,
        declared=claimed,
        profile=profile,
        explanation=_explain(stage, claimed, confirmed, profile),
    )


def profile_of(findings: Sequence[Finding], catalogue: Catalogue) -> dict[str, float]:
    """Percent of the applicable points obtained in each stage; gates give no points."""
    profile = {}
    for stage in WEIGHTS_2012:
        ids = {i.id for i in catalogue.indicators if i.stage is stage and i.strength != _GATE}
        points = [_POINTS[f.verdict] for f in findings if f.id in ids and f.verdict in _POINTS]
        profile[str(int(stage))] = round(100 * sum(points) / len(points), 1) if points else 0.0
    return profile


def weighted_percent(profile: Mapping[str, float]) -> float:
    """The profile as one figure, with the weights of 2012."""
    total = sum(WEIGHTS_2012.values())
    points = sum(weight * profile[str(int(stage))] for stage, weight in WEIGHTS_2012.items())
    return round(points / total, 1)


def _highest(facts: _Facts) -> Stage:
    """Each rule is existential, so that one more proof never lowers the stage."""
    reached = [stage for stage, holds in _RULES if holds(facts)]
    return max(reached, default=Stage.NONE)


def _is_emerging(facts: _Facts) -> bool:
    return facts.holds("E1-01") or bool(facts.levels)


def _is_enhanced(facts: _Facts) -> bool:
    return facts.at_least(Level.S2A) >= 1 and facts.profile["2"] >= ENHANCED_PERCENT


def _is_transactional(facts: _Facts) -> bool:
    return facts.at_least(Level.S3B) >= 1 or facts.at_least(Level.S3A) >= MANY


def _is_connected(facts: _Facts) -> bool:
    return facts.at_least(Level.S4) >= 1 and facts.holds(*_JOINED) and facts.holds(*_VOICE)


_RULES: tuple[tuple[Stage, Callable[[_Facts], bool]], ...] = (
    (Stage.EMERGING, _is_emerging),
    (Stage.ENHANCED, _is_enhanced),
    (Stage.TRANSACTIONAL, _is_transactional),
    (Stage.CONNECTED, _is_connected),
)
_WHY = {
    Stage.NONE: "El portal no muestra información que se pueda evaluar.",
    Stage.EMERGING: "El portal informa: se puede leer quién es la institución o qué servicios da.",
    Stage.ENHANCED: "El portal atiende: tiene formularios para descargar, consultas o contacto.",
    Stage.TRANSACTIONAL: "El portal tramita: hay servicios que se hacen en línea.",
    Stage.CONNECTED: "El portal conecta: sus servicios unen a varias instituciones.",
}
_NEXT = {
    Stage.NONE: "Para la etapa 1 falta una portada con texto que se pueda leer.",
    Stage.EMERGING: (
        "Para la etapa 2 falta un servicio con formulario, consulta o contacto propio, "
        "y el 30 % de los puntos de esa etapa."
    ),
    Stage.ENHANCED: (
        "Para la etapa 3 falta comprobar un servicio en línea con cuenta, pago o seguimiento, "
        "o tres que se empiecen en línea."
    ),
    Stage.TRANSACTIONAL: (
        "Para la etapa 4 falta un servicio unido a otras instituciones y la voz de las personas."
    ),
    Stage.CONNECTED: "El portal alcanza la etapa más alta.",
}


def _explain(
    stage: Stage, claimed: Stage, facts: _Facts, profile: Mapping[str, float]
) -> tuple[str, ...]:
    sentences = [f"Etapa {int(stage)} comprobada. {_WHY[stage]}", _NEXT[stage]]
    if claimed > stage:
        sentences.append(
            f"El portal declara la etapa {int(claimed)}, pero no se pudo comprobar desde fuera."
        )
    sentences.append(
        f"Servicios encontrados: {len(facts.levels)}; "
        f"en línea comprobados: {facts.at_least(Level.S3A)}."
    )
    shares = ", ".join(f"etapa {name}: {share:g} %" for name, share in sorted(profile.items()))
    sentences.append(
        f"Puntos obtenidos: {shares}; con la ponderación de 2012: {weighted_percent(profile):g} %."
    )
    return tuple(sentences)
