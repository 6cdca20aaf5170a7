"""Audit, intake and index in one go: what qualifies is found, and a fault keeps nothing back."""

import json
import shutil
from pathlib import Path

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from crawler.sample_portals import SAMPLE_PORTALS, serve_samples
from tests.conftest import DatabaseShop
from tests.uniportal.commands.conftest import Run

LIBRARIES = next(portal for portal in SAMPLE_PORTALS if portal.folder == "bibliotecas")
DEAD = "http://127.0.0.1:9/"


@pytest.fixture
def prepared(sqlite_shop: DatabaseShop, tmp_path: Path) -> Path:
    """The instance folder of `run`, with the product's data already in it."""
    folder = tmp_path / "instance"
    folder.mkdir()
    made = sqlite_shop.new(seeded=True)
    made.dispose()
    shutil.copyfile(made.url.removeprefix("sqlite:///"), folder / "uniportal.db")
    return folder


def catalogue_of(folder: Path) -> Catalogue:
    """The catalogue in an instance folder."""
    return Catalogue(Database(f"sqlite:///{folder / 'uniportal.db'}"))


def found(run: Run, text: str) -> int:
    """How many services a search finds."""
    result = run("search", text, "--json")
    assert result.exit_code == 0, result.output
    return int(json.loads(result.stdout)["total"])


def test_demo_fills_the_catalogue_with_the_sample_institutions(run: Run, prepared: Path) -> None:
    result = run("demo")

    assert result.exit_code == 0, result.output
    catalogue = catalogue_of(prepared)
    for portal in SAMPLE_PORTALS:
        assert catalogue.institution(portal.slug).service_count > 0
    assert found(run, "carné de lector") > 0


def test_demo_twice_doubles_nothing(run: Run, prepared: Path) -> None:
    run("demo")
    before = catalogue_of(prepared).figures()

    result = run("demo")

    assert result.exit_code == 0, result.output
    assert catalogue_of(prepared).figures().services == before.services
    assert catalogue_of(prepared).figures().institutions == before.institutions
    assert catalogue_of(prepared).figures().portals_audited == len(SAMPLE_PORTALS)


def test_demo_registers_the_addresses_of_the_catalogue(run: Run, prepared: Path) -> None:
    run("demo")

    sheets = catalogue_of(prepared).services_of(LIBRARIES.slug)
    assert sheets
    assert all(sheet.found_at_url.startswith(LIBRARIES.address) for sheet in sheets)


def test_refresh_registers_and_indexes_what_it_finds(run: Run, prepared: Path) -> None:
    with serve_samples([LIBRARIES]) as addresses:
        result = run("refresh", addresses[LIBRARIES.slug], "--allow-private")

    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == 2
    assert found(run, "carné de lector") > 0
    assert list((prepared / "audits").rglob("report.json"))


def test_refresh_keeps_what_was_done_when_another_portal_fails(run: Run, prepared: Path) -> None:
    with serve_samples([LIBRARIES]) as addresses:
        result = run("refresh", DEAD, addresses[LIBRARIES.slug], "--allow-private")

    assert result.exit_code == 3, result.output
    assert result.stderr
    assert found(run, "carné de lector") > 0


@pytest.mark.parametrize(
    "words",
    [
        ("refresh",),
        ("refresh", "ftp://x.example/"),
        ("refresh", "http://127.0.0.1/"),
        ("refresh", "--institution", "nadie"),
    ],
    ids=" ".join,
)
def test_refresh_of_nothing_that_can_be_audited_is_wrong_usage(
    run: Run, prepared: Path, words: tuple[str, ...]
) -> None:
    result = run(*words)

    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output


def test_refresh_for_an_institution_nobody_knows_is_one_sentence(run: Run, prepared: Path) -> None:
    with serve_samples([LIBRARIES]) as addresses:
        address = addresses[LIBRARIES.slug]
        result = run("refresh", address, "--institution", "nadie", "--allow-private")

    assert result.exit_code == 1, result.output
    assert "«nadie»" in result.stderr
