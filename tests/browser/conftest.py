"""A real browser before the real site: product data in SQLite, one audited portal, Whoosh."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from canse.catalogue import Catalogue
from canse.domain.audit import AuditReport
from canse.intake import take_in
from indices.rebuild import rebuild
from indices.whoosh_engine import WhooshIndex
from tests.browser.serving import browser_path, launched, served
from tests.builders import NOON, found_service, report
from tests.conftest import DatabaseShop, unable
from uniportal.app import create_app
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

ACTION_MILLISECONDS = 15_000


def of_renap(made: AuditReport) -> AuditReport:
    """The same report, of the portal of an institution that the catalogue knows."""
    return replace(made, portal=replace(made.portal, url="https://www.renap.gob.gt/"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine; without one these tests are skipped by name.

    For one module only: while Playwright runs, nothing else of the thread can run asyncio.
    """
    path = browser_path()
    if path is None:
        unable("No hay un navegador Chromium", "make browser test ARGS=tests/browser")
        return
    with sync_playwright() as playwright:
        browser = launched(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, sqlite_shop: DatabaseShop) -> Iterator[str]:
    """Where the site answers."""
    database = sqlite_shop.new(seeded=True)
    take_in(database, report(found_service()), NOON)
    take_in(database, of_renap(report(run_id="corrida-2")), NOON)
    instance: Path = tmp_path_factory.mktemp("instance")
    index = WhooshIndex(instance / "index")
    rebuild(index, Catalogue(database))
    rooms = Rooms(settings_for(instance), database=database, index=index)
    with served(create_app(rooms=rooms)) as url:
        yield url
    database.dispose()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a visitor nobody knows, with JavaScript and without."""
    context = browser.new_context(java_script_enabled=request.param, locale="es-GT")
    page = context.new_page()
    page.set_default_timeout(ACTION_MILLISECONDS)
    yield page
    context.close()
