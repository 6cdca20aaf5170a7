"""Cuts what stands under the name of a service into the parts of a sheet."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from crawler.lexicon import FOLDED_TEXTS, Lexicon, folded
from crawler.offer import Offer
from crawler.page import Block, Heading, Page, Region
from crawler.sections import name_key
from crawler.words_of_sheets import PART_WORDS, UNSAID, SheetPart

LABEL_LENGTH = 50
LABEL_WORDS = 9
LINE_LENGTH = 500
LINES = 40
# A value beside its label ends these parts; a list may still follow the others.
_SINGLE = frozenset(
    {SheetPart.FEES, SheetPart.TIME, SheetPart.PLACE, SheetPart.HOURS, SheetPart.CONTACT}
    | {SheetPart.RESULT, SheetPart.UNIT, SheetPart.OWNER, SheetPart.OTHER}
)
_BEFORE_THE_NAME = frozenset(
    {SheetPart.FEES, SheetPart.TIME, SheetPart.RESULT, SheetPart.OWNER, SheetPart.UNIT}
)
_NUMBERING = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-zA-PR-Z]|[ivx]{1,4})[.)°º-]+[-)]?\s+|\d{1,2}\)|[•·▪●\-–—*✓➢>»]+\s*)+"
)

# "DPI • Boleto de ornato" and "… 2. Acuerdo …" are lists that somebody pasted as one text.
_INLINE_LIST = re.compile(r"\s+[•▪●]\s*|(?<=[.;)\w])\s+(?=\d{1,2}[.)]-?\s+[A-ZÁÉÍÓÚÑ])")
_WORD = re.compile(r"\w\w")
_OF_THE_PAGE = Lexicon(
    "linea-de-la-pagina",
    r"""
    (?:dato|fecha|ultima) (?:creado|modificado|actualizacion|de publicacion)  publicado
    actualizado  tu navegador  su navegador  your browser  compartir  imprimir esta pagina
    """,
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One text of a part with the node it stands in and the words over it."""

    text: str
    selector: str
    label: str


Parts = dict[SheetPart, list[Line]]


def parts_of(offer: Offer, page: Page) -> Parts:
    """The lines of each part of the offer's sheet; what stands before any label describes it."""
    found: Parts = defaultdict(list)
    current, label = SheetPart.DESCRIPTION, ""
    skipped = _names_and_controls(offer)
    for entry in _entries(offer):
        part = part_named(entry.text)
        if isinstance(entry, Heading):
            current, label = part or SheetPart.OTHER, entry.text
            continue
        named, value = _labelled(entry.text)
        if named is not None:
            label = entry.text.partition(":")[0]
            _add(found[named], value, entry, label)
            current = SheetPart.OTHER if value and named in _SINGLE else named
        elif part is not None and len(entry.text) <= LABEL_LENGTH and _is_whole(part, entry.text):
            current, label = part, entry.text
        elif name_key(entry.text) not in skipped:
            _add(found[current], entry.text, entry, label)
    if offer.is_alone:
        _read_before(found, offer, page)
    return found


@lru_cache(maxsize=FOLDED_TEXTS)
def part_named(text: str) -> SheetPart | None:
    """The part that a heading stands over."""
    if len(text.split()) > LABEL_WORDS:
        return None
    return next((part for part, words in PART_WORDS if words.starts(text)), None)


def clean_line(text: str) -> str:
    """A line without its number or dot, at most LINE_LENGTH characters; empty when it says
    nothing."""
    plain = _NUMBERING.sub("", " ".join(text.split())).strip(" ;,")
    bare = plain.strip(" .:-–—")
    if _OF_THE_PAGE.starts(bare):
        return ""
    if not _WORD.search(bare) or (
        len(bare) < LABEL_LENGTH and UNSAID.regex.fullmatch(folded(bare))
    ):
        return ""
    return plain if len(plain) <= LINE_LENGTH else plain[: LINE_LENGTH - 1].rstrip() + "…"


def _entries(offer: Offer) -> list[Block | Heading]:
    entries: list[Block | Heading] = [*offer.section.headings, *offer.section.blocks]
    return sorted(entries, key=lambda entry: entry.position)


def _names_and_controls(offer: Offer) -> frozenset[str]:
    """The name itself and the words on links and buttons tell nothing of the service."""
    texts = [offer.name, offer.label, *(link.text for link in offer.section.links)]
    texts += [text for form in offer.section.forms for text in form.submit_texts]
    texts += [field.label for form in offer.section.forms for field in form.fields]
    return frozenset(key for text in texts if (key := name_key(text)))


def _labelled(text: str) -> tuple[SheetPart | None, str]:
    """The part and the value of "Costo: Q 50"."""
    label, colon, value = text.partition(":")
    if not colon or len(label) > LABEL_LENGTH:
        return None, ""
    return part_named(label), value.strip()


def _is_whole(part: SheetPart, text: str) -> bool:
    """Whether a short line is a label and nothing else ("Documentos de identidad" is none)."""
    plain = folded(text).strip(" ¿?¡!.:-0123456789")
    return any(words.regex.fullmatch(plain) for named, words in PART_WORDS if named is part)


def _add(lines: list[Line], text: str, entry: Block | Heading, label: str) -> None:
    for piece in _INLINE_LIST.split(text, LINES):
        plain = clean_line(piece)
        if plain and len(lines) < LINES and plain not in [line.text for line in lines]:
            lines.append(Line(text=plain, selector=entry.selector, label=label))


def _read_before(found: Parts, offer: Offer, page: Page) -> None:
    """The box of facts that some templates put before the name of the only service of a page."""
    for block in _main_blocks(page):
        if block.position >= offer.position:
            return
        named, value = _labelled(block.text)
        if named in _BEFORE_THE_NAME and named is not None and not found.get(named):
            _add(found[named], value, block, block.text.partition(":")[0])


def _main_blocks(page: Page) -> Iterable[Block]:
    return (block for block in page.blocks if block.region is Region.MAIN)
