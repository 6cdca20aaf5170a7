"""The rooms of a process: made late, shared once, and as the settings say."""

from pathlib import Path

import pytest
from flask import Flask

from canse.database.session import Database
from canse.domain.errors import BadInput
from indices.memory_engine import MemoryIndex
from indices.resilient import ResilientIndex
from tests.conftest import DatabaseShop
from uniportal.settings import Settings, settings_for
from uniportal.wiring import Rooms, rooms


def refuse() -> Settings:
    """Settings that cannot be read."""
    raise BadInput("Falta la variable {variable}.", variable="UNIPORTAL_SECRET_KEY")


def test_nothing_is_opened_when_rooms_are_made(tmp_path: Path) -> None:
    made = Rooms(settings_for(tmp_path / "nada"))

    assert made.database.is_sqlite
    assert isinstance(made.index, ResilientIndex)
    assert not (tmp_path / "nada").exists()


def test_settings_are_read_when_first_needed() -> None:
    made = Rooms(refuse)

    with pytest.raises(BadInput):
        _ = made.database


def test_each_room_is_made_once(tmp_path: Path) -> None:
    made = Rooms(settings_for(tmp_path))

    assert made.database is made.database
    assert made.catalogue is made.catalogue
    assert made.index is made.index


def test_index_in_memory_holds_the_catalogue_when_asked_for(
    sqlite_shop: DatabaseShop, tmp_path: Path
) -> None:
    database = sqlite_shop.new(seeded=True)
    made = Rooms(settings_for(tmp_path, index_url="memory:"), database=database)

    assert isinstance(made.index, MemoryIndex)
    assert made.index.status().documents == made.catalogue.figures().services
    made.close()


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    made = Rooms(settings_for(tmp_path), database=Database(f"sqlite:///{tmp_path / 'x.db'}"))

    made.close()
    _ = made.database
    made.close()
    made.close()


def test_application_hands_out_its_own_rooms(app: Flask) -> None:
    with app.app_context():
        assert rooms() is app.extensions["uniportal"]
