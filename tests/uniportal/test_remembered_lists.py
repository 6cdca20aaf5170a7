"""Lists of the catalogue come from memory for some seconds; what fails is asked again."""

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.errors import CatalogueUnavailable
from canse.domain.institution import InstitutionKind
from canse.journeys import Journeys
from uniportal.remembered_lists import Memory, RememberedCatalogue, RememberedJourneys


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_value_is_read_again_when_its_seconds_are_over() -> None:
    clock, read = Clock(), iter("abc")
    memory = Memory(10, clock)

    values = []
    for clock.now in (0.0, 9.9, 10.0, 25.0):
        values.append(memory.get("x", lambda: next(read)))

    assert values == ["a", "a", "b", "c"]


def test_failure_is_not_remembered() -> None:
    memory = Memory(10, Clock())

    def fail() -> str:
        raise CatalogueUnavailable("La base no responde.")

    with pytest.raises(CatalogueUnavailable):
        memory.get("x", fail)
    assert memory.get("x", lambda: "bien") == "bien"


def test_lists_are_those_of_the_catalogue(seeded_sqlite: Database) -> None:
    memory = Memory(10, Clock())
    plain, remembered = Catalogue(seeded_sqlite), RememberedCatalogue(seeded_sqlite, memory)

    for _ in range(2):
        assert remembered.institutions() == plain.institutions()
        kind = InstitutionKind.MINISTRY
        assert remembered.institutions(kind) == plain.institutions(kind)
        assert remembered.categories() == plain.categories()
        assert remembered.topics(5) == plain.topics(5)
        assert remembered.topics() == plain.topics()
        assert remembered.life_events() == plain.life_events()
        assert remembered.municipalities() == plain.municipalities()
        assert remembered.service_names() == plain.service_names()
        assert remembered.figures() == plain.figures()
        journeys = RememberedJourneys(seeded_sqlite, memory)
        assert journeys.listed() == Journeys(seeded_sqlite).listed()
