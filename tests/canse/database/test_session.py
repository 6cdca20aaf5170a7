"""Connections: no lost update, no half read, and faults said in plain words."""

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from canse.catalogue import Catalogue
from canse.database.migrating import migrate
from canse.database.numbers import last_number, take_number
from canse.database.session import Database
from canse.domain.errors import BadInput, CatalogueUnavailable

WRITERS = 4
TIMES = 50


def test_no_update_is_lost_between_writers(database: Database) -> None:
    def write(_: int) -> None:
        for _ in range(TIMES):
            with database.transaction() as session:
                take_number(session, "prueba")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    with database.reading() as session:
        assert last_number(session, "prueba") == WRITERS * TIMES


def test_reader_sees_one_moment(database: Database) -> None:
    with database.reading() as session:
        before = last_number(session, "prueba")
        with database.transaction() as writer:
            take_number(writer, "prueba")
        assert last_number(session, "prueba") == before

    with database.reading() as session:
        assert last_number(session, "prueba") == before + 1


def test_foreign_keys_are_kept(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), database.transaction() as session:
        session.execute(text("INSERT INTO portal VALUES (1, 99, 0, 'http://x.gt', 'x.gt')"))


def test_locked_file_is_said_in_words(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}", busy_milliseconds=100)
    migrate(database)
    other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(CatalogueUnavailable, match="escribiendo"), database.transaction():
        pass

    other.close()
    database.dispose()


def test_empty_file_asks_for_init(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")

    with pytest.raises(CatalogueUnavailable, match="uniportal init"):
        Catalogue(database).figures()

    database.dispose()


def test_damaged_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"esto no es una base de datos" * 100)
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")

    with pytest.raises(CatalogueUnavailable, match="dañado"):
        Catalogue(database).figures()

    database.dispose()


def test_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'no' / 'x.db'}")

    with pytest.raises(CatalogueUnavailable, match="No se puede abrir"):
        Catalogue(database).figures()


def test_folder_that_is_a_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "archivo").write_text("")

    with pytest.raises(CatalogueUnavailable, match="archivo"):
        migrate(Database(f"sqlite:///{tmp_path / 'archivo' / 'x.db'}"))


@pytest.mark.postgres
def test_server_that_does_not_answer_is_said_in_words(tmp_path: Path) -> None:
    database = Database(f"postgresql+psycopg://nadie@/nada?host={tmp_path}")

    with pytest.raises(CatalogueUnavailable, match="no responde"):
        Catalogue(database).figures()


@pytest.mark.parametrize("url", ["mysql://x/y", "no es una dirección", "", "sqlite"])
def test_other_address_is_refused(url: str) -> None:
    with pytest.raises(BadInput):
        Database(url)


def test_database_file_is_not_for_others(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'instance' / 'x.db'}")

    migrate(database)

    mode = stat.S_IMODE((tmp_path / "instance").stat().st_mode)
    assert mode & stat.S_IWOTH == 0
    database.dispose()
