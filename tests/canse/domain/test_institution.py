"""The ministry or secretariat above an institution."""

from canse.domain.institution import InstitutionKind, InstitutionRef, responsible_ancestor

MINISTRY, OTHER = InstitutionKind.MINISTRY, InstitutionKind.OTHER
KINDS = {"mingob": MINISTRY, "pnc": OTHER, "transito": OTHER, "suelta": OTHER}
PARENTS = {"pnc": "mingob", "transito": "pnc"}


def test_nearest_one_upwards_is_found() -> None:
    assert responsible_ancestor("transito", MINISTRY, KINDS, PARENTS) == "mingob"
    assert responsible_ancestor("mingob", MINISTRY, KINDS, PARENTS) == "mingob"


def test_none_above_is_none() -> None:
    assert responsible_ancestor("suelta", MINISTRY, KINDS, PARENTS) is None
    assert responsible_ancestor("desconocida", MINISTRY, KINDS, PARENTS) is None


def test_circle_in_the_data_ends() -> None:
    assert responsible_ancestor("a", MINISTRY, {}, {"a": "b", "b": "a"}) is None


def test_short_name_is_the_acronym_where_there_is_one() -> None:
    assert InstitutionRef(slug="x", name="Larga", acronym="L").short_name == "L"
    assert InstitutionRef(slug="x", name="Larga").short_name == "Larga"
