"""Floors of the figures of the searches used for tuning, and how far our own may be behind."""

import pytest

from canse.catalogue import Catalogue
from indices.evaluation import Evaluation, evaluate
from indices.judged_queries import read_judged_queries
from indices.memory_engine import MemoryIndex
from indices.rebuild import rebuild
from tests.conftest import DatabaseShop
from tests.indices.test_second_queries import SECOND, TUNED

if not TUNED.exists():
    pytest.skip("faltan las consultas de ajuste en ../shared/search", allow_module_level=True)


@pytest.fixture(scope="module")
def index(sqlite_shop: DatabaseShop) -> MemoryIndex:
    made = MemoryIndex()
    database = sqlite_shop.new(seeded=True)
    rebuild(made, Catalogue(database))
    database.dispose()
    return made


@pytest.fixture(scope="module")
def done(index: MemoryIndex) -> Evaluation:
    return evaluate(index, read_judged_queries(TUNED))


def test_right_services_come_high_up(done: Evaluation) -> None:
    assert done.ndcg >= 0.90
    assert done.mrr >= 0.92


def test_best_answers_come_first(done: Evaluation) -> None:
    assert done.success(1) >= 0.88


def test_few_searches_find_nothing_and_few_without_answer_find_something(
    done: Evaluation,
) -> None:
    assert done.nothing_found <= 2
    assert done.answered_without_answer == 0


def test_searches_that_tuning_never_saw_are_close_behind(
    done: Evaluation, index: MemoryIndex
) -> None:
    assert evaluate(index, read_judged_queries(SECOND)).ndcg >= done.ndcg - 0.05
