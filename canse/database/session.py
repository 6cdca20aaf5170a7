"""Connections done right: one writer at a time, consistent reads, faults said in plain words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from canse.domain.errors import BadInput, CatalogueUnavailable

BUSY_MILLISECONDS = 10_000
STATEMENT_MILLISECONDS = 30_000
CONNECT_SECONDS = 5
WRITERS_LOCK = 0x43414E5345
"""The advisory lock that lets one writer in at a time on PostgreSQL, as SQLite does by itself."""


class Database:
    """The catalogue's database, connected when first used and again after a fork."""

    def __init__(self, url: str, *, busy_milliseconds: int = BUSY_MILLISECONDS) -> None:
        """Keep the address, `sqlite:///…` or `postgresql+psycopg://…`; BadInput for any other.

        A writer that finds another at work waits `busy_milliseconds` at most.
        """
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise BadInput("La dirección de la base de datos no se entiende.") from error
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise BadInput(
                "La base de datos debe ser SQLite o PostgreSQL, no «{name}».",
                name=parsed.get_backend_name(),
            )
        self.url = url
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self._busy = busy_milliseconds
        self._engine: Engine | None = None
        self._owner = 0

    @property
    def engine(self) -> Engine:
        """The engine of this process; one inherited through a fork is left to its parent."""
        if self._engine is None or self._owner != os.getpid():
            if self._engine is not None:
                self._engine.dispose(close=False)
            make = _sqlite if self.is_sqlite else _postgresql
            self._engine = make(self.url, self._busy)
            self._owner = os.getpid()
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the catalogue and writes nothing."""
        engine = self.engine
        if not self.is_sqlite:
            engine = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        with explained(), Session(engine, autoflush=False) as session, session.begin():
            yield session
            session.rollback()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that writes all or nothing, alone: other writers wait, then give up."""
        engine = self.engine.execution_options(writes=True)
        with explained(), Session(engine) as session, session.begin():
            session.connection()  # begins now, so that whoever must wait waits before reading
            if not self.is_sqlite:
                session.execute(text(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})"))
            yield session

    def dispose(self) -> None:
        """Close every connection."""
        if self._engine is not None and self._owner == os.getpid():
            self._engine.dispose()
        self._engine = None


@contextmanager
def explained() -> Iterator[None]:
    """Turn the driver's faults into CatalogueUnavailable with the reason a person can act on."""
    try:
        yield
    except DBAPIError as error:
        message = _explanation(error)
        if message is None:
            raise
        raise CatalogueUnavailable(message) from error


_EXPLANATIONS = (
    ("locked", "Otro proceso está escribiendo en el catálogo. Espere un momento y repita."),
    ("lock timeout", "Otro proceso está escribiendo en el catálogo. Espere un momento y repita."),
    ("disk is full", "No queda espacio en el disco: no se guardó nada. Libere espacio y repita."),
    ("no space left", "No queda espacio en el disco: no se guardó nada. Libere espacio y repita."),
    ("disk i/o error", "El disco está lleno o falló: no se guardó nada."),
    ("readonly database", "No hay permiso para escribir en el archivo del catálogo."),
    ("unable to open", "No se puede abrir el catálogo. Prepárelo con «uniportal init»."),
    ("not a database", "El archivo del catálogo está dañado: restáurelo de su última copia."),
    ("malformed", "El archivo del catálogo está dañado: restáurelo de su última copia."),
    ("no such table", "El catálogo está vacío. Prepárelo con «uniportal init»."),
    ("no such column", "El catálogo es de otra versión. Actualícelo con «uniportal init»."),
    ("undefinedtable", "El catálogo está vacío. Prepárelo con «uniportal init»."),
    ("undefinedcolumn", "El catálogo es de otra versión. Actualícelo con «uniportal init»."),
    ("statement timeout", "La base de datos tardó demasiado en responder. Repita más tarde."),
    ("connection", "La base de datos no responde. Revise que esté encendida."),
)


def _explanation(error: DBAPIError) -> str | None:
    said = f"{type(error.orig).__name__} {error.orig}".lower()
    if error.connection_invalidated:
        return "La base de datos no responde. Revise que esté encendida."
    return next((words for sign, words in _EXPLANATIONS if sign in said), None)


def _sqlite(url: str, busy_milliseconds: int) -> Engine:
    engine = create_engine(url, connect_args={"timeout": busy_milliseconds / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: it would begin them deferred, and a
    # read that turns into a write then fails at once, or overwrites what it did not see.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: str, busy_milliseconds: int) -> Engine:
    return create_engine(
        url,
        pool_pre_ping=True,
        pool_recycle=300,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "options": f"-c statement_timeout={STATEMENT_MILLISECONDS}"
            f" -c lock_timeout={busy_milliseconds} -c timezone=UTC",
        },
    )
