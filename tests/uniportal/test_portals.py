"""Which portals are due for an audit."""

import json
from datetime import timedelta
from pathlib import Path

from canse.catalogue import Catalogue
from canse.commands import take_in_files
from canse.domain.institution import InstitutionKind
from tests.builders import NOON, report
from tests.conftest import DatabaseShop
from uniportal.portals import AUDIT_EVERY, PortalDirectory


def test_portal_is_due_again_after_a_week(sqlite_shop: DatabaseShop, tmp_path: Path) -> None:
    database = sqlite_shop.new(seeded=True)
    catalogue = Catalogue(database)
    url, slug = next(iter(PortalDirectory(catalogue).all()))
    made = report()
    path = tmp_path / "report.json"
    values = made.as_json()
    values["portal"] |= {"url": url, "institution": slug}
    path.write_text(json.dumps(values), "utf-8")
    take_in_files(database, [path], NOON)

    fresh = PortalDirectory(catalogue, lambda: NOON + timedelta(days=1)).due()
    stale = PortalDirectory(catalogue, lambda: NOON + AUDIT_EVERY).due()

    assert (url, slug) not in list(fresh)
    assert (url, slug) in list(stale)
    database.dispose()


def test_portals_of_one_institution_are_its_own(sqlite_shop: DatabaseShop) -> None:
    database = sqlite_shop.new(seeded=True)
    directory = PortalDirectory(Catalogue(database))

    own = list(directory.of("renap"))

    assert own
    assert {slug for _, slug in own} == {"renap"}
    assert list(directory.of("nadie")) == []
    database.dispose()


def test_kind_of_an_institution_is_that_of_the_catalogue(sqlite_shop: DatabaseShop) -> None:
    database = sqlite_shop.new(seeded=True)
    directory = PortalDirectory(Catalogue(database))

    assert directory.kind_of("renap") is InstitutionKind.AUTONOMOUS
    assert directory.kind_of("no-existe") is None
    database.dispose()
