"""Nothing found: which filters to take off, what comes nearest, whom to call."""

from collections.abc import Mapping
from typing import Any

import pytest

from indices.document import document_of
from indices.port import Facet, Hit, Page
from tests.builders import institution, sheet
from uniportal.presenters import results
from uniportal.presenters.choices import Choices
from uniportal.presenters.help_lines import HELPING
from uniportal.presenters.nothing_found import (
    NEAREST,
    NothingFound,
    looser,
    nearest_hits,
    present,
    whom_to_call,
    wider,
)
from uniportal.presenters.vocabulary import Vocabulary

NARROW = Choices(
    text="dpi", filters={Facet.INSTITUTION: ("mp", "pgn"), Facet.FREE: ("si",)}, page=2
)


def hit(owner: str = "renap", **changes: Any) -> Hit:
    """A service of an institution, as the index gives it."""
    service = sheet(name="Reponer DPI", institution=institution(slug=owner))
    return Hit(id=1, slug=service.slug, score=1, fields=document_of(service).stored, **changes)


def page(choices: Choices, total: int = 0, **changes: Any) -> Page:
    return Page(query=choices.query(), total=total, hits=(), facets={}, **changes)


def told(
    choices: Choices, empty: Page, found: Mapping[Facet, Page], wide: Page | None
) -> NothingFound:
    view = results.present(empty, choices, Vocabulary())
    return present(view, empty, choices, found, wide)


def test_every_filter_may_be_taken_off_with_all_its_values() -> None:
    assert looser(page(NARROW), NARROW) == {
        Facet.FREE: Choices(text="dpi", filters={Facet.INSTITUTION: ("mp", "pgn")}),
        Facet.INSTITUTION: Choices(text="dpi", filters={Facet.FREE: ("si",)}),
    }


def test_filters_are_not_blamed_where_the_words_fit_nothing() -> None:
    unsure = page(NARROW, is_confident=False)

    assert looser(unsure, NARROW) == {}
    assert wider(unsure, NARROW) is None


def test_who_put_on_many_filters_takes_them_all_off() -> None:
    every = Choices(filters=dict.fromkeys(list(Facet)[:7], ("x",)))

    assert looser(page(every), every) == {}
    assert wider(page(every), every) == Choices()


def test_only_filters_that_give_something_are_offered() -> None:
    found = {
        Facet.FREE: page(Choices()),
        Facet.INSTITUTION: page(Choices(), total=4),
    }

    offered = told(NARROW, page(NARROW), found, page(Choices(), total=9))

    (only,) = offered.loosened
    assert [value.value for value in only.values] == ["mp", "pgn"]
    assert (only.count, only.parameters) == (4, {"q": "dpi", "gratis": ["si"]})
    assert offered.wide_total == 9


@pytest.mark.parametrize(
    ("choices", "other"),
    [
        (NARROW, Choices(text="dpi")),
        (Choices(text="dpy", is_exact=True), Choices(text="dpy")),
        (Choices(text="dpy"), None),
    ],
)
def test_wider_is_without_filters_else_not_exact(choices: Choices, other: Choices | None) -> None:
    assert wider(page(choices), choices) == other


def test_nearest_is_what_the_index_says_else_the_first_of_the_wider_search() -> None:
    own, others = (hit("sat"),), tuple(hit() for _ in range(NEAREST + 1))
    wide = Page(query=Choices().query(), total=4, hits=others, facets={})

    assert nearest_hits(page(NARROW, nearest=own), wide) == own
    assert nearest_hits(page(NARROW), wide) == others[:NEAREST]
    assert nearest_hits(page(NARROW), page(Choices(), nearest=own)) == own
    assert nearest_hits(page(NARROW), None) == ()


def test_words_recognised_are_said_once_and_only_where_nothing_fits() -> None:
    marked = hit(marks={"name": ((0, 7), (8, 11))})
    choices = Choices(text="reponer dpi de mi perro")

    unsure = told(choices, page(choices, is_confident=False, nearest=(marked, marked)), {}, None)
    sure = told(choices, page(choices, nearest=(marked,)), {}, None)

    assert unsure.recognised == ("reponer", "dpi")
    assert sure.recognised == ()


def test_categories_of_what_is_near_are_offered_once() -> None:
    choices = Choices(text="perro")
    category = sheet().category

    offered = told(choices, page(choices, is_confident=False, nearest=(hit(), hit())), {}, None)

    assert category is not None
    assert offered.categories == ((category.slug, category.name),)


def test_institution_chosen_is_called_first() -> None:
    choices = Choices(filters={Facet.INSTITUTION: ("mp", "sat", "pgn")})

    assert whom_to_call(choices, (hit("igm"),)) == ("mp", "sat", "renap", "pdh")


def test_institution_that_near_services_share_is_called_first() -> None:
    assert whom_to_call(Choices(), (hit("igm"), hit("igm"))) == ("igm", *HELPING)
    assert whom_to_call(Choices(), (hit("igm"), hit("mp"))) == HELPING
    assert whom_to_call(Choices(), ()) == HELPING
