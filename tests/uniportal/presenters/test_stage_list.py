"""The list of portals: chosen, ordered and cut by what the address says."""

import pytest

from canse.domain.audit import GroupShare
from canse.domain.stages import Stage
from tests.builders import institution
from tests.uniportal.presenters.results import result, unseen
from uniportal.presenters.stage_list import Column, ListChoices, present, read_choices


def transparent(percent: float) -> dict[str, GroupShare]:
    return {"transparencia": GroupShare(points=percent / 10, applicable=10, percent=percent)}


PORTALS = [
    unseen(title="Caído", host="caido.example"),
    result(title="Bajo", confirmed=Stage.EMERGING, services_found=4, services_online=0),
    result(title="Alto", confirmed=Stage.TRANSACTIONAL, services_online=1),
    result(title="Claro", shares=transparent(90.0), services_found=2, services_online=2),
]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("", ["Alto", "Claro", "Bajo", "Caído"]),
        ("-etapa", ["Bajo", "Claro", "Alto", "Caído"]),
        ("servicios", ["Claro", "Alto", "Bajo", "Caído"]),
        ("transparencia", ["Claro", "Alto", "Bajo", "Caído"]),
        ("nombre", ["Alto", "Bajo", "Claro", "Caído"]),
        ("-nombre", ["Claro", "Bajo", "Alto", "Caído"]),
        ("<script>", ["Alto", "Claro", "Bajo", "Caído"]),
    ],
)
def test_what_nobody_saw_comes_last_in_every_order(order: str, names: list[str]) -> None:
    view = present(PORTALS, read_choices({"orden": order}))

    assert [row.name for row in view.rows] == names


def test_portals_that_could_not_be_seen_are_counted_apart() -> None:
    view = present([*PORTALS, result(confirmed=Stage.NONE)], ListChoices())

    assert [(int(c.stage), c.share.part) for c in view.counts] == [
        (4, 0), (3, 1), (2, 1), (1, 1), (0, 1),
    ]  # fmt: skip
    assert (view.unseen.part, view.unseen.percent) == (1, 20)


def test_kind_is_chosen_by_the_address_and_a_strange_one_is_all() -> None:
    registry = result(institution=institution())
    kinds = {link.word for link in present([*PORTALS, registry], ListChoices()).kinds}
    (slug,) = kinds - {""}

    chosen = present([*PORTALS, registry], read_choices({"tipo": slug}))

    assert [row.result for row in chosen.rows] == [registry]
    assert read_choices({"tipo": "' OR 1=1"}).kind is None


@pytest.mark.parametrize(
    ("said", "page"), [("2", 2), ("0", 1), ("-1", 1), ("999999", 1), ("²", 1), ("x", 1)]
)
def test_page_is_a_number_within_bounds(said: str, page: int) -> None:
    assert read_choices({"pagina": said}).page == page


def test_page_after_the_last_is_the_last() -> None:
    many = [result(title=f"Portal {n:03}") for n in range(101)]

    view = present(many, read_choices({"pagina": "50"}))

    assert (view.pages, view.choices.page, len(view.rows)) == (2, 2, 1)
    assert view.following is None
    assert view.previous == {}


def test_order_that_is_chosen_offers_to_be_turned() -> None:
    view = present(PORTALS, ListChoices(column=Column.DATE))
    (chosen,) = [link for link in view.orders if link.is_chosen]

    assert chosen.parameters == {"orden": "-fecha"}


def test_list_before_the_first_audit_is_empty() -> None:
    view = present([], ListChoices())

    assert (view.rows, view.unseen.part, view.unseen.percent) == ((), 0, None)
