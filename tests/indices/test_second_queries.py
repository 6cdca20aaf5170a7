"""Floors of the figures of our own second set of searches, of which tuning knows nothing.

It was written from what the services mean, before looking at what is found. Never tune to it: what
it misses is mended only by what would help other searches too.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from canse.catalogue import Catalogue
from indices.evaluation import Evaluation, evaluate
from indices.judged_queries import JudgedQuery, read_judged_queries
from indices.memory_engine import MemoryIndex
from indices.rebuild import rebuild
from tests.conftest import DatabaseShop
from tests.house.tree import ROOT

SECOND = Path(__file__).with_name("consultas_segundas.csv")
SERVICES = ROOT / "canse" / "seed" / "servicios.csv"
TUNED = ROOT.parent / "shared" / "search" / "consultas_dev.csv"
MOST_NOTHING_FOUND = 6
MOST_ANSWERED_WITHOUT_ANSWER = 3


@pytest.fixture(scope="module")
def queries() -> tuple[JudgedQuery, ...]:
    return read_judged_queries(SECOND)


@pytest.fixture(scope="module")
def done(sqlite_shop: DatabaseShop, queries: tuple[JudgedQuery, ...]) -> Evaluation:
    index = MemoryIndex()
    database = sqlite_shop.new(seeded=True)
    rebuild(index, Catalogue(database))
    database.dispose()
    return evaluate(index, queries)


def test_judged_services_are_those_of_the_product(queries: tuple[JudgedQuery, ...]) -> None:
    with SERVICES.open(encoding="utf-8", newline="") as file:
        known = {row["slug"] for row in csv.DictReader(file)}

    assert {slug for one in queries for slug in one.grades} - known == set()


def test_no_search_stands_there_twice(queries: tuple[JudgedQuery, ...]) -> None:
    times = Counter(one.text for one in queries)

    assert [text for text, count in times.items() if count > 1] == []


def test_set_is_apart_from_the_one_used_for_tuning(queries: tuple[JudgedQuery, ...]) -> None:
    if not TUNED.exists():
        pytest.skip("faltan las consultas de ajuste en ../shared/search")
    tuned = read_judged_queries(TUNED)
    looked_at = {slug for one in tuned for slug in one.grades}
    best = {slug for one in queries for slug, grade in one.grades.items() if grade == 3}

    assert {one.text for one in queries} & {one.text for one in tuned} == set()
    assert len(best & looked_at) < len(best) / 20


def test_right_services_come_high_up(done: Evaluation) -> None:
    assert done.ndcg >= 0.83
    assert done.mrr >= 0.83


def test_best_answers_come_first_or_nearly(done: Evaluation) -> None:
    assert done.success(1) >= 0.81
    assert done.success(3) >= 0.85


def test_few_searches_find_nothing(done: Evaluation) -> None:
    assert done.nothing_found <= MOST_NOTHING_FOUND


def test_what_has_no_answer_is_seldom_answered(done: Evaluation) -> None:
    assert done.answered_without_answer <= MOST_ANSWERED_WITHOUT_ANSWER
