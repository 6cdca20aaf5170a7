"""Loading product data: by natural key, safe to run twice, never over what staff has edited."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from canse import seed_files
from canse.csv_rows import read_csv
from canse.database.revision_records import Author
from canse.database.seed_records import has_synonym, rows_by_key, seeds_sown
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
    SynonymRow,
)
from canse.domain.content import as_plain, merged
from canse.domain.errors import BadInput
from canse.domain.naming import host_of
from canse.domain.publication import PublicationState
from canse.domain.service import Provenance
from canse.editing import add_service, change_content

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

    def sow_all(self, folder: Path) -> None:
        """Load every list, in the order in which they refer to one another."""
        self._sow_terms(CategoryRow, _categories(folder / "categorias.csv"))
        self._sow_terms(LifeEventRow, _life_events(folder / "eventos_de_vida.csv"))
        self._sow_terms(MunicipalityRow, _municipalities(folder / "municipios.csv"), key="code")
        self._sow_synonyms(folder / "sinonimos.csv")
        self._sow_institutions(list(_institutions(folder / "instituciones.csv")))
        self._sow_services(folder / "servicios.csv")

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
                _take_unedited(stored[name], base or {}, values)
            else:
                self.session.add(table(**values))
        self.session.flush()

    def _sow_synonyms(self, path: Path) -> None:
        for row in read_csv(path, ("expresion", "termino", "tipo", "nota")):
            values = {"kind": row["tipo"], "note": row["nota"]}
            key = f"{row['expresion']} → {row['termino']}"
            if self._is_unchanged("synonym", key, values):
                continue
            self._remember("synonym", key, values)
            pair = {"expression": row["expresion"], "term": row["termino"]}
            if not has_synonym(self.session, **pair):
                self.session.add(SynonymRow(**pair, **values))
                self.session.flush()

    def _sow_institutions(self, rows: list[tuple[dict[str, Any], list[str], str]]) -> None:
        known = rows_by_key(self.session, InstitutionRow, "slug")
        for values, portals, parent in rows:
            plain = {**as_plain(values), "portals": portals, "parent": parent}
            slug = values["slug"]
            if self._is_unchanged("institution", slug, plain):
                continue
            base = self._remember("institution", slug, plain)
            if slug not in known:
                known[slug] = InstitutionRow(
                    **values, provenance=Provenance.SEED, updated_at=self.author.at
                )
                self.session.add(known[slug])
                known[slug].portals = _portals(portals)
            else:
                _take_unedited(known[slug], base or {}, values)
                self._take_portals(known[slug], base or {}, portals)
        self.session.flush()
        self._sow_parents(rows, known)

    @staticmethod
    def _take_portals(row: InstitutionRow, base: Mapping[str, Any], urls: list[str]) -> None:
        if [portal.url for portal in row.portals] == base.get("portals", []):
            kept = {portal.url: portal for portal in row.portals}
            row.portals = [kept.get(new.url, new) for new in _portals(urls)]

    def _sow_parents(
        self,
        rows: list[tuple[dict[str, Any], list[str], str]],
        known: Mapping[str, InstitutionRow],
    ) -> None:
        for values, _, parent in rows:
            row = known[values["slug"]]
            if parent and parent not in known:
                raise BadInput("No existe la institución «{slug}».", slug=parent)
            if parent and row.parent_id is None:
                row.parent_id = known[parent].id
        self.session.flush()

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


def _take_unedited(row: Any, base: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name not in base or as_plain(getattr(row, name)) == base[name]:
            setattr(row, name, value)


def _portals(urls: list[str]) -> list[PortalRow]:
    return [
        PortalRow(position=position, url=url, host=host_of(url))
        for position, url in enumerate(urls)
    ]


def _categories(path: Path) -> Iterable[dict[str, Any]]:
    for row in read_csv(path, ("slug", "nombre", "descripcion", "orden")):
        yield {
            "slug": row["slug"],
            "name": row["nombre"],
            "description": row["descripcion"],
            "position": _whole(row["orden"]),
        }


def _life_events(path: Path) -> Iterable[dict[str, Any]]:
    for row in read_csv(path, ("slug", "nombre", "descripcion")):
        yield {"slug": row["slug"], "name": row["nombre"], "description": row["descripcion"]}


def _municipalities(path: Path) -> Iterable[dict[str, Any]]:
    columns = ("codigo", "municipio", "departamento", "codigo_departamento", "alias")
    for row in read_csv(path, (*columns, "latitud", "longitud")):
        yield {
            "code": row["codigo"],
            "name": row["municipio"],
            "department_code": row["codigo_departamento"],
            "department": row["departamento"],
            "alias": row["alias"],
            "latitude": seed_files.number(row["latitud"], float),
            "longitude": seed_files.number(row["longitud"], float),
        }


def _institutions(path: Path) -> Iterable[tuple[dict[str, Any], list[str], str]]:
    columns = ("slug", "siglas", "nombre", "tipo", "adscrita_a", "portal_url", "otros_portales")
    for row in read_csv(path, (*columns, "telefono", "fuente", "confianza")):
        values = {
            "slug": row["slug"],
            "acronym": row["siglas"],
            "name": row["nombre"],
            "kind": seed_files.one_of(seed_files.KINDS, row["tipo"]),
            "telephone": row["telefono"],
            "source": row["fuente"],
            "confidence": seed_files.one_of(seed_files.CONFIDENCES, row["confianza"]),
        }
        portals = [url for url in (row["portal_url"],) if url]
        portals += [url for url in seed_files.parts(row["otros_portales"]) if url not in portals]
        yield values, portals, row["adscrita_a"]


def _whole(text: str) -> int:
    convert: Callable[[str], float] = int
    return int(seed_files.number(text, convert) or 0)
