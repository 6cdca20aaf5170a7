"""Guard: migrations are one line that leads from an empty database to the models, on each kind."""

from importlib.resources import as_file, files

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from canse.database.migrating import current_revision, newest_revision
from canse.database.session import Database
from canse.database.tables import Base


def test_there_is_one_head_and_names_are_numbered() -> None:
    with as_file(files("canse.database") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        scripts = ScriptDirectory.from_config(config)

        assert len(scripts.get_heads()) == 1
        names = sorted(path.name for path in (folder / "versions").glob("*.py"))

    numbers = [name[:5] for name in names]
    assert numbers == [f"{number:04}_" for number in range(1, len(names) + 1)]


def test_empty_database_reaches_the_newest_schema(database: Database) -> None:
    with database.engine.connect() as connection:
        assert current_revision(connection) == newest_revision()


def test_models_hold_nothing_that_migrations_lack(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )

        assert compare_metadata(context, Base.metadata) == []
