"""The site over a real catalogue with the product's data and an index in memory."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from canse.catalogue import Catalogue
from canse.database.session import Database
from indices.document import document_of
from indices.memory_engine import MemoryIndex
from tests.conftest import DatabaseShop
from tests.page_client import PageClient
from uniportal.app import create_app
from uniportal.settings import Settings, settings_for
from uniportal.wiring import Rooms


@pytest.fixture(scope="session")
def site_database(sqlite_shop: DatabaseShop) -> Database:
    """One seeded catalogue for all tests that only read it."""
    return sqlite_shop.new(seeded=True)


@pytest.fixture(scope="session")
def site_index(site_database: Database) -> MemoryIndex:
    """The seeded catalogue, indexed."""
    catalogue = Catalogue(site_database)
    index = MemoryIndex()
    index.rebuild(
        (document_of(sheet) for sheet in catalogue.published_sheets()),
        applied=catalogue.change_number(),
        knowledge=catalogue.search_knowledge(),
    )
    return index


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_for(tmp_path_factory.mktemp("instance"))


@pytest.fixture(scope="session")
def rooms(settings: Settings, site_database: Database, site_index: MemoryIndex) -> Rooms:
    return Rooms(settings, database=site_database, index=site_index)


@pytest.fixture(scope="session")
def app(rooms: Rooms) -> Flask:
    """The site, for tests that only read."""
    return create_app(rooms=rooms)


@pytest.fixture
def pages(app: Flask) -> PageClient:
    return PageClient(app)


@pytest.fixture
def broken_app(tmp_path: Path) -> Flask:
    """The site over a folder that holds no catalogue at all."""
    return create_app(settings_for(tmp_path / "nowhere"))


@pytest.fixture
def kept_logging() -> Iterator[None]:
    """Leave logging as it was found."""
    root, werkzeug = logging.getLogger(), logging.getLogger("werkzeug")
    before = (list(root.handlers), root.level, werkzeug.level)
    yield
    root.handlers[:], level, werkzeug_level = before
    root.setLevel(level)
    werkzeug.setLevel(werkzeug_level)
