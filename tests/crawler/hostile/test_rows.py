"""Every real crawl failure on our list has a test: here, or where its colleague keeps it."""

from importlib import import_module
from pathlib import Path

from tests.crawler.hostile.rows import ROWS

HERE = Path(__file__).parent
ELSEWHERE = {
    13: "tests/crawler/test_transport.py",
    14: "tests/crawler/test_transport.py",
    16: "tests/crawler/test_transport.py",
    17: "tests/crawler/test_transport.py",
    83: "tests/crawler/test_browser.py",
}


def held() -> set[int]:
    """The rows that the tests of this folder hold."""
    found: set[int] = set()
    for path in HERE.glob("test_*.py"):
        module = import_module(f"tests.crawler.hostile.{path.stem}")
        for name, value in vars(module).items():
            if name.startswith("test_"):
                found.update(getattr(value, "rows", ()))
    return found


def test_every_row_has_a_test() -> None:
    assert held() | set(ELSEWHERE) == set(ROWS)


def test_no_row_is_held_twice_in_different_places() -> None:
    assert not held() & set(ELSEWHERE)


def test_files_that_hold_the_others_are_there() -> None:
    root = HERE.parents[2]

    assert not [path for path in set(ELSEWHERE.values()) if not (root / path).is_file()]
