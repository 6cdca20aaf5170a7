"""Makes results of audits for the presenters' tests."""

from typing import Any

from canse.domain.overview import PortalResult
from canse.domain.stability import Change
from canse.domain.stages import Stage
from tests.builders import NOON


def result(**changes: Any) -> PortalResult:
    """A portal seen well, once."""
    values: dict[str, Any] = {
        "audit_id": 1,
        "shown_audit_id": 1,
        "host": "muni.example",
        "url": "http://muni.example/",
        "title": "Municipalidad de Ejemplo",
        "institution": None,
        "confirmed": Stage.ENHANCED,
        "declared": Stage.TRANSACTIONAL,
        "newest_confirmed": Stage.ENHANCED,
        "change": Change.NEW,
        "before": None,
        "is_held": False,
        "profile": {"1": 91.6, "2": 40.0, "3": 0.0},
        "shares": {},
        "explanation": ("Da formularios.",),
        "is_evaluable": True,
        "reasons": (),
        "pages_fetched": 10,
        "pages_known": 12,
        "skipped": {},
        "limit": None,
        "services_found": 3,
        "services_online": 0,
        "audited_at": NOON,
        "last_good_at": NOON,
        "run_id": "r1",
        "catalogue_version": "2.0.0",
    }
    return PortalResult(**{**values, **changes})


def unseen(**changes: Any) -> PortalResult:
    """A portal that nobody could ever look at."""
    nothing: dict[str, Any] = {
        "is_evaluable": False,
        "last_good_at": None,
        "confirmed": Stage.NONE,
        "declared": Stage.NONE,
        "newest_confirmed": Stage.NONE,
        "change": None,
        "profile": {},
        "services_found": 0,
        "reasons": ("No respondió en 30 s.",),
    }
    return result(**{**nothing, **changes})
