"""Contrast is reckoned as WCAG 2.2 defines it, and only for colours that are known."""

import pytest

from crawler.contrast import Rgb, colour_of, contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (0, 0, 0), 21.0),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((118, 118, 118), (255, 255, 255), 4.54),
        ((255, 0, 0), (255, 255, 255), 4.0),
        ((7, 7, 7), (7, 7, 7), 1.0),
    ],
)
def test_ratio_of_known_pairs(one: Rgb, other: Rgb, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#fff", (255, 255, 255)),
        (" #0A0b0C ", (10, 11, 12)),
        ("#112233ff", (17, 34, 51)),
        ("#11223380", None),
        ("rgb(1, 2, 3)", (1, 2, 3)),
        ("rgb(1 2 3)", (1, 2, 3)),
        ("rgba(1,2,3,1)", (1, 2, 3)),
        ("rgba(1,2,3,.5)", None),
        ("rgb(900,2,3)", (255, 2, 3)),
        ("Navy", (0, 0, 128)),
        ("transparent", None),
        ("inherit", None),
        ("var(--azul)", None),
        ("url(f.png) no-repeat", None),
        ("#12345", None),
        ("", None),
    ],
)
def test_colour_as_a_style_writes_it(text: str, colour: Rgb | None) -> None:
    assert colour_of(text) == colour
