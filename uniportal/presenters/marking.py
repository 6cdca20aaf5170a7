"""How the words found are shown inside a text: as pieces, plain or marked, never as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of text, marked where it holds words that were searched for."""

    text: str
    is_marked: bool = False


def cut(text: str, spans: Iterable[tuple[int, int]] = ()) -> tuple[Piece, ...]:
    """Cut a text at the spans [start, end); spans outside the text or overlapping are trimmed."""
    pieces: list[Piece] = []
    position = 0
    for start, end in sorted(spans):
        start, end = max(start, position), min(end, len(text))
        if start >= end:
            continue
        if start > position:
            pieces.append(Piece(text=text[position:start]))
        pieces.append(Piece(text=text[start:end], is_marked=True))
        position = end
    if position < len(text):
        pieces.append(Piece(text=text[position:]))
    return tuple(pieces)
