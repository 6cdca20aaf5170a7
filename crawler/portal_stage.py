"""The stage of a portal: the highest stage of its own services, with a profile of points beside it.

Source: docs/stages.md, "The stage of a portal", and docs/adr/0012. The UN never gives a stage to
one site: this rule is ours. How the stages of the profile weigh is told where they are shown.
"""

from collections.abc import Sequence

from canse.domain.audit import Finding, PortalStage, Verdict
from canse.domain.stages import LEVELS, Stage
from crawler.indicators.catalogue import Catalogue
from crawler.lexicon import Lexicon
from crawler.page import Page, Region
from crawler.services import JudgedService
from crawler.words_of_services import PLACEHOLDER

_STAGES = (Stage.EMERGING, Stage.ENHANCED, Stage.TRANSACTIONAL, Stage.CONNECTED)
READABLE_CHARACTERS = 200
_POINTS = {Verdict.MET: 1.0, Verdict.PARTIAL: 0.5, Verdict.NOT_FOUND: 0.0}
_GATE = "X"
_UNFINISHED = Lexicon(
    "portal-sin-terminar",
    r"""
    cuenta suspendida  account suspended  default page  iis windows server  domain for sale
    sitio en construccion  site under construction  hello world  hola mundo
    """,
)


def stage_of_portal(
    findings: Sequence[Finding],
    services: Sequence[JudgedService],
    pages: Sequence[Page],
    catalogue: Catalogue,
) -> PortalStage:
    """Judge a portal by its services; with none, by whether its pages can be read."""
    profile = profile_of(findings, catalogue)
    if not pages:
        return PortalStage(
            confirmed=Stage.NONE,
            declared=Stage.NONE,
            profile=profile,
            explanation=("No evaluable: no se leyó ninguna página del portal.",),
        )
    readable = next((page for page in pages if is_readable(page)), None)
    confirmed, declared = _best_confirmed(services), _best_declared(services)
    floor = Stage.NONE if readable is None else Stage.EMERGING
    stage = max(floor, confirmed.service.stage_confirmed if confirmed else Stage.NONE)
    claimed = max(stage, declared.service.stage_declared if declared else Stage.NONE)
    sentences = [_proved(stage, confirmed, readable), _NEXT[stage]]
    if claimed > stage and declared is not None:
        sentences.append(_claimed(declared))
    return PortalStage(
        confirmed=stage,
        declared=claimed,
        profile=profile,
        explanation=(*sentences, _count(services)),
    )


def is_readable(page: Page) -> bool:
    """Whether a page has words of its own: no empty shell, no placeholder, no parked address."""
    own = [block.text for block in page.blocks if block.region is Region.MAIN]
    told = [text for text in own if not PLACEHOLDER.find(text)]
    if sum(map(len, told)) < READABLE_CHARACTERS:
        return False
    return not _UNFINISHED.find(f"{page.title} {' '.join(told)[:READABLE_CHARACTERS]}")


def profile_of(findings: Sequence[Finding], catalogue: Catalogue) -> dict[str, float]:
    """Percent of the applicable points obtained in each stage; gates give no points.

    A stage of which nothing was judged is left out: no data is no zero.
    """
    profile = {}
    for stage in _STAGES:
        ids = {i.id for i in catalogue.indicators if i.stage is stage and i.strength != _GATE}
        points = [_POINTS[f.verdict] for f in findings if f.id in ids and f.verdict in _POINTS]
        if points:
            profile[str(int(stage))] = round(100 * sum(points) / len(points), 1)
    return profile


def _best_confirmed(services: Sequence[JudgedService]) -> JudgedService | None:
    """The service seen to stand highest; gate E3-22 keeps another institution's under stage 3."""
    return max(services, key=lambda judged: LEVELS.index(judged.service.level), default=None)


def _best_declared(services: Sequence[JudgedService]) -> JudgedService | None:
    """The service said to stand highest, of those that are more than a link to another's."""
    own = (judged for judged in services if judged.is_own or judged.is_told)
    return max(own, key=lambda judged: LEVELS.index(judged.declared_level), default=None)


_WHY = {
    Stage.NONE: "El portal no muestra información que se pueda evaluar.",
    Stage.EMERGING: "El portal informa: se puede leer quién es la institución o qué servicios da.",
    Stage.ENHANCED: "El portal atiende: tiene formularios para descargar, consultas o contacto.",
    Stage.TRANSACTIONAL: "El portal tramita: hay servicios que se hacen en línea.",
    Stage.CONNECTED: "El portal conecta: sus servicios unen a varias instituciones.",
}
_NEXT = {
    Stage.NONE: "Para la etapa 1 falta una página con texto que se pueda leer.",
    Stage.EMERGING: (
        "Para la etapa 2 falta un servicio con formulario para descargar, consulta o una forma "
        "de escribir en línea."
    ),
    Stage.ENHANCED: (
        "Para la etapa 3 falta comprobar un servicio que se empiece en línea: un formulario que "
        "identifique a la persona, una cita, un pago o una cuenta."
    ),
    Stage.TRANSACTIONAL: (
        "Para la etapa 4 falta comprobar un servicio unido a otras instituciones, que use lo que "
        "el Estado ya sabe de la persona."
    ),
    Stage.CONNECTED: "El portal alcanza la etapa más alta.",
}


def _proved(stage: Stage, best: JudgedService | None, readable: Page | None) -> str:
    opening = f"Etapa {int(stage)} comprobada. {_WHY[stage]}"
    if best is not None and best.service.stage_confirmed is stage:
        return f"{opening} Lo prueba {_named(best)}: {best.service.reason}"
    return f"{opening} Se leyó en {readable.url}." if readable else opening


def _claimed(best: JudgedService) -> str:
    return (
        f"El portal declara la etapa {int(best.declared_level.stage)}, pero no se pudo comprobar "
        f"desde fuera. Lo dice de {_named(best)}: {best.declared.clause}."
    )


def _named(judged: JudgedService) -> str:
    where = max(judged.service.mentions, key=lambda mention: mention.stage_declared)
    return f"«{judged.service.name}» ({where.page_url})"


def _count(services: Sequence[JudgedService]) -> str:
    online = sum(one.service.stage_confirmed >= Stage.TRANSACTIONAL for one in services)
    return f"Servicios encontrados: {len(services)}; en línea comprobados: {online}."
