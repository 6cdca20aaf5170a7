"""Reads, of one offer on one page, what its controls do and what its words claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.control_proofs import form_proofs, frame_proofs, link_proofs
from crawler.ladder import Capability, Gate, Rung, climb_confirmed, climb_declared
from crawler.offer import Offer
from crawler.page import Page
from crawler.proof import GateProof, Proof
from crawler.wording_proofs import gate_proofs, wording_proofs


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """All that one page proves of one offer."""

    proofs: tuple[Proof, ...]
    gates: tuple[GateProof, ...]
    action_url: str

    def confirmed(self) -> frozenset[Capability]:
        """What a control on the page does."""
        return frozenset(proof.capability for proof in self.proofs if proof.is_confirmed)

    def declared(self) -> frozenset[Capability]:
        """What controls do and words claim."""
        return frozenset(proof.capability for proof in self.proofs)

    def gate_names(self) -> frozenset[Gate]:
        """The gates the page shows."""
        return frozenset(gate.gate for gate in self.gates)

    def rung_confirmed(self) -> Rung:
        """The level the page confirms by itself."""
        return climb_confirmed(self.confirmed(), self.gate_names())

    def rung_declared(self) -> Rung:
        """The level the page declares by itself."""
        return climb_declared(self.declared(), self.gate_names())


def read_capabilities(offer: Offer, page: Page, *, portal_url: str) -> Capabilities:
    """Judge one offer on its page alone."""
    proofs = tuple(_proofs(offer, page, portal_url))
    return Capabilities(
        proofs=proofs,
        gates=tuple(gate_proofs(offer, page, portal_url)),
        action_url=_action_url(offer, page, proofs),
    )


def _proofs(offer: Offer, page: Page, portal_url: str) -> Iterator[Proof]:
    yield Proof(
        capability=Capability.SHEET,
        is_confirmed=True,
        selector=offer.selector,
        snippet=_first_words(offer),
        rule=offer.rule,
    )
    yield from wording_proofs(offer)
    yield from form_proofs(offer, page)
    yield from link_proofs(offer, portal_url)
    yield from frame_proofs(offer, page)


def _first_words(offer: Offer) -> str:
    words = [offer.name, *(block.text for block in offer.section.blocks)]
    return " · ".join(dict.fromkeys(words))


def _action_url(offer: Offer, page: Page, proofs: tuple[Proof, ...]) -> str:
    """Where a person does it, or reads about it: the best target the page shows."""
    for proof in proofs:
        if proof.url and proof.capability is Capability.APPLICATION:
            return proof.url
    for proof in proofs:
        if proof.url:
            return proof.url
    links = [link.url for link in offer.section.links if link.url.startswith("http")]
    return "" if offer.is_alone else next(iter(links), "")
