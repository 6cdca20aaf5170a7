"""Institutions by letter and kind."""

import pytest

from canse.domain.institution import InstitutionKind
from canse.domain.overview import InstitutionCount
from tests.builders import institution
from uniportal.presenters.institution_lists import KIND_SLUGS, present, read_kind


def counted(name: str, kind: InstitutionKind = InstitutionKind.OTHER) -> InstitutionCount:
    return InstitutionCount(institution=institution(name=name, kind=kind), count=1)


ITEMS = [
    counted("Órgano de Prueba", InstitutionKind.OVERSIGHT),
    counted("Ministerio de Zinc", InstitutionKind.MINISTRY),
    counted("Ministerio de Agua", InstitutionKind.MINISTRY),
    counted("¿?"),
]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("ministerios", InstitutionKind.MINISTRY), ("", None), ("piratas", None)],
)
def test_kind_is_read_from_the_address(word: str, kind: InstitutionKind | None) -> None:
    assert read_kind(word) is kind


def test_every_kind_has_its_word() -> None:
    assert set(KIND_SLUGS.values()) == set(InstitutionKind)


def test_letters_ignore_accents_and_order_names() -> None:
    view = present(ITEMS, None)

    assert [(g.letter, [i.institution.name for i in g.members]) for g in view.letters] == [
        ("M", ["Ministerio de Agua", "Ministerio de Zinc"]),
        ("O", ["Órgano de Prueba"]),
        ("¿", ["¿?"]),
    ]


def test_institution_without_a_name_is_still_listed() -> None:
    assert [group.letter for group in present([counted("")], None).letters] == ["#"]


def test_kind_narrows_the_list_and_keeps_the_other_ways() -> None:
    view = present(ITEMS, InstitutionKind.MINISTRY)

    assert (view.total, view.everything) == (2, 4)
    assert [(k.slug, k.count, k.is_chosen) for k in view.kinds] == [
        ("ministerios", 2, True),
        ("control", 1, False),
        ("otras", 1, False),
    ]
