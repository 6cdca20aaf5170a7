"""No question is idle: each can be met, and each can be missed or not asked, on pages of our own.

The tables of the indicators' tests are gathered here; each case is judged in its own test.
"""

from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest

from canse.domain.audit import Verdict
from crawler.indicators.catalogue import load_catalogue

HERE = Path(__file__).parent
UNMET = {Verdict.NOT_FOUND, Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE}
INDICATORS = [indicator.id for indicator in load_catalogue().indicators]


def verdicts() -> dict[str, set[Verdict]]:
    """The verdicts that each indicator's cases ask for."""
    found: dict[str, set[Verdict]] = defaultdict(set)
    for path in sorted(HERE.glob("test_indicators_*.py")):
        for case in import_module(f"tests.crawler.{path.stem}").CASES:
            found[case[0]].add(case[2])
    return found


VERDICTS = verdicts()
# Asked of the portal's own address: its cases stand in test_name_of_the_state_is_known_by_its_end.
OF_THE_ADDRESS = "E1-16"


@pytest.mark.parametrize("identity", INDICATORS)
def test_question_can_be_met(identity: str) -> None:
    assert Verdict.MET in VERDICTS[identity] or identity == OF_THE_ADDRESS


@pytest.mark.parametrize("identity", INDICATORS)
def test_question_is_not_always_met(identity: str) -> None:
    assert UNMET & VERDICTS[identity]


def test_every_case_is_of_a_question_of_the_catalogue() -> None:
    assert set(VERDICTS) <= set(INDICATORS)
