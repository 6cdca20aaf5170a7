"""The site over a catalogue that has also been audited: two portals seen, one that never was."""

from dataclasses import replace

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.audit import AuditReport, FoundService, Verdict
from canse.domain.stages import Stage
from canse.intake import take_in
from indices.memory_engine import MemoryIndex
from indices.rebuild import rebuild
from tests.builders import NOON, evidence, found_service, report
from tests.conftest import DatabaseShop
from tests.page_client import PageClient
from uniportal.app import create_app
from uniportal.settings import Settings
from uniportal.wiring import Rooms


def portal(host: str, *services: FoundService, title: str = "Portal") -> AuditReport:
    """The report of one made-up portal."""
    made = report(*services, run_id=f"corrida-{host}")
    return replace(made, portal=replace(made.portal, url=f"http://{host}/", host=host, title=title))


def silent_portal() -> AuditReport:
    """A portal that nobody could look at."""
    made = portal("caido.example", title="Portal caído")
    return replace(
        made,
        coverage=replace(
            made.coverage, pages_fetched=0, evaluable=False, reasons=("No respondió en 30 s.",)
        ),
        stage=replace(made.stage, confirmed=Stage.NONE, declared=Stage.NONE, profile={}),
        indicators=(
            replace(made.indicators[0], verdict=Verdict.NOT_EVALUABLE, reason="No respondió."),
        ),
    )


@pytest.fixture(scope="session")
def audited_database(sqlite_shop: DatabaseShop) -> Database:
    database = sqlite_shop.new(seeded=True)
    deceitful = found_service(
        name="Licencia <b>de obra</b>",
        action_url="http://muni.example/obra",
        evidence=(evidence(url="http://muni.example/obra", snippet="<script>alert(1)</script>"),),
    )
    take_in(database, portal("muni.example", found_service(), deceitful), NOON)
    take_in(database, portal("renap.gob.gt", title="RENAP"), NOON)
    take_in(database, silent_portal(), NOON)
    return database


@pytest.fixture(scope="session")
def audited_catalogue(audited_database: Database) -> Catalogue:
    return Catalogue(audited_database)


@pytest.fixture(scope="session")
def visitor(settings: Settings, audited_database: Database) -> PageClient:
    """Somebody who visits the site."""
    index = MemoryIndex()
    rebuild(index, Catalogue(audited_database))
    return PageClient(create_app(rooms=Rooms(settings, database=audited_database, index=index)))


@pytest.fixture(scope="session")
def empty(settings: Settings, sqlite_shop: DatabaseShop) -> PageClient:
    """Somebody who visits the site before anything was loaded."""
    rooms = Rooms(settings, database=sqlite_shop.new(), index=MemoryIndex())
    return PageClient(create_app(rooms=rooms))
