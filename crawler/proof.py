"""A proof: one thing seen on a page that speaks for a capability of a service, or caps it."""

from dataclasses import dataclass

from crawler.ladder import Capability, Gate


@dataclass(frozen=True, kw_only=True)
class Proof:
    """`is_confirmed` says that a control does it; otherwise the page only claims it."""

    capability: Capability
    is_confirmed: bool
    selector: str
    snippet: str
    rule: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class GateProof:
    """What on the page caps the level."""

    gate: Gate
    selector: str
    snippet: str
    rule: str
