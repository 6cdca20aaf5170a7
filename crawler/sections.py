"""Cuts the own body of a page into sections: a name and all that stands under it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from canse.domain.naming import same_name_key
from crawler.lexicon import FOLDED_TEXTS, folded
from crawler.page import Block, Form, Heading, Link, Page, Region
from crawler.words_of_services import REQUIREMENT_GROUPS

REQUIREMENT_WORDS = 9
_TAB_LEVEL = 7
TABS = 20
# "Formulario RUNT" names a form; "Formulario" alone stands over one.
FORM_GROUP = "formulario"
LAW_GROUP = "normativa"
_ENUMERATION = re.compile(r"^(?:\W*(?:\d{1,4}|[ivxlc]{1,6})\W{1,4})+(?=\w)", re.I)
_LABEL = re.compile(r"^(?:nombre del (?:tr[aá]mite|servicio)|tr[aá]mite|servicio)\s*:\s*", re.I)
# "Formulario de solicitud de beca" is how the service "beca" is asked for.
_FORM_OF = re.compile(
    r"^(?:formulario|formato)s? (?:(?:de|para) (?:la )?solicitud (?!de (?:acceso|informaci)))?"
    r"(?:de |para )(?=\w)",
    re.I,
)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
NAME_ROOM = 400
_STRANGE = re.compile(r"(?:[^\w .,;:()/'’\"\-–—°º«»“”&%$¿?¡!ªʼ]|_)+")


class _Positioned(Protocol):
    @property
    def position(self) -> int: ...


class _Placed(_Positioned, Protocol):
    @property
    def region(self) -> Region: ...


P = TypeVar("P", bound=_Positioned)
T = TypeVar("T", bound=_Placed)


@dataclass(frozen=True, kw_only=True)
class Section:
    """What stands between two positions of a page's own body."""

    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    forms: tuple[Form, ...]

    @cached_property
    def text(self) -> str:
        """The running text of the section."""
        return "\n".join(block.text for block in self.blocks)

    def groups(self) -> tuple[str, ...]:
        """The kinds of requirements it names, in headings, in "Costo: Q 50" and in short lines."""
        return self._groups

    @cached_property
    def _groups(self) -> tuple[str, ...]:
        found = [group_of(heading.text) for heading in self.headings]
        for block in self.blocks:
            label, colon, _ = block.text.partition(":")
            if colon or len(label) < 40:
                found.append(group_of(label))
        return tuple(dict.fromkeys(name for name in found if name))


class Body:
    """A page's own body, without menus, header, footer and sidebars, ready to be cut."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks = _own(page.blocks)
        self.headings = _with_tabs(_own(page.headings), self.blocks, page.links)
        self.links = _own(page.links)
        self.forms = _own(page.forms)
        self._starts = [[entry.position for entry in group] for group in self._groups()]
        self.end = 1 + max(
            (group[-1].position for group in self._groups() if group),
            default=0,
        )

    def whole(self) -> Section:
        """Everything of the body."""
        return self.between(0, self.end)

    def between(self, start: int, end: int) -> Section:
        """What stands from `start` up to, not with, `end`."""
        heads, blocks, links, forms = (_span(starts, start, end) for starts in self._starts)
        return Section(
            headings=self.headings[heads],
            blocks=self.blocks[blocks],
            links=self.links[links],
            forms=self.forms[forms],
        )

    def _groups(self) -> tuple[Sequence[_Placed], ...]:
        return (self.headings, self.blocks, self.links, self.forms)


def group_of(text: str) -> str:
    """The requirement group a heading belongs to ("requisitos", "costo" …); empty for none."""
    return _group_of(text) if len(text) <= NAME_ROOM else ""


@lru_cache(maxsize=FOLDED_TEXTS)
def _group_of(text: str) -> str:
    words = text.split()
    if not words or len(words) > REQUIREMENT_WORDS:
        return ""
    for group in REQUIREMENT_GROUPS:
        if group.starts(text) and (group.name != FORM_GROUP or len(words) == 1):
            return group.name
    return ""


def clean_name(text: str) -> str:
    """A name as people say it: no numbering, pictures, label or final stop.

    What stands behind NAME_ROOM characters is no name and left out.
    """
    return _clean_name(text[:NAME_ROOM])


def name_key(text: str) -> str:
    """The form in which two names on pages are equal."""
    return _name_key(text[:NAME_ROOM])


@lru_cache(maxsize=FOLDED_TEXTS)
def _name_key(text: str) -> str:
    return same_name_key(clean_name(text))


@lru_cache(maxsize=FOLDED_TEXTS)
def _clean_name(text: str) -> str:
    plain = _STRANGE.sub("", text)
    plain = _LABEL.sub("", plain.strip(" .,;:-–—"))
    if (opening := _FORM_OF.match(plain)) is not None:
        plain = plain[opening.end() :]
        plain = plain[:1].upper() + plain[1:]
    shorter = _ENUMERATION.sub("", plain)
    kept = shorter if len(shorter) > 3 else plain
    return " ".join(kept.split()).strip(" .,;:-–—¡!")


def has_letters(text: str, least: int = 4) -> bool:
    """Whether a text holds enough letters to name something."""
    return sum(map(_LETTERS.__contains__, folded(text))) >= least


def _own(entries: Sequence[T]) -> tuple[T, ...]:
    own = (entry for entry in entries if entry.region is Region.MAIN)
    return tuple(sorted(own, key=lambda entry: entry.position))


def _with_tabs(
    headings: tuple[Heading, ...], blocks: tuple[Block, ...], links: Sequence[Link]
) -> tuple[Heading, ...]:
    """The headings, and the words on each tab of a sheet as the heading of the pane it opens."""
    known = {group_of(heading.text) for heading in headings}
    labels = [x for x in links if x.raw.startswith("#") and group_of(x.text) not in {"", *known}]
    tabs = [tab for link in labels[:TABS] if (tab := _tab(link, blocks)) is not None]
    return tuple(sorted((*headings, *tabs), key=_position)) if tabs else headings


def _tab(link: Link, blocks: tuple[Block, ...]) -> Heading | None:
    pane = f"{link.raw} > "
    first = next((block for block in blocks if pane in block.selector), None)
    if first is None or first.position < link.position:
        return None
    return Heading(
        level=_TAB_LEVEL,
        text=link.text,
        region=Region.MAIN,
        selector=link.selector,
        position=first.position,
    )


def _span(starts: list[int], start: int, end: int) -> slice:
    first = bisect_left(starts, start)
    return slice(first, bisect_left(starts, end, lo=first))


def within(entries: Sequence[P], start: int, end: int) -> Sequence[P]:
    """The entries, sorted by position, that stand from `start` up to, not with, `end`."""
    first = bisect_left(entries, start, key=_position)
    return entries[first : bisect_left(entries, end, lo=first, key=_position)]


def _position(entry: _Positioned) -> int:
    return entry.position
