"""What speaks for a service besides its words: few, small and documented weights.

Between services that answer a search equally well, these decide; none lifts one that answers it
worse by much. Each is told with its reason in docs/relevance.md.
"""

from datetime import date, timedelta

from canse.domain.service import ServiceSheet
from canse.domain.stages import Stage

CONFIRMED = 0.03
"""The institution itself says that the sheet is true."""
ONLINE = 0.02
"""It can be done from where the person is."""
A_STAGE = 0.01
"""For each stage above the first."""
FRESH = 0.01
"""Somebody looked within the last year whether it is true."""
A_YEAR = timedelta(days=365)


def merits_of(sheet: ServiceSheet, today: date | None) -> dict[str, float]:
    """What is added to 1, by reason; zeros are left out. Without a day nothing counts as fresh."""
    above = max(int(sheet.stage) - int(Stage.EMERGING), 0)
    looked = [moment.date() for moment in (sheet.reviewed_at, sheet.last_seen_at) if moment]
    is_fresh = today is not None and any(day >= today - A_YEAR for day in looked)
    found = {
        "confirmed": CONFIRMED * sheet.is_confirmed,
        "online": ONLINE * sheet.is_online,
        "stage": A_STAGE * above,
        "fresh": FRESH * is_fresh,
    }
    return {reason: value for reason, value in found.items() if value}


def merit_of(sheet: ServiceSheet, today: date | None = None) -> float:
    """The factor by which the score of a service is multiplied."""
    return round(1.0 + sum(merits_of(sheet, today).values()), 4)
