"""The gates of stage 3: what keeps an announced transaction from being one."""

from collections.abc import Callable

from crawler.dates import dates_in
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_applicable,
    on,
)
from crawler.ladder import Capability, Gate
from crawler.proof import GateProof
from crawler.sightings import Sighting

_BEGUN = frozenset({Capability.APPLICATION, Capability.APPOINTMENT})


def gate_check(gate: Gate) -> Callable[[PortalView], Answer]:
    """A check that asks whether the gate closes on a service said to be done online."""

    def check(portal: PortalView) -> Answer:
        online = [s for s in portal.sightings if s.capabilities.declared() & _BEGUN]
        if not online:
            return not_applicable()
        closed = [
            (sighting, proof)
            for sighting in online
            for proof in sighting.capabilities.gates
            if proof.gate is gate and not _is_over(sighting, proof)
        ]
        if closed:
            pieces = [on(s.visit, g.selector, g.snippet, g.rule) for s, g in closed]
            return missing(examples(s.offer.name for s, _ in closed), pieces)
        return found(on(s.visit, s.offer.selector, s.offer.name, s.offer.rule) for s in online)

    return check


def _is_over(sighting: Sighting, proof: GateProof) -> bool:
    """Whether what kept the service closed is dated, and every date has passed."""
    if proof.gate is not Gate.NOT_AVAILABLE:
        return False
    days = dates_in(proof.snippet)
    return bool(days) and max(days) < sighting.visit.fetched_at.date()


def check_available(portal: PortalView) -> Answer:
    """E3-21: what is announced online answers, and is not announced for later."""
    dead = [
        (sighting, proof)
        for sighting in portal.sightings
        for proof in sighting.capabilities.proofs
        if proof.capability in _BEGUN and portal.targets.is_dead(proof.url)
    ]
    if dead:
        pieces = [on(s.visit, p.selector, p.snippet, "destino-caido") for s, p in dead]
        return missing(examples(s.offer.name for s, _ in dead), pieces)
    return gate_check(Gate.NOT_AVAILABLE)(portal)
