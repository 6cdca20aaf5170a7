"""Bringing a database to the schema of this version, without ever losing a row."""

from importlib.resources import as_file, files
from pathlib import Path
from secrets import token_hex

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, make_url, text

from canse.database.session import Database, explained
from canse.domain.errors import CatalogueUnavailable


def migrate(database: Database) -> None:
    """Upgrade to the newest schema; safe to repeat and when two processes begin at once.

    On SQLite a copy is kept beside the file before an existing catalogue is changed, and foreign
    keys are off meanwhile: with them on, rebuilding a table deletes its children in silence.
    """
    _make_folder(database)
    with explained(), database.engine.connect() as connection:
        if current_revision(connection) == newest_revision():
            return
    with explained(), database.engine.execution_options(writes=True).connect() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.rollback()
            _keep_copy(database, connection)
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        _upgrade(connection)
        if database.is_sqlite:
            _check_references(connection)
    database.dispose()


def current_revision(connection: Connection) -> str | None:
    """The schema the database has; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """The schema of this version."""
    with as_file(files("canse.database") / "migrations") as folder:
        return ScriptDirectory.from_config(_config(folder)).get_current_head()


def _config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def _upgrade(connection: Connection) -> None:
    with as_file(files("canse.database") / "migrations") as folder:
        config = _config(folder)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise CatalogueUnavailable(
                "El catálogo es de una versión que este programa no conoce; actualice el programa."
            ) from error


def _make_folder(database: Database) -> None:
    path = make_url(database.url).database
    if database.is_sqlite and path:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CatalogueUnavailable(
                "No se puede crear la carpeta {folder}.", folder=Path(path).parent
            ) from error


def _keep_copy(database: Database, connection: Connection) -> None:
    path = make_url(database.url).database
    revision = current_revision(connection)
    connection.rollback()
    if not path or revision is None:
        return
    copy = Path(f"{path}.{revision}.bak")
    if not copy.exists():
        raw = connection.connection.dbapi_connection
        assert raw is not None
        # Two that begin at once each write a file of their own; the last whole one stays.
        part = Path(f"{copy}.{token_hex(4)}")
        raw.execute("VACUUM INTO ?", (str(part),))
        part.replace(copy)


def _check_references(connection: Connection) -> None:
    lost = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
    connection.rollback()
    if lost:
        raise CatalogueUnavailable(
            "La actualización dejó {count} referencias rotas; use la copia .bak.", count=len(lost)
        )
