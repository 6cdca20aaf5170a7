"""Guard: imports point only down (docs/house.md). The walls themselves are in setup.cfg."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOMS, ROOT, imports, python_files

# The standard library can open connections and files too; what is pure does without.
WORLDLY = {"asyncio", "http", "multiprocessing", "os", "pathlib", "shutil", "socket", "sqlite3"}
WORLDLY |= {"ssl", "subprocess", "sys", "tempfile", "threading", "urllib.request"}
DOMAIN_FILES = [path for path in python_files("canse") if path.parts[:2] == ("canse", "domain")]

# The files of the crawler that meet the web, the disk or another process; all others are pure.
CRAWLER_DOORS = {"archive", "audit", "commands", "console", "fetch", "guard", "order", "politeness"}
CRAWLER_DOORS |= {
    "batch",
    "batch_journal",
    "browser",
    "choice",
    "handshake",
    "journal",
    "judging",
    "judging_child",
    "parsing_child",
    "plan",
    "result",
    "values_json",
    "replay",
    "report",
    "sample_answers",
    "sample_portals",
    "sandbox",
}
SOCKETS = {"http.client", "httpx", "requests", "socket", "urllib.request", "urllib3"}


def test_walls_stand() -> None:
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--no-cache",
        "setup.cfg",
    ]

    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)

    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize("path", DOMAIN_FILES, ids=str)
def test_domain_imports_only_itself_and_what_is_pure(path: Path) -> None:
    foreign = {
        name
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and name != "canse.domain"
        and not name.startswith("canse.domain.")
    }

    assert foreign == set()
    assert imports(path) & WORLDLY == set()


def test_site_is_imported_only_by_its_entry_and_tests() -> None:
    importers = {
        path.as_posix()
        for path in python_files()
        if path.parts[0] not in ("uniportal", "tests")
        and any(name.split(".")[0] == "uniportal" for name in imports(path))
    }

    assert importers <= {"wsgi.py"}


def test_imports_are_absolute() -> None:
    relative = {
        path.as_posix()
        for path in python_files()
        if any(name.startswith(".") for name in imports(path))
    }

    assert relative == set()


def test_crawler_meets_the_world_only_at_its_doors() -> None:
    worldly = {
        path.stem for path in python_files("crawler") if imports(path) & (WORLDLY | {"aiohttp"})
    }

    assert worldly - CRAWLER_DOORS == set()


def test_crawler_has_no_other_way_to_a_socket() -> None:
    users = {path.stem for path in python_files("crawler") if imports(path) & SOCKETS}

    assert users == {"fetch", "guard", "sample_portals"}


def test_sql_is_written_in_its_room() -> None:
    users = {
        path.as_posix()
        for path in python_files(*ROOMS)
        if "sqlalchemy" in imports(path) and path.parts[:2] != ("canse", "database")
    }

    assert users == set()
