"""Loading product data: by natural key, safe to run twice, never over what staff has edited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from canse import seed_files
from canse.database.change_log import log_change
from canse.database.journey_records import journey_of, journey_rows, service_ids
from canse.database.naming_records import services_naming
from canse.database.revision_records import Author, keep_revision
from canse.database.seed_records import rows_by_key, seeds_sown
from canse.database.service_records import services_by_slug
from canse.database.service_writing import content_of
from canse.database.session import Database
from canse.database.tables import (
    Base,
    CategoryRow,
    InstitutionRow,
    LifeEventRow,
    MunicipalityRow,
    PortalRow,
    SeedRow,
)
from canse.database.word_records import add_synonym, synonym_rows, synonym_values
from canse.domain.content import as_plain, merged
from canse.domain.errors import BadInput
from canse.domain.naming import host_of
from canse.domain.publication import PublicationState
from canse.domain.service import Provenance
from canse.editing import add_service, change_content
from canse.journey_files import read_journeys
from canse.journeys import plain, take

SEEDER = "uniportal"


@dataclass(frozen=True, kw_only=True)
class SeedResult:
    """How many things of the seed were new, changed, or as they already were."""

    new: int
    changed: int
    equal: int


def seed(database: Database, at: datetime, folder: Path | None = None) -> SeedResult:
    """Load the lists of a folder (ours by default) in one transaction: all of them or none."""
    if folder is None:
        with as_file(files("canse") / "seed") as ours:
            return seed(database, at, ours)
    with database.transaction() as session:
        sower = _Sower(session, at)
        sower.sow_all(folder)
        return SeedResult(new=sower.new, changed=sower.changed, equal=sower.equal)


class _Sower:
    """One run of seeding: the values last sown, and what has been done so far."""

    def __init__(self, session: Session, at: datetime) -> None:
        self.session = session
        self.author = Author(name=SEEDER, at=at, reason="Datos del producto")
        self.new = self.changed = self.equal = 0
        self._sown = seeds_sown(session)
        self._renamed: list[Base] = []

    def sow_all(self, folder: Path) -> None:
        """Load every list, in the order in which they refer to one another."""
        self._sow_terms(CategoryRow, seed_files.categories(folder / "categorias.csv"))
        self._sow_terms(LifeEventRow, seed_files.life_events(folder / "eventos_de_vida.csv"))
        self._sow_terms(
            MunicipalityRow, seed_files.municipalities(folder / "municipios.csv"), key="code"
        )
        self._sow_synonyms(folder / "sinonimos.csv")
        self._sow_institutions(folder / "instituciones.csv")
        self._sow_services(folder / "servicios.csv")
        self._sow_journeys(folder / "caminos.csv")
        for identifier in services_naming(self.session, self._renamed):
            log_change(self.session, identifier, self.author.at)

    def _is_unchanged(self, kind: str, key: str, values: Mapping[str, Any]) -> bool:
        sown = self._sown.get((kind, key))
        self.equal += sown is not None and sown.values == values
        return sown is not None and sown.values == values

    def _remember(self, kind: str, key: str, values: dict[str, Any]) -> Mapping[str, Any] | None:
        sown = self._sown.get((kind, key))
        if sown is None:
            self.new += 1
            self.session.add(SeedRow(kind=kind, key=key, values=values))
            return None
        self.changed += 1
        before, sown.values = sown.values, values
        return before

    def _sow_terms(
        self, table: type[Base], rows: Iterable[dict[str, Any]], key: str = "slug"
    ) -> None:
        kind = table.__tablename__
        stored = rows_by_key(self.session, table, key)
        for values in rows:
            name = values[key]
            if self._is_unchanged(kind, name, values):
                continue
            base = self._remember(kind, name, values)
            if name in stored:
                if _take_unedited(stored[name], base or {}, values):
                    self._renamed.append(stored[name])
            else:
                self.session.add(table(**values))
        self.session.flush()

    def _sow_synonyms(self, path: Path) -> None:
        stored = {(row.expression, row.term): row for row in synonym_rows(self.session)}
        for entry in seed_files.synonyms(path):
            key = f"{entry.expression} → {entry.term}"
            values = synonym_values(entry)
            if self._is_unchanged("synonym", key, values):
                continue
            base = self._remember("synonym", key, values)
            row = stored.get((entry.expression, entry.term))
            if row is None and base is None:
                self._renamed.append(add_synonym(self.session, entry))
            elif row is not None and _take_unedited(row, base or {}, values):
                self._renamed.append(row)
        self.session.flush()

    def _sow_institutions(self, path: Path) -> None:
        known = rows_by_key(self.session, InstitutionRow, "slug")
        parents: dict[str, str] = {}
        for values, portals, parent in seed_files.institutions(path):
            plain = {**as_plain(values), "portals": portals, "parent": parent}
            slug = values["slug"]
            if self._is_unchanged("institution", slug, plain):
                continue
            parents[slug] = parent
            base = self._remember("institution", slug, plain)
            if slug not in known:
                known[slug] = self._add_institution(values, portals, plain)
            else:
                self._take_institution(known[slug], base or {}, values, portals)
        for slug, parent in parents.items():
            if parent and parent not in known:
                raise BadInput("No existe la institución «{slug}».", slug=parent)
            if parent and known[slug].parent_id != known[parent].id:
                known[slug].parent_id = known[parent].id
                self._renamed.append(known[slug])
        self.session.flush()

    def _add_institution(
        self, values: dict[str, Any], portals: list[str], plain: dict[str, Any]
    ) -> InstitutionRow:
        row = InstitutionRow(**values, provenance=Provenance.SEED, updated_at=self.author.at)
        row.portals = _portals(portals)
        self.session.add(row)
        self.session.flush()
        changes = {name: {"before": None, "after": value} for name, value in plain.items()}
        keep_revision(self.session, "institution", row.id, self.author, "created", changes)
        return row

    def _take_institution(
        self,
        row: InstitutionRow,
        base: Mapping[str, Any],
        values: dict[str, Any],
        portals: list[str],
    ) -> None:
        changes = _take_unedited(row, base, values)
        if [portal.url for portal in row.portals] == base.get("portals", []) != portals:
            changes["portals"] = {"before": base.get("portals", []), "after": portals}
            row.portals = []
            self.session.flush()
            row.portals = _portals(portals)
        if changes:
            row.updated_at = self.author.at
            keep_revision(self.session, "institution", row.id, self.author, "seeded", changes)
            self._renamed.append(row)

    def _sow_services(self, path: Path) -> None:
        stored = services_by_slug(self.session)
        for slug, content in seed_files.services(path):
            plain = as_plain(content)
            if self._is_unchanged("service", slug, plain):
                continue
            base = self._remember("service", slug, plain)
            if slug in stored:
                row = stored[slug]
                content = merged(base=base or {}, current=content_of(row), incoming=content)
                change_content(self.session, row, content, self.author, "seeded")
            else:
                add_service(
                    self.session,
                    content,
                    self.author,
                    provenance=Provenance.SEED,
                    state=PublicationState.PUBLISHED,
                    slug=slug,
                )

    def _sow_journeys(self, path: Path) -> None:
        """A journey that staff has changed stays as it is, whole: its steps belong together."""
        rows, services = journey_rows(self.session), service_ids(self.session)
        for journey in read_journeys(path):
            values = plain(journey)
            if self._is_unchanged("journey", journey.slug, values):
                continue
            base = self._remember("journey", journey.slug, values)
            row = rows.get(journey.slug)
            is_untouched = plain(journey_of(row)) == base if row else base is None
            if is_untouched:
                take(self.session, journey, rows, services, self.author)


def _take_unedited(
    row: Any, base: Mapping[str, Any], values: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """Take each value where nobody has edited it since `base`; returns what changed."""
    changes = {}
    for name, value in values.items():
        before = as_plain(getattr(row, name))
        if before != as_plain(value) and (name not in base or before == base[name]):
            changes[name] = {"before": before, "after": as_plain(value)}
            setattr(row, name, value)
    return changes


def _portals(urls: list[str]) -> list[PortalRow]:
    return [
        PortalRow(position=position, url=url, host=host_of(url))
        for position, url in enumerate(urls)
    ]
