"""The sheets of services: does the portal name its services, and how much does it tell of them?"""

from bisect import bisect_right
from collections.abc import Iterator

from canse.domain.audit import Evidence
from canse.domain.naming import same_name_key
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.lexicon import Lexicon
from crawler.sections import Section, group_of

SERVICES = 3
SHEET_GROUPS = 2
WHOLE_SHEET_GROUPS = 5
NEARLY_WHOLE_GROUPS = 4
NEEDED_GROUPS = frozenset({"requisitos", "costo", "plazo"})
_PENDING = Lexicon(
    "pendiente",
    r"pendientes?  por (?:definir|confirmar|completar)  sin (?:datos|informacion)  n/a  tbd",
)
_PENDING_WORDS = 6


def check_list(portal: PortalView) -> Answer:
    """E1-08: at least three services are named."""
    names: dict[str, object] = {}
    pieces = []
    for sighting in portal.sightings:
        key = same_name_key(sighting.offer.name)
        if key not in names:
            names[key] = True
            offer = sighting.offer
            pieces.append(on(sighting.visit, offer.selector, offer.name, offer.rule))
    if len(names) >= SERVICES:
        return found(pieces, str(len(names)))
    return partly(pieces, str(len(names))) if names else missing()


def check_sheet(portal: PortalView) -> Answer:
    """E1-09: a service stands with two kinds of requirements under its name."""
    sheets = [s for s in portal.sightings if len(s.offer.section.groups()) >= SHEET_GROUPS]
    pieces = [
        on(
            s.visit,
            s.offer.selector,
            f"{s.offer.name}: {', '.join(s.offer.section.groups())}",
            "ficha",
        )
        for s in sheets
    ]
    return found(pieces, examples(s.offer.name for s in sheets)) if sheets else missing()


def check_whole_sheet(portal: PortalView) -> Answer:
    """E2-16: a sheet with five kinds of data, requirements, cost and time among them."""
    whole: list[tuple[str, Evidence]] = []
    nearly: list[tuple[str, Evidence]] = []
    for sighting in portal.sightings:
        offer = sighting.offer
        groups = tuple(dict.fromkeys(_filled_groups(offer.section)))
        if len(groups) < NEARLY_WHOLE_GROUPS:
            continue
        text = f"{offer.name}: {', '.join(groups)}"
        evidence = on(sighting.visit, offer.selector, text, "ficha-completa")
        is_whole = len(groups) >= WHOLE_SHEET_GROUPS and set(groups) >= NEEDED_GROUPS
        (whole if is_whole else nearly).append((offer.name, evidence))
    if whole:
        return found((e for _, e in whole), examples(name for name, _ in whole))
    return partly((e for _, e in nearly), examples(n for n, _ in nearly)) if nearly else missing()


def _filled_groups(section: Section) -> Iterator[str]:
    """The kinds of data under whose heading or label something stands; "Pendiente" is nothing."""
    starts = [heading.position for heading in section.headings]
    told: dict[int, list[str]] = {}
    for block in section.blocks:
        label, colon, value = block.text.partition(":")
        if colon and value.strip() and group_of(label) and not _is_pending(value):
            yield group_of(label)
        told.setdefault(bisect_right(starts, block.position), []).append(block.text)
    for index, heading in enumerate(section.headings, 1):
        label, _, value = heading.text.partition(":")
        group = group_of(heading.text) or group_of(label)
        if group and any(not _is_pending(text) for text in (*told.get(index, ()), value) if text):
            yield group


def _is_pending(text: str) -> bool:
    return len(text.split()) <= _PENDING_WORDS and bool(_PENDING.starts(text))
