"""The ways in are lists in pages, and nothing that is not a way is one."""

import pytest

from canse.domain.errors import NotFound
from indices.port import Facet
from uniportal.lite.ways import ENTRIES_A_PAGE, WAYS, Entry, page_of, way_named

MANY = tuple(Entry(slug=f"e{number}", name=str(number)) for number in range(ENTRIES_A_PAGE + 1))


@pytest.mark.parametrize("way", WAYS)
def test_way_is_known_by_its_name(way: Facet) -> None:
    assert way_named(way.value) is way


@pytest.mark.parametrize("name", ["", "gratis", "etapa", "../x"])
def test_other_names_are_no_way(name: str) -> None:
    with pytest.raises(NotFound):
        way_named(name)


def test_long_list_comes_in_pages() -> None:
    first, second = page_of(Facet.TOPIC, MANY, 1), page_of(Facet.TOPIC, MANY, 2)

    assert (first.previous, first.following) == (None, 2)
    assert (second.previous, second.following) == (1, None)
    assert first.entries + second.entries == MANY


def test_page_past_the_end_is_empty() -> None:
    assert page_of(Facet.TOPIC, MANY, 9).entries == ()
