"""A whole small site for the guards: the product's data, one audited portal, an index."""

from dataclasses import replace

import pytest
from flask import Flask

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.intake import take_in
from indices.memory_engine import MemoryIndex
from indices.rebuild import rebuild
from tests.builders import NOON, found_service, report
from tests.conftest import DatabaseShop
from uniportal.app import create_app
from uniportal.settings import settings_for
from uniportal.wiring import Rooms


@pytest.fixture(scope="session")
def audited(sqlite_shop: DatabaseShop) -> Database:
    """The product's data and the audits of two portals; an institution claims the second."""
    database = sqlite_shop.new(seeded=True)
    take_in(database, report(found_service()), NOON)
    claimed = report(run_id="corrida-reclamada")
    portal = replace(claimed.portal, url="http://renap.gob.gt/", host="renap.gob.gt")
    take_in(database, replace(claimed, portal=portal), NOON)
    return database


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, over an instance folder that nobody prepared."""
    return create_app(settings_for(tmp_path_factory.mktemp("empty")))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, audited: Database) -> Flask:
    """The application over the audited catalogue and a memory index."""
    index = MemoryIndex()
    rebuild(index, Catalogue(audited))
    settings = settings_for(tmp_path_factory.mktemp("site"))
    return create_app(rooms=Rooms(settings, database=audited, index=index))
