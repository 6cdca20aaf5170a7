"""What was last imported of each row, kept as the common ancestor that lets staff edits survive."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from canse.database.seed_records import seeds_sown
from canse.database.service_records import open_services
from canse.database.tables import SeedRow

KIND = "import:catalogo"


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """The service a row became and the fields it stated, in plain values."""

    service_id: int
    fields: Mapping[str, Any]

    def says_the_same(self, stated: Mapping[str, Any]) -> bool:
        """Whether everything stated now was stated so then."""
        return all(name in self.fields and self.fields[name] == stated[name] for name in stated)


class ImportMemory:
    """The rows imported before, by key, and the services that a row may be about."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows = {row.key: row for row in seeds_sown(session, KIND).values()}
        self._claims: dict[int, list[str]] = {}
        for key, row in self._rows.items():
            self._claims.setdefault(row.values["service_id"], []).append(key)
        self._named: dict[tuple[str, str], list[int]] = {}
        for identifier, owner, name in open_services(session):
            self._named.setdefault((owner, name), []).append(identifier)

    def of(self, key: str) -> Remembered | None:
        """What the row of a key was when last imported; None for one never seen."""
        row = self._rows.get(key)
        if row is None:
            return None
        return Remembered(service_id=row.values["service_id"], fields=row.values["fields"])

    def service_named(self, owner: str, name_key: str, form: str) -> int | None:
        """The one open service of an owner with a name, unless a row of the form already is it."""
        found = [
            identifier
            for identifier in self._named.get((owner, name_key), [])
            if not any(key.startswith(f"{form}:") for key in self._claims.get(identifier, []))
        ]
        return found[0] if len(found) == 1 else None

    def ancestor(self, service_id: int, current: Mapping[str, Any]) -> dict[str, Any]:
        """What imports last wrote of a service, of any form.

        Where two forms state a field differently, the one that still stands in `current` counts:
        nobody else has touched it.
        """
        fields: dict[str, Any] = {}
        for key in self._claims.get(service_id, []):
            for name, value in self._rows[key].values["fields"].items():
                if name not in fields or value == current[name]:
                    fields[name] = value
        return fields

    def remember(self, key: str, service_id: int, fields: Mapping[str, Any]) -> None:
        """Keep what a row stated; what earlier editions stated besides stays remembered."""
        row = self._rows.get(key)
        if row is None:
            row = SeedRow(kind=KIND, key=key, values={})
            self._rows[key] = row
            self._session.add(row)
        earlier = row.values.get("fields", {})
        values = {"service_id": service_id, "fields": {**earlier, **fields}}
        if row.values != values:
            row.values = values
