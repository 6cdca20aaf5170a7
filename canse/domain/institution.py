"""What an institution is: its kind, and which ministry or secretariat it answers to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class InstitutionKind(StrEnum):
    """The legal kind of an institution, as Guatemalan public law groups them."""

    MINISTRY = "ministry"
    SECRETARIAT = "secretariat"
    MUNICIPALITY = "municipality"
    AUTONOMOUS = "autonomous"
    DECENTRALISED = "decentralised"
    OVERSIGHT = "oversight"
    JUDICIAL = "judicial"
    LEGISLATIVE = "legislative"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class InstitutionRef:
    """The little that a page or a report needs to name an institution."""

    slug: str
    name: str
    acronym: str = ""
    kind: InstitutionKind = InstitutionKind.OTHER

    @property
    def short_name(self) -> str:
        """The acronym where people use one, the whole name elsewhere."""
        return self.acronym or self.name


def responsible_ancestor(
    slug: str,
    kind: InstitutionKind,
    kinds: Mapping[str, InstitutionKind],
    parents: Mapping[str, str],
) -> str | None:
    """Find the nearest institution of a kind, from an institution upwards.

    `kinds` maps slug to kind and `parents` maps slug to the slug it answers to. Returns None when
    nothing on the way up is of that kind. A cycle in the data ends the search.
    """
    seen: set[str] = set()
    current: str | None = slug
    while current and current not in seen:
        if kinds.get(current) is kind:
            return current
        seen.add(current)
        current = parents.get(current)
    return None
