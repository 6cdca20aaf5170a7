"""Migrations: repeatable, with a copy kept, and children never lost."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, text

from canse.database.migrating import current_revision, migrate, newest_revision
from canse.database.session import Database
from canse.database.tables import Base
from canse.domain.errors import CatalogueUnavailable
from tests.conftest import DatabaseShop


def test_empty_database_gets_every_table(database: Database) -> None:
    tables = set(inspect(database.engine).get_table_names())

    assert set(Base.metadata.tables) <= tables


def test_migrating_again_changes_nothing(seeded: Database) -> None:
    with seeded.reading() as session:
        before = session.execute(text("SELECT count(*) FROM requirement")).scalar_one()

    migrate(seeded)

    with seeded.reading() as session:
        assert session.execute(text("SELECT count(*) FROM requirement")).scalar_one() == before
    with seeded.engine.connect() as connection:
        assert current_revision(connection) == newest_revision()


def test_two_processes_may_begin_at_once_with_an_older_catalogue(tmp_path: Path) -> None:
    databases = [Database(f"sqlite:///{tmp_path / 'x.db'}") for _ in range(3)]
    _upgraded_to(databases[0], "0001")

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(migrate, databases))

    copies = {file.name for file in tmp_path.glob("*.bak*")}
    assert "x.db.0001.bak" in copies
    assert all(name.endswith(".bak") for name in copies)
    for database in databases:
        database.dispose()


def test_two_processes_may_begin_at_once(tmp_path: Path) -> None:
    databases = [Database(f"sqlite:///{tmp_path / 'x.db'}") for _ in range(3)]

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(migrate, databases))

    with databases[0].engine.connect() as connection:
        assert current_revision(connection) == newest_revision()
    for database in databases:
        database.dispose()


def test_catalogue_of_an_unknown_version_is_refused_and_a_copy_is_kept(
    tmp_path: Path, seeded_sqlite: Database
) -> None:
    shutil.copyfile(seeded_sqlite.url.removeprefix("sqlite:///"), tmp_path / "x.db")
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    with database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0000'"))

    with pytest.raises(CatalogueUnavailable, match="no conoce"):
        migrate(database)

    copy = Database(f"sqlite:///{tmp_path / 'x.db.0000.bak'}")
    with copy.reading() as session:
        assert session.execute(text("SELECT count(*) FROM service")).scalar_one() == 319
    copy.dispose()
    database.dispose()


def test_synonyms_of_an_older_catalogue_become_spanish_and_one_way(shop: DatabaseShop) -> None:
    database = shop.new()
    columns = "(id, expression, term, kind, note)"
    with database.engine.connect() as connection:
        _empty(connection)
    _upgraded_to(database, "0002")
    with database.transaction() as session:
        session.execute(text(f"INSERT INTO synonym {columns} VALUES (7, 'a', 'b', 'sigla', 'c')"))  # noqa: S608

    migrate(database)

    with database.reading() as session:
        kept = session.execute(text("SELECT * FROM synonym")).one()
    assert tuple(kept)[:5] == (7, "a", "b", "sigla", "c")
    assert (bool(kept.is_two_way), kept.language) == (False, "es")
    database.dispose()


def _upgraded_to(database: Database, revision: str) -> None:
    """Bring an empty database to an older schema."""
    with as_file(files("canse.database") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        with database.engine.execution_options(writes=True).connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            connection.commit()


def _empty(connection: Connection) -> None:
    """Take every table away."""
    Base.metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
    connection.commit()
