"""A sighting: one offer on one visited page, judged on that page alone, with its evidence."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from canse.domain.audit import SNIPPET_LENGTH, Evidence, Mention
from crawler.capabilities import Capabilities, read_capabilities
from crawler.offer import Offer
from crawler.offers import find_offers
from crawler.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """One service seen on one page."""

    visit: Visit
    offer: Offer
    capabilities: Capabilities

    def mention(self) -> Mention:
        """The stages the page alone shows."""
        return Mention(
            page_url=self.visit.final_url or self.visit.url,
            stage_confirmed=self.capabilities.rung_confirmed().level.stage,
            stage_declared=self.capabilities.rung_declared().level.stage,
        )

    def evidence(self) -> tuple[Evidence, ...]:
        """One piece for each thing proven, then for each gate."""
        proofs = [
            evidence_of(self.visit, p.selector, p.snippet, f"{p.capability.value}:{p.rule}")
            for p in self.capabilities.proofs
        ]
        gates = [
            evidence_of(self.visit, g.selector, g.snippet, f"{g.gate.value}:{g.rule}")
            for g in self.capabilities.gates
        ]
        return one_a_rule(proofs + gates)


def see(visits: Sequence[Visit], *, portal_url: str, furniture: Set[str]) -> list[Sighting]:
    """Every service on every page that was read."""
    found = []
    for visit in visits:
        if visit.page is None:
            continue
        for offer in find_offers(visit.page, furniture=furniture):
            capabilities = read_capabilities(offer, visit.page, portal_url=portal_url)
            found.append(Sighting(visit=visit, offer=offer, capabilities=capabilities))
    return found


def evidence_of(visit: Visit, selector: str, snippet: str, rule: str) -> Evidence:
    """Evidence on a visited page; the snippet is cut to the length a report may hold."""
    return Evidence(
        url=visit.final_url or visit.url,
        status=visit.status,
        fetched_at=visit.fetched_at,
        sha256=visit.sha256,
        selector=selector,
        snippet=shorten(snippet),
        rule=rule,
    )


def shorten(text: str) -> str:
    """At most SNIPPET_LENGTH characters, the cut shown by an ellipsis."""
    plain = " ".join(text.split())
    return plain if len(plain) <= SNIPPET_LENGTH else plain[: SNIPPET_LENGTH - 1] + "…"


def one_a_rule(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first piece of evidence for each rule on each page."""
    kept: dict[tuple[str, str], Evidence] = {}
    for piece in pieces:
        kept.setdefault((piece.url, piece.rule), piece)
    return tuple(kept.values())
