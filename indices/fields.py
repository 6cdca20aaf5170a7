"""Every field of the index, described once; all engines obey this description."""

from dataclasses import dataclass

from indices.port import Facet

FORMAT_VERSION = 5
"""Raised with any change here or in the analysis: an index of another version is rebuilt."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a document.

    A `boost` above zero makes it searched: a word counts so much for every time it stands in a
    text of `typical_words`, more in a shorter one. `is_stored` keeps it for the result page,
    `is_marked` says that the words found are pointed out in it, `is_facet` that it narrows results.
    """

    name: str
    boost: float = 0.0
    typical_words: int = 1
    is_stored: bool = False
    is_marked: bool = False
    is_facet: bool = False

    @property
    def is_searched(self) -> bool:
        """Whether words are looked for in it."""
        return self.boost > 0


FIELDS: tuple[Field, ...] = (
    Field(name="name", boost=5.0, typical_words=6, is_stored=True, is_marked=True),
    Field(name="popular_names", boost=4.0, typical_words=10),
    Field(name="summary", boost=1.0, typical_words=18, is_stored=True, is_marked=True),
    Field(name="description", boost=1.0, typical_words=40),
    Field(name="institution", boost=1.0, typical_words=6),
    Field(name="category", boost=0.5, typical_words=4),
    Field(name="requirements", boost=0.5, typical_words=15),
    Field(name="life_events", boost=0.5, typical_words=3),
    *(Field(name=facet.value, is_facet=True) for facet in Facet),
    Field(name="number", is_stored=True),
    Field(name="institution_slug", is_stored=True),
    Field(name="institution_name", is_stored=True),
    Field(name="institution_acronym", is_stored=True),
    Field(name="category_slug", is_stored=True),
    Field(name="category_name", is_stored=True),
    Field(name="modality", is_stored=True),
    Field(name="stage", is_stored=True),
    Field(name="stage_confirmed", is_stored=True),
    Field(name="stage_declared", is_stored=True),
    Field(name="is_online", is_stored=True),
    Field(name="is_free", is_stored=True),
    Field(name="is_cost_known", is_stored=True),
    Field(name="cost_least", is_stored=True),
    Field(name="cost_most", is_stored=True),
    Field(name="cost_currency", is_stored=True),
    Field(name="is_cost_estimate", is_stored=True),
    Field(name="cost_note", is_stored=True),
    Field(name="time", is_stored=True),
    Field(name="is_confirmed", is_stored=True),
    Field(name="provenance", is_stored=True),
)

SEARCHED: tuple[Field, ...] = tuple(field for field in FIELDS if field.is_searched)
STORED: tuple[Field, ...] = tuple(field for field in FIELDS if field.is_stored)
MARKED: tuple[Field, ...] = tuple(field for field in FIELDS if field.is_marked)
FACETS: tuple[Field, ...] = tuple(field for field in FIELDS if field.is_facet)
