"""Shares: whole percents within bounds, and no zero where there is nothing to measure."""

import pytest

from canse.domain.audit import GroupShare
from uniportal.presenters.points import (
    group_bars,
    in_order,
    profile_bars,
    share,
    transparency_percent,
    weighted_percent,
    whole_percent,
)


@pytest.mark.parametrize(("part", "whole", "percent"), [(1, 3, 33), (0, 5, 0), (0, 0, None)])
def test_share_of_nothing_has_no_percentage(part: int, whole: int, percent: int | None) -> None:
    assert share(part, whole).percent == percent


@pytest.mark.parametrize(("value", "percent"), [(91.6, 92), (140.0, 100), (-4.0, 0)])
def test_percentage_is_whole_and_within_bounds(value: float, percent: int) -> None:
    assert whole_percent(value) == percent


@pytest.mark.parametrize(
    ("profile", "weights", "joined"),
    [
        ({"1": 100.0, "2": 100.0, "3": 0.0, "4": 0.0}, (7, 24, 30, 39), 31),
        ({"1": 100.0, "2": 0.0, "3": 0.0, "4": 0.0}, (1, 0, 0, 0), 100),
        ({"4": 50.0}, (7, 24, 30, 39), 50),
        ({"1": 50.0}, (0, 24, 30, 39), None),
        ({}, (7, 24, 30, 39), None),
    ],
)
def test_stages_are_joined_by_weight_where_there_is_data(
    profile: dict[str, float], weights: tuple[int, ...], joined: int | None
) -> None:
    assert weighted_percent(profile_bars(profile, weights)) == joined


def test_groups_come_in_their_order_and_strange_ones_last() -> None:
    shares = {
        name: GroupShare(points=1.5, applicable=2, percent=75.0)
        for name in ("zeta", "seguridad", "alfa", "servicios")
    }

    assert in_order(shares) == ["servicios", "seguridad", "alfa", "zeta"]
    assert {bar.share.percent for bar in group_bars(shares)} == {75}


def test_transparency_that_was_not_judged_has_no_percentage() -> None:
    judged = {"transparencia": GroupShare(points=3, applicable=4, percent=75.4)}

    assert transparency_percent(judged) == 75
    assert transparency_percent({}) is None
