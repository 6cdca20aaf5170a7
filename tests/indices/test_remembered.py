"""What a text found is remembered by the text alone, and never more of it than it may weigh."""

from collections.abc import Callable
from functools import partial

import pytest

from indices import remembered
from indices.matching import PlainFound
from indices.port import Match
from indices.query import Plan
from indices.remembered import Finding, RememberedFindings

Find = Callable[[str], Finding]


class Finder:
    """Finds so many services for any text, and tells what it was asked for."""

    def __init__(self, total: int = 1) -> None:
        self.asked: list[str] = []
        self._scores = dict.fromkeys(range(total), 1.0)

    def __call__(self, text: str) -> Finding:
        self.asked.append(text)
        found = PlainFound({}, {}, self._scores, Match.ALL_WORDS)
        return Finding(Plan(clauses=(), is_all=False), found)


def ask(findings: RememberedFindings, finder: Find, *texts: str, is_exact: bool = False) -> None:
    """Ask for texts in order."""
    for text in texts:
        findings.get(text, is_exact=is_exact, find=partial(finder, text))


def test_text_is_looked_for_once() -> None:
    findings, finder = RememberedFindings(), Finder()

    ask(findings, finder, "dpi", "dpi")

    assert finder.asked == ["dpi"]


def test_exact_search_is_another() -> None:
    findings, finder = RememberedFindings(), Finder()

    ask(findings, finder, "dpi")
    ask(findings, finder, "dpi", is_exact=True)

    assert finder.asked == ["dpi", "dpi"]


def test_text_asked_longest_ago_goes_when_all_found_weighs_too_much() -> None:
    findings, finder = RememberedFindings(), Finder(total=1_000)
    remembered_entries = 2_500

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(remembered, "ENTRIES", remembered_entries)
        ask(findings, finder, "uno", "dos", "uno", "tres", "uno", "dos")

    assert finder.asked == ["uno", "dos", "tres", "dos"]


def test_text_asked_longest_ago_goes_when_there_are_too_many() -> None:
    findings, finder = RememberedFindings(), Finder(total=0)
    texts = [str(number) for number in range(remembered.TEXTS)]

    ask(findings, finder, *texts, "0", "one more", "0", "1")

    assert finder.asked == [*texts, "one more", "1"]
