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
from crawler.lexicon import Lexicon
from crawler.proof import Proof
from crawler.sightings import Sighting


def proven(capability: Capability, *, unless: Lexicon | None = None) -> Check:
    """A check that asks whether some service of the portal has the capability.

    A proof whose words say `unless` speaks of something else that only looks like it.
    """

    def check(portal: PortalView) -> Answer:
        confirmed: list[tuple[Sighting, Proof]] = []
        declared: list[tuple[Sighting, Proof]] = []
        for sighting in portal.sightings:
            for proof in sighting.capabilities.proofs:
                if proof.capability is not capability or _says(unless, sighting, proof):
                    continue
                is_sure = proof.is_confirmed and not portal.targets.is_dead(proof.url)
                (confirmed if is_sure else declared).append((sighting, proof))
        if confirmed:
            return found(map(_piece, confirmed), examples(s.offer.name for s, _ in confirmed))
        if declared:
            return partly(map(_piece, declared), examples(s.offer.name for s, _ in declared))
        return missing()

    return check


def _says(words: Lexicon | None, sighting: Sighting, proof: Proof) -> bool:
    return words is not None and bool(words.find(f"{sighting.offer.name} · {proof.snippet}"))


def beside_application(capability: Capability) -> Check:
    """A check of what only words can tell: met where the service is also begun on the page."""
    declared = proven(capability)

    def check(portal: PortalView) -> Answer:
        begun = [
            (sighting, proof)
            for sighting in portal.sightings
            if _is_begun(portal, sighting)
            for proof in sighting.capabilities.proofs
            if proof.capability is capability
        ]
        if begun:
            return found(map(_piece, begun), examples(s.offer.name for s, _ in begun))
        return declared(portal)

    return check


def _is_begun(portal: PortalView, sighting: Sighting) -> bool:
    """Whether a control of the page, not known to be dead, begins the service."""
    return any(
        proof.capability is Capability.APPLICATION
        and proof.is_confirmed
        and not portal.targets.is_dead(proof.url)
        for proof in sighting.capabilities.proofs
    )


def _piece(pair: tuple[Sighting, Proof]) -> Evidence:
    sighting, proof = pair
    return on(sighting.visit, proof.selector, proof.snippet, proof.rule)
