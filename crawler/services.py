"""Joins what was seen on many pages into services, each judged on all its mentions."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canse.domain.audit import Evidence, FoundService
from canse.domain.naming import fold, is_web_address, same_address_key, same_name_key, slugify
from canse.domain.stages import Level, Stage
from crawler.categories import category_of
from crawler.files import is_file
from crawler.ladder import Capability, Gate, Rung, climb_confirmed, climb_declared
from crawler.sheets import sheet_of
from crawler.sightings import Sighting, evidence_of, one_a_rule
from crawler.targets import Targets
from crawler.visit import Visit

EVIDENCE_OF_A_SERVICE = 12
SHARED_WORDS = 0.5
SHORT_WORD = 3
_PLURAL = re.compile(r"(?<=[nldrz])es$|s$")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_OWNER = re.compile(r"informaci[oó]n proporcionada por:?\s*(.{3,120})", re.I)
_ACRONYM = re.compile(r"[-–(]\s*([A-ZÁÉÍÓÚÑ]{2,12})\s*[-–)]")
_SMALL_WORDS = frozenset(
    {"de", "del", "la", "el", "los", "las", "y", "e", "a", "en", "para", "por", "al", "con", "o"}
    | {"un", "una", "di", "da", "do", "the", "of"}
)


@dataclass(frozen=True, kw_only=True)
class _Verdicts:
    """What all mentions of a service prove together."""

    confirmed: Rung
    declared: Rung
    gates: tuple[Gate, ...]


@dataclass(frozen=True, kw_only=True)
class JudgedService:
    """A service with the level its portal claims for it. An own one is not another's link.

    `is_told` says that the portal has a sheet of it, whoever may give it.
    """

    service: FoundService
    declared: Rung
    is_told: bool

    @property
    def declared_level(self) -> Level:
        """The level the portal claims."""
        return self.declared.level

    @property
    def is_own(self) -> bool:
        """Whether the portal itself gives the service."""
        return Gate.OTHER_OWNER.value not in self.service.gates


def find_services(
    sightings: Sequence[Sighting], visits: Sequence[Visit]
) -> tuple[JudgedService, ...]:
    """The services of a portal, in the order of their names."""
    targets = Targets(visits)
    found = [_service(group, targets) for group in _group(sightings)]
    return tuple(sorted(found, key=_order))


def _order(judged: JudgedService) -> tuple[str, str, str]:
    service = judged.service
    return fold(service.name), service.action_url or "", service.owner or ""


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell services apart, in singular, sorted."""
    words = same_name_key(name).split()
    return tuple(sorted({_bare(word) for word in words if word not in _SMALL_WORDS}))


def _bare(word: str) -> str:
    """A word in singular, without the doubled letters that hands leave out."""
    singular = _PLURAL.sub("", word) if len(word) > SHORT_WORD else word
    return _DOUBLED.sub(r"\1", singular)


def owner_of(sighting: Sighting) -> str | None:
    """The slug of the institution the page itself names as the provider, by its acronym."""
    match = _OWNER.search(sighting.offer.section.text)
    acronym = _ACRONYM.search(match[1]) if match else None
    return slugify(acronym[1]) if acronym else None


