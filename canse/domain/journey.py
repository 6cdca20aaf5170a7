"""A journey: the services that one purpose in life calls for, in order, of several institutions."""

from dataclasses import dataclass

from canse.domain.errors import BadInput
from canse.domain.naming import slugify

TITLE_LENGTH = 120
TEXT_LENGTH = 400
MOST_STEPS = 20
MOST_SERVICES = 4
MOST_PHRASES = 12


@dataclass(frozen=True, kw_only=True)
class JourneyStep:
    """One thing to do; several `services` are ways to do it, of which one is enough.

    `condition` says who needs the step ("solo si…"), empty for everybody. `is_parallel` says that
    it can be done while the step before is still waiting.
    """

    title: str
    services: tuple[str, ...]
    note: str = ""
    condition: str = ""
    is_parallel: bool = False


@dataclass(frozen=True, kw_only=True)
class Journey:
    """A journey by its slug; `phrases` are other words by which people look for it."""

    slug: str
    title: str
    summary: str
    steps: tuple[JourneyStep, ...]
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class JourneyPlace:
    """Where in a journey a service stands: `step` counts from 1."""

    slug: str
    title: str
    step: int


def checked_journey(journey: Journey) -> Journey:
    """The same journey; BadInput says what of it cannot be kept."""
    if journey.slug != slugify(journey.slug) or not journey.slug:
        raise BadInput("«{slug}» no sirve de nombre corto de un camino.", slug=journey.slug)
    if not 1 <= len(journey.title) <= TITLE_LENGTH:
        raise BadInput("El título del camino «{slug}» falta o es muy largo.", slug=journey.slug)
    if not 1 <= len(journey.steps) <= MOST_STEPS:
        raise BadInput(
            "El camino «{slug}» tiene que tener de 1 a {most} pasos.",
            slug=journey.slug,
            most=MOST_STEPS,
        )
    if len(journey.phrases) > MOST_PHRASES:
        raise BadInput("El camino «{slug}» tiene demasiadas frases.", slug=journey.slug)
    for text in (journey.summary, *journey.phrases):
        _check_length(text)
    for step in journey.steps:
        _check_step(step)
    return journey


def _check_step(step: JourneyStep) -> None:
    if not 1 <= len(step.title) <= TITLE_LENGTH:
        raise BadInput("Falta el título de un paso, o es muy largo.")
    if not 1 <= len(step.services) <= MOST_SERVICES:
        raise BadInput(
            "El paso «{title}» tiene que nombrar de 1 a {most} servicios.",
            title=step.title,
            most=MOST_SERVICES,
        )
    if len(set(step.services)) < len(step.services):
        raise BadInput("El paso «{title}» nombra dos veces un servicio.", title=step.title)
    for text in (step.note, step.condition):
        _check_length(text)


def _check_length(text: str) -> None:
    if len(text) > TEXT_LENGTH:
        raise BadInput("El texto «{text}…» es demasiado largo.", text=text[:60])
