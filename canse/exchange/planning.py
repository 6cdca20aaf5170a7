"""Decides what becomes of each row of the official catalogue, against what is stored."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from canse.database.institution_records import institution_tree
from canse.database.service_reading import services_by_id
from canse.database.service_writing import content_of
from canse.database.tables import ServiceRow
from canse.database.vocabulary_records import category_slugs
from canse.domain.content import ServiceContent, as_plain, checked, differences, merged
from canse.domain.errors import BadInput
from canse.domain.naming import same_name_key
from canse.exchange.catalogue_file import OfficialRow
from canse.exchange.drafts import Draft, Drafter
from canse.exchange.memory import ImportMemory, Remembered
from canse.exchange.owners import Owners
from canse.exchange.plan import ImportPlan, Outcome, PlannedRow
from canse.exchange.words import FIELDS


class Planner:
    """Plans rows against one moment of the catalogue."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.memory = ImportMemory(session)
        self._drafter = Drafter(
            owners=Owners(institution_tree(session).references.values()),
            categories=category_slugs(session),
        )

        self._services: dict[int, ServiceRow] = {}

    def plan(self, rows: Iterable[OfficialRow]) -> ImportPlan:
        """The plan of all rows; a number given twice is refused the second time."""
        drafts = [self._draft(row) for row in rows]
        names = Counter(_naming(one) for one in drafts if isinstance(one, Draft))
        self._load(drafts, names)
        planned: list[PlannedRow] = []
        seen: dict[str, int] = {}
        for one in drafts:
            if isinstance(one, PlannedRow):
                planned.append(one)
            elif one.key in seen:
                fault = BadInput("Repite el número de la línea {line}.", line=seen[one.key])
                planned.append(_refused(one.line, fault, name=one.name))
            else:
                seen[one.key] = one.line
                planned.append(self._planned(one, is_alone=names[_naming(one)] == 1))
        return ImportPlan(rows=tuple(planned))

    def _draft(self, row: OfficialRow) -> Draft | PlannedRow:
        try:
            return self._drafter.draft(row)
        except BadInput as fault:
            return _refused(row.line, fault)

    def _planned(self, draft: Draft, *, is_alone: bool) -> PlannedRow:
        known = self.memory.of(draft.key)
        if self._is_unchanged(draft):
            return PlannedRow(
                line=draft.line, outcome=Outcome.EQUAL, key=draft.key, name=draft.name
            )
        doubts = draft.doubts
        if not is_alone:
            doubts += (BadInput("Otra fila de la misma institución tiene este nombre."),)
        row = self._services.get(self._service_id(draft, is_alone=is_alone) or 0)
        try:
            if row is None:
                return _new(draft, doubts)
            return self._change(draft, row, known, doubts)
        except BadInput as fault:
            return _refused(draft.line, fault, name=draft.name)

    def _is_unchanged(self, draft: Draft) -> bool:
        known = self.memory.of(draft.key)
        return known is not None and known.says_the_same(draft.stated)

    def _load(
        self, drafts: Iterable[Draft | PlannedRow], names: Mapping[tuple[str, str], int]
    ) -> None:
        """Read the services that the drafts are about, few statements for any number of them."""
        found = {
            self._service_id(one, is_alone=names[_naming(one)] == 1)
            for one in drafts
            if isinstance(one, Draft) and not self._is_unchanged(one)
        }
        ids = sorted(identifier for identifier in found if identifier)
        self._services |= {row.id: row for row in services_by_id(self._session, ids)}

    def _service_id(self, draft: Draft, *, is_alone: bool) -> int | None:
        """The service a row is about: the one it became before, or the one of its name."""
        known = self.memory.of(draft.key)
        if known is not None:
            return known.service_id
        owner = draft.fields.get("institution")
        if not owner or not is_alone:
            return None
        return self.memory.service_named(owner, same_name_key(draft.name), draft.form)

    def _change(
        self,
        draft: Draft,
        row: ServiceRow,
        known: Remembered | None,
        doubts: tuple[BadInput, ...],
    ) -> PlannedRow:
        stated = draft.stated
        current = content_of(row)
        # A field that no import has written counts as edited unless it is empty; a name never is.
        base = {"name": None, **self.memory.ancestor(row.id, as_plain(current))}
        content = checked(
            merged(base=base, current=current, incoming=replace(current, **draft.fields))
        )
        changed = tuple(differences(current, content))
        kept = _kept(known, stated, as_plain(content))
        if kept:
            words = ", ".join(FIELDS[name] for name in kept)
            doubts += (BadInput("Se conserva lo escrito a mano en: {fields}.", fields=words),)
        outcome = Outcome.CHANGED if changed else Outcome.EQUAL
        return PlannedRow(
            line=draft.line,
            outcome=Outcome.DOUBTFUL if doubts else outcome,
            key=draft.key,
            name=draft.name,
            reasons=doubts,
            changed_fields=changed,
            service_id=row.id,
            content=content if changed else None,
            stated=stated,
        )


def _new(draft: Draft, doubts: tuple[BadInput, ...]) -> PlannedRow:
    return PlannedRow(
        line=draft.line,
        outcome=Outcome.DOUBTFUL if doubts else Outcome.NEW,
        key=draft.key,
        name=draft.name,
        reasons=doubts,
        content=checked(ServiceContent(**draft.fields)),
        stated=draft.stated,
    )


def _refused(line: int, fault: BadInput, *, name: str = "") -> PlannedRow:
    return PlannedRow(line=line, outcome=Outcome.REFUSED, name=name, reasons=(fault,))


def _kept(
    known: Remembered | None, stated: Mapping[str, Any], stored: Mapping[str, Any]
) -> list[str]:
    """The fields that changed in the source and were not taken, since a person had edited them."""
    if known is None:
        return []
    return [
        name
        for name, value in stated.items()
        if known.fields.get(name) != value and stored[name] != value
    ]


def _naming(draft: Draft) -> tuple[str, str]:
    return str(draft.fields.get("institution")), same_name_key(draft.name)
