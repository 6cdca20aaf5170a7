"""What is told of one audit once it has ended, be it from memory or from its report on the disk."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from canse.domain.audit import Limit
from crawler.order import Audited


@dataclass(frozen=True, kw_only=True)
class Result:
    """The few figures of a report that a person or a script is told. `seconds` it took in all."""

    path: Path
    url: str
    host: str
    confirmed: int
    declared: int
    services: int
    pages_fetched: int
    pages_known: int
    is_evaluable: bool
    limit: Limit | None
    reasons: tuple[str, ...]
    seconds: float

    @property
    def is_partial(self) -> bool:
        """Whether something other than the number of pages asked for kept it from its end."""
        return not self.is_evaluable or self.limit not in (None, Limit.PAGES)

    @property
    def coverage(self) -> int:
        """How many of a hundred known pages were read."""
        return 100 * self.pages_fetched // self.pages_known if self.pages_known else 0


def result_of(audited: Audited) -> Result:
    """What is told of an audit that has just ended."""
    return _result(audited.report.as_json(), audited.path)


def read_result(path: Path) -> Result | None:
    """The same from a report of our own on the disk; None when it is not there or not whole."""
    try:
        return _result(json.loads(path.read_bytes()), path)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _result(report: dict[str, Any], path: Path) -> Result:
    run, coverage, stage = report["run"], report["coverage"], report["stage"]
    took = datetime.fromisoformat(run["finished_at"]) - datetime.fromisoformat(run["started_at"])
    return Result(
        path=path,
        url=report["portal"]["url"],
        host=report["portal"]["host"],
        confirmed=stage["confirmed"],
        declared=stage["declared"],
        services=len(report["services"]),
        pages_fetched=coverage["pages_fetched"],
        pages_known=coverage["pages_known"],
        is_evaluable=coverage["evaluable"],
        limit=Limit(coverage["limit"]) if coverage["limit"] else None,
        reasons=tuple(coverage["reasons"]),
        seconds=took.total_seconds(),
    )


def result_values(result: Result) -> dict[str, Any]:
    """The result as data for a script."""
    return {
        "url": result.url,
        "report": str(result.path),
        "evaluable": result.is_evaluable,
        "limit": result.limit.value if result.limit else None,
        "reasons": list(result.reasons),
        "pages_fetched": result.pages_fetched,
        "pages_known": result.pages_known,
        "services": result.services,
        "seconds": result.seconds,
        "stage": {"confirmed": result.confirmed, "declared": result.declared},
    }
