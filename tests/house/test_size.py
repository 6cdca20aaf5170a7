"""Guard: rooms stay small. A module of 300 lines or a function of 40 is two jobs in one."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import python_files, source

MODULE_LINES = 300
TEST_MODULE_LINES = 400
FUNCTION_LINES = 40

# These lists may only shrink: an entry that is no longer needed fails the guard.
LONG_MODULES: frozenset[str] = frozenset()
# Each of these only names the fields of one large value, in order.
LONG_FUNCTIONS: frozenset[str] = frozenset({"tests/builders.py:report", "tests/builders.py:sheet"})


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a module with its number of lines, decorators and docstring left out."""
    for node in ast.walk(ast.parse(source(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            has_docstring = ast.get_docstring(node) is not None
            first = node.body[0].end_lineno if has_docstring else node.lineno - 1
            yield f"{path.as_posix()}:{node.name}", (node.end_lineno or 0) - (first or 0)


def test_modules_are_short() -> None:
    lengths = {path: len(source(path).splitlines()) for path in python_files()}

    long = {
        path.as_posix()
        for path, length in lengths.items()
        if length > (TEST_MODULE_LINES if path.parts[0] == "tests" else MODULE_LINES)
    }

    assert long == LONG_MODULES


def test_functions_are_short() -> None:
    long = {
        f"{name} ({length})"
        for path in python_files()
        for name, length in functions(path)
        if length > FUNCTION_LINES
    }

    assert {name.split(" ")[0] for name in long} == LONG_FUNCTIONS, long


def test_no_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "misc", "manager", "base_classes"}

    assert [path for path in python_files() if path.stem in drawers] == []
