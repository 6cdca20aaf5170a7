"""Draws the medians of one size as bars on a scale of tens, for people who read the documents."""

import math
from collections.abc import Iterator, Sequence
from html import escape

from tests.bench.search_measure import Figures

COLOURS = ("#0b5394", "#b45f06", "#6a6a6a", "#999999", "#38761d")
"""Of the engines in order: ours first. Each is told apart by its place too."""
LEFT, WIDTH, BAR, GAP, TOP = 190, 560, 11, 14, 78
FONT = "font-family:system-ui,sans-serif;font-size:12px"


def chart(figures: Figures, engines: Sequence[str], rows: Sequence[str]) -> str:
    """An SVG: a group of bars a row, one bar an engine, its milliseconds written at its end."""
    medians = {
        key: figures.times[key].p50
        for row in rows
        for e in engines
        if (key := (row, e)) in figures.times
    }
    least = 10.0 ** math.floor(math.log10(min(medians.values())))
    tens = math.ceil(math.log10(max(medians.values()) / least))
    group = len(engines) * BAR + GAP
    height = TOP + len(rows) * group + 10
    parts = [
        *_frame(figures.size, height),
        *_legend(engines),
        *_scale(least, tens, height),
    ]
    for number, row in enumerate(rows):
        top = TOP + number * group
        middle = top + len(engines) * BAR / 2 + 4
        parts.append(f'<text x="{LEFT - 8}" y="{middle:g}" text-anchor="end">{escape(row)}</text>')
        for place, engine in enumerate(engines):
            if (row, engine) in medians:
                length = math.log10(medians[row, engine] / least) / tens * WIDTH
                parts += _bar(top + place * BAR, length, COLOURS[place], medians[row, engine])
    return "\n".join([*parts, "</svg>\n"])


def _frame(size: int, height: float) -> Iterator[str]:
    title = f"How long a search takes among {size:,} services"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 70} {height:g}" '
        f'role="img" aria-labelledby="title" style="{FONT}">'
    )
    yield f'<title id="title">{title}: median in milliseconds, by kind and engine</title>'
    yield f'<rect width="100%" height="{height:g}" fill="#fff"/>'
    yield f'<text x="10" y="20" style="font-size:15px;font-weight:600">{title}</text>'


def _legend(engines: Sequence[str]) -> Iterator[str]:
    for place, engine in enumerate(engines):
        left = 10 + place * 130
        yield f'<rect x="{left}" y="32" width="11" height="11" fill="{COLOURS[place]}"/>'
        yield f'<text x="{left + 16}" y="42">{escape(engine)}</text>'


def _scale(least: float, tens: int, height: float) -> Iterator[str]:
    for step in range(tens + 1):
        left = LEFT + step * WIDTH / tens
        yield f'<path d="M{left:g} {TOP - 6}V{height - 8:g}" stroke="#ddd"/>'
        words = f"{least * 10**step:g} ms"
        yield f'<text x="{left:g}" y="{TOP - 10}" text-anchor="middle" fill="#555">{words}</text>'


def _bar(top: float, length: float, colour: str, median: float) -> Iterator[str]:
    yield (
        f'<rect x="{LEFT}" y="{top:g}" width="{length:.1f}" height="{BAR - 1}" fill="{colour}"/>'
    )
    digits = 0 if median >= 10 else 1 if median >= 1 else 2
    words = f"{median:.{digits}f}"
    style = "font-size:10px"
    yield f'<text x="{LEFT + length + 4:.1f}" y="{top + 9:g}" style="{style}">{words}</text>'
