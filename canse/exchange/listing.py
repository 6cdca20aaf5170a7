"""Splits a text into the things it lists, by numbering, bullets and lines."""

import re
from itertools import pairwise

from canse.domain.content import LIST_LENGTH

_BULLETS = r"•●▪■◦·○✓➢*–—\-\ue000-\uf8ff"
"""Signs of lists; those of private use are the bullets of word processors."""
_MARK = re.compile(
    r"(?:\(?\d{1,3}\s*(?:[.)°º]\s*[-–—]?(?!\d)|[-–—](?!\s*\d))\s*"
    rf"|\(?[a-zA-Z]\)\s*|[a-z]\.\s+|\?\s+|[{_BULLETS}]+(?!\d)\s*)"
)
_INLINE = re.compile(r"(?:^|(?<=\s))(\d{1,2})(?:[.)]\s*-?|\s*-)\s+(?=\S)")


def pieces(text: str) -> tuple[str, ...]:
    """The things that a text of `plain_text` lists, in order, without their numbers or bullets.

    A line without a mark that begins in lower case goes on with the one before. A heading stays a
    line of its own: nobody can tell where what it governs ends.
    """
    found: list[str] = []
    for line in _lines(text):
        mark = _MARK.match(line)
        body = line[mark.end() :] if mark else line
        if mark is None and found and line[0].islower():
            found[-1] = f"{found[-1]} {line}"
        elif body:
            found.append(body)
    return _fitting(found)


def _lines(text: str) -> list[str]:
    return [part for line in text.split("\n") for part in _numbered_parts(line) if part]


def _numbered_parts(line: str) -> list[str]:
    """A line cut where it counts 1, 2, 3… from its start or a colon; whole when it does not.

    Elsewhere a number is part of a sentence: "artículo 1. Se reforma el artículo 2. …".
    """
    cuts: list[int] = []
    for mark in _INLINE.finditer(line):
        before = line[: mark.start()].rstrip()
        if int(mark.group(1)) == len(cuts) + 1 and (cuts or not before or before[-1] == ":"):
            cuts.append(mark.start())
    if len(cuts) < 2:
        return [line.strip()]
    edges = [0, *cuts, len(line)]
    return [line[start:end].strip() for start, end in pairwise(edges)]


def _fitting(found: list[str]) -> tuple[str, ...]:
    """No more pieces than a list may hold: the last one then takes the rest, a line each."""
    if len(found) <= LIST_LENGTH:
        return tuple(found)
    return (*found[: LIST_LENGTH - 1], "\n".join(found[LIST_LENGTH - 1 :]))
