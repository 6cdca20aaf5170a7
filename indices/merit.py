"""What speaks for a service besides its words: few, small and documented weights.

Between services that answer a search equally well, these decide; none lifts one that answers it
worse by much. Each is told with its reason in docs/relevance.md.
"""

from canse.domain.service import ServiceSheet
from canse.domain.stages import Stage

CONFIRMED = 0.03
"""The institution itself says that the sheet is true."""
ONLINE = 0.02
"""It can be done from where the person is."""
A_STAGE = 0.01
"""For each stage above the first."""
BROKEN = -0.15
"""Its address does not answer: it goes down, never out."""


def merits_of(sheet: ServiceSheet) -> dict[str, float]:
    """What is added to 1, by reason; zeros are left out."""
    above = max(int(sheet.stage) - int(Stage.EMERGING), 0)
    found = {
        "confirmed": CONFIRMED * sheet.is_confirmed,
        "online": ONLINE * sheet.is_online,
        "stage": A_STAGE * above,
    }
    return {reason: value for reason, value in found.items() if value}


def merit_of(sheet: ServiceSheet) -> float:
    """The factor by which the score of a service is multiplied."""
    return round(1.0 + sum(merits_of(sheet).values()), 4)
