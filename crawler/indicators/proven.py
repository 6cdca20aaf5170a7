"""Indicators that services prove one by one: confirmed by a control, or only declared."""

from canse.domain.audit import Evidence
from crawler.indicators.portal import (
    Answer,
    Check,
    PortalView,
    examples,
    found,
    missing,
    on,
    partly,
)
from crawler.ladder import Capability
from crawler.proof import Proof
from crawler.sightings import Sighting


def proven(capability: Capability) -> Check:
    """A check that asks whether some service of the portal has the capability."""

    def check(portal: PortalView) -> Answer:
        confirmed: list[tuple[Sighting, Proof]] = []
        declared: list[tuple[Sighting, Proof]] = []
        for sighting in portal.sightings:
            for proof in sighting.capabilities.proofs:
                if proof.capability is not capability:
                    continue
                is_sure = proof.is_confirmed and not portal.targets.is_dead(proof.url)
                (confirmed if is_sure else declared).append((sighting, proof))
        if confirmed:
            return found(map(_piece, confirmed), examples(s.offer.name for s, _ in confirmed))
        if declared:
            return partly(map(_piece, declared), examples(s.offer.name for s, _ in declared))
        return missing()

    return check


def _piece(pair: tuple[Sighting, Proof]) -> Evidence:
    sighting, proof = pair
    return on(sighting.visit, proof.selector, proof.snippet, proof.rule)
