"""A municipality of the country, as filters and coverage name it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """A municipality with its department; the codes are those of the INE: "0101" and "01"."""

    code: str
    name: str
    department_code: str
    department: str
