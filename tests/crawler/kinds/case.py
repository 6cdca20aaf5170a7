"""One page of a kind, and the services it names with their stages."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Case:
    """`services` maps the name to the stages declared and confirmed, by the page alone.

    Source of what is expected: docs/stages.md and the rules of labelling of the audit.
    """

    name: str
    html: str
    path: str = "pagina/"
    services: dict[str, tuple[int, int]] = field(default_factory=dict)
