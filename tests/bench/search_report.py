"""Puts figures into tables: for the screen, and for `docs/search-speed.md` between its marks."""

from collections.abc import Sequence
from pathlib import Path

from tests.bench.search_asked import Verdict
from tests.bench.search_measure import Figures, Times

BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->"
Built = dict[str, tuple[float, float]]
"""For each engine the seconds it took to build, and the megabytes it takes on the disk."""


def times_table(figures: Figures, engines: Sequence[str]) -> str:
    """p50 and p95 of every engine, a row for each kind."""
    head = ["p50 / p95 in ms", *engines]
    rows = [[row, *(_cell(figures, row, engine) for engine in engines)] for row in figures.rows]
    reasons = {f"- {engine}, {row}: {reason}." for (row, engine), reason in figures.lacking.items()}
    notes = "\n".join(["\n", *sorted(reasons)]) if reasons else ""
    return _table(head, rows) + notes


def ratios_table(figures: Figures, ours: str, others: Sequence[str]) -> str:
    """How many times as long as each other engine ours takes: the middle of the rounds."""
    head = ["p50 of ours, times that of", *others]
    rows = []
    for row in figures.rows:
        mine = figures.times[row, ours]
        theirs = [figures.times.get((row, other)) for other in others]
        rows.append([row, *(f"{mine.against(one):.2f}" if one else "" for one in theirs)])
    return _table(head, rows)


def verdicts_table(verdicts: Sequence[Verdict]) -> str:
    """Each ratio asked beside the one reached."""
    rows = [
        [str(one.ratio), f"{one.ratio.most:.2f}", f"{one.reached:.2f}", _judged(one)]
        for one in verdicts
    ]
    return _table(["ratio", "at most", "reached", ""], rows)


def built_table(built: Built) -> str:
    """What it takes to build, once."""
    rows = [[name, f"{took:.1f}", f"{size:.1f}"] for name, (took, size) in built.items()]
    return _table(["engine", "build, s", "on disk, MB"], rows)


def written(document: Path, measured: str) -> None:
    """Put what was measured between the marks of a document; its other words stay."""
    before, _, rest = document.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    document.write_text(f"{before}{BEGIN}\n{measured}\n\n{END}{after}", "utf-8")


def _judged(verdict: Verdict) -> str:
    return "kept" if verdict.is_kept else "missed"


def _cell(figures: Figures, row: str, engine: str) -> str:
    times = figures.times.get((row, engine))
    return _pair(times) if times else "not asked"


def _pair(times: Times) -> str:
    return f"{_short(times.p50)} / {_short(times.p95)}"


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [head, *rows]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = [_line(row, widths) for row in cells]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(padded)} |"
