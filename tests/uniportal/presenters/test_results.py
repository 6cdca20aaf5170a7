"""The results page: what was found, how to narrow it, what to try when nothing was."""

from collections.abc import Mapping
from typing import Any

from indices.document import document_of
from indices.port import Facet, FacetCount, Hit, Order, Page
from tests.builders import sheet
from uniportal.presenters.choices import Choices
from uniportal.presenters.results import (
    VALUES_AT_FIRST,
    FilterGroup,
    nearest_query,
    present,
)
from uniportal.presenters.vocabulary import Vocabulary

NAMES = Vocabulary(names={Facet.INSTITUTION: {"renap": "RENAP"}})


def page(
    choices: Choices,
    total: int = 30,
    facets: Mapping[Facet, Mapping[str, int]] | None = None,
    **changes: Any,
) -> Page:
    hit = Hit(id=1, slug="reposicion-dpi", score=1.0, fields=document_of(sheet()).stored)
    counts = {
        facet: tuple(FacetCount(value=value, count=count) for value, count in values.items())
        for facet, values in (facets or {}).items()
    }
    return Page(
        query=choices.query(), total=total, hits=(hit,) if total else (), facets=counts, **changes
    )


def groups_of(choices: Choices, *, total: int = 30, **facets: Mapping[str, int]) -> list[Any]:
    counts = {Facet[name]: values for name, values in facets.items()}
    return list(present(page(choices, total, counts), choices, NAMES).groups)


def values_of(group: FilterGroup) -> list[str]:
    return [value.value for value in (*group.first, *group.rest)]


def test_filter_value_leads_to_the_narrowed_search() -> None:
    (group,) = groups_of(Choices(text="dpi", page=2), INSTITUTION={"renap": 4, "mp": 2})

    first = group.first[0]

    assert (first.name, first.count, first.is_chosen) == ("RENAP", 4, False)
    assert first.parameters == {"q": "dpi", "institucion": ["renap"]}


def test_chosen_value_comes_first_and_leads_to_the_search_without_it() -> None:
    choices = Choices(text="dpi", filters={Facet.INSTITUTION: ("mp",)})

    (group,) = groups_of(choices, INSTITUTION={"renap": 4, "mp": 2})

    assert values_of(group) == ["mp", "renap"]
    assert group.first[0].is_chosen
    assert group.first[0].parameters == {"q": "dpi"}


def test_values_beyond_the_first_are_kept_behind_a_word() -> None:
    (group,) = groups_of(Choices(), CATEGORY={f"c{n}": 20 - n for n in range(9)})

    assert len(group.first) == VALUES_AT_FIRST
    assert len(group.rest) == 9 - VALUES_AT_FIRST


def test_values_that_help_nobody_are_left_out() -> None:
    groups = groups_of(
        Choices(),
        ONLINE={"no": 20, "si": 10},
        FREE={"no": 30},
        TOPIC={"dpi": 5, "cedula": 1},
        CATEGORY={"identidad": 30},
        MINISTRY={"mingob": 0},
    )

    assert {group.facet: values_of(group) for group in groups} == {
        Facet.ONLINE: ["si"],
        Facet.TOPIC: ["dpi"],
    }


def test_few_results_are_read_and_not_narrowed() -> None:
    chosen = Choices(filters={Facet.CATEGORY: ("salud",)})

    assert groups_of(Choices(), total=3, CATEGORY={"salud": 2, "familia": 1}) == []
    assert [g.facet for g in groups_of(chosen, total=3, CATEGORY={"salud": 3})] == [Facet.CATEGORY]


def test_every_chosen_filter_can_be_taken_off() -> None:
    choices = Choices(text="dpi", filters={Facet.INSTITUTION: ("renap", "mp"), Facet.FREE: ("si",)})

    view = present(page(choices), choices, NAMES)

    assert [(v.facet, v.value) for v in view.chosen] == [
        (Facet.FREE, "si"),
        (Facet.INSTITUTION, "renap"),
        (Facet.INSTITUTION, "mp"),
    ]
    assert view.chosen[1].parameters == {"q": "dpi", "gratis": ["si"], "institucion": ["mp"]}
    assert view.unfiltered == {"q": "dpi"}


def test_suggestions_keep_the_filters() -> None:
    choices = Choices(text="pasporte", filters={Facet.FREE: ("si",)})

    view = present(page(choices, total=0, corrections=("pasaporte",)), choices, NAMES)

    assert [(s.text, s.parameters) for s in view.suggestions] == [
        ("pasaporte", {"q": "pasaporte", "gratis": ["si"]})
    ]


def test_pager_leads_both_ways_from_the_middle() -> None:
    choices = Choices(text="dpi", page=2)

    view = present(page(choices), choices, NAMES)

    assert (view.pager.page, view.pager.pages, view.first) == (2, 3, 11)
    assert view.pager.previous == {"q": "dpi"}
    assert view.pager.following == {"q": "dpi", "pagina": "3"}


def test_pager_has_no_way_beyond_the_ends() -> None:
    only = present(page(Choices(), total=4), Choices(), NAMES).pager
    beyond = Choices(page=9)

    past = present(page(beyond), beyond, NAMES).pager

    assert (only.previous, only.following, only.pages) == (None, None, 1)
    assert past.following is None
    assert past.previous == {"pagina": "3"}


def test_orders_tell_which_is_in_use() -> None:
    choices = Choices(text="dpi", order=Order.NAME)

    orders = present(page(choices), choices, NAMES).orders

    assert [link.order for link in orders if link.is_chosen] == [Order.NAME]
    assert orders[0].parameters == {"q": "dpi"}


def test_view_says_that_the_engine_is_resting() -> None:
    assert present(page(Choices(), is_degraded=True), Choices(), NAMES).is_degraded


def test_nearest_is_first_the_same_without_filters() -> None:
    choices = Choices(text="dpi", filters={Facet.FREE: ("si",)})

    query = nearest_query(page(choices, total=0, corrections=("dp",)), choices)

    assert query is not None
    assert (query.text, query.filters) == ("dpi", {})


def test_nearest_is_then_what_was_perhaps_meant() -> None:
    choices = Choices(text="pasporte")

    query = nearest_query(page(choices, total=0, corrections=("pasaporte",)), choices)

    assert query is not None
    assert query.text == "pasaporte"


def test_nearest_is_nothing_when_there_is_nothing_to_try() -> None:
    choices = Choices(text="zzz")

    assert nearest_query(page(choices, total=0), choices) is None
