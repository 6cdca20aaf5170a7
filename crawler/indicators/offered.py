"""Stage 1, services: does the portal name its services and describe them?"""

from canse.domain.naming import same_name_key
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly

SERVICES = 3
SHEET_GROUPS = 2


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
