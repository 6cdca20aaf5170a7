"""Splits a text into the things it lists, by numbering, bullets and lines."""

import re
from dataclasses import dataclass

from canse.domain.content import LIST_LENGTH

HEADING_LENGTH = 300
_MARK = re.compile(
    r"(?:\(?\d{1,3}\s*(?:[.)°º]\s*[-–—]?|[-–—])(?!\d)\s*"
    r"|\(?[a-zA-Z]\)\s*|[a-z]\.\s+|[•●▪■◦·○✓➢*–—\-]+(?!\d)\s*)"
)
_INLINE = re.compile(r"(?:^|(?<=\s))(\d{1,2})(?:[.)]\s*-?|\s*-)\s+(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One thing of a list, with the heading it stands under, such as "Personas jurídicas"."""

    text: str
    heading: str = ""


def pieces(text: str) -> tuple[Piece, ...]:
    """The things that a text of `plain_text` lists, in order, without their numbers or bullets.

    A line that begins in lower case goes on with the one before. A line without a mark that ends
    in a colon is a heading of those after it, and a thing of its own when none follow.
    """
    found: list[Piece] = []
    heading = ""
    is_heading_used = True
    for line in _lines(text):
        body = _MARK.sub("", line, count=1) if _MARK.match(line) else line
        if not body:
            continue
        if body is line and line.endswith(":") and len(line) <= HEADING_LENGTH:
            if not is_heading_used:
                found.append(Piece(text=heading))
            heading, is_heading_used = line.rstrip(": "), False
        elif body is line and found and is_heading_used and line[0].islower():
            found[-1] = Piece(text=f"{found[-1].text} {line}", heading=found[-1].heading)
        else:
            found.append(Piece(text=body, heading=heading))
            is_heading_used = True
    if not is_heading_used:
        found.append(Piece(text=heading))
    return _fitting(found)


def _lines(text: str) -> list[str]:
    return [part for line in text.split("\n") for part in _numbered_parts(line) if part]


def _numbered_parts(line: str) -> list[str]:
    """A line cut where it counts 1, 2, 3… inside itself; whole when it does not."""
    cuts = []
    for mark in _INLINE.finditer(line):
        if int(mark.group(1)) == len(cuts) + 1:
            cuts.append(mark.start())
    if len(cuts) < 2:
        return [line.strip()]
    edges = [0, *cuts, len(line)]
    return [line[start:end].strip() for start, end in zip(edges, edges[1:], strict=False)]


def _fitting(found: list[Piece]) -> tuple[Piece, ...]:
    """No more pieces than a list may hold: the last one then takes the rest, a line each."""
    if len(found) <= LIST_LENGTH:
        return tuple(found)
    rest = found[LIST_LENGTH - 1 :]
    return (*found[: LIST_LENGTH - 1], Piece(text="\n".join(piece.text for piece in rest)))
