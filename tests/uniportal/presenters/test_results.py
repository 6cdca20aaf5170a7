"""The results page: what was found, how to narrow it, what to try when nothing was."""

from collections.abc import Mapping
from typing import Any

from indices.document import document_of
from indices.port import MAX_PAGE, Facet, FacetCount, Hit, Match, Order, Page
from tests.builders import sheet
from uniportal.presenters.choices import Choices
from uniportal.presenters.results import VALUES_AT_FIRST, FilterGroup, present
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


def test_corrected_words_keep_the_filters_and_lead_back_to_those_typed() -> None:
    choices = Choices(text="pasporte", filters={Facet.FREE: ("si",)}, page=2)

    view = present(page(choices, corrections=("pasaporte",)), choices, NAMES)

    corrected, exact = view.understood.corrected, view.understood.exact
    assert corrected is not None
    assert exact is not None
    assert (corrected.text, corrected.parameters) == (
        "pasaporte",
        {"q": "pasaporte", "gratis": ["si"]},
    )
    assert (exact.text, exact.parameters) == (
        "pasporte",
        {"q": "pasporte", "gratis": ["si"], "exacto": "1"},
    )


def test_exact_search_leads_only_back_to_the_usual_one() -> None:
    choices = Choices(text="pasporte", is_exact=True)

    understood = present(page(choices), choices, NAMES).understood

    assert understood.usual is not None
    assert understood.usual.parameters == {"q": "pasporte"}
    assert understood.corrected is understood.exact is None


def test_exact_search_also_says_which_words_are_missing() -> None:
    choices = Choices(text="sacar hago", is_exact=True)

    understood = present(
        page(choices, match=Match.MOST_WORDS, missing=("hago",)), choices, NAMES
    ).understood

    assert (understood.has_most, understood.missing) == (True, ("hago",))


def test_words_missing_are_said_once_and_on_the_first_page() -> None:
    first, second = Choices(text="dpi hago hago"), Choices(text="dpi hago hago", page=2)
    most, missing = Match.MOST_WORDS, ("hago", "hago")

    understood = present(page(first, match=most, missing=missing), first, NAMES).understood
    later = present(page(second, match=most, missing=missing), second, NAMES).understood

    assert (understood.has_most, understood.missing) == (True, ("hago",))
    assert not later.has_most


def test_nothing_is_said_of_words_that_were_all_found() -> None:
    understood = present(page(Choices(text="dpi"), match=Match.ALL_WORDS), Choices(), NAMES)

    assert not understood.understood.has_most
    assert understood.understood.corrected is None


def test_only_what_is_asked_for_most_is_open() -> None:
    chosen = Choices(filters={Facet.MINISTRY: ("mineco",)})

    groups = groups_of(
        chosen, FREE={"si": 4}, INSTITUTION={"mp": 9}, CATEGORY={"salud": 9}, MINISTRY={"mineco": 9}
    )

    assert [group.facet for group in groups if group.is_open] == [
        Facet.FREE,
        Facet.INSTITUTION,
        Facet.MINISTRY,
    ]


def test_municipalities_are_those_of_the_department_chosen() -> None:
    towns = {"0101": 5, "0108": 4, "0901": 3}
    chosen = Choices(filters={Facet.DEPARTMENT: ("01",), Facet.MUNICIPALITY: ("0901",)})

    (_, municipality) = groups_of(chosen, DEPARTMENT={"01": 9}, MUNICIPALITY=towns)

    assert groups_of(Choices(), MUNICIPALITY=towns) == []
    assert values_of(municipality) == ["0901", "0101", "0108"]


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


def test_list_that_is_cut_says_so_on_its_last_page() -> None:
    last, before = Choices(page=MAX_PAGE), Choices(page=MAX_PAGE - 1)
    most = MAX_PAGE * 10

    assert present(page(last, most + 1), last, NAMES).pager.is_cut
    assert present(page(last, most + 1), last, NAMES).pager.following is None
    assert not present(page(last, most), last, NAMES).pager.is_cut
    assert not present(page(before, most + 1), before, NAMES).pager.is_cut


def test_orders_tell_which_is_in_use() -> None:
    choices = Choices(text="dpi", order=Order.NAME)

    orders = present(page(choices), choices, NAMES).orders

    assert [link.order for link in orders if link.is_chosen] == [Order.NAME]
    assert orders[0].parameters == {"q": "dpi"}


def test_view_says_that_the_engine_is_resting() -> None:
    assert present(page(Choices(), is_degraded=True), Choices(), NAMES).is_degraded
