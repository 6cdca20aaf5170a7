"""Indicators that services prove one by one: confirmed by a control, or only declared."""

from collections.abc import Callable

from canse.domain.audit import Evidence
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.ladder import Capability
from crawler.proof import Proof
from crawler.sightings import Sighting
from crawler.visit import Outcome

Check = Callable[[PortalView], Answer]
_GONE = frozenset({Outcome.NOT_FOUND, Outcome.GONE, Outcome.SOFT_NOT_FOUND, Outcome.SERVER_ERROR})


def proven(capability: Capability) -> Check:
    """A check that asks whether some service of the portal has the capability."""

    def check(portal: PortalView) -> Answer:
        confirmed: list[tuple[Sighting, Proof]] = []
        declared: list[tuple[Sighting, Proof]] = []
        for sighting in portal.sightings:
            for proof in sighting.capabilities.proofs:
                if proof.capability is not capability:
                    continue
                is_sure = proof.is_confirmed and not is_dead(portal, proof)
                (confirmed if is_sure else declared).append((sighting, proof))
        if confirmed:
            return found(map(_piece, confirmed), examples(s.offer.name for s, _ in confirmed))
        if declared:
            return partly(map(_piece, declared), examples(s.offer.name for s, _ in declared))
        return missing()

    return check


def is_dead(portal: PortalView, proof: Proof) -> bool:
    """Whether the target of a control was tried and is not there."""
    visit = portal.visit_of(proof.url)
    return visit is not None and visit.outcome in _GONE


def _piece(pair: tuple[Sighting, Proof]) -> Evidence:
    sighting, proof = pair
    return on(sighting.visit, proof.selector, proof.snippet, proof.rule)
