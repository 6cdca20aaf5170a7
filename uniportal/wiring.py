"""The composition of the rooms: which database, catalogue and index a process works with."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import cast

from flask import current_app

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.journeys import Journeys
from canse.search_log import SearchLog
from indices.follow import follow
from indices.memory_engine import MemoryIndex
from indices.port import SearchIndex
from indices.rebuild import rebuild
from indices.resilient import ResilientIndex
from indices.whoosh_engine import WhooshIndex
from uniportal.portals import PortalDirectory
from uniportal.remembered_lists import Memory, RememberedCatalogue, RememberedJourneys
from uniportal.search_watch import SearchWatch
from uniportal.settings import Settings, read_settings

INDEX_LOOK_SECONDS = 0.05
"""How late a process may see what another wrote into the index."""
EXTENSION = "uniportal"


class Rooms:
    """What the site and the commands work with; each part is made when first asked for.

    Nothing here opens a file or a connection: the database and the index do so on first use and in
    the process that uses them, so that a server may fork after building its application. Tests and
    other hosts hand in parts of their own.
    """

    def __init__(
        self,
        settings: Settings | Callable[[], Settings] = read_settings,
        *,
        database: Database | None = None,
        catalogue: Catalogue | None = None,
        index: SearchIndex | None = None,
    ) -> None:
        self._settings = settings
        self._database, self._catalogue, self._index = database, catalogue, index

    @cached_property
    def settings(self) -> Settings:
        """The settings, read from the environment unless handed in."""
        return self._settings if isinstance(self._settings, Settings) else self._settings()

    @cached_property
    def database(self) -> Database:
        """The one database of the process."""
        return self._database or Database(self.settings.database_url)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The reading use-cases over the database."""
        if self._catalogue is None and self.settings.page_seconds:
            return RememberedCatalogue(self.database, self._memory)
        return self._catalogue or Catalogue(self.database)

    @cached_property
    def journeys(self) -> Journeys:
        """The journeys of the catalogue."""
        if self.settings.page_seconds:
            return RememberedJourneys(self.database, self._memory)
        return Journeys(self.database)

    @cached_property
    def index(self) -> SearchIndex:
        """The index, answering from the catalogue while its engine cannot."""
        return self._index or _index(self.settings, self.catalogue)

    @cached_property
    def watch(self) -> SearchWatch:
        """What counts searches, without anything of who searched."""
        return SearchWatch(SearchLog(self.database), lambda: self.index)

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.settings.page_seconds)

    @property
    def portals(self) -> PortalDirectory:
        """The portals the catalogue knows, for whoever audits them."""
        return PortalDirectory(self.catalogue)

    @property
    def audit_folder(self) -> Path:
        """Where reports and archives of audits are kept."""
        return self.settings.instance / "audits"

    @property
    def robot_contact(self) -> str:
        """Whom the robot names to the portals it visits, empty for the one it was made with."""
        return self.settings.robot_contact

    def keep_index_in_step(self) -> None:
        """Bring the index to what the catalogue says now, building it anew where it cannot."""
        follow(self.index, self.catalogue)

    def close(self) -> None:
        """Give back connections; everything opens again when next asked for."""
        if "watch" in self.__dict__:
            self.watch.close()
        if "database" in self.__dict__:
            self.database.dispose()


def rooms() -> Rooms:
    """The rooms of the current application."""
    return cast(Rooms, current_app.extensions[EXTENSION])


def _index(settings: Settings, catalogue: Catalogue) -> SearchIndex:
    """The index that the settings name; they have checked the scheme."""
    if settings.index_url.startswith("memory:"):
        index = MemoryIndex()
        rebuild(index, catalogue)
        return index
    return ResilientIndex(
        WhooshIndex(settings.index_folder, look_seconds=INDEX_LOOK_SECONDS), catalogue
    )
