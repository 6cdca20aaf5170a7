"""The form of a table of cases: an indicator, a portal of a few pages, and the verdict."""

from collections.abc import Sequence
from typing import Any

from canse.domain.audit import Verdict
from crawler.indicators.portal import Answer
from crawler.visit import Visit
from tests.crawler.pages import answer_of, visit_of

What = str | Visit | tuple[Visit, ...]
# (id, HTML or visits, verdict), with the facts of the site as a fourth where they matter.
Case = tuple[Any, ...]
Cases = Sequence[Case]


def visits_of_case(what: What) -> tuple[Visit, ...]:
    """The visits a case stands for; HTML alone is one inner page."""
    if isinstance(what, str):
        return (visit_of(what, "pagina/"),)
    return (what,) if isinstance(what, Visit) else what


def answer_of_case(case: Case) -> Answer:
    """What the indicator of a case says of its portal."""
    site = case[3] if len(case) > 3 else None
    return answer_of(case[0], *visits_of_case(case[1]), site=site)


def verdict_of(case: Case) -> Verdict:
    """The verdict a case asks for."""
    verdict: Verdict = case[2]
    return verdict
