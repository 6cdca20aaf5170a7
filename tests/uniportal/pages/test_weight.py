"""What a first visit costs: few requests and bytes, nothing foreign, colours one can read."""

import gzip
import re
from pathlib import Path

import pytest

from tests.page_client import PageClient

STYLESHEET = Path(__file__).parents[3] / "uniportal" / "static" / "site.css"
MOST_BYTES = 60_000
MOST_REQUESTS = 5
MOST_STYLE_BYTES = 24_000
PAGES = ("/", "/buscar", "/buscar?q=pasaporte", "/servicio/reposicion-dpi", "/instituciones")


@pytest.mark.parametrize("url", PAGES)
def test_first_visit_stays_within_its_budget(visitor: PageClient, url: str) -> None:
    page = visitor.get(url)
    parts = [str(tag["href"]) for tag in page.soup.select("link[rel~=stylesheet], link[rel~=icon]")]
    parts += [str(tag["src"]) for tag in page.soup.find_all(src=True)]

    bodies = []
    for part in parts:
        with visitor.app.test_client().get(part) as response:
            bodies.append(response.data)

    assert all(part.startswith("/static/") for part in parts)
    assert 1 + len(parts) <= MOST_REQUESTS
    assert sum(len(gzip.compress(body)) for body in (page.html.encode(), *bodies)) <= MOST_BYTES


def test_stylesheet_is_small_and_needs_nothing_else() -> None:
    style = STYLESHEET.read_text(encoding="utf-8")

    assert len(style.encode()) < MOST_STYLE_BYTES
    assert "@import" not in style
    assert set(re.findall(r"url\(\"?(\w+):", style)) == {"data"}


def scheme(style: str, number: int) -> dict[str, str]:
    """The colours of the light (0) or the dark (1) scheme."""
    blocks = re.findall(r":root\{(.*?)\}", style, re.DOTALL)
    return dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})", blocks[number]))


def luminance(colour: str) -> float:
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXTS = [
    *((ink, ground) for ink in ("ink", "soft", "link") for ground in ("paper", "tint")),
    ("head-ink", "head"),
    ("on-button", "button"),
    ("on-button", "go"),
    ("mark-ink", "mark"),
    *((hue, f"{hue}-tint") for hue in ("quetzal", "maize", "rose")),
    ("ink", "maize-tint"),
    ("link", "maize-tint"),
]
EDGES = [
    ("line", "paper"),
    ("focus", "paper"),
    ("focus", "tint"),
    ("button", "paper"),
    ("go", "paper"),
    ("go", "tint"),
    ("bar", "paper"),
    ("bar", "hair"),
]


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(ink: str, ground: str, number: int) -> None:
    style = STYLESHEET.read_text(encoding="utf-8")
    colours = scheme(style, 0) | scheme(style, number)

    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_told_from_their_ground(edge: str, ground: str, number: int) -> None:
    style = STYLESHEET.read_text(encoding="utf-8")
    colours = scheme(style, 0) | scheme(style, number)

    assert contrast(colours[edge], colours[ground]) >= 3
