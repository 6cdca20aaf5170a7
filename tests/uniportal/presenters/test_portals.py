"""How one portal stands on one line, and "could not look" as a state of its own."""

from datetime import timedelta
from typing import Any

import pytest

from canse.domain.audit import GroupShare
from tests.builders import NOON, institution
from tests.uniportal.presenters.results import result, unseen
from uniportal.presenters.portals import Seen, portal_row


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"institution": institution()}, "Registro Nacional de las Personas"),
        ({}, "Municipalidad de Ejemplo"),
        ({"title": ""}, "muni.example"),
    ],
)
def test_portal_is_named_by_the_best_name_known(changes: dict[str, Any], name: str) -> None:
    assert portal_row(result(**changes)).name == name


def test_portal_tells_whether_it_was_seen_now_earlier_or_never() -> None:
    earlier = result(is_evaluable=False, last_good_at=NOON - timedelta(days=9))

    assert portal_row(result()).seen is Seen.NOW
    assert portal_row(earlier).seen is Seen.EARLIER
    assert portal_row(unseen()).seen is Seen.NEVER


def test_what_nobody_could_measure_is_no_zero() -> None:
    row = portal_row(unseen())

    assert (row.online, row.coverage, row.transparency) == (None, None, None)


def test_shares_are_counted_and_rounded() -> None:
    shares = {"transparencia": GroupShare(points=7.5, applicable=20, percent=37.5)}

    row = portal_row(result(services_found=3, services_online=1, shares=shares))

    assert row.online is not None
    assert row.coverage is not None
    assert (row.online.percent, row.coverage.percent, row.transparency) == (33, 83, 38)