def _group(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Sightings of one service: same owner and words of the name, or same target and alike."""
    groups: dict[tuple[str, tuple[str, ...]], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        groups[(owner_of(sighting) or "", name_words(sighting.offer.name))].append(sighting)
    targets: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    joined: dict[tuple[str, tuple[str, ...]], list[Sighting]] = {}
    for key in sorted(groups):
        home = _same_target(key, groups[key], targets)
        joined.setdefault(home, []).extend(groups[key])
        for address in _targets(groups[key]):
            targets[address].append(home)
    return [joined[key] for key in sorted(joined)]


def _same_target(
    key: tuple[str, tuple[str, ...]],
    group: Sequence[Sighting],
    targets: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]],
) -> tuple[str, tuple[str, ...]]:
    """The group with the same action address and a name alike; the key itself if there is none."""
    for address in _targets(group):
        for other in targets.get(address, ()):
            one, two = set(key[1]), set(other[1])
            if one and two and len(one & two) > SHARED_WORDS * len(one | two):
                return other
    return key


def _targets(group: Sequence[Sighting]) -> list[str]:
    keys = {same_address_key(sighting.capabilities.action_url) for sighting in group}
    return sorted(key for key in keys if key)


def _service(group: list[Sighting], targets: Targets) -> JudgedService:
    ordered = sorted(group, key=_rank)
    best = ordered[0]
    dead = _dead_targets(ordered, targets)
    verdicts = _verdicts(ordered, dead)
    confirmed, declared = verdicts.confirmed.level.stage, verdicts.declared.level.stage
    qualifies = max(confirmed, declared) >= Stage.EMERGING
    action = _action(ordered)
    owners = sorted({owner for s in ordered if (owner := owner_of(s))})
    service = FoundService(
        name=best.offer.name,
        action_url=action or None,
        owner=owners[0] if owners else None,
        category=category_of(best.offer.name),
        stage_confirmed=confirmed,
        stage_declared=declared,
        level=verdicts.confirmed.level,
        gates=tuple(gate.value for gate in verdicts.gates),
        qualifies=qualifies,
        reason=_reason(verdicts),
        evidence=_evidence(ordered, dead),
        mentions=tuple(sorted((s.mention() for s in ordered), key=lambda m: m.page_url)),
        sheet=sheet_of(ordered),
    )
    is_told = any(sighting.offer.is_sheet for sighting in group)
    return JudgedService(service=service, declared=verdicts.declared, is_told=is_told)


def _rank(sighting: Sighting) -> tuple[object, ...]:
    """The page that tells most of the service comes first."""
    offer = sighting.offer
    return (
        not offer.is_sheet,
        -sighting.mention().stage_declared,
        sighting.visit.depth,
        sighting.visit.url,
        offer.position,
    )


def _verdicts(group: Sequence[Sighting], dead: Mapping[str, Sighting]) -> _Verdicts:
    gates: set[Gate] = set()
    confirmed: set[Capability] = set()
    declared: set[Capability] = set()
    for sighting in group:
        gates |= sighting.capabilities.gate_names()
        declared |= sighting.capabilities.declared()
        for proof in sighting.capabilities.proofs:
            if proof.is_confirmed and proof.url not in dead:
                confirmed.add(proof.capability)
    if any(not is_file(url) for url in dead):
        gates.add(Gate.NOT_AVAILABLE)
    return _Verdicts(
        confirmed=climb_confirmed(confirmed, gates),
        declared=climb_declared(declared, gates),
        gates=tuple(sorted(gates)),
    )


def _dead_targets(group: Sequence[Sighting], targets: Targets) -> dict[str, Sighting]:
    """The targets of the service's controls that do not answer, with who links there."""
    return {
        proof.url: sighting
        for sighting in group
        for proof in sighting.capabilities.proofs
        if targets.is_dead(proof.url)
    }


def _action(group: Sequence[Sighting]) -> str:
    """The action of the best page that has one; an address that may be stored and linked."""
    for sighting in group:
        url = sighting.capabilities.action_url.replace(" ", "%20")
        if is_web_address(url):
            return url
    return ""


def _evidence(group: Sequence[Sighting], dead: Mapping[str, Sighting]) -> tuple[Evidence, ...]:
    pieces = [piece for sighting in group for piece in sighting.evidence()]
    pieces += [
        evidence_of(
            dead[url].visit,
            dead[url].offer.selector,
            f"La dirección {url} no responde.",
            "E3-21:destino-caido",
        )
        for url in sorted(dead)
    ]
    return one_a_rule(pieces)[:EVIDENCE_OF_A_SERVICE]


def _reason(verdicts: _Verdicts) -> str:
    confirmed, declared = verdicts.confirmed, verdicts.declared
    if declared.level is confirmed.level:
        return confirmed.sentence
    return (
        f"Comprobado: {confirmed.sentence[0].lower()}{confirmed.sentence[1:]} "
        f"Según el portal, sin comprobar: {declared.clause}."
    )
